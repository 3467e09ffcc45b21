"""What we write to one person about her own affairs without being asked: reminders of a workshop she booked, word that
it moved or is called off, a seat that came free, how it was, a registration left half done.

Each is planned as a row, and becomes a delivery when it falls due. Whether it is still true is asked just before it
goes, so that nobody is reminded of what moved, passed or was given back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Index, String, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme import enrolments
from programme.audiences import REACHED_BY
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
ASKED_AFTER = timedelta(hours=1)
ASKED_UNTIL = timedelta(days=7)
NUDGED_AFTER = timedelta(hours=24)
NUDGED_UNTIL = timedelta(days=7)
AT_ONCE = 500
"""How many rows one transaction plans or hands over: it must not hold up anybody's turn."""

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


async def plan_seats(
    session: AsyncSession, now: datetime, leads: Sequence[tuple[str, timedelta]], quiet: QuietHours
) -> int:
    """Plan the reminders of seats that were booked, or whose workshop moved, since; returns how many seats."""
    unplanned = (
        select(Enrolment, Workshop, Person.channel)
        .join(Workshop, Workshop.id == Enrolment.workshop_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.status == "booked", Enrolment.planned_for.is_(None))
        .order_by(Enrolment.id).limit(AT_ONCE)
    )  # fmt: skip
    rows = list(await session.execute(unplanned))
    for enrolment, workshop, channel in rows:
        enrolment.planned_for = workshop.starts_at
        if channel == REACHED_BY and workshop.status == OPEN:
            await _plan_seat(session, enrolment, workshop, now, leads, quiet)
    return len(rows)


async def _plan_seat(
    session: AsyncSession, enrolment: Enrolment, workshop: Workshop, now: datetime,
    leads: Sequence[tuple[str, timedelta]], quiet: QuietHours,
) -> None:  # fmt: skip
    known = await _known(session, enrolment, workshop.starts_at)
    times = [(kind, quiet.pulled_forward(workshop.starts_at - lead)) for kind, lead in leads]
    ends = [*(due for _kind, due in times[1:]), workshop.starts_at]
    asked = quiet.end_after(workshop.ends_at + ASKED_AFTER)
    planned = [(kind, due, until) for (kind, due), until in zip(times, ends, strict=True)]
    for kind, due, until in [*planned, (ATTENDANCE, asked, asked + ASKED_UNTIL)]:
        if due <= now:
            continue
        reminder = known.get(kind) or _reminder(enrolment, kind, workshop.starts_at, now)
        reminder.due_at, reminder.useful_until = due, until
        if reminder.status == DROPPED:  # given back, and booked again
            reminder.status, reminder.done_at = PLANNED, None
        session.add(reminder)


async def _known(session: AsyncSession, enrolment: Enrolment, starts: datetime) -> dict[str, Reminder]:
    rows = await session.scalars(
        select(Reminder).where(Reminder.enrolment_id == enrolment.id, Reminder.for_time == starts)
    )
    return {reminder.kind: reminder for reminder in rows}


def _reminder(enrolment: Enrolment, kind: str, for_time: datetime, now: datetime) -> Reminder:
    return Reminder(
        person_id=enrolment.person_id, enrolment_id=enrolment.id, kind=kind, for_time=for_time, status=PLANNED,
        created_at=now,
    )  # fmt: skip


async def tell_change(session: AsyncSession, workshop: Workshop, kind: str, now: datetime, quiet: QuietHours) -> int:
    """Let everybody with a seat, an offer or a place in line know that the workshop moved or is called off.

    What concerns today goes at once, at night too; the rest not before morning. Returns how many people.
    """
    standing = ACTIVE if kind == MOVED else ("cancelled",)
    concerned = select(Enrolment).join(Person, Person.id == Enrolment.person_id).where(
        Enrolment.workshop_id == workshop.id, Enrolment.status.in_(standing), Person.channel == REACHED_BY
    )  # fmt: skip
    if kind == CALLED_OFF:
        concerned = concerned.where(Enrolment.cancelled_by == enrolments.ORGANISER, Enrolment.updated_at == now)
    else:
        await _plan_again(session, workshop)
    rows = list(await session.scalars(concerned))
    urgent = is_urgent(workshop.starts_at, now, quiet)
    for enrolment in rows:
        known = (await _known(session, enrolment, workshop.starts_at)).get(kind)
        reminder = known or _reminder(enrolment, kind, workshop.starts_at, now)
        if known is not None and known.status != PLANNED:  # moved away and back: that is news too
            await session.delete(known)
            await session.flush()
            reminder = _reminder(enrolment, kind, workshop.starts_at, now)
        reminder.urgent, reminder.due_at = urgent, now if urgent else quiet.end_after(now)
        reminder.useful_until = max(workshop.starts_at, now + timedelta(days=1))
        session.add(reminder)
    return len(rows)


