"""When something falls due next: whatever is written down anywhere as lying ahead."""

from __future__ import annotations

from datetime import timedelta

from programme import broadcasts, consents
from programme.audiences import NEWS, Audience
from programme.broadcasts import Message, draft
from programme.businesses import Business
from programme.falling_due import next_due
from programme.quiet_hours import QuietHours
from programme.registration.interviews import Interview
from programme.store import Sessions
from programme.surroundings import AT_NIGHT, INDIA
from tests.conftest import Clock
from tests.jobs.office import newcomer

NEVER_QUIET = QuietHours.read("00:00-00:00", INDIA)


async def _next(sessions: Sessions, clock: Clock, quiet: QuietHours = NEVER_QUIET) -> object:
    async with sessions() as session:
        return await next_due(session, clock(), quiet)


async def test_nothing_lies_ahead_in_an_empty_database(sessions: Sessions, clock: Clock) -> None:
    assert await _next(sessions, clock) is None
    clock.passes(hours=10)  # 22:00
    assert await _next(sessions, clock, AT_NIGHT) == clock() + timedelta(hours=11)


async def test_the_earliest_time_of_any_table_is_next_and_what_is_past_is_not(sessions: Sessions, clock: Clock) -> None:
    due = clock() + timedelta(hours=5)
    async with sessions.begin() as session:
        session.add(newcomer(clock, consents.NEWS))
        await session.flush()
        message = draft(Message({"en": "Hello"}, Audience(), NEWS), "staff:1", clock())
        await broadcasts.announce(session, message, clock(), NEVER_QUIET, at=due)
    assert await _next(sessions, clock) == due
    clock.passes(hours=5)
    assert await _next(sessions, clock) is None


async def test_a_registration_left_half_done_is_next_a_day_later(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        person = newcomer(clock)
        session.add(person)
        await session.flush()
        business = Business(person_id=person.id, status="draft", created_at=clock(), updated_at=clock())
        session.add(business)
        await session.flush()
        session.add(Interview(person_id=person.id, business_id=business.id, step="owner_name", updated_at=clock()))
    assert await _next(sessions, clock) == clock() + timedelta(days=1)
    clock.passes(days=1)
    assert await _next(sessions, clock) is None
