"""Whatever people do in whatever order: seats are never sold twice, and the line keeps its order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import enrolments, people
from programme.enrolments import OFFER_HOURS
from programme.store import Sessions
from programme.workshops import Enrolment
from tests.conftest import Clock
from tests.programme.conftest import Holding

WISHES = ("book", "give_back", "accept")
PEOPLE = 5
# who, what, and the minutes that pass before: most often few, now and then enough for an offer to run out
DEEDS = st.lists(
    st.tuples(
        st.integers(0, PEOPLE - 1),
        st.sampled_from((*WISHES, "settle")),
        st.sampled_from((1, 1, 1, 60, OFFER_HOURS * 60)),
    ),
    min_size=1, max_size=30,
)  # fmt: skip


@dataclass
class Desk:
    """The rules told once more, with a pencil and a list of names."""

    seats: int
    booked: set[int] = field(default_factory=set)
    offered: dict[int, datetime] = field(default_factory=dict)
    line: list[int] = field(default_factory=list)
    came: list[int] = field(default_factory=list)

    @property
    def free(self) -> int:
        return self.seats - len(self.booked) - len(self.offered)

    def book(self, who: int, now: datetime) -> None:
        self.settle(now)
        if who in self.booked:
            return
        if who in self.offered or (who in self.line and self.line.index(who) < self.free):
            self._seat(who)
        elif who not in self.line:
            self.came += [who] if who not in self.came else []
            self.booked.add(who) if self.free else self.line.append(who)

    def accept(self, who: int, now: datetime) -> None:
        self.settle(now)
        if who in self.offered:
            self._seat(who)

    def _seat(self, who: int) -> None:
        self.offered.pop(who, None)
        self.line = [waits for waits in self.line if waits != who]
        self.booked.add(who)

    def give_back(self, who: int, now: datetime) -> None:
        if who in self.booked or who in self.offered or who in self.line:
            self.booked.discard(who)
            self.offered.pop(who, None)
            self.line = [waits for waits in self.line if waits != who]
            self._offer(now, self.line)

    def settle(self, now: datetime) -> None:
        late = [who for who in self.came if self.offered.get(who, now + timedelta(1)) <= now]
        for who in late:
            del self.offered[who]
        if late:
            before = list(self.line)
            self.line += late
            self._offer(now, before)

    def _offer(self, now: datetime, to: list[int]) -> None:
        for who in to[: self.free]:
            self.line = [waits for waits in self.line if waits != who]
            self.offered[who] = now + timedelta(hours=OFFER_HOURS)


async def as_written(session: AsyncSession, workshop: int, ids: list[int]) -> tuple[set[int], set[int], list[int]]:
    """Who is booked, who is offered a seat, and who waits, in the order of their positions."""
    rows = list(await session.scalars(select(Enrolment).where(Enrolment.workshop_id == workshop)))
    who = {row.id: ids.index(row.person_id) for row in rows}
    places = {row.id: await enrolments.position(session, row) for row in rows}
    waiting = sorted((place, who[row]) for row, place in places.items() if place is not None)
    assert [place for place, _who in waiting] == list(range(1, len(waiting) + 1))
    booked = {who[row.id] for row in rows if row.status == "booked"}
    offered = {who[row.id] for row in rows if row.status == "offered"}
    return booked, offered, [name for _place, name in waiting]


# the workshop is new in each example, so what one leaves behind is nothing to the next
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(seats=st.integers(1, 3), deeds=DEEDS)
async def test_seats_are_never_oversold_and_the_line_keeps_its_order(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, seats: int, deeds: list[tuple[int, str, int]]
) -> None:
    workshop = await hold_workshop(seats=seats, days=30)
    desk = Desk(seats)
    async with sessions.begin() as session:
        persons = [await people.meet(session, f"telegram:{number}", clock()) for number in range(PEOPLE)]
    ids = [person.id for person in persons]
    for who, deed, minutes in deeds:
        now = clock.passes(minutes=minutes)
        async with sessions.begin() as session:
            if deed == "settle":
                await enrolments.settle_due(session, now)
                desk.settle(now)
            else:
                person = await people.meet(session, f"telegram:{who}", now)
                await getattr(enrolments, deed)(session, person, workshop, now)
                getattr(desk, deed)(who, now)
        async with sessions() as session:
            booked, offered, line = await as_written(session, workshop, ids)
        assert len(booked) + len(offered) <= seats
        assert not booked & offered
        assert not (booked | offered) & set(line)
        assert (booked, offered, line) == (desk.booked, set(desk.offered), desk.line)
