"""Reminders on their way: planned with a seat, moved with the workshop, told once, dropped or missed when too late."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.jobs.minding import mind
from programme import consents, enrolments, stopping, timetable
from programme.people import Person
from programme.quiet_hours import QuietHours
from programme.reminders import Reminder
from programme.store import Sessions
from programme.surroundings import INDIA, use
from programme.workshops import Enrolment, Workshop
from tests.conftest import Clock
from tests.jobs.office import Office, Post, newcomer
from tests.programme.conftest import Holding, hold_workshop

__all__ = ["hold_workshop"]
NIGHT = QuietHours.read("21:00-09:00", INDIA)


def india(moment: datetime) -> str:
    return moment.astimezone(INDIA).strftime("%d %H:%M")


class Desk(Office):
    """The office at night and day; it remembers to whom it said what, and when."""

    quiet = NIGHT

    async def books(self, workshop: int, *purposes: str) -> Person:
        person = newcomer(self.clock, *purposes)
        async with self.sessions.begin() as session:
            session.add(person)
            await session.flush()
            await enrolments.book(session, person, workshop, self.clock())
        await mind(self.surroundings())
        return person

    async def planned(self, person: Person) -> dict[str, tuple[str, str]]:
        """Kind → when it is due, and how it stands."""
        rows = select(Reminder).where(Reminder.person_id == person.id).order_by(Reminder.due_at)
        async with self.sessions() as session:
            found = list(await session.scalars(rows))
        return {f"{one.kind}": (india(one.due_at), one.status) for one in found}

    async def until(self, moment: datetime) -> list[tuple[str, str]]:
        """Work now, and whenever something falls due until then; who got something, and when."""
        heard: list[tuple[str, str]] = []
        while True:
            before = dict(self.arrived)
            await self.works()
            heard += [(chat, india(self.clock())) for chat, got in self.arrived.items() if got > before.get(chat, 0)]
            if self.clock() >= moment:
                return heard
            self.clock.now = min(moment, await self._next_due() or moment)

    async def _next_due(self) -> datetime | None:
        due = select(Reminder.due_at).where(Reminder.status == "planned", Reminder.due_at > self.clock())
        async with self.sessions() as session:
            return (await session.scalars(due.order_by(Reminder.due_at).limit(1))).first()


@pytest.fixture
def desk(sessions: Sessions, clock: Clock) -> Desk:
    opened = Desk(sessions, clock)
    use(opened.surroundings())
    return opened


async def moves(desk: Desk, workshop: int, **by: float) -> int:
    async with desk.sessions.begin() as session:
        moved = await session.get_one(Workshop, workshop)
        return await timetable.reschedule(session, moved, moved.starts_at + timedelta(**by), desk.clock(), NIGHT)


async def test_a_seat_has_three_reminders_and_a_question_afterwards(desk: Desk, hold_workshop: Holding) -> None:
    workshop = await hold_workshop(days=5)  # Saturday the 28th, 12:00
    asha = await desk.books(workshop, consents.REMINDERS)
    assert [due for due, _status in (await desk.planned(asha)).values()] == [
        "25 12:00",
        "27 12:00",
        "28 10:00",
        "28 16:00",
    ]
    heard = await desk.until(desk.clock() + timedelta(days=6))
    assert heard == [(asha.address, due) for due in ("25 12:00", "27 12:00", "28 10:00", "28 16:00")]


async def test_what_would_come_at_night_comes_the_evening_before(desk: Desk, hold_workshop: Holding) -> None:
    asha = await desk.books(await hold_workshop(days=2, hours=2), consents.REMINDERS)
    ravi = await desk.books(await hold_workshop(days=1.85), consents.REMINDERS)  # on the 25th at 08:24
    assert (await desk.planned(asha))["before_2h"][0] == "25 10:00"
    assert (await desk.planned(ravi))["before_2h"][0] == "24 20:30"


async def test_a_moved_workshop_is_told_once_and_its_old_reminders_never_come(
    desk: Desk, hold_workshop: Holding
) -> None:
    workshop = await hold_workshop(days=5)
    asha = await desk.books(workshop, consents.REMINDERS)
    assert await moves(desk, workshop, days=2) == 1
    heard = await desk.until(desk.clock() + timedelta(days=8))
    assert heard == [(asha.address, due) for due in ("23 12:00", "27 12:00", "29 12:00", "30 10:00", "30 16:00")]


async def test_moved_twice_before_anybody_heard_only_the_last_is_told(desk: Desk, hold_workshop: Holding) -> None:
    workshop = await hold_workshop(days=5)
    asha = await desk.books(workshop, consents.REMINDERS)
    await moves(desk, workshop, days=2)
    await moves(desk, workshop, days=1)
    assert await desk.until(desk.clock() + timedelta(hours=2)) == [(asha.address, "23 12:00")]


async def test_a_seat_given_back_has_no_reminders(desk: Desk, hold_workshop: Holding) -> None:
    workshop = await hold_workshop(days=5)
    asha = await desk.books(workshop, consents.REMINDERS)
    async with desk.sessions.begin() as session:
        await enrolments.give_back(session, await session.get_one(Person, asha.id), workshop, desk.clock())
    assert await desk.until(desk.clock() + timedelta(days=6)) == []


async def test_after_a_long_stop_the_useful_are_sent_and_the_rest_are_missed(
    desk: Desk, hold_workshop: Holding
) -> None:
    workshop = await hold_workshop(days=5)
    asha = await desk.books(workshop, consents.REMINDERS)
    desk.clock.passes(days=4, hours=12)  # Friday midnight: two reminders were due, one is useful still
    assert await desk.until(desk.clock()) == []
    desk.clock.passes(hours=9)
    assert await desk.until(desk.clock()) == [(asha.address, "28 09:00")]
    standing = await desk.planned(asha)
    assert (standing["before_3d"][1], standing["before_1d"][1]) == ("missed", "sent")


async def test_two_workshops_of_one_person_do_not_mix(desk: Desk, hold_workshop: Holding) -> None:
    first, second = await hold_workshop(days=5), await hold_workshop(days=6)
    asha = await desk.books(first, consents.REMINDERS)
    async with desk.sessions.begin() as session:
        await enrolments.book(session, await session.get_one(Person, asha.id), second, desk.clock())
    await mind(desk.surroundings())
    await moves(desk, second, days=1)
    async with desk.sessions() as session:
        rows = await session.execute(select(Reminder.enrolment_id, Enrolment.workshop_id, Reminder.status)
                                     .join(Enrolment, Enrolment.id == Reminder.enrolment_id))  # fmt: skip
        standing = {(row.workshop_id, row.status) for row in rows}
    assert standing == {(first, "planned"), (second, "dropped"), (second, "planned")}


async def test_who_wants_no_reminders_hears_of_a_change_and_who_said_stop_hears_nothing(
    desk: Desk, hold_workshop: Holding
) -> None:
    workshop = await hold_workshop(days=5, seats=3)
    asha, meena = await desk.books(workshop), await desk.books(workshop, consents.REMINDERS)
    async with desk.sessions.begin() as session:
        stopping.stop(await session.get_one(Person, meena.id), desk.clock())
    await moves(desk, workshop, days=2)
    assert await desk.until(desk.clock() + timedelta(days=8)) == [(asha.address, "23 12:00")]


async def test_an_offer_made_at_night_is_told_in_the_morning_and_lasts_six_waking_hours(
    desk: Desk, hold_workshop: Holding
) -> None:
    workshop = await hold_workshop(days=5, seats=1)
    asha, ravi = await desk.books(workshop), await desk.books(workshop)
    desk.clock.passes(hours=11)  # 23:00
    async with desk.sessions.begin() as session:
        await enrolments.give_back(session, await session.get_one(Person, asha.id), workshop, desk.clock())
    assert await desk.until(desk.clock() + timedelta(hours=11)) == [(ravi.address, "24 09:00")]
    async with desk.sessions() as session:
        rows = select(Enrolment).where(Enrolment.person_id == ravi.id)
        offered = (await session.scalars(rows)).one()
    assert (offered.status, india(offered.offered_until or desk.clock())) == ("offered", "24 15:00")


async def test_an_offer_whose_sender_died_counts_as_told(desk: Desk, hold_workshop: Holding) -> None:
    workshop = await hold_workshop(days=5, seats=1)
    asha, ravi = await desk.books(workshop), await desk.books(workshop)
    async with desk.sessions.begin() as session:
        await enrolments.give_back(session, await session.get_one(Person, asha.id), workshop, desk.clock())
    post: Post = await desk.works([("dies after", None)])
    assert post.arrived[ravi.address] == 1
    assert await desk.until(desk.clock() + timedelta(hours=2)) == []
    assert (await desk.planned(ravi))["offer"][1] == "uncertain"
