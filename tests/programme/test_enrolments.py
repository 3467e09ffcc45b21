"""Seats: booked, waited for, offered for a limited time, given back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from programme import enrolments, people, timetable
from programme.enrolments import OFFER_HOURS, Seat
from programme.store import Sessions
from programme.surroundings import AT_NIGHT
from programme.workshops import Enrolment, Workshop
from tests.conftest import Clock
from tests.programme.conftest import Holding


class Visitor:
    """A person at the booking desk; each wish is one transaction."""

    def __init__(self, sessions: Sessions, clock: Clock, name: str) -> None:
        self.key = f"telegram:{name}"
        self._sessions = sessions
        self._clock = clock

    async def _wishes(self, what: str, workshop: int) -> tuple[str, int | None]:
        async with self._sessions.begin() as session:
            person = await people.meet(session, self.key, self._clock())
            seat: Seat = await getattr(enrolments, what)(session, person, workshop, self._clock())
        self._clock.passes(seconds=1)
        return seat.answer, seat.position

    async def books(self, workshop: int) -> tuple[str, int | None]:
        return await self._wishes("book", workshop)

    async def accepts(self, workshop: int) -> tuple[str, int | None]:
        return await self._wishes("accept", workshop)

    async def gives_back(self, workshop: int) -> tuple[str, int | None]:
        return await self._wishes("give_back", workshop)

    async def row(self, workshop: int) -> Enrolment:
        """Her place by what was committed."""
        async with self._sessions() as session:
            person = await people.find(session, self.key)
            assert person is not None
            query = select(Enrolment).where(Enrolment.person_id == person.id, Enrolment.workshop_id == workshop)
            return (await session.scalars(query)).one()

    async def stands(self, workshop: int) -> str:
        """Her status, with the place in line where she waits: `waitlisted 2`."""
        row = await self.row(workshop)
        async with self._sessions() as session:
            place = await enrolments.position(session, row)
        return f"{row.status} {place}" if place else row.status


@pytest.fixture
def desk(sessions: Sessions, clock: Clock) -> dict[str, Visitor]:
    return {name: Visitor(sessions, clock, name) for name in ("asha", "meena", "ravi", "devi")}


async def settle(sessions: Sessions, clock: Clock) -> int:
    async with sessions.begin() as session:
        return await enrolments.settle_due(session, clock())


async def standing(desk: dict[str, Visitor], workshop: int, *names: str) -> list[str]:
    return [await desk[name].stands(workshop) for name in names]


@pytest.fixture
async def full(hold_workshop: Holding, desk: dict[str, Visitor]) -> int:
    """A workshop with one seat: Asha has it, Meena and Ravi wait."""
    workshop = await hold_workshop(seats=1)
    assert await desk["asha"].books(workshop) == ("booked", None)
    assert await desk["meena"].books(workshop) == ("waitlisted", 1)
    assert await desk["ravi"].books(workshop) == ("waitlisted", 2)
    return workshop


async def test_a_seat_is_booked(hold_workshop: Holding, desk: dict[str, Visitor], clock: Clock) -> None:
    workshop, booked_at = await hold_workshop(seats=2), clock()
    assert await desk["asha"].books(workshop) == ("booked", None)
    row = await desk["asha"].row(workshop)
    assert (row.status, row.booked_at, row.offered_until, row.cancelled_by) == ("booked", booked_at, None, None)


async def test_asked_again_the_answer_says_how_it_stands(desk: dict[str, Visitor], full: int) -> None:
    assert await desk["asha"].books(full) == ("already", None)
    assert await desk["ravi"].books(full) == ("already", 2)
    assert await desk["meena"].books(full) == ("already", 1)
    assert await standing(desk, full, "asha", "meena", "ravi") == ["booked", "waitlisted 1", "waitlisted 2"]


async def test_a_seat_given_back_is_offered_to_the_first_in_line(
    desk: dict[str, Visitor], full: int, clock: Clock
) -> None:
    given_at = clock()
    assert await desk["asha"].gives_back(full) == ("cancelled", None)
    assert await standing(desk, full, "asha", "meena", "ravi") == ["cancelled", "offered", "waitlisted 1"]
    assert (await desk["asha"].row(full)).cancelled_by == "owner"
    assert (await desk["meena"].row(full)).offered_until == given_at + timedelta(hours=OFFER_HOURS)


@pytest.mark.parametrize("way", ["accepts", "books"])
async def test_an_offered_seat_is_taken_by_accepting_or_by_booking(
    desk: dict[str, Visitor], full: int, way: str
) -> None:
    await desk["asha"].gives_back(full)
    assert await getattr(desk["meena"], way)(full) == ("booked", None)
    row = await desk["meena"].row(full)
    assert (row.status, row.offered_until) == ("booked", None)
    assert await desk["meena"].accepts(full) == ("already", None)


async def test_a_declined_offer_goes_to_the_next_in_line(desk: dict[str, Visitor], full: int) -> None:
    await desk["asha"].gives_back(full)
    assert await desk["meena"].gives_back(full) == ("cancelled", None)
    assert await standing(desk, full, "meena", "ravi") == ["cancelled", "offered"]


async def test_leaving_the_line_moves_the_others_up(desk: dict[str, Visitor], full: int) -> None:
    await desk["meena"].gives_back(full)
    assert await standing(desk, full, "asha", "meena", "ravi") == ["booked", "cancelled", "waitlisted 1"]


async def test_who_comes_back_joins_at_the_end(desk: dict[str, Visitor], full: int) -> None:
    await desk["meena"].gives_back(full)
    assert await desk["meena"].books(full) == ("waitlisted", 2)
    row = await desk["meena"].row(full)
    assert (row.status, row.cancelled_by) == ("waitlisted", None)


async def test_an_expired_offer_goes_to_the_next_and_its_holder_to_the_end(
    sessions: Sessions, desk: dict[str, Visitor], full: int, clock: Clock
) -> None:
    await desk["devi"].books(full)
    await desk["asha"].gives_back(full)
    clock.passes(hours=OFFER_HOURS)
    assert await settle(sessions, clock) == 1
    assert await standing(desk, full, "ravi", "devi", "meena") == ["offered", "waitlisted 1", "waitlisted 2"]
    assert (await desk["ravi"].row(full)).offered_until == clock() + timedelta(hours=OFFER_HOURS)
    assert await settle(sessions, clock) == 0


async def test_until_the_last_moment_an_offer_holds(
    sessions: Sessions, desk: dict[str, Visitor], full: int, clock: Clock
) -> None:
    await desk["asha"].gives_back(full)
    until = (await desk["meena"].row(full)).offered_until
    assert until is not None
    clock.now = until - timedelta(microseconds=1)
    assert await settle(sessions, clock) == 0
    assert await desk["meena"].accepts(full) == ("booked", None)


async def test_an_expired_offer_cannot_be_accepted(desk: dict[str, Visitor], full: int, clock: Clock) -> None:
    """Whether or not anything settled it before: the wish itself looks at the clock."""
    await desk["asha"].gives_back(full)
    clock.passes(hours=OFFER_HOURS)
    assert await desk["meena"].accepts(full) == ("gone", 1)
    assert await standing(desk, full, "meena", "ravi") == ["waitlisted 1", "offered"]


async def test_who_let_an_offer_pass_alone_in_line_gets_the_seat_when_she_asks(
    hold_workshop: Holding, desk: dict[str, Visitor], sessions: Sessions, clock: Clock
) -> None:
    workshop = await hold_workshop(seats=1)
    await desk["asha"].books(workshop)
    await desk["meena"].books(workshop)
    await desk["asha"].gives_back(workshop)
    clock.passes(hours=OFFER_HOURS)
    await settle(sessions, clock)
    assert await standing(desk, workshop, "meena") == ["waitlisted 1"]
    assert await desk["meena"].books(workshop) == ("booked", None)


async def test_an_offer_never_lasts_beyond_the_beginning(
    hold_workshop: Holding, desk: dict[str, Visitor], clock: Clock, sessions: Sessions
) -> None:
    workshop = await hold_workshop(seats=1, days=0.1)
    async with sessions() as session:
        starts = (await session.get_one(Workshop, workshop)).starts_at
    await desk["asha"].books(workshop)
    await desk["meena"].books(workshop)
    await desk["asha"].gives_back(workshop)
    assert (await desk["meena"].row(workshop)).offered_until == starts


async def test_offers_are_told_once(desk: dict[str, Visitor], full: int, sessions: Sessions, clock: Clock) -> None:
    await desk["asha"].gives_back(full)
    for told in ([full], []):
        async with sessions.begin() as session:
            meena = await people.meet(session, desk["meena"].key, clock())
            assert await enrolments.has_untold_offers(session, meena) == bool(told)
            offers = await enrolments.untold_offers(session, meena, clock())
            assert [workshop.id for _enrolment, workshop in offers] == told


async def test_a_second_offer_is_told_again(
    desk: dict[str, Visitor], full: int, sessions: Sessions, clock: Clock
) -> None:
    await desk["asha"].gives_back(full)
    async with sessions.begin() as session:
        await enrolments.untold_offers(session, await people.meet(session, desk["meena"].key, clock()), clock())
    clock.passes(hours=OFFER_HOURS)
    await settle(sessions, clock)
    await desk["ravi"].gives_back(full)
    assert await desk["meena"].stands(full) == "offered"
    async with sessions() as session:
        assert await enrolments.has_untold_offers(session, await people.meet(session, desk["meena"].key, clock()))


async def test_two_freed_seats_are_offered_to_the_first_two(
    hold_workshop: Holding, desk: dict[str, Visitor], sessions: Sessions, clock: Clock
) -> None:
    workshop = await hold_workshop(seats=2)
    for visitor in desk.values():
        await visitor.books(workshop)
    await desk["asha"].gives_back(workshop)
    await desk["meena"].gives_back(workshop)
    assert await standing(desk, workshop, "ravi", "devi") == ["offered", "offered"]


async def test_a_cancelled_workshop_ends_every_place_and_takes_nobody(
    desk: dict[str, Visitor], full: int, sessions: Sessions, clock: Clock
) -> None:
    await desk["asha"].gives_back(full)
    async with sessions.begin() as session:
        assert await timetable.call_off(session, await session.get_one(Workshop, full), clock(), AT_NIGHT) == 2
    assert await standing(desk, full, "asha", "meena", "ravi") == ["cancelled"] * 3
    assert [(await desk[name].row(full)).cancelled_by for name in ("asha", "meena")] == ["owner", "organiser"]
    assert await desk["devi"].books(full) == ("cancelled", None)
    assert await desk["meena"].accepts(full) == ("gone", None)
    assert await desk["meena"].gives_back(full) == ("gone", None)
    assert await settle(sessions, clock) == 0


async def test_a_workshop_that_began_takes_nobody_and_offers_nothing(
    desk: dict[str, Visitor], full: int, clock: Clock, sessions: Sessions
) -> None:
    clock.passes(days=5)
    assert await desk["devi"].books(full) == ("past", None)
    assert await desk["asha"].gives_back(full) == ("cancelled", None)
    assert await standing(desk, full, "meena") == ["waitlisted 1"]


async def test_after_the_end_a_seat_cannot_be_given_back(desk: dict[str, Visitor], full: int, clock: Clock) -> None:
    """An old button must not turn a seat that was taken into one that was not."""
    clock.passes(days=6)
    assert await desk["asha"].gives_back(full) == ("gone", None)
    assert await standing(desk, full, "asha") == ["booked"]


async def test_an_offer_of_a_workshop_moved_to_the_past_is_gone(
    desk: dict[str, Visitor], full: int, sessions: Sessions, clock: Clock
) -> None:
    await desk["asha"].gives_back(full)
    async with sessions.begin() as session:
        await timetable.reschedule(
            session, await session.get_one(Workshop, full), clock() + timedelta(hours=1), clock(), AT_NIGHT
        )
    clock.passes(hours=2)
    assert await desk["meena"].accepts(full) == ("gone", None)


@pytest.mark.parametrize(("wish", "answer"), [("books", "cancelled"), ("accepts", "gone"), ("gives_back", "gone")])
async def test_a_workshop_that_never_was_gives_a_clear_answer(desk: dict[str, Visitor], wish: str, answer: str) -> None:
    assert await getattr(desk["asha"], wish)(4711) == (answer, None)


@pytest.mark.parametrize("wish", ["accepts", "gives_back"])
async def test_who_never_booked_has_nothing_to_accept_or_to_give_back(
    desk: dict[str, Visitor], full: int, wish: str
) -> None:
    assert await getattr(desk["devi"], wish)(full) == ("gone", None)


async def test_a_seat_given_back_twice_frees_one_seat(desk: dict[str, Visitor], full: int) -> None:
    assert (await desk["asha"].gives_back(full))[0] == "cancelled"
    assert (await desk["asha"].gives_back(full))[0] == "gone"
    assert await standing(desk, full, "meena", "ravi") == ["offered", "waitlisted 1"]


async def test_my_workshops_are_those_not_over_soonest_first(
    hold_workshop: Holding, desk: dict[str, Visitor], sessions: Sessions, clock: Clock
) -> None:
    later, sooner, over, left = [await hold_workshop(seats=1, days=days) for days in (9, 3, 1, 4)]
    await desk["meena"].books(sooner)
    for workshop in (later, sooner, over, left):
        await desk["asha"].books(workshop)
    await desk["asha"].gives_back(left)
    clock.passes(days=2)
    async with sessions() as session:
        asha = await people.meet(session, desk["asha"].key, clock())
        mine = await enrolments.active_of(session, asha, clock())
    assert [(workshop.id, enrolment.status) for enrolment, workshop in mine] == [
        (sooner, "waitlisted"), (later, "booked"),
    ]  # fmt: skip


async def test_offers_that_run_out_in_several_workshops_are_settled_together(
    hold_workshop: Holding, desk: dict[str, Visitor], sessions: Sessions, clock: Clock
) -> None:
    workshops = [await hold_workshop(seats=1) for _each in range(3)]
    for workshop in workshops:
        for name in ("asha", "meena", "ravi"):
            await desk[name].books(workshop)
        await desk["asha"].gives_back(workshop)
    clock.passes(hours=OFFER_HOURS)
    assert await settle(sessions, clock) == 3
    for workshop in workshops:
        assert await standing(desk, workshop, "ravi", "meena") == ["offered", "waitlisted 1"]
