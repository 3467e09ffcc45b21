"""The audit trail: who did what to which record, without its contents."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.store import Base, UtcTime


class Act(Base):
    """One act. `actor` and `subject` are `kind:id` references, never names or numbers of people."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime, index=True)
    actor: Mapped[str] = mapped_column(String(60))
    act: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(60))
    detail: Mapped[str | None] = mapped_column(String(200))


def note(
    session: AsyncSession, *, actor: str, act: str, subject: str, now: datetime, detail: str | None = None
) -> None:
    """Add one act to the trail, in the caller's transaction."""
    session.add(Act(at=now, actor=actor, act=act, subject=subject, detail=detail))
