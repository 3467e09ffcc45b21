"""What Telegram delivers is written down first, without what must not be kept; only then it may be acknowledged."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.telegram.incoming.queues import Queues, Waiting, waiting_of
from bot.telegram.incoming.reading import UNREADABLE, Incoming, is_numbered, kept_number_of, read
from bot.telegram.metrics import REPEATED, UPDATES
from bot.telegram.staff.arriving import as_staff_sent
from programme import inbox, people
from programme.channels import TELEGRAM
from programme.composition import plain
from programme.identifiers.forbidden import Context, forbidden_in, redacted
from programme.inbox import Arrival
from programme.registration.interviews import Interview
from programme.surroundings import Surroundings
from programme.writing import cleaned_lines

log = logging.getLogger(__name__)


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
        self._named_chats = surroundings.channel != TELEGRAM
        self._key = surroundings.key_of
        self._acknowledge = acknowledge
        self.heard_at = surroundings.now()

    async def receive(self, updates: Sequence[Any]) -> None:
        """Write down what is new and queue it, what cannot be read as unreadable. Raises what the database raises; nothing is
        acknowledged then."""
        now = self._surroundings.now()
        self.heard_at = now
        if not updates:
            return
        async with self._surroundings.sessions.begin() as session:
            arrivals = [await self._arrival(session, update) for update in updates]
            new = await inbox.write_down(session, list({one.update_id: one for one in arrivals}.values()), now)
        REPEATED.inc(len(updates) - len(new))
        for row in new:
            await self._on_new(waiting_of(row))

    async def take_up(self) -> int:
        """Queue what an earlier process left unanswered; returns how much that was."""
        async with self._surroundings.sessions() as session:
            left = await inbox.waiting(session)
        for row in left:
            self._queues.put(waiting_of(row))
        return len(left)

    async def _arrival(self, session: AsyncSession, update: Any) -> Arrival:
        try:
            seen = (
                read(update, bot_name=self._bot_name, named_chats=self._named_chats)
                if is_numbered(update)
                else UNREADABLE
            )
            incoming = await as_staff_sent(session, self._key(seen.chat), seen, update)
            incoming = await self._fit_to_keep(session, incoming)
        except SQLAlchemyError:
            raise
        except Exception as error:
            log.warning("an update cannot be read", extra={"error": type(error).__name__})
            incoming = UNREADABLE
        return Arrival(kept_number_of(update), incoming.chat, incoming.message_id, incoming.as_json())

    async def _fit_to_keep(self, session: AsyncSession, incoming: Incoming) -> Incoming:
        """Cleaned, and without what must not be kept: a text that held such a thing is refused as a whole."""
        if incoming.contact is not None and forbidden_in(incoming.contact, Context(phone_expected=True)):
            return replace(incoming, kind="foreign_contact", contact=None)
        if incoming.text is None:
            return incoming
        incoming = replace(incoming, html=incoming.html and cleaned_lines(incoming.html))
        written = [str(incoming.text), *([plain(incoming.html)] if incoming.html else [])]
        if not any(map(forbidden_in, written)):
            return incoming
        context = await asked_of(session, self._key(incoming.chat))
        found = next((kind for text in written if (kind := forbidden_in(text, context))), None)
        if found is None:
            return incoming
        kept = redacted(str(incoming.text), context)
        return replace(incoming, text=kept, html=None, held=found)

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
        original.incoming = replace(original.incoming, text=text, html=edited.incoming.html, held=edited.incoming.held)
        edited.incoming = replace(edited.incoming, kind="corrected", text=None, html=None, held=None)
        async with self._surroundings.sessions.begin() as session:
            await inbox.correct(session, original.row, original.incoming.as_json())
            await inbox.correct(session, edited.row, edited.incoming.as_json())


async def asked_of(session: AsyncSession, key: str) -> Context:
    """What the person who talks under `key` was just asked: a telephone number or a postal code may look like something else."""
    person = await people.find(session, key)
    interview = await session.get(Interview, person.id) if person else None
    if interview is None:
        return Context()
    return Context(f"field:{interview.question}", phone_expected=interview.question == "phone")