async def _plan_again(session: AsyncSession, workshop: Workshop) -> None:
    """What was planned for the old day is dropped; the workers plan anew."""
    anew = update(Enrolment).where(Enrolment.workshop_id == workshop.id).values(planned_for=None)
    await session.execute(anew)
    old = select(Enrolment.id).where(Enrolment.workshop_id == workshop.id)
    dropped = update(Reminder).where(
        Reminder.enrolment_id.in_(old), Reminder.status == PLANNED, Reminder.for_time != workshop.starts_at
    )
    await session.execute(dropped.values(status=DROPPED))


def is_urgent(starts: datetime, now: datetime, quiet: QuietHours) -> bool:
    """Whether a change must not wait until morning: the day it concerns has come by then."""
    morning = quiet.end_after(now).astimezone(quiet.zone).date()
    return starts.astimezone(quiet.zone).date() <= morning


async def plan_offers(session: AsyncSession, now: datetime, quiet: QuietHours) -> int:
    """Plan word of seats that came free; an offer's time runs from when it can be told. Returns how many."""
    untold = (
        select(Enrolment, Workshop)
        .join(Workshop, Workshop.id == Enrolment.workshop_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(
            Enrolment.status == "offered", Enrolment.told_at.is_(None), Person.channel == REACHED_BY,
            ~select(Reminder.id).where(
                Reminder.enrolment_id == Enrolment.id, Reminder.kind == OFFER, Reminder.for_time == Enrolment.updated_at
            ).exists(),
        )
        .limit(AT_ONCE)
    )  # fmt: skip
    rows = list(await session.execute(untold))
    for enrolment, workshop in rows:
        reminder = _reminder(enrolment, OFFER, enrolment.updated_at, now)
        reminder.urgent = is_urgent(workshop.starts_at, now, quiet)
        reminder.due_at = now if reminder.urgent else quiet.end_after(now)
        reminder.useful_until = workshop.starts_at
        enrolment.offered_until = offer_ends(workshop, reminder.due_at, quiet)
        session.add(reminder)
    return len(rows)


def offer_ends(workshop: Workshop, told: datetime, quiet: QuietHours) -> datetime:
    """Six hours of waking time after the person was told, or when the workshop begins."""
    return min(quiet.waking_time_after(told, OFFER_CLOCK), workshop.starts_at)


async def plan_nudges(session: AsyncSession, now: datetime, quiet: QuietHours) -> int:
    """Plan one reminder of a registration left half done a day ago; never a second one. Returns how many."""
    left = (
        select(Interview)
        .join(Person, Person.id == Interview.person_id)
        .where(
            Interview.purpose == REGISTER, Interview.updated_at <= now - NUDGED_AFTER,
            Interview.updated_at > now - NUDGED_UNTIL, Person.channel == REACHED_BY,
            ~select(Reminder.id).where(Reminder.person_id == Interview.person_id, Reminder.kind == NUDGE).exists(),
        )
        .limit(AT_ONCE)
    )  # fmt: skip
    rows = list(await session.scalars(left))
    for interview in rows:
        due = quiet.end_after(now)
        session.add(
            Reminder(person_id=interview.person_id, kind=NUDGE, due_at=due, useful_until=due + timedelta(days=2),
                     status=PLANNED, created_at=now)
        )  # fmt: skip
    return len(rows)


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
