"""The tables of the engine of durable work: `mitra migrate` brings them up, whoever works only looks whether they are there.

On PostgreSQL the engine builds indexes CONCURRENTLY, which waits for every transaction that is open just then: done by a
process that itself serves people, that wait could be for ever.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy.engine import make_url

from programme.whole_files import own_file


async def migrate_engine(database_url: str) -> None:
    """Bring the engine's tables to what this version needs, in a thread; those that are there already are left alone."""
    from dbos import DBOS  # half a second, which most commands need not wait for

    if (url := make_url(database_url)).get_backend_name() == "sqlite":
        own_file(Path(f"{url.database}.jobs"))
    await asyncio.to_thread(DBOS.migrate, engine_url(database_url))


def engine_url(database_url: str) -> str:
    """Where the engine keeps its books: beside an SQLite file, or in the PostgreSQL database, in a schema of its own."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        return f"sqlite:///{url.database}.jobs"
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
