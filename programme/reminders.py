"""What we write to one person about her own affairs without being asked: reminders of a workshop she booked, word that
it moved or is called off, a seat that came free, how it was, a registration left half done.

Each is planned as a row, and becomes a delivery when it falls due. Whether it is still true is asked just before it
goes, so that nobody is reminded of what moved, passed or was given back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.deliveries import QUEUED, Delivery
from programme.enrolments import ACTIVE, OFFER_HOURS
from programme.people import Person
from programme.quiet_hours import QuietHours
from programme.registration.interviews import REGISTER, Interview
from programme.store import Base, UtcTime
from programme.workshops import OPEN, Enrolment, Workshop

BEFORE = "before_"
MOVED = "moved"
CALLED_OFF = "called_off"
OFFER = "offer"
ATTENDANCE = "attendance"
NUDGE = "nudge"
SERVICE_NOTICES = (MOVED, CALLED_OFF, OFFER)
"""Word of changes to what one booked: who wants no reminders still gets these."""

PLANNED = "planned"
DROPPED = "dropped"
MISSED = "missed"

OFFER_CLOCK = timedelta(hours=OFFER_HOURS)
AT_ONCE = 500
"""How many rows one transaction hands over: it must not hold up anybody's turn."""

_LEAD = re.compile(r"(\d{1,3})([dh])")
_UNITS = {"d": "days", "h": "hours"}


class Reminder(Base):
    """`for_time` tells two of a kind apart: the beginning it speaks of, or when the offer was made. `status`: `planned`,
    then that of its delivery; `dropped` when it was no longer true, `missed` when it was too late."""

    __tablename__ = "reminders"
    __table_args__ = (
        Index("uq_reminders_enrolment_kind_time", "enrolment_id", "kind", "for_time", unique=True),
        Index(None, "status", "due_at"),
        Index(None, "person_id", "kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    for_time: Mapped[datetime | None] = mapped_column(UtcTime)
    due_at: Mapped[datetime] = mapped_column(UtcTime)
    useful_until: Mapped[datetime] = mapped_column(UtcTime)
    urgent: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(String(12), default=PLANNED)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcTime)


def leads_of(text: str) -> tuple[tuple[str, timedelta], ...]:
    """`3d,1d,2h` as (`before_3d`, three days) and so on, longest first. Raises ValueError."""
    leads = []
    for word in (part.strip() for part in text.split(",") if part.strip()):
        found = _LEAD.fullmatch(word)
        if found is None:
            raise ValueError(f"{word!r} is no number of days or hours")
        leads.append((BEFORE + word, timedelta(**{_UNITS[found[2]]: int(found[1])})))
    return tuple(sorted(leads, key=lambda lead: -lead[1]))


def offer_ends(workshop: Workshop, told: datetime, quiet: QuietHours) -> datetime:
    """Six hours of waking time after the person was told, or when the workshop begins."""
    return min(quiet.waking_time_after(told, OFFER_CLOCK), workshop.starts_at)


async def hand_over(session: AsyncSession, now: datetime, languages: Sequence[str]) -> int:
    """Make deliveries of what is due; returns how many."""
    due = (
        select(Reminder, Person)
        .join(Person, Person.id == Reminder.person_id)
        .where(Reminder.status == PLANNED, Reminder.due_at <= now)
        .order_by(Reminder.due_at, Reminder.id).limit(AT_ONCE).with_for_update(of=Reminder, skip_locked=True)
    )  # fmt: skip
    rows = list(await session.execute(due))
    for reminder, person in rows:
        reminder.status = QUEUED
        language = person.language if person.language in languages else "en"
        session.add(
            Delivery(reminder_id=reminder.id, person_id=person.id, status=QUEUED, language=language,
                     wanted=None if language == person.language else person.language, urgent=reminder.urgent,
                     due_at=reminder.due_at, created_at=now)
        )  # fmt: skip
    return len(rows)


def verdict(
    reminder: Reminder,
    enrolment: Enrolment | None,
    workshop: Workshop | None,
    interview: Interview | None,
    now: datetime,
) -> str | None:
    """None when the reminder is still true and useful; else `dropped` or `missed`."""
    if not _is_true(reminder, enrolment, workshop, interview, now):
        return DROPPED
    return MISSED if now > reminder.useful_until else None


def _is_true(
    reminder: Reminder,
    enrolment: Enrolment | None,
    workshop: Workshop | None,
    interview: Interview | None,
    now: datetime,
) -> bool:
    if reminder.kind == NUDGE:
        return interview is not None and interview.purpose == REGISTER
    if enrolment is None or workshop is None:
        return False
    if reminder.kind == OFFER:
        return enrolment.status == "offered" and enrolment.told_at is None and enrolment.updated_at == reminder.for_time
    if reminder.for_time != workshop.starts_at:
        return False
    if reminder.kind == CALLED_OFF:
        return enrolment.status == "cancelled" and workshop.status != OPEN
    if reminder.kind == MOVED:
        return enrolment.status in ACTIVE and workshop.status == OPEN
    if reminder.kind == ATTENDANCE:
        return enrolment.status == "booked" and workshop.status == OPEN and workshop.ends_at <= now
    return enrolment.status == "booked" and workshop.status == OPEN
