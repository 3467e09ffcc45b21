"""Speech: Rasa's `nlg` endpoint, in its server and in ours. The sentences themselves are made without Rasa."""

from __future__ import annotations

from typing import Any

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.sentences import Sentences


class GettextSpeech(TemplatedNaturalLanguageGenerator):
    """Says a response of the domain in the language of the `reply_language` slot, or of the fact `in_language`."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        super().__init__(domain.responses if domain else {})
        self._sentences = Sentences(lambda name: self.responses[name][0])  # Rasa sets them after loading

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """A fresh message: `text`, `emphasis` (pairs of its characters' numbers), `buttons` (`title` and `payload`)."""
        language = kwargs.get("in_language") or tracker.get_slot("reply_language") or "en"
        return self.message(utter_action, language, kwargs)

    def message(self, name: str, language: str, facts: dict[str, Any]) -> dict[str, Any]:
        """The response `name` with its further lines and its buttons, in `language`."""
        return self._sentences.message(name, language, facts)
