"""Seats: booked, waited for, offered for a limited time, given back. Each change is one transaction of the caller's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.channels import is_telegram
from programme.outbox import UnreachableChat
from programme.people import Person
from programme.workshops import Enrolment, Workshop, seats_left

OFFER_HOURS = 6
OWNER = "owner"
ORGANISER = "organiser"
ACTIVE = ("booked", "waitlisted", "offered")

AS_THEY_ARE_NOW = {"populate_existing": True}
"""A turn's session still holds rows as they were in its first transaction; others have written since."""

# Asked on every turn, so built once
_DUE = select(Enrolment.workshop_id).where(Enrolment.status == "offered", Enrolment.offered_until <= bindparam("now"))
_UNTOLD = (
    select(Enrolment.id)
    .where(Enrolment.person_id == bindparam("person"), Enrolment.status == "offered", Enrolment.told_at.is_(None))
    .limit(1)
)

Answer = Literal["booked", "waitlisted", "offered", "already", "past", "cancelled", "gone"]


@dataclass(frozen=True)
class Seat:
    """The answer to a wish for a seat; `position` in the waiting list, from 1, where there is one."""

    answer: Answer
    enrolment: Enrolment | None = None
    position: int | None = None


async def book(session: AsyncSession, person: Person, workshop_id: int, now: datetime) -> Seat:
    """Book a seat, or wait in line when there is none. Asked twice, the second answer says how it stands."""
    workshop = await _locked(session, workshop_id)
    if workshop is None or workshop.status != "open":
        return Seat("cancelled")
    if workshop.starts_at <= now:
        return Seat("past")
    await _settle_workshop(session, workshop, now)
    enrolment = await _of(session, person, workshop)
    if enrolment is not None and enrolment.status in ACTIVE:
        return await _stand(session, enrolment, workshop, now)
    enrolment = enrolment or Enrolment(person_id=person.id, workshop_id=workshop.id, status="", queued_at=now)
    return await _join(session, enrolment, workshop, now)


async def _stand(session: AsyncSession, enrolment: Enrolment, workshop: Workshop, now: datetime) -> Seat:
    """An offer is taken by asking; so is a seat that stayed free because its offers were let pass."""
    place = await position(session, enrolment)
    if enrolment.status == "offered" or (place is not None and place <= await seats_left(session, workshop)):
        return _take_seat(enrolment, now)
    return Seat("already", enrolment, place)


async def _join(session: AsyncSession, enrolment: Enrolment, workshop: Workshop, now: datetime) -> Seat:
    free = await seats_left(session, workshop) > 0
    enrolment.status = "booked" if free else "waitlisted"
    enrolment.queued_at = enrolment.updated_at = now
    enrolment.booked_at = now if free else None
    enrolment.offered_until = enrolment.told_at = enrolment.cancelled_by = enrolment.planned_for = None
    session.add(enrolment)
    await session.flush()
    if free:
        return Seat("booked", enrolment)
    return Seat("waitlisted", enrolment, await position(session, enrolment))


def _take_seat(enrolment: Enrolment, now: datetime) -> Seat:
    enrolment.status, enrolment.booked_at = "booked", now
    enrolment.offered_until = enrolment.planned_for = None
    enrolment.updated_at = now
    return Seat("booked", enrolment)


async def accept(session: AsyncSession, person: Person, workshop_id: int, now: datetime) -> Seat:
    """Take the seat that was offered; `gone` when the offer has run out or the workshop has begun."""
    workshop = await _locked(session, workshop_id)
    if workshop is None:
        return Seat("gone")
    await _settle_workshop(session, workshop, now)
    enrolment = await _of(session, person, workshop)
    if enrolment is not None and enrolment.status == "booked":
        return Seat("already", enrolment)
    if enrolment is None or enrolment.status != "offered" or not workshop.is_coming(now):
        return Seat("gone", enrolment, await position(session, enrolment) if enrolment else None)
    return _take_seat(enrolment, now)


async def give_back(session: AsyncSession, person: Person, workshop_id: int, now: datetime) -> Seat:
    """Give up a seat, an offer or a place in line; a freed seat is offered to the first in line at once.

    `gone` where there is nothing to give up, or the workshop is over.
    """
    workshop = await _locked(session, workshop_id)
    enrolment = await _of(session, person, workshop) if workshop else None
    if workshop is None or enrolment is None or enrolment.status not in ACTIVE or workshop.ends_at <= now:
        return Seat("gone")
    enrolment.status, enrolment.cancelled_by = "cancelled", OWNER
    enrolment.offered_until, enrolment.updated_at = None, now
    await session.flush()
    await _offer_free_seats(session, workshop, now)
    return Seat("cancelled", enrolment)


async def attend(session: AsyncSession, person: Person, workshop_id: int, *, came: bool, now: datetime) -> bool:
    """Write down whether the person was at a workshop that is over; False where she had no seat in it."""
    workshop = await _locked(session, workshop_id)
    enrolment = await _of(session, person, workshop) if workshop else None
    if workshop is None or enrolment is None or workshop.ends_at > now:
        return False
    if enrolment.status not in ("booked", "attended", "missed"):
        return False
    enrolment.status, enrolment.updated_at = "attended" if came else "missed", now
    return True


async def rate(session: AsyncSession, person: Person, workshop_id: int, rating: int, now: datetime) -> bool:
    """Write down what the person thought of a workshop, 1 to 5; False for who was not there."""
    workshop = await _locked(session, workshop_id)
    enrolment = await _of(session, person, workshop) if workshop else None
    if enrolment is None or enrolment.status != "attended":
        return False
    enrolment.rating, enrolment.updated_at = rating, now
    return True


