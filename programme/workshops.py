"""Workshops: what is coming up, near whom, in which language, and how many seats are left."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.store import Base, UtcTime

OPEN = "open"
CANCELLED = "cancelled"
IN_PERSON = "in_person"
ONLINE = "online"

HOLDS_A_SEAT = ("booked", "offered", "attended", "missed")


def new_code() -> str:
    """A random token that names a workshop outside: 11 characters of `A-Za-z0-9_-`."""
    return secrets.token_urlsafe(8)


def _in(language: str, texts: Mapping[str, str]) -> str:
    """A Latin-script register reads English best where nothing was written for it: names stay what signs say."""
    return texts.get(language) or texts.get("en", "")


class Workshop(Base):
    """One sitting of a training. `titles` and `venues` by language code, `en` always; times in UTC."""

    __tablename__ = "workshops"
    __table_args__ = (Index(None, "status", "starts_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(24), unique=True, default=new_code)
    titles: Mapped[dict[str, str]] = mapped_column(JSON)
    topic: Mapped[str] = mapped_column(String(30))
    mode: Mapped[str] = mapped_column(String(10))
    languages: Mapped[list[str]] = mapped_column(JSON)
    state: Mapped[str | None] = mapped_column(String(5))
    district: Mapped[str | None] = mapped_column(String(80))
    venues: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    link: Mapped[str | None] = mapped_column(String(300))
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    seats: Mapped[int]
    status: Mapped[str] = mapped_column(String(10), default=OPEN)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    updated_at: Mapped[datetime] = mapped_column(UtcTime)

    def title(self, language: str) -> str:
        """The title in `language`, else in English."""
        return _in(language, self.titles)

    def venue(self, language: str) -> str:
        """Hall and street, as `title`; empty for an online one."""
        return _in(language, self.venues)

    def is_coming(self, now: datetime) -> bool:
        return self.status == OPEN and self.starts_at > now

    def is_online(self) -> bool:
        return self.mode == ONLINE


def facts_of(workshop: Workshop, language: str) -> dict[str, Any]:
    """A workshop as facts that speech can put into any sentence."""
    return {
        "title": workshop.title(language), "starts_date": workshop.starts_at.isoformat(),
        "starts_time": workshop.starts_at.isoformat(), "ends_time": workshop.ends_at.isoformat(),
        "venue": workshop.venue(language), "district": workshop.district or "", "state": workshop.state,
    }  # fmt: skip


_UNPLANNED = "status = 'booked' AND planned_for IS NULL"


class Enrolment(Base):
    """One person's place in one workshop; `queued_at` orders the waiting list."""

    __tablename__ = "enrolments"
    __table_args__ = (
        Index("uq_enrolments_person_workshop", "person_id", "workshop_id", unique=True),
        Index(None, "status", "offered_until"),
        Index("ix_enrolments_unplanned", "id", sqlite_where=text(_UNPLANNED), postgresql_where=text(_UNPLANNED)),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(String(12))
    queued_at: Mapped[datetime] = mapped_column(UtcTime)
    booked_at: Mapped[datetime | None] = mapped_column(UtcTime)
    offered_until: Mapped[datetime | None] = mapped_column(UtcTime)
    told_at: Mapped[datetime | None] = mapped_column(UtcTime)
    cancelled_by: Mapped[str | None] = mapped_column(String(10))
    planned_for: Mapped[datetime | None] = mapped_column(UtcTime)
    """The beginning for which reminders are planned; None: they are to be planned."""
    rating: Mapped[int | None]
    """What the person thought of it afterwards, 1 to 5."""
    updated_at: Mapped[datetime] = mapped_column(UtcTime)


@dataclass(frozen=True)
class Wanted:
    """What a person looks for; None means no matter. Days are UTC bounds of the asked days."""

    state: str | None = None
    district: str | None = None
    online: bool | None = None
    topic: str | None = None
    language: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def fits(self, workshop: Workshop) -> bool:
        """Whether topic, mode, language and day agree; the place only ranks, it never excludes."""
        if self.topic and workshop.topic != self.topic:
            return False
        if self.online is not None and workshop.is_online() != self.online:
            return False
        if self.language and self.language not in workshop.languages:
            return False
        if self.since and workshop.starts_at < self.since:
            return False
        return not (self.until and workshop.starts_at >= self.until)

    def distance(self, workshop: Workshop) -> int:
        """0 in the district, 1 in the state, 2 online, 3 elsewhere; all the same when no place is known."""
        if self.district and workshop.district == self.district and workshop.state == self.state:
            return 0
        if self.state and workshop.state == self.state:
            return 1
        return 2 if workshop.is_online() else 3 if self.state else 2


async def upcoming(session: AsyncSession, wanted: Wanted, now: datetime) -> list[Workshop]:
    """Open workshops that have not begun, nearest place first, then soonest."""
    coming = select(Workshop).where(Workshop.status == OPEN, Workshop.starts_at > now)
    fitting = [workshop for workshop in await session.scalars(coming) if wanted.fits(workshop)]
    return sorted(fitting, key=lambda workshop: (wanted.distance(workshop), workshop.starts_at, workshop.id))


async def seats_left(session: AsyncSession, workshop: Workshop) -> int:
    """Seats neither booked nor held by an offer; never below zero."""
    return (await seats_left_in(session, [workshop]))[workshop.id]


async def seats_left_in(session: AsyncSession, workshops: list[Workshop]) -> Mapping[int, int]:
    """Seats left by workshop id, in one query."""
    taken = (
        select(Enrolment.workshop_id, func.count())
        .where(Enrolment.workshop_id.in_([workshop.id for workshop in workshops]), Enrolment.status.in_(HOLDS_A_SEAT))
        .group_by(Enrolment.workshop_id)
    )
    counts = {row[0]: int(row[1]) for row in await session.execute(taken)}
    return {workshop.id: max(0, workshop.seats - counts.get(workshop.id, 0)) for workshop in workshops}
