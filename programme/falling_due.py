"""When something falls due next, for who need not wait for it: a rehearsal, whose clock goes there at once."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from programme import planning
from programme.quiet_hours import QuietHours
from programme.schema import metadata
from programme.store import UtcTime

NOT_PLANNED = ("pace", "workers")
"""Tables whose times are the workers' own."""


async def next_due(session: AsyncSession, now: datetime, quiet: QuietHours) -> datetime | None:
    """The first moment after `now` at which jobs may have something to do: every time that is written down anywhere as
    lying ahead, a registration left half done, the end of the quiet hours. None when nothing lies ahead."""
    written = [moment for moment in await session.scalars(_ahead(), {"now": now}) if moment is not None]
    nudge = await planning.next_nudge(session, now)
    ends = [quiet.end_after(now)] if quiet.cover(now) else []
    return min([*written, *([nudge] if nudge else []), *ends], default=None)


@cache
def _ahead() -> Any:
    """The earliest time ahead in each column of times."""
    columns = [
        column
        for table in metadata().sorted_tables
        if table.name not in NOT_PLANNED
        for column in table.columns
        if isinstance(column.type, UtcTime)
    ]
    ahead = bindparam("now", type_=UtcTime)
    return union_all(*(select(func.min(column)).where(column > ahead) for column in columns))
