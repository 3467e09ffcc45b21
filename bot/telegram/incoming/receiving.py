"""What Telegram delivers is written down first, without what must not be kept; only then it may be acknowledged."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.telegram.incoming.queues import Queues, Waiting, waiting_of
from bot.telegram.incoming.reading import Incoming, read
from bot.telegram.metrics import REPEATED, UPDATES
from bot.telegram.staff.arriving import as_staff_sent
from programme import inbox, people
from programme.identifiers.aadhaar import REMOVED, holds_aadhaar, redact_aadhaar
from programme.inbox import Arrival
from programme.registration.interviews import Interview
from programme.surroundings import Surroundings

log = logging.getLogger(__name__)

AADHAAR = "aadhaar"
"""The kind of a text that held such a number: it is refused as a whole, and its text is not kept."""


class Receiving:
    """The one way in, for polling and webhook alike. `acknowledge` is told of each button pressed.

    `heard_at` is when Telegram was last heard of, be it to say that nobody wrote.
    """

    def __init__(
        self, surroundings: Surroundings, queues: Queues, *, bot_name: str, acknowledge: Callable[[str], None]
    ) -> None:
        self._surroundings = surroundings
        self._queues = queues
        self._bot_name = bot_name
        self._key = surroundings.key_of
        self._acknowledge = acknowledge
        self.heard_at = surroundings.now()

    async def receive(self, updates: Sequence[dict[str, Any]]) -> None:
        """Write down what is new and queue it. Raises what the database raises; nothing is acknowledged then."""
        now = self._surroundings.now()
        self.heard_at = now
        numbered = [one for one in updates if isinstance(one.get("update_id"), int)]
        if not numbered:
            return
        async with self._surroundings.sessions.begin() as session:
            arrivals = [await self._arrival(session, update) for update in numbered]
            new = await inbox.write_down(session, list({one.update_id: one for one in arrivals}.values()), now)
        REPEATED.inc(len(numbered) - len(new))
        for row in new:
            await self._on_new(waiting_of(row))

    async def take_up(self) -> int:
        """Queue what an earlier process left unanswered; returns how much that was."""
        async with self._surroundings.sessions() as session:
            left = await inbox.waiting(session)
        for row in left:
            self._queues.put(waiting_of(row))
        return len(left)

    async def _arrival(self, session: AsyncSession, update: dict[str, Any]) -> Arrival:
        incoming = read(update, bot_name=self._bot_name)
        incoming = await as_staff_sent(session, self._key(incoming.chat), incoming, update)
        incoming = await self._without_aadhaar(session, incoming)
        return Arrival(update["update_id"], incoming.chat, incoming.message_id, incoming.as_json())

    async def _without_aadhaar(self, session: AsyncSession, incoming: Incoming) -> Incoming:
        if incoming.text is None or not holds_aadhaar(incoming.text):
            return incoming
        if not holds_aadhaar(incoming.text, phone_expected=True) and await phone_expected(
            session, self._key(incoming.chat)
        ):
            return incoming
        kind = AADHAAR if incoming.kind == "text" else incoming.kind
        return replace(incoming, kind=kind, text=redact_aadhaar(incoming.text), html=None)

    async def _on_new(self, waiting: Waiting) -> None:
        UPDATES.labels(waiting.incoming.kind).inc()
        if waiting.incoming.callback:
            self._acknowledge(waiting.incoming.callback)
        if waiting.incoming.kind == "edited":
            await self._correct(waiting)
        self._queues.put(waiting)

    async def _correct(self, edited: Waiting) -> None:
        """A message that was changed before its turn came is read as changed; the edit itself then needs no answer."""
        original = self._queues.find(edited.chat, edited.message_id)
        if original is None or original.incoming.kind != "text":
            return
        text = edited.incoming.text or ""
        kind = AADHAAR if REMOVED in text else "text"
        original.incoming = replace(original.incoming, kind=kind, text=text, html=edited.incoming.html)
        edited.incoming = replace(edited.incoming, kind="corrected", text=None, html=None)
        async with self._surroundings.sessions.begin() as session:
            await inbox.correct(session, original.row, original.incoming.as_json())
            await inbox.correct(session, edited.row, edited.incoming.as_json())


async def phone_expected(session: AsyncSession, key: str) -> bool:
    """Whether the person who talks under `key` was just asked for a telephone number."""
    person = await people.find(session, key)
    interview = await session.get(Interview, person.id) if person else None
    return interview is not None and interview.question == "phone"
