"""The last look before a message goes out unasked, and the first after: may it still go, and what follows from its fate."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from programme import audiences, broadcasts, consents, deliveries, outbox, reminders
from programme.broadcasts import PAUSED, SCHEDULED, SENDING, Broadcast
from programme.channels import is_telegram
from programme.deliveries import CANCELLED, OPTED_OUT, QUEUED, SENT, UNREACHABLE, Delivery, Fate
from programme.outbox import UnreachableChat
from programme.people import Person
from programme.quiet_hours import QuietHours
from programme.registration.interviews import Interview
from programme.reminders import NUDGE, OFFER, SERVICE_NOTICES, Reminder
from programme.workers import Worker
from programme.workshops import Enrolment, Workshop

IN_A_FORM = timedelta(hours=2)
"""How long a message waits for a person to finish a form."""
LOOK_AGAIN = timedelta(minutes=1)
TOKEN_BYTES = 9


@dataclass(frozen=True)
class Parcel:
    """One message that goes now: to whom, about what. `token` is what its buttons carry."""

    delivery: int
    chat: str
    language: str
    token: str
    attempts: int
    name: str | None
    broadcast: Broadcast | None = None
    reminder: Reminder | None = None
    workshop: Workshop | None = None
    enrolment: Enrolment | None = None


@dataclass(frozen=True)
class _Row:
    """One delivery with all that decides whether it may go."""

    delivery: Delivery
    person: Person
    away: datetime | None
    interview: Interview | None
    reminder: Reminder | None
    enrolment: Enrolment | None
    workshop: Workshop | None
    broadcast: Broadcast | None = None


async def prepare(session: AsyncSession, ids: Sequence[int], worker: str, now: datetime) -> list[Parcel]:
    """Of the deliveries that `worker` claimed, mark as `sending` those that may go, and record what becomes of the rest."""
    rows = await _rows(session, ids, worker)
    fates = {row.delivery.id: _decided(row, now) for row in rows}
    going = [row for row in rows if fates[row.delivery.id] is None]
    await deliveries.record(session, [fate for fate in fates.values() if fate is not None], worker, now)
    await _follow(session, rows, [fate for fate in fates.values() if fate is not None], now)
    marked = await deliveries.mark_sending(session, [row.delivery.id for row in going], worker)
    parcels = []
    for row in going:
        if row.delivery.id in marked:
            if row.broadcast is None or row.broadcast.buttons:
                row.delivery.token = row.delivery.token or secrets.token_urlsafe(TOKEN_BYTES)
            parcels.append(_parcel(row))
    return parcels


async def _rows(session: AsyncSession, ids: Sequence[int], worker: str) -> list[_Row]:
    found = await session.execute(
        select(Delivery, Person, UnreachableChat.since, Interview, Reminder, Enrolment)
        .join(Person, Person.id == Delivery.person_id)
        .outerjoin(UnreachableChat, UnreachableChat.chat == Person.address)
        .outerjoin(Interview, Interview.person_id == Person.id)
        .outerjoin(Reminder, Reminder.id == Delivery.reminder_id)
        .outerjoin(Enrolment, Enrolment.id == Reminder.enrolment_id)
        .where(Delivery.id.in_(ids), Delivery.claimed_by == worker, Delivery.status == QUEUED)
        .order_by(Delivery.id)
    )  # fmt: skip
    rows: list[Any] = [tuple(row) for row in found]
    broadcasts = await _by_id(session, Broadcast, {row[0].broadcast_id for row in rows})
    about = {row[5].workshop_id for row in rows if row[5]} | {one.workshop_id for one in broadcasts.values()}
    workshops = await _by_id(session, Workshop, about)
    return [_row(row, broadcasts, workshops) for row in rows]


async def _by_id(session: AsyncSession, table: Any, ids: set[int | None]) -> dict[int | None, Any]:
    wanted = [number for number in ids if number is not None]
    rows = list(await session.scalars(select(table).where(table.id.in_(wanted)))) if wanted else []
    return {row.id: row for row in rows}


def _row(found: Any, broadcasts: dict[int | None, Any], workshops: dict[int | None, Any]) -> _Row:
    delivery, person, away, interview, reminder, enrolment = found
    broadcast = broadcasts.get(delivery.broadcast_id)
    workshop = workshops.get(enrolment.workshop_id if enrolment else broadcast.workshop_id if broadcast else None)
    return _Row(delivery, person, away, interview, reminder, enrolment, workshop, broadcast)


def _decided(row: _Row, now: datetime) -> Fate | None:
    """What becomes of a delivery that may not go now; None: it goes."""
    number = row.delivery.id
    if row.broadcast is not None and row.broadcast.status != SENDING:
        return Fate(number, QUEUED, later=row.delivery.due_at)  # paused meanwhile
    if row.reminder is not None:
        judged = reminders.verdict(row.reminder, row.enrolment, row.workshop, row.interview, now)
        if judged is not None:
            return Fate(number, CANCELLED, "too late" if judged == reminders.MISSED else "no longer so")
    if not _wants(row):
        return Fate(number, OPTED_OUT)
    if not is_telegram(row.person.channel):
        return Fate(number, UNREACHABLE, f"talks on {row.person.channel}")
    if row.away is not None:
        return Fate(number, UNREACHABLE, "blocked or gone")
    if _is_busy(row, now):
        return Fate(number, QUEUED, later=now + LOOK_AGAIN)
    return None


def _wants(row: _Row) -> bool:
    """Asked again at the last moment: consent may have been withdrawn, or the person be gone, since."""
    person = row.person
    if row.broadcast is not None and row.broadcast.meant_for.only is not None:
        return True
    if person.stopped_at is not None or person.erased_at is not None:
        return False
    if not consents.in_force(person, consents.REGISTRATION):
        return False
    if row.broadcast is not None:
        purpose = audiences.CONSENT_FOR[row.broadcast.category]
    else:
        assert row.reminder is not None
        purpose = None if row.reminder.kind in (*SERVICE_NOTICES, NUDGE) else consents.REMINDERS
    return purpose is None or consents.in_force(person, purpose)


def _is_busy(row: _Row, now: datetime) -> bool:
    """Whether the person is in the middle of a form, which a message would break into."""
    interview = row.interview
    if interview is None or row.delivery.urgent or (row.reminder is not None and row.reminder.kind == NUDGE):
        return False
    due = row.broadcast.due_at if row.broadcast is not None and row.broadcast.due_at else row.delivery.created_at
    return now - interview.updated_at < IN_A_FORM and now - due < IN_A_FORM


def _parcel(row: _Row) -> Parcel:
    return Parcel(
        row.delivery.id, row.person.address, row.delivery.language, row.delivery.token or "", row.delivery.attempts,
        row.person.name, row.broadcast, row.reminder, row.workshop, row.enrolment,
    )  # fmt: skip


async def conclude(
    session: AsyncSession, parcels: Sequence[tuple[Parcel, Fate]], worker: str, now: datetime, quiet: QuietHours
) -> None:
    """Record what became of messages, and what follows: an offer's clock runs, a chat is known to be out of reach."""
    again = {parcel.broadcast.id for parcel, fate in parcels if fate.later is not None and parcel.broadcast is not None}
    called_off = await broadcasts.called_off_among(session, sorted(again)) if again else []
    plainly_sent = [fate.delivery for parcel, fate in parcels if fate.status == SENT and parcel.reminder is None]
    await deliveries.record_sent(session, plainly_sent, worker, now)
    others = [(parcel, fate) for parcel, fate in parcels if fate.delivery not in set(plainly_sent)]
    await deliveries.record(session, [fate for _parcel, fate in others], worker, now)
    for parcel, fate in others:
        if fate.status == UNREACHABLE:
            await outbox.mark_unreachable(session, parcel.chat, now)
        if parcel.reminder is not None and fate.later is None:
            await _close(session, parcel.reminder.id, fate, now, quiet)
    if called_off:  # while these were under way
        await deliveries.call_off_queued(session, called_off, now)


