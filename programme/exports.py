"""Tables as plain rows, for staff."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.erasure import columns_of
from programme.people import Person
from programme.schema import metadata
from programme.store import Base

NOT_EXPORTED = (
    "trackers",
    "interviews",
    "updates",
    "replies",
    "unreachable_chats",
    "pace",
    "workers",
    "alembic_version",
)


class NoSuchTable(Exception):
    """The message names the tables that there are."""


async def rows(session: AsyncSession, table: str) -> list[dict[str, Any]]:
    """All rows of `table` by column name, oldest first; sealed records of erased people are left out."""
    models = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    offered = sorted(name for name in metadata().tables if name not in NOT_EXPORTED)
    if table not in offered:
        raise NoSuchTable(f"there is no table {table!r}; there are: {', '.join(offered)}")
    model: Any = models[table]
    query = select(model).order_by(model.id)
    if table == "people":
        query = query.where(Person.erased_at.is_(None))
    elif "person_id" in model.__table__.columns:
        sealed = select(Person.id).where(Person.erased_at.is_not(None))
        query = query.where(model.person_id.is_(None) | model.person_id.not_in(sealed))
    return [columns_of(row, without=("shown", "token")) for row in await session.scalars(query)]
