"""The engine itself: real `mitra worker` processes, real HTTP, killed with -9, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot.bench import recipients
from bot.bench.crew import Crew
from bot.bench.dispatches import Order, Run, carry_out
from bot.bench.fake_telegram import FakeTelegram
from bot.bench.sides import FOLDER
from bot.bench.witness import Witness
from programme import broadcasts, deliveries
from programme.broadcasts import Broadcast
from programme.store import Sessions, open_engine, sessions_of
from programme.surroundings import utc_now
from tests.conftest import PostgresServer

RATE = 40
SECONDS = 30.0
WITHIN = 2.0
"""A pause or an end of it takes effect so soon."""


class Sent:
    """A broadcast that workers send."""

    def __init__(self, crew: Crew, fake: FakeTelegram, sessions: Sessions, number: int) -> None:
        self.crew, self.fake, self.sessions, self.number = crew, fake, sessions, number
        self.witness = Witness(fake)

    async def reaches(self, people: int) -> None:
        await self.until(lambda: self.witness.people >= people)

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(SECONDS):
            while not true():
                await asyncio.sleep(0.02)

    async def counts(self) -> dict[str, int]:
        async with self.sessions() as session:
            return await deliveries.counts_of(session, self.number)

    async def ends(self) -> dict[str, int]:
        """Wait until nothing is left; how everything stands then."""
        async with asyncio.timeout(SECONDS):
            while (counts := await self.counts())["queued"] + counts["sending"]:
                await asyncio.sleep(0.1)
        return {status: number for status, number in counts.items() if number}

    async def staff(self, act: Callable[[Broadcast], None]) -> None:
        async with self.sessions.begin() as session:
            act(await broadcasts.find(session, self.number))

    async def stands_still(self) -> int:
        """After two seconds nobody gets anything more; how many had got it by then."""
        await asyncio.sleep(WITHIN)
        before = self.witness.people
        await asyncio.sleep(0.7)
        assert self.witness.people == before
        return before


@asynccontextmanager
async def sending(url: str, people: int, workers: int, fake: FakeTelegram) -> AsyncIterator[Sent]:
    """`people` are told by `workers` processes, from now on."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    engine = open_engine(url)
    sessions = sessions_of(engine)
    async with fake.serving(), Crew(url, fake, RATE) as crew:
        async with sessions.begin() as session:
            await recipients.write_down(session, people)
            number, _frozen = await recipients.announce(session)
        sent = Sent(crew, fake, sessions, number)
        for _worker in range(workers):
            await crew.start()
        yield sent
    await engine.dispose()


@pytest.fixture
def fake() -> FakeTelegram:
    return FakeTelegram(overall=int(RATE * 1.2), remembers=False)


async def test_killed_in_the_middle_it_goes_on_by_itself_after_a_start(sqlite_url: str, fake: FakeTelegram) -> None:
    async with sending(sqlite_url, 100, 1, fake) as sent:
        await sent.reaches(30)
        under_way = await sent.crew.kill(sent.crew.processes[0], sent.sessions)
        got = sent.witness.people
        await sent.crew.replace(0)
        await sent.reaches(got + 1)
        counts = await sent.ends()
        assert sent.witness.twice == 0
        assert counts.get("uncertain", 0) <= under_way
        assert sent.witness.people + counts.get("uncertain", 0) >= 100
        assert set(counts) <= {"sent", "uncertain"}


async def test_pause_holds_everything_within_two_seconds_and_cancel_ends_it(
    sqlite_url: str, fake: FakeTelegram
) -> None:
    async with sending(sqlite_url, 300, 1, fake) as sent:
        await sent.reaches(10)
        await sent.staff(broadcasts.pause)
        got = await sent.stands_still()
        await sent.staff(lambda broadcast: broadcasts.resume(broadcast, utc_now()))
        await sent.reaches(got + 10)
        async with sent.sessions.begin() as session:
            await broadcasts.call_off(session, await broadcasts.find(session, sent.number), utc_now())
        got = await sent.stands_still()
        assert await sent.ends() == {"sent": got, "cancelled": 300 - got}
        assert sent.witness.twice == 0


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("people", "rate", "every"),
    [
        pytest.param(240, RATE, 3.0, id="short"),
        pytest.param(20_000, 200, 5.0, marks=pytest.mark.soak(part=1), id="long"),
    ],
)
async def test_three_workers_one_of_whom_is_killed_again_and_again_lose_nothing_and_keep_the_pace(
    postgres: PostgresServer, people: int, rate: int, every: float
) -> None:
    order = Order("kills", people, rate, workers=3, kill_every=every)
    FOLDER.mkdir(parents=True, exist_ok=True)
    run: Run = await carry_out(order, postgres.create("kills"), print)
    assert run.kills >= 1
    assert (run.lost, run.twice) == (0, 0)
    assert run.uncertain <= run.under_way
    assert run.worst_second <= rate * 1.2
