"""Register identification as a part of Rasa's pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import stages
from nlu.components.freshness import fingerprint
from nlu.registers import EXAMPLES, RegisterModel, labelled_examples

REGISTER = "register"
CLEAR = "register_clear"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class RegisterReader(GraphComponent):
    """Sets `register` (en, hi, hi-Latn, ta, ta-Latn) and `register_clear` in the parse.

    Rasa's training data does not say which file an example came from, so the part reads the example folders itself.
    """

    def __init__(
        self, folder: Path, storage: ModelStorage, resource: Resource, model: RegisterModel | None = None
    ) -> None:
        """Without a model no register is set, until `train` made one."""
        self._folder = folder
        self._storage = storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`examples`: the folder whose sub-folders are named by register; empty for the one in this package."""
        return {"examples": ""}

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
    ) -> RegisterReader:
        """An untrained identifier."""
        return cls(Path(config["examples"] or EXAMPLES), model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> RegisterReader:
        """The identifier that was trained and stored before."""
        with model_storage.read_from(resource) as folder:
            return cls(Path(config["examples"] or EXAMPLES), model_storage, resource, RegisterModel.kept(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Trains on the folders' examples that are part of this training, so that a held-out example stays unseen."""
        stages.begin("registers")
        known = {example.get(TEXT) for example in training_data.training_examples}
        self._model = RegisterModel.trained(
            [(text, code) for text, code in labelled_examples(self._folder) if text in known]
        )
        with self._storage.write_to(self._resource) as folder:
            self._model.keep(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the register to each message."""
        for message in messages:
            if self._model:
                register = self._model.register(message.get(TEXT) or "")
                message.set(REGISTER, register.code, add_to_output=True)
                message.set(CLEAR, register.clear, add_to_output=True)
        return messages
