"""Recording what became of messages, several in one transaction when several end at once."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from programme import outbox
from programme.surroundings import Surroundings

log = logging.getLogger(__name__)

RETRY_SECONDS = 1.0


@dataclass(frozen=True)
class Fate:
    """What became of the outbox row, or of all that waits for a chat that is unreachable."""

    status: str
    row: int = 0
    chat: str = ""
    failure: str | None = None


class Recorder:
    """Whoever records waits until it is committed: no second message goes to a chat before the first is on record."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._noted: list[tuple[Fate, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def record(self, row: int, status: str, failure: str | None = None) -> None:
        """Record the fate of one row; returns when it is committed, however long the database takes to come back."""
        await self._commit(Fate(status, row=row, failure=failure))

    async def unreachable(self, chat: str) -> None:
        """Record that `chat` cannot be reached."""
        await self._commit(Fate(outbox.UNREACHABLE, chat=chat))

    async def _commit(self, fate: Fate) -> None:
        committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._noted.append((fate, committed))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        await asyncio.shield(committed)

    async def _write_all(self) -> None:
        while self._noted:
            noted, self._noted = self._noted, []
            await self._write([fate for fate, _committed in noted])
            for _fate, committed in noted:
                if not committed.done():
                    committed.set_result(None)

    async def _write(self, fates: list[Fate]) -> None:
        while True:
            try:
                async with self._surroundings.sessions.begin() as session:
                    await self._write_in(session, fates)
                    return
            except (SQLAlchemyError, OSError) as error:
                log.error("outcomes wait for the database", extra={"error": type(error).__name__})
                await asyncio.sleep(RETRY_SECONDS)

    async def _write_in(self, session: AsyncSession, fates: list[Fate]) -> None:
        now = self._surroundings.now()
        sent = [fate.row for fate in fates if fate.status == outbox.SENT]
        if sent:
            await outbox.record(session, sent, outbox.SENT, now)
        for fate in fates:
            if fate.status == outbox.FAILED:
                await outbox.record(session, [fate.row], fate.status, now, fate.failure)
            elif fate.chat:
                await outbox.mark_unreachable(session, fate.chat, now)
