"""How Rasa comes by the examples, rules and domain when it trains: as usual, but each file is read once."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
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
        return super().get_nlu_data()

    @cached_property
    def _domain(self) -> Any:
        return super().get_domain()
