"""Messages on running broadcasts that keep themselves up to date, for as long as this process serves."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.telegram.outgoing.limiter import Limiter
from bot.telegram.outgoing.sending import Outcome, Passing, Sent, TooFast
from bot.telegram.staff.reports import Report, report_on
from bot.telegram.writing.letters import Letter
from programme import broadcasts, people, staff
from programme.broadcasts import Broadcast
from programme.staff import EDITOR
from programme.surroundings import Surroundings

log = logging.getLogger(__name__)

EVERY_SECONDS = 3.0
WAITING_FACTOR = 10
"""So much more seldom is looked at what is planned or paused."""


class Editing(Protocol):
    """What puts other words into a message; the doorway's `Sending` does."""

    async def edit(self, letter: Letter, message: int) -> Outcome: ...


class Progress:
    """One message a chat and broadcast: a newer one takes the place of the older."""

    def __init__(
        self, surroundings: Surroundings, editing: Editing, limiter: Limiter, *, every: float = EVERY_SECONDS
    ) -> None:
        self._surroundings = surroundings
        self._editing = editing
        self._limiter = limiter
        self._every = every
        self._following: dict[tuple[str, int], asyncio.Task[None]] = {}

    def follow(self, chat: str, message: int, broadcast: int, *, at_once: bool) -> None:
        """Keep `message` up to date; `at_once` where it does not show how things stand now."""
        place = (chat, broadcast)
        if place in self._following:
            self._following[place].cancel()
        task = asyncio.create_task(self._keep(chat, message, broadcast, at_once=at_once))
        self._following[place] = task
        task.add_done_callback(lambda ended: self._forget(place, ended))

    @property
    def following(self) -> int:
        """How many messages are kept up to date."""
        return len(self._following)

    async def stop(self) -> None:
        """Leave the messages as they are; each has a button to refresh it."""
        tasks = list(self._following.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _forget(self, place: tuple[str, int], ended: asyncio.Task[None]) -> None:
        if self._following.get(place) is ended:
            del self._following[place]
        if not ended.cancelled() and (error := ended.exception()) is not None:
            log.error("a report is left as it is", exc_info=error)

    async def _keep(self, chat: str, message: int, broadcast: int, *, at_once: bool) -> None:
        shown: Report | None = None
        if not at_once:
            await asyncio.sleep(self._every)
        while (report := await report_for(self._surroundings, chat, broadcast)) is not None:
            if shown is None or report.words != shown.words:
                outcome = await self._edit(chat, message, report)
                if not isinstance(outcome, Sent | TooFast | Passing):
                    return
                shown = report if isinstance(outcome, Sent) else shown
            if report.is_over and shown == report:
                return
            await asyncio.sleep(self._every * (1 if report.status == broadcasts.SENDING else WAITING_FACTOR))

    async def _edit(self, chat: str, message: int, report: Report) -> Outcome:
        letter = Letter(chat, report.words, report.buttons)
        async with self._limiter.slot(chat):
            outcome = await self._editing.edit(letter, message)
        if isinstance(outcome, TooFast):
            self._limiter.be_silent(chat, outcome.seconds)
        return outcome


async def report_for(surroundings: Surroundings, chat: str, number: int) -> Report | None:
    """How a broadcast stands, for the member of `chat`; None when that cannot be said, or not to this chat any more."""
    key = surroundings.key_of(chat)
    try:
        async with surroundings.sessions() as session:
            member = await staff.member(session, key)
            broadcast = await session.get(Broadcast, number)
            if member is None or broadcast is None:
                return None
            person = await people.find(session, key)
            language = (person.language if person else None) or "en"
            return await report_on(session, broadcast, language, may_act=member.may(EDITOR))
    except (SQLAlchemyError, OSError) as error:
        log.warning("a report waits for its button", extra={"error": type(error).__name__})
        return None
