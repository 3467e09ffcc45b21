"""The inbox: every update of a channel, written down before it is acknowledged, blanked once it is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import BigInteger, Index, String, Table, Text, bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.store import Base, UtcTime

TOO_OLD = timedelta(days=1)
"""The channel itself delivers nothing that is older."""


class Update(Base):
    """One update. `update_id` is the channel's own number, so that a second delivery changes nothing."""

    __tablename__ = "updates"
    __table_args__ = (Index(None, "done_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    update_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    chat: Mapped[str] = mapped_column(String(80))
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    content: Mapped[str | None] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcTime)


# Every turn needs it: built once, on the table, since nobody in the session holds the row
_ROWS = cast(Table, Update.__table__)
_FINISHED = update(_ROWS).where(_ROWS.c.id == bindparam("row")).values(content=None, done_at=bindparam("now"))


@dataclass(frozen=True)
class Arrival:
    """An update as it is to be written down: `content` is JSON, without anything that must not be kept."""

    update_id: int
    chat: str
    message_id: int | None
    content: str


async def write_down(session: AsyncSession, arrivals: Sequence[Arrival], now: datetime) -> list[Update]:
    """Write down the arrivals that are new; returns those alone, in the order of their numbers."""
    if not arrivals:
        return []
    insert: Any = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}[session.get_bind().dialect.name]
    rows: list[Mapping[str, Any]] = [
        {"update_id": one.update_id, "chat": one.chat, "message_id": one.message_id, "content": one.content,
         "received_at": now}
        for one in arrivals
    ]  # fmt: skip
    new = insert(Update).values(rows).on_conflict_do_nothing(index_elements=["update_id"]).returning(Update)
    return sorted(await session.scalars(new), key=lambda row: row.update_id)


async def waiting(session: AsyncSession) -> list[Update]:
    """What is not answered yet, oldest first: what a stopped process left behind."""
    return list(await session.scalars(select(Update).where(Update.done_at.is_(None)).order_by(Update.update_id)))


async def finish(session: AsyncSession, update_row: int, now: datetime) -> None:
    """Blank an update and mark it as answered, in the transaction of the answer."""
    await session.execute(_FINISHED, {"row": update_row, "now": now})


async def correct(session: AsyncSession, update_row: int, content: str) -> None:
    """Put the edited wording in the place of one that is not answered yet."""
    await session.execute(
        update(Update).where(Update.id == update_row, Update.done_at.is_(None)).values(content=content)
    )


async def forget_done(session: AsyncSession, before: datetime) -> None:
    """Delete what was answered before `before`; the channel delivers nothing a second time after a day."""
    await session.execute(delete(Update).where(Update.done_at < before))


async def give_up_old(session: AsyncSession, now: datetime) -> None:
    """Blank what has waited so long that an answer would only puzzle: found in a backup that was restored."""
    late = update(Update).where(Update.done_at.is_(None), Update.received_at < now - TOO_OLD)
    await session.execute(late.values(content=None, done_at=now))


async def last_number(session: AsyncSession) -> int:
    """The highest number of an update that was ever written down and is not forgotten; 0 for none."""
    return int((await session.scalars(select(func.max(Update.update_id)))).one() or 0)
