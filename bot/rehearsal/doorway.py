"""Telegram's doorway without Telegram: what people do goes in as updates, and the answers arrive on their phones."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from bot.app import App
from bot.rehearsal.phones import Phones
from bot.rehearsal.reports import Reports
from bot.telegram.conversation import Answering, Conversation
from bot.telegram.incoming.queues import Queues
from bot.telegram.incoming.receiving import Receiving
from bot.telegram.outgoing.delivering import Delivering
from bot.telegram.outgoing.limiter import Limiter
from bot.telegram.outgoing.recording import Recorder
from bot.telegram.outgoing.sending import Posting

log = logging.getLogger(__name__)

BOT_NAME = "mitra_rehearsal_bot"
STOP_SECONDS = 5.0


def unlimited() -> Limiter:
    """Nobody limits what never leaves this process."""
    return Limiter(0, 0.0)


class Doorway:
    """The same parts that `bot.telegram.serving` connects, but for the line to Telegram."""

    def __init__(self, app: App, assistant: Answering, sending: Posting, reports: Reports, phones: Phones) -> None:
        self._phones = phones
        self._delivering = Delivering(
            sending, Recorder(app.surroundings), unlimited(), _on_fatal,
            followed=lambda letter, message: reports.follow(letter.chat, message, letter.follows),
        )  # fmt: skip
        conversation = Conversation(
            assistant, app.surroundings, self._delivering, bot_name=BOT_NAME, languages=app.settings.language_codes,
            show_typing=_show_nothing, show=reports.follow,
        )  # fmt: skip
        self._queues = Queues(conversation.take, self._delivering.room_for, at_once=1)
        self._receiving = Receiving(
            app.surroundings, self._queues, bot_name=BOT_NAME, acknowledge=lambda _callback: None
        )

    async def receive(self, person: str, updates: Sequence[dict[str, Any]]) -> None:
        """What a person did; returns when all of it is answered, and the answers have arrived."""
        self._phones.of(person).turn += 1
        for update in updates:
            await self._receiving.receive([update])
            await self._queues.settled()
            await self._delivering.settled()

    async def stop(self) -> None:
        await self._queues.stop(STOP_SECONDS)
        await self._delivering.stop(STOP_SECONDS)


async def _show_nothing(_chat: str) -> None:
    """Nobody sees that an answer is being thought of."""


def _on_fatal(error: Exception) -> None:
    log.error("nothing can be delivered", exc_info=error)
