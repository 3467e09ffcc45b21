"""Minding: what falls due becomes work. The same, whoever does it and however often."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import broadcasts, deliveries, enrolments, planning, reminders
from programme.surroundings import Surroundings

ONE_AT_A_TIME = 6_778_464
"""The lock, a number of our own, that whoever minds on PostgreSQL holds meanwhile."""


async def mind(surroundings: Surroundings) -> bool:
    """Plan reminders, hand over what is due, begin and end broadcasts, let offers run out; returns whether there is
    anything to send now."""
    now, quiet = surroundings.now(), surroundings.quiet
    async with surroundings.sessions.begin() as session:
        await _alone(session)
        await enrolments.settle_due(session, now)
        await planning.plan_seats(session, now, surroundings.leads, quiet)
        await planning.plan_offers(session, now, quiet)
        await planning.plan_nudges(session, now, quiet)
        await session.flush()
        await reminders.hand_over(session, now, surroundings.languages)
        await session.flush()
        await broadcasts.turn_over(session, now)
        going = await broadcasts.being_sent(session)
        return await deliveries.is_work_left(session, going, now, quiet=quiet.cover(now))


async def _alone(session: AsyncSession) -> None:
    if session.get_bind().dialect.name == "postgresql":  # SQLite has one writer anyway
        await session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
