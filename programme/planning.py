"""Planning what is written to one person unasked: when each reminder falls due, and what a change of plans makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from programme import enrolments
from programme.channels import LIKE_TELEGRAM, is_telegram
from programme.enrolments import ACTIVE
from programme.people import Person
from programme.quiet_hours import QuietHours
from programme.registration.interviews import REGISTER, Interview
from programme.reminders import ATTENDANCE, CALLED_OFF, DROPPED, MOVED, NUDGE, OFFER, PLANNED, Reminder, offer_ends
from programme.workshops import OPEN, Enrolment, Workshop

ASKED_AFTER = timedelta(hours=1)
ASKED_UNTIL = timedelta(days=7)
NUDGED_AFTER = timedelta(hours=24)
NUDGED_UNTIL = timedelta(days=7)
AT_ONCE = 500
"""How many rows one transaction plans: it must not hold up anybody's turn."""


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
        if is_telegram(channel) and workshop.status == OPEN:
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
        Enrolment.workshop_id == workshop.id, Enrolment.status.in_(standing), Person.channel.in_(LIKE_TELEGRAM)
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
            Enrolment.status == "offered", Enrolment.told_at.is_(None), Person.channel.in_(LIKE_TELEGRAM),
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


async def plan_nudges(session: AsyncSession, now: datetime, quiet: QuietHours) -> int:
    """Plan one reminder of a registration left half done a day ago; never a second one. Returns how many."""
    left = (
        select(Interview)
        .join(Person, Person.id == Interview.person_id)
        .where(
            Interview.purpose == REGISTER, Interview.updated_at <= now - NUDGED_AFTER,
            Interview.updated_at > now - NUDGED_UNTIL, Person.channel.in_(LIKE_TELEGRAM),
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


async def next_nudge(session: AsyncSession, now: datetime) -> datetime | None:
    """When the next registration will have been left alone for a day."""
    left = select(func.min(Interview.updated_at)).where(Interview.updated_at > now - NUDGED_AFTER)
    earliest = (await session.scalars(left)).one()
    return earliest + NUDGED_AFTER if earliest else None
