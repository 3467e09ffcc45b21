"""Consent: asked before anything personal is written, versioned, separate for each purpose, withdrawn in one step.

Digital Personal Data Protection Act 2023, sections 5, 6 and 8; fields of a consent record after its section 6(10).
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.people import Person
from programme.store import Base, UtcTime

NOTICE_VERSION = "2026-11"

REGISTRATION = "registration"
REMINDERS = "reminders"
NEWS = "news"
PURPOSES = (REGISTRATION, REMINDERS, NEWS)


class Consent(Base):
    """One answer to one purpose of one version of the notice; kept as proof after withdrawal."""

    __tablename__ = "consents"
    __table_args__ = (Index(None, "person_id", "purpose"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(20))
    given: Mapped[bool]
    version: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(12))
    text_hash: Mapped[str] = mapped_column(String(64))
    adult: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(UtcTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcTime)

    def is_in_force(self) -> bool:
        return self.given and self.withdrawn_at is None


async def in_force(session: AsyncSession, person: Person, purpose: str) -> bool:
    """Whether `person`'s last answer to `purpose` is a yes that was not withdrawn."""
    latest = select(Consent).where(Consent.person_id == person.id, Consent.purpose == purpose)
    consent = (await session.scalars(latest.order_by(Consent.id.desc()).limit(1))).first()
    return consent is not None and consent.is_in_force()


async def record(
    session: AsyncSession, person: Person, purpose: str, *, given: bool, text_hash: str, now: datetime
) -> Consent:
    """Write down the answer to one purpose. `text_hash` names the exact notice shown (SHA-256, hex)."""
    consent = Consent(
        person_id=person.id,
        purpose=purpose,
        given=given,
        version=NOTICE_VERSION,
        language=person.language or "en",
        text_hash=text_hash,
        adult=given and purpose == REGISTRATION,
        at=now,
    )
    session.add(consent)
    await session.flush()
    return consent


async def withdraw(session: AsyncSession, person: Person, purposes: tuple[str, ...], now: datetime) -> int:
    """Withdraw what is in force of `purposes`; returns how many consents that ended."""
    rows = await session.scalars(
        select(Consent).where(
            Consent.person_id == person.id, Consent.purpose.in_(purposes), Consent.withdrawn_at.is_(None)
        )
    )
    ended = [consent for consent in rows if consent.given]
    for consent in ended:
        consent.withdrawn_at = now
    return len(ended)
