"""The entity finder as a part of Rasa's pipeline."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.entities import find_entities


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class EntityReader(GraphComponent, EntityExtractorMixin):
    """Adds what `find_entities` finds to the entities of each message."""

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> EntityReader:
        """The finder; it has no options and learns nothing."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Each entity has `entity`, `value`, `start`, `end` and `extractor`."""
        for message in messages:
            found = [entity._asdict() for entity in find_entities(message.get(TEXT) or "")]
            entities = [*(message.get(ENTITIES) or []), *self.add_extractor_name(found)]
            message.set(ENTITIES, entities, add_to_output=True)
        return messages
