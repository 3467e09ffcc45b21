"""Staff: who of a programme's own people may do what. Each act of theirs is in the audit trail."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, UniqueConstraint, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.identifiers.forbidden import refuse_aadhaar
from programme.store import Base, UtcTime
from programme.writing import cleaned

VIEWER = "viewer"
EDITOR = "editor"
ADMIN = "admin"
ROLES = (VIEWER, EDITOR, ADMIN)
"""Each may what those before it may: look; write and send broadcasts; say who is staff, and send in quiet hours."""
COMMAND_LINE = "staff:command-line"


class Member(Base):
    """One member of staff, known by the conversation's key, `telegram:42`."""

    __tablename__ = "staff"
    # never reuse an id: the audit trail speaks of members by it
    __table_args__ = (UniqueConstraint("key"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(110))
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[datetime] = mapped_column(UtcTime)

    def may(self, role: str) -> bool:
        """Whether the member's role is `role` or includes it."""
        return ROLES.index(self.role) >= ROLES.index(role)

    @property
    def actor(self) -> str:
        """How the audit trail names the member."""
        return f"staff:{self.id}"


async def member(session: AsyncSession, key: str) -> Member | None:
    """The member who talks under `key`, or None."""
    return (await session.scalars(select(Member).where(Member.key == key))).first()


async def members(session: AsyncSession) -> list[Member]:
    """Everybody, in the order in which they came."""
    return list(await session.scalars(select(Member).order_by(Member.id)))


async def appoint(session: AsyncSession, key: str, name: str, role: str, now: datetime) -> Member:
    """Make somebody a member with `role`, or give a member another role and name. Raises `HoldsANumber`."""
    name = refuse_aadhaar(cleaned(name), "the name")
    known = await member(session, key)
    if known is None:
        known = Member(key=key, name=name, role=role, created_at=now)
        session.add(known)
    known.name, known.role = name, role
    await session.flush()
    return known


async def dismiss(session: AsyncSession, key: str) -> Member | None:
    """Take somebody off the staff; None for who was no member."""
    known = await member(session, key)
    if known is not None:
        await session.delete(known)
    return known
