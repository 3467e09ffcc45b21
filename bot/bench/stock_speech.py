"""The peer's speech: ours, and a sentence where the peer's fallback wants one that our domain does not have."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.speech import GettextSpeech

NOT_UNDERSTOOD = "I did not understand that. Please say it in other words."


class StockSpeech(GettextSpeech):
    """Without it the fallback would fail, and the peer would try it ten times a turn."""

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        if utter_action not in self.responses:
            return {"text": NOT_UNDERSTOOD}
        return await super().generate(utter_action, tracker, output_channel, **kwargs)
