"""Recording what became of deliveries, many in one transaction when many end at once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from programme import dispatching, pace, people, standing
from programme.deliveries import Fate
from programme.dispatching import Parcel
from programme.registration.interviews import Interview
from programme.surroundings import Surroundings

log = logging.getLogger(__name__)

RETRY_SECONDS = 1.0


@dataclass(frozen=True)
class Noted:
    """One outcome that waits to be committed. `answerable`: buttons that a typed answer may mean from now on, to the
    question that `asks` names."""

    parcel: Parcel
    fate: Fate
    answerable: Sequence[dict[str, str]]
    asks: str | None
    committed: asyncio.Future[None]


class Outcomes:
    """Whoever records waits until it is committed. What the database does not take now, it gets later."""

    def __init__(self, surroundings: Surroundings, worker: str) -> None:
        self._surroundings = surroundings
        self._worker = worker
        self._noted: list[Noted] = []
        self._silent_until: datetime | None = None
        self._writing: asyncio.Task[None] | None = None

    async def record(
        self, parcel: Parcel, fate: Fate, answerable: Sequence[dict[str, str]] = (), asks: str | None = None
    ) -> None:
        """Record the fate of one; returns when it is committed."""
        noted = Noted(parcel, fate, answerable, asks, asyncio.get_running_loop().create_future())
        self._noted.append(noted)
        self._write_soon()
        await asyncio.shield(noted.committed)

    def be_silent(self, until: datetime) -> None:
        """Let every worker know that Telegram wants silence."""
        self._silent_until = max(until, self._silent_until or until)
        self._write_soon()

    async def written(self) -> None:
        """Wait until everything noted is committed."""
        if self._writing is not None:
            await asyncio.shield(self._writing)

    def _write_soon(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())

    async def _write_all(self) -> None:
        while self._noted or self._silent_until:
            noted, self._noted = self._noted, []
            silent, self._silent_until = self._silent_until, None
            await self._write(noted, silent)
            for one in noted:
                if not one.committed.done():
                    one.committed.set_result(None)

    async def _write(self, noted: list[Noted], silent: datetime | None) -> None:
        while True:
            try:
                async with self._surroundings.sessions.begin() as session:
                    return await self._write_in(session, noted, silent)
            except (SQLAlchemyError, OSError) as error:
                log.error("outcomes wait for the database", extra={"error": type(error).__name__})
                await asyncio.sleep(RETRY_SECONDS)

    async def _write_in(self, session: AsyncSession, noted: list[Noted], silent: datetime | None) -> None:
        now = self._surroundings.now()
        if silent is not None:
            await pace.be_silent(session, silent)
        fates = [(one.parcel, one.fate) for one in noted]
        await dispatching.conclude(session, fates, self._worker, now, self._surroundings.quiet)
        for one in noted:
            if one.answerable:
                await self._let_answer(session, one, now)

    async def _let_answer(self, session: AsyncSession, noted: Noted, now: datetime) -> None:
        """A typed "1" or "yes" means the buttons of this message now, unless the person is being asked something else."""
        person = await people.find(session, self._surroundings.key_of(noted.parcel.chat))
        if person is not None and await session.get(Interview, person.id) is None:
            person.shown = list(noted.answerable)
            standing.ask(person, noted.asks, now)
