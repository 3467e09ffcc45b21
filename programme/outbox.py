"""The outbox: replies committed together with the turn they answer, blanked once they are delivered.

Also which chats cannot be reached: who blocked the bot took back no consent.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Index, String, Table, Text, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.store import Base, UtcTime

WAITING = "waiting"
SENT = "sent"
UNREACHABLE = "unreachable"
FAILED = "failed"
TOO_OLD = timedelta(days=1)


class Outgoing(Base):
    """One message to one chat. `content` is the doorway's own JSON; `failure` a word of ours, never the channel's text."""

    __tablename__ = "replies"
    __table_args__ = (Index(None, "status", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(String(80))
    content: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(12), default=WAITING)
    failure: Mapped[str | None] = mapped_column(String(40))
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcTime)


class UnreachableChat(Base):
    """A chat to which nothing can be sent, since when."""

    __tablename__ = "unreachable_chats"

    chat: Mapped[str] = mapped_column(String(80), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcTime)


# Every message needs it: built once, on the table, since nobody in the session holds the rows
_ROWS = cast(Table, Outgoing.__table__)
_SETTLED = (
    update(_ROWS)
    .where(_ROWS.c.id.in_(bindparam("rows", expanding=True)))
    .values(content=None, status=bindparam("status"), failure=bindparam("failure"), done_at=bindparam("now"))
)


async def put(session: AsyncSession, chat: str, contents: Sequence[str], now: datetime) -> list[Outgoing]:
    """Add messages to the outbox, in the caller's transaction and in this order."""
    rows = [Outgoing(chat=chat, content=content, status=WAITING, created_at=now) for content in contents]
    session.add_all(rows)
    await session.flush()
    return rows


async def waiting(session: AsyncSession) -> list[Outgoing]:
    """What is not delivered yet, oldest first."""
    return list(await session.scalars(select(Outgoing).where(Outgoing.status == WAITING).order_by(Outgoing.id)))


async def record(
    session: AsyncSession, rows: Sequence[int], status: str, now: datetime, failure: str | None = None
) -> None:
    """Blank messages and keep what became of them."""
    await session.execute(_SETTLED, {"rows": rows, "status": status, "failure": failure, "now": now})


async def mark_unreachable(session: AsyncSession, chat: str, now: datetime) -> None:
    """Remember that nothing reaches `chat`; what waited for it is given up."""
    if await session.get(UnreachableChat, chat) is None:
        session.add(UnreachableChat(chat=chat, since=now))
    gone = update(Outgoing).where(Outgoing.chat == chat, Outgoing.status == WAITING)
    await session.execute(gone.values(content=None, status=UNREACHABLE, done_at=now))


async def mark_reachable(session: AsyncSession, chat: str) -> None:
    """Whoever writes or comes back can be reached again. That is no consent to anything."""
    await session.execute(delete(UnreachableChat).where(UnreachableChat.chat == chat))


async def forget_done(session: AsyncSession, before: datetime) -> None:
    """Delete what was delivered or given up before `before`."""
    await session.execute(delete(Outgoing).where(Outgoing.done_at < before))


async def give_up_old(session: AsyncSession, now: datetime) -> None:
    """Give up what has waited so long that it would only puzzle: found in a backup that was restored."""
    late = update(Outgoing).where(Outgoing.status == WAITING, Outgoing.created_at < now - TOO_OLD)
    await session.execute(late.values(content=None, status=FAILED, failure="too old", done_at=now))
