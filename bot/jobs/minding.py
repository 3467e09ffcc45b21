"""Minding: what falls due becomes work. The same, whoever does it and however often."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import broadcasts, deliveries, enrolments, erasure, inbox, outbox, reminders
from programme.surroundings import Surroundings

ONE_AT_A_TIME = 6_778_464
"""The lock, a number of our own, that whoever minds on PostgreSQL holds meanwhile."""
KEPT = timedelta(days=2)
"""How long what was answered and delivered stays, without its content: Telegram repeats nothing after one day."""


async def mind(surroundings: Surroundings) -> bool:
    """Plan reminders, hand over what is due, begin and end broadcasts, let offers run out; returns whether there is
    anything to send now."""
    now, quiet = surroundings.now(), surroundings.quiet
    async with surroundings.sessions.begin() as session:
        await _alone(session)
        await enrolments.settle_due(session, now)
        await reminders.plan_seats(session, now, surroundings.leads, quiet)
        await reminders.plan_offers(session, now, quiet)
        await reminders.plan_nudges(session, now, quiet)
        await session.flush()
        await reminders.hand_over(session, now, surroundings.languages)
        await session.flush()
        await broadcasts.turn_over(session, now)
        going = await broadcasts.being_sent(session)
        return await deliveries.is_work_left(session, going, now, quiet=quiet.cover(now))


async def _alone(session: AsyncSession) -> None:
    if session.get_bind().dialect.name == "postgresql":  # SQLite has one writer anyway
        await session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))


async def purge(surroundings: Surroundings) -> datetime:
    """Delete what is past its time: what was answered and delivered, and the sealed records of erased people."""
    now = surroundings.now()
    async with surroundings.sessions.begin() as session:
        await inbox.forget_done(session, now - KEPT)
        await outbox.forget_done(session, now - KEPT)
        await erasure.purge(session, now)
    return now
