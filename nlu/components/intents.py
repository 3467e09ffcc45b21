"""The intent classifier as a part of Rasa's pipeline."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, RESPONSE_IDENTIFIER_DELIMITER, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import encoder, native_script, stages
from nlu.components.freshness import fingerprint
from nlu.components.registers import REGISTER
from nlu.components.reuse import trained_or_reused
from nlu.intents import IntentModel, Understood
from nlu.lessons import OUT_OF_SCOPE
from nlu.reading import read
from nlu.registers import EXAMPLES, RegisterModel, labelled_examples

logger = logging.getLogger(__name__)

_RANKED = 10
_NOTHING_KNOWN = Understood([(OUT_OF_SCOPE, 0.0)], refused=True)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentReader(GraphComponent, IntentClassifier):
    """Sets `intent` and `intent_ranking`; each entry has `name` (before the slash, as rules know it), `full`, `confidence`.

    Where nothing is likely enough the intent is `out_of_scope` with `below_threshold: True`; the ranking stays as found.
    Stands after the `RegisterReader`, whose register tells how to read Latin letters.
    """

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: IntentModel | None = None
    ) -> None:
        """Without a model every message is out of scope, until `train` made one."""
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`examples`: as for the `RegisterReader`. `memory`: a file for the encoder's vectors, so that training again is quick."""
        return {"examples": "", "memory": "var/embeddings.sqlite"}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Changes with the code, the word lists and the examples, which Rasa does not see.

        Rasa asks this of a part whose result it has in its cache too, with a configuration that is not the part's.
        """
        return fingerprint(Path(config.get("examples") or EXAMPLES))

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentReader:
        """An untrained classifier."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentReader:
        """The classifier that was trained and stored before."""
        with model_storage.read_from(resource) as folder:
            model = IntentModel.kept(folder)
            native_script.use_kept(folder)
        _prepare(model)
        return cls(config, model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        """Trains on the full intent names (`faq/…` included) and stores the model."""
        stages.begin("intents")
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        texts = [example.get(TEXT) for example in examples]
        labels, registers = [example.get_full_intent() for example in examples], self._registers(texts)
        memory = Path(self._config["memory"]) if self._config["memory"] else None

        def train(folder: Path) -> None:
            IntentModel.trained(texts, labels, registers, memory).keep(folder)
            native_script.keep(folder)

        with self._storage.write_to(self._resource) as folder:
            trained_or_reused("intents", [texts, labels, registers], folder, train)
            self._model = IntentModel.kept(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the intents to each message."""
        for message in messages:
            understood = self._understood(message)
            ranking = [_entry(name, chance) for name, chance in understood.ranking[:_RANKED]]
            intent = _entry(understood.intent, understood.confidence)
            if understood.refused and ranking[0]["full"] != OUT_OF_SCOPE:
                intent["below_threshold"] = True
            message.set(INTENT, intent, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _understood(self, message: Message) -> Understood:
        text = message.get(TEXT) or ""
        if self._model is None or _is_leaning_on_a_key(text):
            return _NOTHING_KNOWN
        return self._model.understand(read(text, message.get(REGISTER) or "en"))

    def _registers(self, texts: list[str]) -> list[str]:
        """Each text's register: the folder it comes from, else what the folders' examples teach."""
        known = dict(labelled_examples(Path(self._config["examples"] or EXAMPLES)))
        if known.keys() >= set(texts):
            return [known[text] for text in texts]
        model = RegisterModel.trained(list(known.items()))
        return [known.get(text) or model.register(text).code for text in texts]


def _prepare(model: IntentModel) -> None:
    """Reads lists and loads the encoder, or says that it is not there, now rather than at somebody's first message."""
    native_script.prepare()
    if encoder.embedded("hello") is not None and model.second is None:
        logger.warning("This model was trained without the sentence encoder; train again to have its second opinion.")


def _entry(full: str, chance: float) -> dict[str, Any]:
    return {"name": full.split(RESPONSE_IDENTIFIER_DELIMITER)[0], "confidence": chance, "full": full}


def _is_leaning_on_a_key(text: str) -> bool:
    """Whether one character, over and over, is all there is."""
    return len(text) > 3 and len(set(text)) == 1
