"""How Rasa comes by the examples, rules and domain when it trains: as usual, but each file is read once."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.formats import RasaYAMLReader
from rasa.shared.nlu.training_data.training_data import TrainingData


class ReadOnce(RasaFileImporter):
    """Rasa asks for the same data twice, with the language and without, and parses and checks ninety files anew: 4 s."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The examples; of which language makes no difference to what is in the files."""
        return self._examples

    def get_domain(self) -> Domain:
        """The domain."""
        return self._domain

    @cached_property
    def _examples(self) -> TrainingData:
        """Files of nothing but examples are put together as they are: Rasa would copy each example twice."""
        if not all(path.endswith((".yml", ".yaml")) for path in self._nlu_files):
            return super().get_nlu_data()
        read = [RasaYAMLReader().read(path) for path in self._nlu_files]
        if any(one.entity_synonyms or one.regex_features or one.lookup_tables or one.responses for one in read):
            return super().get_nlu_data()
        return TrainingData([example for one in read for example in one.training_examples])

    @cached_property
    def _domain(self) -> Any:
        return super().get_domain()