async def settle_lost(session: AsyncSession, worker: str, now: datetime, quiet: QuietHours) -> tuple[int, int]:
    """Take from a dead worker what it held, and let follow what follows from an uncertain reminder. Returns how many
    are uncertain, and how many free again."""
    lost = await deliveries.reminders_under_way(session, worker)
    settled = await deliveries.settle_lost(session, worker, now)
    for delivery, reminder in lost:
        await _close(session, reminder, Fate(delivery, deliveries.UNCERTAIN), now, quiet)
    return settled


async def _follow(session: AsyncSession, rows: Sequence[_Row], fates: Sequence[Fate], now: datetime) -> None:
    """A reminder that did not go has an end too; an offer that nobody hears of passes on."""
    ended = {fate.delivery: fate for fate in fates if fate.later is None}
    for row in rows:
        fate = ended.get(row.delivery.id)
        if fate is None or row.reminder is None:
            continue
        row.reminder.done_at = now
        row.reminder.status = {"too late": reminders.MISSED, "no longer so": reminders.DROPPED}.get(
            fate.failure or "", fate.status
        )
        if row.reminder.kind == OFFER and fate.status != CANCELLED and row.enrolment is not None:
            row.enrolment.offered_until = now


async def _close(session: AsyncSession, number: int, fate: Fate, now: datetime, quiet: QuietHours) -> None:
    reminder = await session.get(Reminder, number)
    if reminder is None:
        return
    reminder.status, reminder.done_at = fate.status, now
    if reminder.kind != OFFER or reminder.enrolment_id is None:
        return
    enrolment = await session.get(Enrolment, reminder.enrolment_id)
    if enrolment is None or enrolment.status != "offered" or enrolment.updated_at != reminder.for_time:
        return
    if fate.status in (SENT, deliveries.UNCERTAIN):
        workshop = await session.get_one(Workshop, enrolment.workshop_id)
        enrolment.told_at = now
        enrolment.offered_until = reminders.offer_ends(workshop, now, quiet)
    else:
        enrolment.offered_until = now


async def settle_restored(session: AsyncSession, now: datetime) -> None:
    """In a database that was put back from a backup: nobody knows what went out since it was taken.

    What was claimed or told to one person alone is `uncertain`, what fell due meanwhile is `missed`, and broadcasts under
    way are paused: staff see what is left of them, and decide.
    """
    quietly = {"execution_options": {"synchronize_session": False}}
    waiting = (Delivery.status == deliveries.SENDING) | (
        (Delivery.status == QUEUED) & (Delivery.claimed_by.is_not(None) | Delivery.reminder_id.is_not(None))
    )
    lost = update(Delivery).where(waiting)
    values = {"status": deliveries.UNCERTAIN, "failure": "restored from a backup", "claimed_by": None, "done_at": now}
    await session.execute(lost.values(**values), **quietly)
    due = update(Reminder).where(Reminder.status == reminders.PLANNED, Reminder.due_at <= now)
    await session.execute(due.values(status=reminders.MISSED, done_at=now), **quietly)
    await session.execute(update(Broadcast).where(Broadcast.status == SENDING).values(status=PAUSED), **quietly)
    late = update(Broadcast).where(Broadcast.status == SCHEDULED, Broadcast.due_at <= now)
    await session.execute(late.values(status=PAUSED), **quietly)
    await session.execute(delete(Worker))
