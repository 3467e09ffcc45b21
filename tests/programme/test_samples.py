"""Sample workshops: enough to try everything, never twice, recognisably invented."""

from __future__ import annotations

from sqlalchemy import select

from programme import samples
from programme.places import districts_of, state_of
from programme.store import Sessions
from programme.timetable import LANGUAGES, TOPICS
from programme.workshops import Workshop
from tests.conftest import Clock


async def test_samples_are_loaded_once(sessions: Sessions, clock: Clock) -> None:
    for loaded in (len(samples.SAMPLES), 0):
        async with sessions.begin() as session:
            assert await samples.load(session, clock()) == loaded
    async with sessions() as session:
        assert len(list(await session.scalars(select(Workshop)))) == len(samples.SAMPLES)


async def test_every_sample_is_coming_and_complete(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        await samples.load(session, clock())
        held = list(await session.scalars(select(Workshop)))
    for workshop in held:
        assert workshop.is_coming(clock()), workshop.code
        assert workshop.topic in TOPICS, workshop.code
        assert set(workshop.languages) <= set(LANGUAGES), workshop.code
        assert set(workshop.titles) == {"en", "hi", "ta"}, workshop.code
        assert workshop.is_online() or set(workshop.venues) == {"en", "hi", "ta"}, workshop.code
        assert workshop.is_online() or "Sample" in workshop.venue("en"), workshop.code


async def test_sample_places_are_ones_that_people_can_be_in(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        await samples.load(session, clock())
        held = [workshop for workshop in await session.scalars(select(Workshop)) if not workshop.is_online()]
    for workshop in held:
        state = state_of(str(workshop.state))
        assert state is not None, workshop.code
        assert workshop.district in {district.name for district in districts_of(state)}, workshop.code
    assert {workshop.state for workshop in held} == {"IN-MP", "IN-TN", "IN-HR", "IN-GJ", "IN-UP"}
