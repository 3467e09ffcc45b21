"""Businesses: what an owner registers. A draft and a registered business are one row in two states."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.people import Person
from programme.store import Base, UtcTime

DRAFT = "draft"
REGISTERED = "registered"

LAKH = 100_000
CRORE = 10_000_000

# S.O. 1364(E) of 21 March 2025, in force from 1 April 2025: (class, investment, turnover) in rupees, both inclusive
SIZE_LIMITS = (
    ("micro", 25 * CRORE // 10, 10 * CRORE),
    ("small", 25 * CRORE, 100 * CRORE),
    ("medium", 125 * CRORE, 500 * CRORE),
)


def size_of(investment: int | None, turnover: int | None) -> str:
    """The MSME class of a firm: `micro`, `small`, `medium`, `large`, or `unknown` when a figure is missing.

    Both figures in rupees. Source: notification S.O. 1364(E), 21 March 2025 ("does not exceed": a value equal to
    the limit is inside the class).
    """
    if investment is None or turnover is None:
        return "unknown"
    for name, most_investment, most_turnover in SIZE_LIMITS:
        if investment <= most_investment and turnover <= most_turnover:
            return name
    return "large"


class Business(Base):
    """A business of one owner. Udyam number and GSTIN are unique among the registered ones."""

    __tablename__ = "businesses"
    __table_args__ = (
        Index("uq_businesses_udyam", "udyam", unique=True,
              sqlite_where=text("status = 'registered'"), postgresql_where=text("status = 'registered'")),
        Index("uq_businesses_gstin", "gstin", unique=True,
              sqlite_where=text("status = 'registered'"), postgresql_where=text("status = 'registered'")),
        {"sqlite_autoincrement": True},  # the registration number is made of the id, so it must never come again
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(String(12), default=DRAFT)
    name: Mapped[str | None] = mapped_column(String(80))
    state: Mapped[str | None] = mapped_column(String(5))
    district: Mapped[str | None] = mapped_column(String(80))
    products: Mapped[str | None] = mapped_column(String(120))
    sector: Mapped[str | None] = mapped_column(String(20))
    turnover: Mapped[int | None] = mapped_column(BigInteger)
    investment: Mapped[int | None] = mapped_column(BigInteger)
    udyam: Mapped[str | None] = mapped_column(String(19))
    gstin: Mapped[str | None] = mapped_column(String(15))
    woman_owned: Mapped[bool | None]
    sells_online: Mapped[bool | None]
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    updated_at: Mapped[datetime] = mapped_column(UtcTime)
    registered_at: Mapped[datetime | None] = mapped_column(UtcTime)

    @property
    def size(self) -> str:
        """The MSME class that the turnover and investment kept here give."""
        return size_of(self.investment, self.turnover)


_BY_STATUS = (  # asked on most turns, so built once
    select(Business)
    .where(Business.person_id == bindparam("person"), Business.status == bindparam("status"))
    .order_by(Business.id)
)


async def registered_of(session: AsyncSession, person: Person) -> list[Business]:
    """The person's registered businesses, oldest first."""
    return await _of(session, person, REGISTERED)


async def draft_of(session: AsyncSession, person: Person) -> Business | None:
    """The registration the person has begun and not finished, or None."""
    drafts = await _of(session, person, DRAFT)
    return drafts[-1] if drafts else None


async def _of(session: AsyncSession, person: Person, status: str) -> list[Business]:
    return list(await session.scalars(_BY_STATUS, {"person": person.id, "status": status}))


async def holder_of(session: AsyncSession, column: str, number: str) -> Business | None:
    """The registered business that holds `number` as its `udyam` or `gstin`, or None."""
    held = select(Business).where(getattr(Business, column) == number, Business.status == REGISTERED)
    return (await session.scalars(held)).first()
