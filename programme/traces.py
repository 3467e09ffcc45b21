"""After an erasure: what was deleted is to be gone from the files as well, not only from the tables.

SQLite overwrites what it deletes (`secure_delete`), but its log of newest changes still has the pages as they were: it is
written back and cut to nothing. PostgreSQL keeps old rows until a VACUUM of their tables. What neither can reach is said in
docs/operation.md: backups, and a PostgreSQL's archived log.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from contextlib import closing

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.orm import Session

log = logging.getLogger(__name__)

TABLES = (
    "people", "consents", "businesses", "interviews", "messages", "questions", "enrolments", "deliveries", "reminders",
    "referrals", "referral_links", "trackers", "updates", "replies", "unreachable_chats",
)  # fmt: skip
"""What an erasure changes."""
TRIES, PAUSE_SECONDS = 100, 0.1
_under_way: set[asyncio.Task[None]] = set()


def scrub_after(session: AsyncSession) -> None:
    """Have the files rid of what this transaction deletes, as soon as it is committed."""
    engine = AsyncEngine(session.get_bind().engine)

    @event.listens_for(session.sync_session, "after_commit", once=True)
    def _committed(_session: Session) -> None:
        task = asyncio.get_running_loop().create_task(scrub(engine))
        _under_way.add(task)
        task.add_done_callback(_under_way.discard)


async def scrubbed() -> None:
    """Wait for what is still under way: before a process ends."""
    while _under_way:
        await asyncio.gather(*_under_way, return_exceptions=True)


async def scrub(engine: AsyncEngine) -> None:
    """Rid the files of what was deleted; whoever still reads an older state is waited for. Never raises."""
    try:
        if engine.dialect.name == "sqlite":
            await _cut_the_log(str(engine.url.database))
        else:
            await _vacuum(engine)
    except Exception as error:
        log.error("what was erased may still be in the files", extra={"error": type(error).__name__})


async def _cut_the_log(file: str) -> None:
    for _try in range(TRIES):
        if await asyncio.to_thread(_is_cut, file):
            return
        await asyncio.sleep(PAUSE_SECONDS)
    log.error("what was erased may still be in the files", extra={"reason": "somebody reads all the time"})


def _is_cut(file: str) -> bool:
    with closing(sqlite3.connect(file, timeout=1.0)) as database:
        try:
            [busy, _pages, _moved] = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:  # locked
            return False
    return not busy


async def _vacuum(engine: AsyncEngine) -> None:
    async with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        await connection.exec_driver_sql(f"VACUUM {', '.join(TABLES)}")