async def position(session: AsyncSession, enrolment: Enrolment) -> int | None:
    """The place in the waiting list, from 1; None for someone who does not wait."""
    if enrolment.status != "waitlisted":
        return None
    ahead = select(func.count()).where(
        Enrolment.workshop_id == enrolment.workshop_id,
        Enrolment.status == "waitlisted",
        (Enrolment.queued_at < enrolment.queued_at)
        | ((Enrolment.queued_at == enrolment.queued_at) & (Enrolment.id < enrolment.id)),
    )
    return int((await session.execute(ahead)).scalar_one()) + 1


async def active_of(session: AsyncSession, person: Person, now: datetime) -> list[tuple[Enrolment, Workshop]]:
    """What the person is booked for, waits for or is offered, soonest first; past workshops are left out."""
    rows = await session.execute(
        select(Enrolment, Workshop)
        .join(Workshop, Workshop.id == Enrolment.workshop_id)
        .where(Enrolment.person_id == person.id, Enrolment.status.in_(ACTIVE), Workshop.ends_at > now)
        .order_by(Workshop.starts_at, Workshop.id),
        execution_options=AS_THEY_ARE_NOW,
    )
    return [(enrolment, workshop) for enrolment, workshop in rows]


async def untold_offers(session: AsyncSession, person: Person, now: datetime) -> list[tuple[Enrolment, Workshop]]:
    """Offers that the person has not heard of; marks them told."""
    rows = [row for row in await active_of(session, person, now) if row[0].status == "offered" and not row[0].told_at]
    for enrolment, _workshop in rows:
        enrolment.told_at = now
    return rows


async def settle_due(session: AsyncSession, now: datetime) -> int:
    """End every offer whose time has run out and offer the seat to the next in line; returns how many ended."""
    ended = 0
    for workshop_id in sorted(
        set(await session.scalars(_DUE, {"now": now}))
    ):  # one order for all: nobody waits in a circle
        workshop = await _locked(session, workshop_id)
        if workshop is not None:
            ended += await _settle_workshop(session, workshop, now)
    return ended


async def _settle_workshop(session: AsyncSession, workshop: Workshop, now: datetime) -> int:
    due = select(Enrolment).where(
        Enrolment.workshop_id == workshop.id, Enrolment.status == "offered", Enrolment.offered_until <= now
    )
    expired = list(await session.scalars(due, execution_options=AS_THEY_ARE_NOW))
    for enrolment in expired:
        enrolment.status, enrolment.queued_at, enrolment.updated_at = "waitlisted", now, now
        enrolment.offered_until = None
    if expired:
        await session.flush()
        await _offer_free_seats(session, workshop, now, passing_over={enrolment.id for enrolment in expired})
    return len(expired)


async def _offer_free_seats(
    session: AsyncSession, workshop: Workshop, now: datetime, passing_over: frozenset[int] | set[int] = frozenset()
) -> None:
    if not workshop.is_coming(now):
        return
    free = await seats_left(session, workshop)
    waiting = select(Enrolment).where(Enrolment.workshop_id == workshop.id, Enrolment.status == "waitlisted")
    waiting = waiting.order_by(Enrolment.queued_at, Enrolment.id)
    in_line = list(await session.scalars(waiting, execution_options=AS_THEY_ARE_NOW))
    for enrolment in [waits for waits in in_line if waits.id not in passing_over][:free]:
        enrolment.status, enrolment.told_at, enrolment.updated_at = "offered", None, now
        enrolment.offered_until = min(now + timedelta(hours=OFFER_HOURS), workshop.starts_at)
    await session.flush()


async def _locked(session: AsyncSession, workshop_id: int) -> Workshop | None:
    """The workshop's row, locked against other writers until the transaction ends (SQLite locks the whole file)."""
    row = select(Workshop).where(Workshop.id == workshop_id).with_for_update()
    return (await session.scalars(row, execution_options=AS_THEY_ARE_NOW)).first()


async def _of(session: AsyncSession, person: Person, workshop: Workshop) -> Enrolment | None:
    held = select(Enrolment).where(Enrolment.person_id == person.id, Enrolment.workshop_id == workshop.id)
    return (await session.scalars(held, execution_options=AS_THEY_ARE_NOW)).first()


async def has_untold_offers(session: AsyncSession, person: Person) -> bool:
    """Whether a seat is offered to the person that she has not been told of."""
    return (await session.scalars(_UNTOLD, {"person": person.id})).first() is not None


async def out_of_reach(session: AsyncSession, workshop_id: int) -> list[dict[str, Any]]:
    """Who has a place in the workshop and cannot be told of changes: blocked, said STOP, or talks where we cannot write."""
    rows = await session.execute(
        select(Enrolment, Person, UnreachableChat.since)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(UnreachableChat, UnreachableChat.chat == Person.address)
        .where(Enrolment.workshop_id == workshop_id, Enrolment.status.in_(ACTIVE))
        .order_by(Enrolment.id)
    )  # fmt: skip
    found = [(enrolment, person, _why_out_of_reach(person, since)) for enrolment, person, since in rows]
    return [
        {"person": person.id, "name": person.name, "phone": person.phone, "standing": enrolment.status, "why": why}
        for enrolment, person, why in found
        if why
    ]


def _why_out_of_reach(person: Person, since: datetime | None) -> str | None:
    if not is_telegram(person.channel):
        return f"talks on {person.channel}"
    if person.stopped_at is not None:
        return f"said STOP on {person.stopped_at.date()}"
    return f"blocked the bot or is gone since {since.date()}" if since else None
