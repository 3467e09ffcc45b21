"""The courier, in what the random days do not see: long waits, refused tokens, broken databases, forms and nights."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import InvalidToken

from bot.jobs import courier as couriers
from bot.jobs import postman
from bot.jobs.courier import Courier
from bot.jobs.moments import Moments
from bot.jobs.postman import Postman
from bot.jobs.recording import Outcomes
from bot.telegram.outgoing.limiter import Limiter
from bot.telegram.outgoing.sending import Outcome, Passing, Sent, TooFast
from bot.telegram.writing.letters import Letter
from bot.telegram.writing.markup import Marked
from programme import broadcasts, deliveries, dispatching, pace, stopping
from programme.people import Person
from programme.quiet_hours import QuietHours
from programme.registration import interviews
from programme.store import Sessions
from programme.surroundings import INDIA, Surroundings
from tests.conftest import Clock
from tests.jobs.office import AS_FAST_AS_IT_GOES, Office, Post

NIGHT = QuietHours.read("21:00-09:00", INDIA)


@pytest.fixture
async def office(sessions: Sessions, clock: Clock) -> Office:
    opened = Office(sessions, clock)
    await opened.opens(3)
    return opened


def courier(
    office: Office, post: object, limiter: Limiter, sessions: object = None, rate: float = AS_FAST_AS_IT_GOES
) -> Courier:
    return Courier(
        office.surroundings(sessions), post, limiter, worker="asha-0", rate=rate, most_under_way=8, per_chat=0.0  # type: ignore[arg-type]  # a posting of the test's own
    )  # fmt: skip


async def test_who_says_stop_while_a_message_waits_for_its_turn_does_not_get_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postman, "PATIENCE", 0.05)
    post, limiter, surroundings = Post(iter(())), Limiter(0, 0.0), office.surroundings()
    async with office.sessions.begin() as session:
        ids = await deliveries.claim(
            session, [office.broadcast], worker="asha-0", most=9, now=office.clock(), quiet=False
        )
        parcels = await dispatching.prepare(session, ids, "asha-0", office.clock())
    limiter._silent_until = asyncio.get_running_loop().time() + 0.3  # as two replies that were too fast make it
    handing = Postman(surroundings, post, limiter, Outcomes(surroundings, "asha-0"), per_chat=0.0)
    await asyncio.gather(*(handing.deliver(parcel) for parcel in parcels))
    assert not post.arrived
    assert set((await office.stands()).values()) == {"queued"}
    async with office.sessions.begin() as session:
        stopping.stop(await session.get_one(Person, office.people[0].id), office.clock())
    await asyncio.sleep(0.3)
    office.clock.passes(minutes=1)
    await courier(office, post, limiter).carry_all()
    assert await office.stands() == dict(
        zip([one.address for one in office.people], ["opted_out", "sent", "sent"], strict=True)
    )


async def test_a_refused_token_leaves_nothing_in_doubt(office: Office) -> None:
    class Refusing:
        async def send(self, letter: Letter) -> Outcome:
            raise InvalidToken

    await courier(office, Refusing(), Limiter(0, 0.0)).carry_all()
    assert set((await office.stands()).values()) == {"queued"}
    await office.goes_on()
    assert set((await office.stands()).values()) == {"sent"}


async def test_an_error_that_nobody_foresaw_is_in_doubt_and_holds_nobody_up(office: Office) -> None:
    class Breaking(Post):
        async def send(self, letter: Letter) -> Outcome:
            if not self.arrived:
                self.arrived["first"] += 1
                raise RuntimeError("of the library")
            return await super().send(letter)

    await courier(office, Breaking(iter(())), Limiter(0, 0.0)).carry_all()
    assert sorted((await office.stands()).values()) == ["sent", "sent", "uncertain"]


@pytest.mark.parametrize("broken", [1, 2, 3, 4])
async def test_a_database_that_breaks_off_anywhere_costs_nobody_the_message(
    office: Office, broken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the end of a transaction, when nobody knows whether it was committed: it was."""
    monkeypatch.setattr(couriers, "REST_SECONDS", 0.01)
    left = broken

    class Breaking:
        @asynccontextmanager
        async def begin(self) -> AsyncIterator[AsyncSession]:
            nonlocal left
            async with office.sessions.begin() as session:
                yield session
            left -= 1
            if left == 0:
                raise OperationalError("commit", None, Exception("the connection was closed"))

        def __call__(self) -> AsyncSession:
            return office.sessions()

    post = Post(iter(()))
    await courier(office, post, Limiter(0, 0.0), Breaking()).carry_all()
    assert set((await office.stands()).values()) == {"sent"}
    assert set(post.arrived.values()) == {1}


