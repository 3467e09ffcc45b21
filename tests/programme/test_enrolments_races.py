"""Several people at one seat at the same moment: real sessions side by side, on both databases."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from sqlalchemy import select

from programme import enrolments, people, timetable
from programme.enrolments import OFFER_HOURS
from programme.store import Sessions
from programme.surroundings import AT_NIGHT
from programme.workshops import HOLDS_A_SEAT, Enrolment, Workshop
from tests.conftest import Clock
from tests.programme.conftest import Holding

RACERS = 8


@pytest.fixture
async def racers(sessions: Sessions, clock: Clock) -> list[str]:
    keys = [f"telegram:{number}" for number in range(RACERS)]
    async with sessions.begin() as session:
        for key in keys:
            await people.meet(session, key, clock())
    return keys


async def wish(sessions: Sessions, clock: Clock, what: str, key: str, workshop: int) -> str:
    async with sessions.begin() as session:
        person = await people.meet(session, key, clock())
        seat = await getattr(enrolments, what)(session, person, workshop, clock())
        return str(seat.answer)


async def rows(sessions: Sessions, workshop: int) -> list[Enrolment]:
    async with sessions() as session:
        query = select(Enrolment).where(Enrolment.workshop_id == workshop).order_by(Enrolment.id)
        return list(await session.scalars(query))


async def test_the_last_seat_goes_to_exactly_one_of_many_racers(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, racers: list[str]
) -> None:
    workshop = await hold_workshop(seats=1)
    answers = await asyncio.gather(*(wish(sessions, clock, "book", key, workshop) for key in racers))
    assert Counter(answers) == {"booked": 1, "waitlisted": RACERS - 1}
    places = [enrolment.status for enrolment in await rows(sessions, workshop)]
    assert Counter(places) == {"booked": 1, "waitlisted": RACERS - 1}


async def test_the_places_of_racers_in_line_are_all_different(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, racers: list[str]
) -> None:
    workshop = await hold_workshop(seats=3)
    await asyncio.gather(*(wish(sessions, clock, "book", key, workshop) for key in racers))
    async with sessions() as session:
        positions = [await enrolments.position(session, enrolment) for enrolment in await rows(sessions, workshop)]
    assert sorted(place for place in positions if place) == list(range(1, RACERS - 2))


async def test_a_press_twice_books_one_seat(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, racers: list[str]
) -> None:
    workshop = await hold_workshop(seats=2)
    answers = await asyncio.gather(*(wish(sessions, clock, "book", racers[0], workshop) for _press in range(4)))
    assert Counter(answers) == {"booked": 1, "already": 3}
    assert [enrolment.status for enrolment in await rows(sessions, workshop)] == ["booked"]


async def test_a_seat_freed_while_another_books_goes_to_one_of_the_two(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, racers: list[str]
) -> None:
    workshop = await hold_workshop(seats=1)
    for key in racers[:2]:
        await wish(sessions, clock, "book", key, workshop)
    await asyncio.gather(
        wish(sessions, clock, "give_back", racers[0], workshop),
        *(wish(sessions, clock, "book", key, workshop) for key in racers[2:]),
    )
    statuses = Counter(enrolment.status for enrolment in await rows(sessions, workshop))
    assert statuses == {"cancelled": 1, "offered": 1, "waitlisted": RACERS - 2}
    assert (await rows(sessions, workshop))[1].status == "offered"  # who was first in line, not who came in between


async def test_an_offer_accepted_as_it_expires_leaves_one_holder(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, racers: list[str]
) -> None:
    workshop = await hold_workshop(seats=1)
    for key in racers[:3]:
        await wish(sessions, clock, "book", key, workshop)
    await wish(sessions, clock, "give_back", racers[0], workshop)

    async def settle() -> str:
        async with sessions.begin() as session:
            return str(await enrolments.settle_due(session, clock()))

    clock.passes(hours=OFFER_HOURS)
    await asyncio.gather(wish(sessions, clock, "accept", racers[1], workshop), settle(), settle())
    assert [enrolment.status for enrolment in await rows(sessions, workshop)] == ["cancelled", "waitlisted", "offered"]


async def test_a_workshop_called_off_while_people_book_keeps_nobody(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, racers: list[str]
) -> None:
    workshop = await hold_workshop(seats=RACERS)

    async def call_off() -> str:
        async with sessions.begin() as session:
            return str(await timetable.call_off(session, await session.get_one(Workshop, workshop), clock(), AT_NIGHT))

    await asyncio.gather(
        *(wish(sessions, clock, "book", key, workshop) for key in racers[:4]),
        call_off(),
        *(wish(sessions, clock, "book", key, workshop) for key in racers[4:]),
    )
    assert {enrolment.status for enrolment in await rows(sessions, workshop)} <= {"cancelled"}


async def test_what_a_session_saw_before_does_not_sell_a_seat_twice(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, racers: list[str]
) -> None:
    """A turn looks at its person's places first, in a transaction before the one that books."""
    workshop = await hold_workshop(seats=1)
    first, second, third = racers[:3]
    for key in (first, second, third):
        await wish(sessions, clock, "book", key, workshop)
    await wish(sessions, clock, "give_back", first, workshop)
    async with sessions() as turn:
        async with turn.begin():
            person = await people.meet(turn, second, clock())
            seen = await enrolments.active_of(turn, person, clock())
            assert [enrolment.status for enrolment, _workshop in seen] == ["offered"]
        clock.passes(hours=OFFER_HOURS)
        assert await wish(sessions, clock, "book", third, workshop) == "booked"  # the offer has run out
        async with turn.begin():
            seat = await enrolments.book(turn, person, workshop, clock())
    assert (seat.answer, seat.position) == ("already", 1)
    held = [enrolment for enrolment in await rows(sessions, workshop) if enrolment.status in HOLDS_A_SEAT]
    assert len(held) == 1


async def test_a_workshop_seen_open_and_called_off_since_is_not_booked(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, racers: list[str]
) -> None:
    workshop = await hold_workshop(seats=3)
    async with sessions() as turn:
        async with turn.begin():
            person = await people.meet(turn, racers[0], clock())
            seen = await turn.get_one(Workshop, workshop)
        async with sessions.begin() as other:
            await timetable.call_off(other, await other.get_one(Workshop, workshop), clock(), AT_NIGHT)
        async with turn.begin():
            seat = await enrolments.book(turn, person, workshop, clock())
    assert (seat.answer, seen.status) == ("cancelled", "cancelled")


async def test_people_who_leave_several_workshops_at_once_do_not_block_each_other(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, racers: list[str]
) -> None:
    """Rows are locked in one order by everybody: nobody waits for somebody who waits for her."""
    workshops = [await hold_workshop(seats=1, days=days) for days in (9, 7, 5, 3)]
    for workshop in workshops:
        for key in racers[:4]:
            await wish(sessions, clock, "book", key, workshop)
        await wish(sessions, clock, "give_back", racers[0], workshop)
    clock.passes(hours=OFFER_HOURS)

    async def settle() -> None:
        async with sessions.begin() as session:
            await enrolments.settle_due(session, clock())

    await asyncio.gather(*(settle() for _each in range(5)))
    for workshop in workshops:
        statuses = [enrolment.status for enrolment in await rows(sessions, workshop)]
        assert statuses == ["cancelled", "waitlisted", "offered", "waitlisted"]
