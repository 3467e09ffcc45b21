"""Reading replies as a part of Rasa's pipeline: what a message means as the answer to the question that stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT_RANKING_KEY, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import stages
from nlu.components.freshness import fingerprint
from nlu.components.registers import CLEAR, REGISTER
from nlu.components.reuse import trained_or_reused
from nlu.replies.examples import EXAMPLES, examples
from nlu.replies.model import Moment
from nlu.replies.reader import ReplyReader

ASKED, SHOWN, LANGUAGE = "asked", "shown", "language"
"""What a doorway says of the moment, in the metadata of a message: the kind of question, its labels, her language."""
ANSWER = "answer"
_NATIVE_LETTERS = ("hi", "ta")
_IN_LATIN_LETTERS = {"hi": "hi-Latn", "hi-Latn": "hi-Latn", "ta": "ta-Latn", "ta-Latn": "ta-Latn"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class ReplyInMoment(GraphComponent):
    """Sets `answer` (`act`, `confidence`, and `choice`, `field`, `value`, `topic` where they apply) in the parse.

    Only of messages whose metadata names what was `asked`. Stands after the `IntentReader`, whose ranking says what a
    question in between is about. It trains on the tables of replies, which Rasa's training data has no place for.
    """

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, reader: ReplyReader | None = None
    ) -> None:
        """Without a reader nothing is set, until `train` made one."""
        self._config = config
        self._storage = storage
        self._resource = resource
        self._reader = reader

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`replies`: the folder of examples, empty for the one in this package. `memory`: as for the `IntentReader`."""
        return {"replies": "", "memory": "var/embeddings.sqlite"}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Changes with the code, the word lists and the tables of replies, which Rasa does not see."""
        return fingerprint(Path(config.get("replies") or EXAMPLES))

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ReplyInMoment:
        """An untrained part."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ReplyInMoment:
        """The part that was trained and stored before."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, ReplyReader.kept(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Trains on the tables of replies and stores the reader."""
        stages.begin("replies")
        known = list(examples(Path(self._config["replies"] or EXAMPLES)))
        memory = Path(self._config["memory"]) if self._config["memory"] else None
        with self._storage.write_to(self._resource) as folder:
            trained_or_reused("replies", known, folder, lambda place: ReplyReader.trained(known, memory).keep(place))
            self._reader = ReplyReader.kept(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the answer to each message that was sent in a moment."""
        for message in messages:
            moment = message.get(METADATA) or {}
            if self._reader and moment.get(ASKED):
                message.set(ANSWER, self._answer(message, moment), add_to_output=True)
        return messages

    def _answer(self, message: Message, moment: dict[str, Any]) -> dict[str, Any]:
        assert self._reader, "asked only when there is one"
        register = _register(message, moment.get(LANGUAGE))
        asked = Moment(str(moment[ASKED]), message.get(TEXT) or "", register, tuple(moment.get(SHOWN) or ()))
        topics = [str(one.get("full") or one["name"]) for one in message.get(INTENT_RANKING_KEY) or []]
        return self._reader.read(asked, topics).as_json()


def _register(message: Message, language: str | None) -> str:
    """The register heard where that is clear; of a few words in Latin letters, what the person writes otherwise."""
    heard = str(message.get(REGISTER) or "en")
    if message.get(CLEAR) or language is None or heard in _NATIVE_LETTERS:
        return heard
    return _IN_LATIN_LETTERS.get(language, heard)
