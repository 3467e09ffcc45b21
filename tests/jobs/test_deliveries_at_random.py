"""Whatever happens in whatever order, everybody who agreed gets a broadcast exactly once, or is accounted for."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from programme import broadcasts, consents, erasure, stopping
from programme.people import Person
from programme.registration import interviews
from programme.store import Sessions
from tests.conftest import Clock
from tests.jobs.office import Office

PEOPLE = 6
ANSWERS = st.sampled_from(
    ("sent",) * 6 + ("too fast", "gone", "refused", "no line", "no answer", "lost", "dies before", "dies after")
)
BY_STAFF = ("pause", "resume", "call_off", "resend")
BY_PEOPLE = ("stops", "wants no news", "leaves", "is erased", "opens a form", "comes back")
DEEDS = st.one_of(st.sampled_from(BY_STAFF), st.tuples(st.sampled_from(BY_PEOPLE), st.integers(0, PEOPLE - 1)))
LIVES = st.tuples(
    st.lists(st.tuples(ANSWERS, st.none() | st.none() | DEEDS), max_size=PEOPLE), st.sampled_from((0, 0, 1, 2, 3, 4, 5, 6)),
    st.integers(1, 2),
)  # fmt: skip
STEPS = st.lists(st.one_of(LIVES, DEEDS, st.sampled_from((1, 5, 60, 150))), min_size=1, max_size=8)


class Day(Office):
    """What staff and people do. `unwilling` are those who must get nothing more, with what they had got by then."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        super().__init__(sessions, clock)
        self.unwilling: dict[str, int] = {}
        self.erased: set[str] = set()
        self.one_by_one = asyncio.Lock()  # as conversations are: messages of a batch are under way side by side

    async def happens(self, deed: str | tuple[str, int]) -> None:
        async with self.one_by_one:
            if isinstance(deed, tuple):
                await self._by(self.people[deed[1]], deed[0])
            else:
                await self._staff(deed, self.clock())

    async def _staff(self, deed: str, now: datetime) -> None:
        await self.change({
            "pause": lambda _session, broadcast: broadcasts.pause(broadcast),
            "resume": lambda _session, broadcast: broadcasts.resume(broadcast, now),
            "call_off": lambda session, broadcast: broadcasts.call_off(session, broadcast, now),
            "resend": lambda session, broadcast: broadcasts.resend(session, broadcast, now),
        }[deed])  # fmt: skip

    async def _by(self, met: Person, deed: str) -> None:
        chat = met.address
        if chat in self.erased:
            return
        too_late = chat in await self.being_sent()
        async with self.sessions.begin() as session:
            person = await session.get_one(Person, met.id)
            if deed == "stops":
                stopping.stop(person, self.clock())
            elif deed == "wants no news":
                consents.withdraw(person, (consents.NEWS,), self.clock())
            elif deed == "leaves":
                consents.withdraw(person, consents.PURPOSES, self.clock())
            elif deed == "is erased":
                await erasure.erase(session, person, actor="staff:1", now=self.clock())
                self.erased.add(chat)
            elif deed == "opens a form" and await interviews.open_of(session, person) is None:
                await interviews.begin_registration(session, person, {}, self.clock())
            elif deed == "comes back":
                stopping.start(person, (consents.NEWS,), text_hash="", now=self.clock())
        if deed == "comes back":
            self.unwilling.pop(chat, None)
        elif deed != "opens a form" and not too_late:
            self.unwilling.setdefault(chat, self.arrived[chat])

    def check(self, stands: dict[str, str]) -> None:
        assert self.frozen == PEOPLE
        everybody = {person.address for person in self.people}
        assert set(stands) & everybody == everybody - self.erased
        for chat, status in stands.items():
            got = self.arrived[chat]
            assert got <= 1, f"{chat} got it {got} times"
            if status == "uncertain":
                assert chat in self.in_doubt, f"{chat} is uncertain without a reason"
            else:
                assert got == (status == "sent"), f"{chat} is {status} and got it {got} times"
        for chat, got in self.unwilling.items():
            assert self.arrived[chat] == got, f"{chat} got it after opting out"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=STEPS)
@example(steps=[([("sent", ("opens a form", 0)), ("sent", ("opens a form", 0))], 0, 1)])  # both at once
@example(steps=[([("too fast", "call_off")], 0, 1)])  # put back after it was called off
@example(steps=[([("no line", "call_off")], 0, 2)])
@example(steps=[([("refused", None)] * PEOPLE, 0, 1), "resend", ([("sent", "pause"), ("dies after", None)], 0, 1)])
async def test_each_consenting_recipient_gets_it_exactly_once_or_is_accounted_for(
    sessions: Sessions, clock: Clock, steps: list[object]
) -> None:
    async with sessions.begin() as session:
        for table in ("deliveries", "broadcasts", "interviews", "people", "unreachable_chats"):
            await session.execute(text(f"DELETE FROM {table}"))
    day = Day(sessions, clock)
    await day.opens(PEOPLE)
    for step in steps:
        if isinstance(step, int):
            clock.passes(minutes=step)
        elif isinstance(step, tuple) and isinstance(step[0], list):
            answers, dies_at, couriers = step
            told = [(answer, deed and partial(day.happens, deed)) for answer, deed in answers]
            await day.works(told, dies_at=dies_at, couriers=couriers)
        else:
            await day.happens(step)
    await day.goes_on()
    day.check(await day.stands())
