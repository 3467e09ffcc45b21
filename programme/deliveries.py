"""The ledger: who is to get which message unasked, and what became of it. One row a person and message.

A worker claims rows, says of each just before it goes that it is `sending`, and records what became of it. What a
worker that died left as `sending` is `uncertain`: it may have arrived, so it is not sent again by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.store import Base, UtcTime

QUEUED = "queued"
SENDING = "sending"
SENT = "sent"
UNREACHABLE = "unreachable"
OPTED_OUT = "opted_out"
FAILED = "failed"
UNCERTAIN = "uncertain"
CANCELLED = "cancelled"
STATUSES = (QUEUED, SENDING, SENT, UNREACHABLE, OPTED_OUT, FAILED, UNCERTAIN, CANCELLED)
NOT_GOT = (UNREACHABLE, OPTED_OUT, FAILED, UNCERTAIN, CANCELLED)

_READY = "status = 'queued' AND claimed_by IS NULL"
_HELD = "claimed_by IS NOT NULL AND status IN ('queued', 'sending')"


class Delivery(Base):
    """One message to one person: of a broadcast, or a reminder of her own. `language` is that of the text; where the
    person's own has none, `wanted` is hers. `urgent` ones go in quiet hours too; `token` is what its buttons carry."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("uq_deliveries_broadcast_person", "broadcast_id", "person_id", unique=True),
        Index("uq_deliveries_reminder", "reminder_id", unique=True),
        Index("uq_deliveries_token", "token", unique=True),
        Index("ix_deliveries_ready", "broadcast_id", "due_at", "id", sqlite_where=text(_READY), postgresql_where=text(_READY)),
        Index("ix_deliveries_held", "claimed_by", sqlite_where=text(_HELD), postgresql_where=text(_HELD)),
        Index("ix_deliveries_person_id", "person_id"),
        Index("ix_deliveries_broadcast_status", "broadcast_id", "status"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    broadcast_id: Mapped[int | None] = mapped_column(ForeignKey("broadcasts.id", ondelete="CASCADE"))
    reminder_id: Mapped[int | None] = mapped_column(ForeignKey("reminders.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    status: Mapped[str] = mapped_column(String(12), default=QUEUED)
    language: Mapped[str] = mapped_column(String(12))
    wanted: Mapped[str | None] = mapped_column(String(12))
    urgent: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime] = mapped_column(UtcTime)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    claimed_by: Mapped[str | None] = mapped_column(String(60))
    attempts: Mapped[int] = mapped_column(default=0)
    token: Mapped[str | None] = mapped_column(String(24))
    failure: Mapped[str | None] = mapped_column(String(40))
    done_at: Mapped[datetime | None] = mapped_column(UtcTime)


@dataclass(frozen=True)
class Fate:
    """What became of one delivery. A `later` one is queued again for that moment; `attempt`: whether it was tried."""

    delivery: int
    status: str
    failure: str | None = None
    later: datetime | None = None
    attempt: bool = False


async def claim(
    session: AsyncSession, broadcasts: Sequence[int], *, worker: str, most: int, now: datetime, quiet: bool
) -> list[int]:
    """Let `worker` hold up to `most` due rows, reminders first, then the broadcasts in this order; in quiet hours
    only what is urgent. Returns their ids; nobody else can claim them."""
    claimed: list[int] = []
    for source in (None, *broadcasts):
        if len(claimed) == most:
            break
        claimed += await _claim_of(session, source, worker, most - len(claimed), now, quiet)
    return claimed


async def _claim_of(
    session: AsyncSession, source: int | None, worker: str, most: int, now: datetime, quiet: bool
) -> list[int]:
    ready = select(Delivery.id).where(
        Delivery.broadcast_id.is_(None) if source is None else Delivery.broadcast_id == source,
        Delivery.status == QUEUED, Delivery.claimed_by.is_(None), Delivery.due_at <= now,
        *([Delivery.urgent] if quiet else []),
    )  # fmt: skip
    chosen = ready.order_by(Delivery.due_at, Delivery.id).limit(most).with_for_update(skip_locked=True)
    # in two steps: as a part of the UPDATE, PostgreSQL may choose anew for each row, and so more than `most`
    ids = sorted(await session.scalars(chosen))
    if ids:
        held = update(Delivery).where(Delivery.id.in_(ids)).values(claimed_by=worker)
        await session.execute(held, execution_options={"synchronize_session": False})
    return ids


async def is_work_left(session: AsyncSession, broadcasts: Sequence[int], now: datetime, *, quiet: bool) -> bool:
    """Whether anything is due that nobody holds."""
    ready = select(Delivery.id).where(
        or_(Delivery.broadcast_id.is_(None), Delivery.broadcast_id.in_(broadcasts)),
        Delivery.status == QUEUED, Delivery.claimed_by.is_(None), Delivery.due_at <= now,
        *([Delivery.urgent] if quiet else []),
    )  # fmt: skip
    return (await session.scalars(ready.limit(1))).first() is not None


async def mark_sending(session: AsyncSession, ids: Sequence[int], worker: str) -> set[int]:
    """Say that these go now; returns those that `worker` still holds, which alone may go."""
    held = update(Delivery).where(Delivery.id.in_(ids), Delivery.claimed_by == worker, Delivery.status == QUEUED)
    marked = held.values(status=SENDING).returning(Delivery.id)
    return set(await session.scalars(marked, execution_options={"synchronize_session": False}))


async def release(session: AsyncSession, ids: Sequence[int], worker: str) -> None:
    """Give back what was claimed and will not be sent by `worker`."""
    held = update(Delivery).where(Delivery.id.in_(ids), Delivery.claimed_by == worker, Delivery.status == QUEUED)
    await session.execute(held.values(claimed_by=None), execution_options={"synchronize_session": False})


async def take_back(session: AsyncSession, worker: str, but: Sequence[int]) -> int:
    """Free all that `worker` holds but these: by its own word it sends nothing else, whatever was committed of it.
    Returns how many."""
    held = update(Delivery).where(
        Delivery.claimed_by == worker, Delivery.status.in_((QUEUED, SENDING)), Delivery.id.not_in(but)
    )
    free = await session.execute(
        held.values(status=QUEUED, claimed_by=None), execution_options={"synchronize_session": False}
    )
    return int(free.rowcount)  # type: ignore[attr-defined]  # an UPDATE's result has it


async def record(session: AsyncSession, fates: Sequence[Fate], worker: str, now: datetime) -> None:
    """Write down what became of deliveries that `worker` holds, or held when they were given up as uncertain."""
    for fate in fates:
        mine = update(Delivery).where(
            Delivery.id == fate.delivery, Delivery.claimed_by == worker,
            Delivery.status.in_((QUEUED, SENDING, UNCERTAIN)),
        )  # fmt: skip
        values: dict[str, object] = {"status": fate.status, "failure": fate.failure, "claimed_by": None}
        if fate.later is not None:
            values["due_at"] = fate.later
        else:
            values["done_at"] = now
        if fate.attempt:
            values["attempts"] = Delivery.attempts + 1
        await session.execute(mine.values(**values), execution_options={"synchronize_session": False})


async def record_sent(session: AsyncSession, ids: Sequence[int], worker: str, now: datetime) -> None:
    """The most frequent of fates, for many at once."""
    mine = update(Delivery).where(
        Delivery.id.in_(ids), Delivery.claimed_by == worker, Delivery.status.in_((SENDING, UNCERTAIN))
    )
    values = {"status": SENT, "failure": None, "claimed_by": None, "done_at": now, "attempts": Delivery.attempts + 1}
    await session.execute(mine.values(**values), execution_options={"synchronize_session": False})


async def settle_lost(session: AsyncSession, worker: str, now: datetime) -> tuple[int, int]:
    """Take from a dead worker what it held: what was `sending` is `uncertain` (it stays its own, in case it still
    comes to record it), the rest free again. Returns how many of each."""
    held = update(Delivery).where(Delivery.claimed_by == worker).execution_options(synchronize_session=False)
    doubtful = await session.execute(
        held.where(Delivery.status == SENDING).values(status=UNCERTAIN, failure="the sender died", done_at=now)
    )
    free = await session.execute(held.where(Delivery.status == QUEUED).values(claimed_by=None))
    return doubtful.rowcount, free.rowcount  # type: ignore[attr-defined]  # an UPDATE's result has it


async def reminders_under_way(session: AsyncSession, worker: str) -> list[tuple[int, int]]:
    """What `worker` is sending of reminders: the ids of delivery and reminder."""
    held = select(Delivery.id, Delivery.reminder_id).where(
        Delivery.claimed_by == worker, Delivery.status == SENDING, Delivery.reminder_id.is_not(None)
    )
    return [(int(row[0]), int(row[1] or 0)) for row in await session.execute(held)]


async def call_off_queued(session: AsyncSession, broadcasts: Sequence[int], now: datetime) -> int:
    """Whoever waits for one of these broadcasts does not get it any more; returns how many."""
    waiting = update(Delivery).where(Delivery.broadcast_id.in_(broadcasts), Delivery.status == QUEUED)
    gone = await session.execute(
        waiting.values(status=CANCELLED, claimed_by=None, done_at=now, failure="called off"),
        execution_options={"synchronize_session": False},
    )
    return int(gone.rowcount)  # type: ignore[attr-defined]  # an UPDATE's result has it


async def counts_of(session: AsyncSession, broadcast: int) -> dict[str, int]:
    """How many deliveries of a broadcast stand how; every status, in the order of their lives."""
    counted = select(Delivery.status, func.count()).where(Delivery.broadcast_id == broadcast).group_by(Delivery.status)
    found = {str(row[0]): int(row[1]) for row in await session.execute(counted)}
    return {status: found.get(status, 0) for status in STATUSES}
