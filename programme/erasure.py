"""Erasing a person and giving a person a copy: sections 8(7), 11 and 12 of the Act, rule 8(3) of the Rules.

What the law keeps is a sealed record under a random token: which consent was given and withdrawn, and when. It goes
one year after the erasure.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from programme import audit, consents, enrolments, referrals
from programme.businesses import Business
from programme.channels import is_telegram
from programme.deliveries import Delivery
from programme.inbox import Update
from programme.messages import Message, Question
from programme.outbox import Outgoing, UnreachableChat
from programme.people import Consent, Person
from programme.referrals import Referral, ReferralLink
from programme.registration.interviews import Interview
from programme.reminders import Reminder
from programme.traces import scrub_after
from programme.trackers import StoredTracker
from programme.workshops import Enrolment, Workshop

KEPT_AFTER_ERASURE = timedelta(days=365)


async def erase(session: AsyncSession, person: Person, *, actor: str, now: datetime) -> datetime | None:
    """Erase everything that tells who `person` is; returns when the sealed record goes, or None where there is none."""
    held = [workshop.id for _enrolment, workshop in await enrolments.active_of(session, person, now)]
    for workshop_id in sorted(held):  # as everybody locks them
        await enrolments.give_back(session, person, workshop_id, now)
    scrub_after(session)
    consents.withdraw(person, consents.PURPOSES, now)
    await session.execute(update(Question).where(Question.person_id == person.id).values(person_id=None, text=""))
    for table in (Delivery, Reminder, Interview, Message, Enrolment, Business):
        await session.execute(delete(table).where(table.person_id == person.id))
    await referrals.forget(session, person)
    await session.execute(delete(StoredTracker).where(StoredTracker.sender_id == person.key))
    if is_telegram(person.channel):
        await _forget_chat(session, person.address)
    # with the number of the row enough for `programme.erasures`, and for nobody else
    met_at = person.created_at.isoformat()
    audit.note(session, actor=actor, act="erase", subject=f"person:{person.id}", now=now, detail=met_at)
    return await _seal(session, person, now)


async def _forget_chat(session: AsyncSession, chat: str) -> None:
    """Of what was answered and delivered stays that it was; what still waits is kept until then and two days more."""
    for table in (Update, Outgoing):
        done = update(table).where(table.chat == chat, table.done_at.is_not(None))
        await session.execute(done.values(chat=""))
    await session.execute(delete(UnreachableChat).where(UnreachableChat.chat == chat))


async def _seal(session: AsyncSession, person: Person, now: datetime) -> datetime | None:
    if not person.consents:
        await session.delete(person)
        await session.flush()
        return None
    person.channel, person.address = "erased", secrets.token_urlsafe(24)
    person.name = person.phone = person.language = None
    person.phone_verified = person.language_chosen = False
    person.shown, person.standing = [], None
    person.stopped_at = None
    person.erased_at, person.purge_at = now, now + KEPT_AFTER_ERASURE
    await session.flush()
    return person.purge_at


async def export(session: AsyncSession, person: Person) -> dict[str, Any]:
    """Everything kept about `person`, as plain values: what section 11 of the Act lets her ask for."""
    booked = await session.execute(
        select(Enrolment, Workshop).join(Workshop, Workshop.id == Enrolment.workshop_id)
        .where(Enrolment.person_id == person.id)
    )  # fmt: skip
    return {
        "person": columns_of(person, without=("shown",)),
        "consents": [columns_of(row) for row in await _rows(session, Consent, person)],
        "businesses": [{**columns_of(row), "size": row.size} for row in await _rows(session, Business, person)],
        "workshops": [{"title": workshop.title("en"), **columns_of(enrolment)} for enrolment, workshop in booked],
        "reminders": [columns_of(row) for row in await _rows(session, Reminder, person)],
        "deliveries": [columns_of(row, without=("token",)) for row in await _rows(session, Delivery, person)],
        "invitation": await _invitation(session, person),
        "messages": [columns_of(row) for row in await _rows(session, Message, person)],
        "questions": [columns_of(row) for row in await _rows(session, Question, person)],
    }


async def _invitation(session: AsyncSession, person: Person) -> dict[str, Any]:
    """Her own link, and when she came through somebody else's: not whose, for that is about another person."""
    link = (await session.scalars(select(ReferralLink).where(ReferralLink.person_id == person.id))).first()
    followed = await session.get(Referral, person.id)
    return {
        "own": {**columns_of(link), "registered": await referrals.came_through(session, person)} if link else None,
        "followed": columns_of(followed, without=("code",)) if followed else None,
    }


async def _rows(session: AsyncSession, table: Any, person: Person) -> list[Any]:
    return list(await session.scalars(select(table).where(table.person_id == person.id).order_by(table.id)))


def columns_of(row: Any, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """A row by its column names, times as ISO 8601 in UTC."""
    names = [column.key for column in row.__table__.columns if column.key not in without]
    values = {name: getattr(row, name) for name in names}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


async def purge(session: AsyncSession, now: datetime) -> int:
    """Delete the sealed records whose year is over; returns how many people that were."""
    due = list(await session.scalars(select(Person).where(Person.purge_at <= now)))
    for person in due:
        audit.note(session, actor="purge", act="purge", subject=f"person:{person.id}", now=now)
        await session.delete(person)
    return len(due)