async def test_a_message_in_parts_is_not_begun_again_when_one_of_them_fails(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    arrived: list[str] = []

    class Second:
        answers = iter((Sent(), TooFast(0.001), Passing("TimedOut")))

        async def send(self, letter: Letter) -> Outcome:
            arrived.append(letter.words.text)
            return next(self.answers)

    surroundings = office.surroundings()
    handing = Postman(surroundings, Second(), Limiter(0, 0.0), Outcomes(surroundings, "asha-0"), per_chat=0.0)
    outcome = await handing._post([Letter("1", Marked("first")), Letter("1", Marked("second"))])
    assert outcome == Passing("only in part", in_doubt=True)
    assert arrived == ["first", "second", "second"]


async def test_a_silence_for_all_is_kept_by_every_worker(office: Office) -> None:
    answers = [("too fast", None)] * 2
    limiter, post = Limiter(0, 0.0), Post(iter(answers))
    limiter._last_told = ("999", asyncio.get_running_loop().time() + 60)  # another chat waits already
    await courier(office, post, limiter).carry_all()
    async with office.sessions.begin() as session:
        await pace.be_silent(session, office.clock() + timedelta(seconds=30))
    office.clock.passes(seconds=10)
    other = Post(iter(()))
    await courier(office, other, Limiter(0, 0.0)).carry_all()
    assert not other.arrived
    office.clock.passes(seconds=30)
    await courier(office, other, Limiter(0, 0.0)).carry_all()
    assert set((await office.stands()).values()) == {"sent"}


async def test_what_one_process_heard_of_a_silence_is_told_to_all(office: Office) -> None:
    limiter = Limiter(0, 0.0)
    limiter._silent_until = asyncio.get_running_loop().time() + 30
    post = Post(iter(()))
    await courier(office, post, limiter).carry_all()
    assert not post.arrived
    assert set((await office.stands()).values()) == {"queued"}
    async with office.sessions() as session:
        assert await pace.is_silent(session, office.clock() + timedelta(seconds=25))


async def test_two_workers_share_one_pace(sessions: Sessions) -> None:
    surroundings, loop = Surroundings(sessions), asyncio.get_running_loop()
    times: list[float] = []

    async def goes(moments: Moments) -> None:
        while len(times) < 100:
            await moments.come(5, of=100)
            times.extend([loop.time()] * 5)

    began = loop.time()
    await asyncio.gather(*(goes(Moments(surroundings, Limiter(0), 100, asyncio.Event())) for _worker in range(2)))
    assert loop.time() - began >= 0.8
    assert max(sum(0 <= later - time < 0.5 for later in times) for time in times) <= 50 * 1.2 + 5


async def test_whoever_is_in_a_form_gets_it_after_the_form_or_in_two_hours(office: Office) -> None:
    writing, staying, free = office.people
    async with office.sessions.begin() as session:
        for person in (writing, staying):
            await interviews.begin_registration(session, await session.get_one(Person, person.id), {}, office.clock())
    await office.works()
    assert dict(office.arrived) == {free.address: 1}
    office.clock.passes(minutes=20)
    async with office.sessions.begin() as session:
        opened = await interviews.open_of(session, await session.get_one(Person, writing.id))
        assert opened is not None
        await interviews.close(session, opened[0])
    await office.works()
    assert dict(office.arrived) == {free.address: 1, writing.address: 1}
    office.clock.passes(minutes=101)
    await office.works()
    assert dict(office.arrived) == {free.address: 1, writing.address: 1, staying.address: 1}


async def test_the_night_holds_a_broadcast_back_and_it_goes_on_in_the_morning(office: Office) -> None:
    office.quiet = NIGHT
    office.clock.passes(hours=10)  # 22:00
    await office.works()
    assert not office.arrived
    office.clock.passes(hours=10, minutes=59)
    await office.works()
    assert not office.arrived
    office.clock.passes(minutes=1)
    await office.works()
    assert len(office.arrived) == 3


async def test_what_has_a_reason_goes_at_night_too(sessions: Sessions, clock: Clock) -> None:
    clock.passes(hours=10)
    office = Office(sessions, clock)
    office.quiet, office.override = NIGHT, "the hall is flooded"
    await office.opens(2)
    await office.works()
    assert len(office.arrived) == 2


async def test_a_resend_while_the_broadcast_ends_is_not_lost(office: Office) -> None:
    await office.works([("refused", None)])
    await office.works()
    await office.change(lambda session, broadcast: broadcasts.resend(session, broadcast, office.clock()))
    await office.works()
    await office.works()
    assert set((await office.stands()).values()) == {"sent"}
