"""What is coming up: nearest first, then soonest, and only what fits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from programme.store import Sessions
from programme.workshops import Enrolment, Wanted, Workshop, new_code, seats_left, seats_left_in, upcoming
from tests.conftest import Clock
from tests.programme.conftest import Holding
from tests.programme.owners import Owner

INDORE = Wanted(state="IN-MP", district="Indore")


@pytest.fixture
async def hall(hold_workshop: Holding) -> dict[int, str]:
    """Six workshops, the later ones nearer to Indore; what each is called by its id."""
    held: dict[str, dict[str, Any]] = {
        "chennai": {"days": 1, "state": "IN-TN", "district": "Chennai", "languages": ["ta", "en"], "topic": "export"},
        "online": {"days": 2, "mode": "online", "state": None, "district": None, "languages": ["hi", "en"]},
        "bhopal": {"days": 3, "district": "Bhopal", "topic": "gst"},
        "indore later": {"days": 9},
        "indore": {"days": 4},
        "indore in another state": {"days": 1, "state": "IN-TN", "languages": ["ta"]},
    }
    return {await hold_workshop(**columns): name for name, columns in held.items()}


async def found(sessions: Sessions, hall: dict[int, str], wanted: Wanted, clock: Clock) -> list[str]:
    async with sessions() as session:
        return [hall[workshop.id] for workshop in await upcoming(session, wanted, clock())]


async def test_the_nearest_comes_first_then_the_soonest(sessions: Sessions, clock: Clock, hall: dict[int, str]) -> None:
    assert await found(sessions, hall, INDORE, clock) == [
        "indore", "indore later", "bhopal", "online", "chennai", "indore in another state",
    ]  # fmt: skip


async def test_in_another_district_of_the_state_the_whole_state_is_near(
    sessions: Sessions, clock: Clock, hall: dict[int, str]
) -> None:
    assert (await found(sessions, hall, Wanted(state="IN-MP", district="Ujjain"), clock))[:4] == [
        "bhopal", "indore", "indore later", "online",
    ]  # fmt: skip


async def test_without_a_place_the_soonest_comes_first(sessions: Sessions, clock: Clock, hall: dict[int, str]) -> None:
    assert await found(sessions, hall, Wanted(), clock) == [
        "chennai", "indore in another state", "online", "bhopal", "indore", "indore later",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"topic": "gst"}, ["bhopal"]),
        ({"online": True}, ["online"]),
        ({"online": False, "language": "en"}, ["chennai"]),
        ({"language": "ta"}, ["chennai", "indore in another state"]),
        ({"topic": "export", "language": "hi"}, []),
    ],
)
async def test_topic_mode_and_language_exclude(
    sessions: Sessions, clock: Clock, hall: dict[int, str], wanted: dict[str, Any], names: list[str]
) -> None:
    assert await found(sessions, hall, Wanted(**wanted), clock) == names


async def test_days_are_from_their_beginning_to_before_their_end(
    sessions: Sessions, clock: Clock, hall: dict[int, str]
) -> None:
    exactly = clock() + timedelta(days=3)
    assert await found(sessions, hall, Wanted(since=exactly, until=exactly + timedelta(days=1)), clock) == ["bhopal"]
    assert await found(sessions, hall, Wanted(until=exactly), clock) == ["chennai", "indore in another state", "online"]


async def test_what_began_or_was_cancelled_is_not_coming(
    sessions: Sessions, clock: Clock, hold_workshop: Holding
) -> None:
    await hold_workshop(days=0)
    await hold_workshop(days=-2)
    await hold_workshop(days=2, status="cancelled")
    coming = await hold_workshop(days=0.001)
    async with sessions() as session:
        assert [workshop.id for workshop in await upcoming(session, Wanted(), clock())] == [coming]


@pytest.mark.parametrize(
    ("status", "left"),
    [("booked", 1), ("offered", 1), ("attended", 1), ("missed", 1), ("waitlisted", 2), ("cancelled", 2)],
)
async def test_a_seat_is_held_by_who_has_it_or_is_offered_it(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, asha: Owner, status: str, left: int
) -> None:
    await asha.agrees()
    full, empty = await hold_workshop(seats=2), await hold_workshop(seats=5)
    async with sessions.begin() as session:
        session.add(Enrolment(person_id=1, workshop_id=full, status=status, queued_at=clock(), updated_at=clock()))
    async with sessions() as session:
        both = [await session.get_one(Workshop, one) for one in (full, empty)]
        assert await seats_left_in(session, both) == {full: left, empty: 5}
        assert await seats_left(session, both[0]) == left
        assert await seats_left_in(session, []) == {}


async def test_seats_left_are_never_below_zero(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, asha: Owner
) -> None:
    await asha.agrees()
    shrunk = await hold_workshop(seats=0)
    async with sessions.begin() as session:
        session.add(Enrolment(person_id=1, workshop_id=shrunk, status="booked", queued_at=clock(), updated_at=clock()))
    async with sessions() as session:
        assert await seats_left(session, await session.get_one(Workshop, shrunk)) == 0


@pytest.mark.parametrize(
    ("language", "title", "venue"),
    [("en", "Packaging", "Hall A"), ("hi", "पैकेजिंग", "Hall A"), ("ta", "Packaging", "அரங்கு"), ("hi-Latn", "Packaging", "Hall A")],
)  # fmt: skip
def test_a_workshop_is_named_in_the_language_else_in_english(language: str, title: str, venue: str) -> None:
    workshop = Workshop(titles={"en": "Packaging", "hi": "पैकेजिंग"}, venues={"en": "Hall A", "ta": "அரங்கு"})
    assert (workshop.title(language), workshop.venue(language)) == (title, venue)


def test_an_online_workshop_has_no_venue() -> None:
    assert Workshop(venues={}).venue("hi") == ""


def test_codes_are_not_to_be_guessed() -> None:
    codes = {new_code() for _each in range(100)}
    assert len(codes) == 100
    assert {len(code) for code in codes} == {11}
