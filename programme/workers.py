"""Workers: which processes send, and that they live. What a dead one held is taken up by the living."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import String, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.store import Base, UtcTime

BEAT = timedelta(seconds=2)
DEAD_AFTER = timedelta(seconds=12)
"""Longer than any pause of a living process, so that nobody's messages are taken away by mistake."""


class Worker(Base):
    """One process that sends."""

    __tablename__ = "workers"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(UtcTime)
    beat_at: Mapped[datetime] = mapped_column(UtcTime, index=True)


async def beat(session: AsyncSession, name: str, now: datetime) -> None:
    """Say that the worker lives."""
    worker = await session.get(Worker, name)
    if worker is None:
        session.add(Worker(name=name, started_at=now, beat_at=now))
    else:
        worker.beat_at = now


async def dead(session: AsyncSession, now: datetime) -> list[str]:
    """The names of those not heard of for too long."""
    return list(await session.scalars(select(Worker.name).where(Worker.beat_at < now - DEAD_AFTER)))


async def bury(session: AsyncSession, name: str) -> None:
    """Strike off a worker that stopped or died."""
    await session.execute(delete(Worker).where(Worker.name == name))


async def count(session: AsyncSession) -> int:
    """How many there are."""
    return int((await session.execute(select(func.count()).select_from(Worker))).scalar_one())
