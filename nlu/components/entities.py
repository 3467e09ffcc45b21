"""The entity finder as a part of Rasa's pipeline."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, EXTRACTOR, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.entities import find_entities


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class EntityReader(GraphComponent):
    """Adds what `find_entities` finds to the entities of each message."""

    def __init__(self, zone: ZoneInfo) -> None:
        """`zone` tells what day it is."""
        self._zone = zone

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`timezone`: where tomorrow begins."""
        return {"timezone": "Asia/Kolkata"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> EntityReader:
        """The finder; it learns nothing. Its lists of places and words are read now, at no one's cost."""
        find_entities("Indore 5 lakh", date.min)
        return cls(ZoneInfo(config["timezone"]))

    def process(self, messages: list[Message]) -> list[Message]:
        """Each entity has `entity`, `value`, `start`, `end` and `extractor`."""
        for message in messages:
            found = find_entities(message.get(TEXT) or "", self._today(message))
            own = [{**entity._asdict(), EXTRACTOR: type(self).__name__} for entity in found]
            entities = [*(message.get(ENTITIES) or []), *own]
            message.set(ENTITIES, entities, add_to_output=True)
        return messages

    def _today(self, message: Message) -> date:
        """By the clock of whoever asks, where the message's metadata say `now` (ISO, with its zone)."""
        told = (message.get("metadata") or {}).get("now")
        now = datetime.fromisoformat(told) if told else datetime.now(UTC)
        return now.astimezone(self._zone).date()
