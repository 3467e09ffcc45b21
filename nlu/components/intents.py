"""The intent classifier as a part of Rasa's pipeline."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, RESPONSE_IDENTIFIER_DELIMITER, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.intents import OUT_OF_SCOPE, IntentModel, Understood

_RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentReader(GraphComponent, IntentClassifier):
    """Sets `intent` and `intent_ranking`; each entry has `name` (before the slash, as rules know it), `full`, `confidence`.

    Below the threshold the intent is `out_of_scope` with `below_threshold: True`; the ranking stays as it was found.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, model: IntentModel | None = None) -> None:
        """Without a model every message is out of scope, until `train` made one."""
        self._storage = storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """No options."""
        return {}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> IntentReader:
        """An untrained classifier."""
        return cls(model_storage, resource)

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
            return cls(model_storage, resource, IntentModel.kept(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Trains on the full intent names (`faq/…` included) and stores the model."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        self._model = IntentModel.trained(
            [example.get(TEXT) for example in examples], [example.get_full_intent() for example in examples]
        )
        with self._storage.write_to(self._resource) as folder:
            self._model.keep(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the intents to each message."""
        for message in messages:
            understood = self._understood(message.get(TEXT) or "")
            ranking = [_entry(name, chance) for name, chance in understood.ranking[:_RANKED]]
            intent = {**ranking[0]} if not understood.unsure else _not_understood(understood)
            message.set(INTENT, intent, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _understood(self, typed: str) -> Understood:
        return self._model.understand(typed) if self._model else Understood([(OUT_OF_SCOPE, 0.0)], unsure=True)


def _entry(full: str, chance: float) -> dict[str, Any]:
    return {"name": full.split(RESPONSE_IDENTIFIER_DELIMITER)[0], "confidence": chance, "full": full}


def _not_understood(understood: Understood) -> dict[str, Any]:
    return {**_entry(OUT_OF_SCOPE, understood.ranking[0][1]), "below_threshold": True}
