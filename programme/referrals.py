"""Invitations from owner to owner: a link of a random code, and who registered through it.

The code says nothing of anybody; whoever follows it is never told whose it is, and its owner not who followed it.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, String, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.businesses import registered_of
from programme.people import Person
from programme.store import Base, UtcTime


class ReferralLink(Base):
    """The one invitation of a person."""

    __tablename__ = "referral_links"

    code: Mapped[str] = mapped_column(String(24), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class Referral(Base):
    """One person who registered through an invitation; without `code` its owner was erased since."""

    __tablename__ = "referrals"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    code: Mapped[str | None] = mapped_column(ForeignKey("referral_links.code", ondelete="SET NULL"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)


async def link_of(session: AsyncSession, person: Person, now: datetime) -> ReferralLink:
    """The invitation of `person`, made when first asked for."""
    link = await _made(session, person)
    if link is None:
        link = ReferralLink(code=secrets.token_urlsafe(12), person_id=person.id, created_at=now)
        session.add(link)
        await session.flush()
    return link


async def is_invitation(session: AsyncSession, code: str) -> bool:
    """Whether somebody gave out this code and is still here."""
    return await session.get(ReferralLink, code) is not None


async def note_registration(session: AsyncSession, person: Person, code: str, now: datetime) -> None:
    """`person` has registered after following the invitation `code`; counts for her first business and for no friend
    but another person."""
    link = await session.get(ReferralLink, code)
    if link is None or link.person_id == person.id or await session.get(Referral, person.id) is not None:
        return
    if len(await registered_of(session, person)) == 1:
        session.add(Referral(person_id=person.id, code=code, at=now))


async def came_through(session: AsyncSession, person: Person) -> int:
    """How many people registered through the invitation of `person`."""
    count = (
        select(func.count())
        .join(ReferralLink, ReferralLink.code == Referral.code)
        .where(ReferralLink.person_id == person.id)
        .select_from(Referral)
    )
    return int((await session.execute(count)).scalar_one())


async def forget(session: AsyncSession, person: Person) -> None:
    """Delete the invitation of `person`, and that she came through one."""
    link = await _made(session, person)
    if link is not None:
        await session.execute(update(Referral).where(Referral.code == link.code).values(code=None))
        await session.delete(link)
    await session.execute(delete(Referral).where(Referral.person_id == person.id))
    await session.flush()


async def _made(session: AsyncSession, person: Person) -> ReferralLink | None:
    return (await session.scalars(select(ReferralLink).where(ReferralLink.person_id == person.id))).first()
