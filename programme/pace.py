"""The pace of everything that goes out unasked: one clock in the database for all workers together.

Messages get moments of their own, one after the other at the configured rate, so that no second ever holds more than
that rate and a little: whoever takes messages takes their moments in the same transaction.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.store import Base, UtcTime

SLACK = timedelta(milliseconds=50)
"""How far a moment may lie in the past: what a worker was late by is made up, at most that much in any second."""
THE_ONLY = 1
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Pace(Base):
    """The only row: when the next message may go, and until when Telegram wants silence."""

    __tablename__ = "pace"

    id: Mapped[int] = mapped_column(primary_key=True)
    next_at: Mapped[datetime] = mapped_column(UtcTime)
    silent_until: Mapped[datetime] = mapped_column(UtcTime)


async def of_all(session: AsyncSession) -> Pace:
    """The row, locked against other workers until the transaction ends."""
    row = select(Pace).where(Pace.id == THE_ONLY).with_for_update()
    pace = (await session.scalars(row, execution_options={"populate_existing": True})).first()
    if pace is None:
        pace = Pace(id=THE_ONLY, next_at=LONG_AGO, silent_until=LONG_AGO)
        session.add(pace)
    return pace


def take(pace: Pace, count: int, rate: float, now: datetime) -> datetime:
    """Take `count` moments, `1 / rate` seconds apart; returns the first, which may lie a little in the past."""
    in_step = pace.next_at >= now - SLACK
    first = max(pace.next_at if in_step else now, pace.silent_until)
    pace.next_at = first + timedelta(seconds=count / rate)
    return first


def lost(pace: Pace, now: datetime) -> timedelta:
    """How long nobody took the moments that passed; a little of that one gets anyway."""
    behind = now - max(pace.next_at, pace.silent_until)
    return behind if behind > SLACK else timedelta()


def extend_silence(pace: Pace, until: datetime) -> None:
    """Let no worker send anything before `until`: what a 429 asks for."""
    pace.silent_until = max(pace.silent_until, until)


async def be_silent(session: AsyncSession, until: datetime) -> None:
    """`extend_silence`, for who does not hold the row yet."""
    extend_silence(await of_all(session), until)


async def is_silent(session: AsyncSession, moment: datetime) -> bool:
    """Whether nothing may go at `moment`. Waits for nobody."""
    until = (await session.scalars(select(Pace.silent_until).where(Pace.id == THE_ONLY))).first()
    return until is not None and until > moment
