"""One broadcast sent by a crew: how fast, to whom, to whom twice, and what the ledger says of the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import select

from bot.bench import recipients
from bot.bench.crew import Crew, emptied
from bot.bench.fake_telegram import FakeTelegram
from bot.bench.witness import Witness
from bot.failed import Failed
from programme import deliveries
from programme.deliveries import NOT_GOT, Delivery
from programme.people import Person
from programme.store import Sessions

ROOM = 1.2
"""The fake Bot API refuses more than that many times the rate in any second."""
STUCK_SECONDS = 60.0
ANSWER_SECONDS = 0.1
LOOKING_SECONDS = 0.25
SETTLING_SECONDS = 1.5

Tell = Callable[[str], None]
Database = AbstractContextManager[str]


@dataclass(frozen=True)
class Order:
    """What is asked of a crew. With `kill_every` seconds one of them is killed so often and started again."""

    name: str
    people: int
    rate: int
    workers: int = 1
    kill_every: float | None = None

    @property
    def answer_seconds(self) -> float:
        """Where workers are killed, answers take as long as Telegram's, so that messages are under way."""
        return ANSWER_SECONDS if self.kill_every else 0.0


@dataclass
class Run:
    """What came of it. `under_way` counts the messages that killed workers had under way; times in seconds, sizes in MB."""

    order: Order
    per_second: float = 0.0
    worst_second: int = 0
    lost: int = 0
    twice: int = 0
    uncertain: int = 0
    kills: int = 0
    under_way: int = 0
    too_fast: int = 0
    growth_mb: float = 0.0
    first_seconds: float = 0.0

    @property
    def share(self) -> float:
        return self.per_second / self.order.rate

    def told(self) -> str:
        """For whoever watches."""
        return (
            f"{self.order.name}: {self.per_second:.1f} a second of {self.order.rate}, {self.worst_second} in the fullest "
            f"second, {self.lost} lost, {self.twice} twice, {self.uncertain} uncertain, {self.kills} kills"
        )


async def carry_out(order: Order, url: str, tell: Tell) -> Run:
    """Send a broadcast in the emptied database at `url`. Raises `Failed` when it stands still."""
    tell(f"{order.name}: {order.people} people at {order.rate} a second, {order.workers} workers")
    fake = FakeTelegram(overall=int(order.rate * ROOM), remembers=False, answer_seconds=order.answer_seconds)
    async with emptied(url) as sessions, fake.serving():
        async with sessions.begin() as session:
            await recipients.write_down(session, order.people)
        witness, run = Witness(fake), Run(order)
        async with Crew(url, fake, order.rate) as crew:
            for _worker in range(order.workers):
                await crew.start()
            await crew.ready(sessions)
            idle = crew.resident_mb
            async with sessions.begin() as session:
                number, _people = await recipients.announce(session)
            await _watch(run, crew, sessions, witness, number)
            run.growth_mb = max(run.growth_mb - idle, 0.0)
        run.too_fast = len(fake.broken)
        await _settle(run, sessions, witness, number)
    tell(run.told())
    return run


async def _watch(run: Run, crew: Crew, sessions: Sessions, witness: Witness, number: int) -> None:
    """Until the ledger has nothing left, with kills meanwhile."""
    loop = asyncio.get_running_loop()
    began = moved = loop.time()
    killed, seen = began, 0
    while seen < run.order.people or await _left(sessions, number):
        await asyncio.sleep(LOOKING_SECONDS)
        now = loop.time()
        run.growth_mb = max(run.growth_mb, crew.resident_mb)
        if witness.people > seen:
            run.first_seconds = run.first_seconds or now - began
            moved, seen = now, witness.people
        elif now - moved > SETTLING_SECONDS and not await _left(sessions, number):
            return
        if now - moved > STUCK_SECONDS:
            raise Failed(f"{run.order.name} stands still at {seen} of {run.order.people}")
        if run.order.kill_every and now - killed > run.order.kill_every and seen < run.order.people:
            run.under_way += await crew.kill(crew.processes[run.kills % run.order.workers], sessions)
            await crew.replace(run.kills % run.order.workers)
            run.kills, killed = run.kills + 1, now


async def _left(sessions: Sessions, number: int) -> int:
    async with sessions() as session:
        counts = await deliveries.counts_of(session, number)
    return counts[deliveries.QUEUED] + counts[deliveries.SENDING]


async def _settle(run: Run, sessions: Sessions, witness: Witness, number: int) -> None:
    """Lost is whoever got nothing and is not accounted for."""
    rows = select(Person.address, Delivery.status).join(Delivery, Delivery.person_id == Person.id)
    async with sessions() as session:
        stands = {int(row[0]): row[1] for row in await session.execute(rows.where(Delivery.broadcast_id == number))}
    run.lost = sum(1 for chat, status in stands.items() if chat not in witness.got and status not in NOT_GOT)
    run.lost += run.order.people - len(stands)
    run.uncertain = sum(1 for status in stands.values() if status == deliveries.UNCERTAIN)
    run.twice, run.per_second, run.worst_second = witness.twice, witness.per_second, witness.worst_second
