"""What the database holds, read through a session of its own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from programme.schema import metadata
from programme.store import Sessions


async def rows_of(sessions: Sessions, table: str) -> list[dict[str, Any]]:
    """All rows of `table` by column name, in the order of their keys: PostgreSQL gives them in any."""
    columns = metadata().tables[table]
    async with sessions() as session:
        return [dict(row) for row in (await session.execute(select(columns).order_by(*columns.primary_key))).mappings()]


async def everything(sessions: Sessions) -> str:
    """All that all tables hold, as text."""
    return "\n".join([str(await rows_of(sessions, table)) for table in metadata().tables])
