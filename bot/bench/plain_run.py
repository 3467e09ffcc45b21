"""The peer's run: the same people at the same rate, on a fake Bot API with the same limits, killed once."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from bot.bench.bots import Environment, Process, running
from bot.bench.dispatches import ROOM, Order, Run, Tell
from bot.bench.fake_telegram import FakeTelegram
from bot.bench.sides import log_of
from bot.bench.stock_project import environment_of
from bot.bench.witness import Witness
from bot.failed import Failed

NAME = "plain-loop"
KILLED_AT = 0.1
"""The share of the people that it has reached when it is killed."""


async def carry_out(order: Order, tell: Tell, *, killed: bool = True) -> Run:
    """It keeps no ledger, so after the kill it begins again; whom it then reaches twice is counted, its rate not."""
    tell(f"{order.name}: the plain loop, {order.people} people at {order.rate} a second")
    with tempfile.TemporaryDirectory(prefix="mitra-bench-") as home:
        environment = environment_of(Path(home))
        fake = FakeTelegram(overall=int(order.rate * ROOM), remembers=False)
        async with fake.serving():
            before = Witness(fake)
            if killed:
                await _killed(order, fake, before, environment)
            whole = Witness(fake)
            async with _loop(order, fake, environment) as process:
                if await process.wait():
                    raise Failed(f"the plain loop did not end well (is aiolimiter installed?): see {log_of(NAME)}")
    run = Run(order, whole.per_second, whole.worst_second, kills=int(killed), too_fast=len(fake.broken))
    everybody = before.got + whole.got
    run.lost, run.twice = order.people - len(everybody), sum(1 for times in everybody.values() if times > 1)
    tell(run.told())
    return run


async def _killed(order: Order, fake: FakeTelegram, seen: Witness, environment: Environment) -> None:
    async with _loop(order, fake, environment) as process:
        while seen.people < order.people * KILLED_AT and process.returncode is None:  # noqa: ASYNC110 - or the process may end
            await asyncio.sleep(0.01)
        if process.returncode is None:
            process.kill()
            await process.wait()


def _loop(order: Order, fake: FakeTelegram, environment: Environment) -> AbstractAsyncContextManager[Process]:
    command = ["bot.bench.plain_loop", fake.address, str(order.people), str(order.rate)]
    return running(NAME, command, environment)
