"""`mitra bench broadcast`: broadcasts by our workers on a fake Bot API that enforces limits, and a plain loop beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from bot.bench import beside, dispatches, freezing, plain_run
from bot.bench.broadcast_figures import Measured, figures
from bot.bench.crew import postgres_server, sqlite_file
from bot.bench.dispatches import Order, Tell
from bot.bench.figures import Figure
from bot.bench.sides import FOLDER
from bot.rasa import training
from bot.settings import read_settings

RATES, SATURATION, REPLIES, FREEZE, KILLS = PARTS = ("rates", "saturation", "replies", "freeze", "kills")
USUAL = ((2_000, 25), (20_000, 200))
ASKED_AT_MOST = 1_000


@dataclass(frozen=True)
class Plan:
    """What to measure: `parts` of `PARTS`, so many (people, a second) at `rates`; `long` for an hour of it."""

    parts: Sequence[str] = PARTS
    rates: Sequence[tuple[int, int]] = USUAL
    peer: bool = True
    long: bool = False


def prepare(plan: Plan) -> None:
    """Train the model where it is not there: before any loop runs, for Rasa puts another kind of loop in its place."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if REPLIES in plan.parts:
        training.train(read_settings().models)


async def measure(plan: Plan, tell: Tell) -> list[Figure]:
    """What the plan says, part by part. Raises `Failed`."""
    measured = Measured()
    with ExitStack() as stack:
        if RATES in plan.parts:
            await _rates(plan, stack.enter_context(sqlite_file()), measured, tell)
        if REPLIES in plan.parts:
            measured.replies = await beside.measure(60.0 if plan.long else 20.0, tell)
        if FREEZE in plan.parts:
            measured.frozen.append(await freezing.measure(stack.enter_context(sqlite_file()), 50_000, tell))
        if {SATURATION, KILLS} & set(plan.parts) or (plan.long and FREEZE in plan.parts):
            await _on_postgres(plan, stack.enter_context(postgres_server()), measured, tell)
    return figures(measured)


async def _rates(plan: Plan, url: str, measured: Measured, tell: Tell) -> None:
    """The peer sends at the same time as we do, to a fake of its own, at the first rate."""
    for number, (people, rate) in enumerate(plan.rates):
        order = Order(f"{rate} a second", people, rate)
        sending = [dispatches.carry_out(order, url, tell)]
        if plan.peer and number == 0:
            sending.append(plain_run.carry_out(replace(order, name=f"peer, {order.name}"), tell))
        ours, *peers = await asyncio.gather(*sending)
        measured.runs.append(ours)
        measured.peers += peers


async def _on_postgres(plan: Plan, url: str, measured: Measured, tell: Tell) -> None:
    if SATURATION in plan.parts:
        for workers in (1, 2, 3):
            order = Order(f"saturation, {workers} workers", 8_000, ASKED_AT_MOST, workers)
            measured.saturation.append(await dispatches.carry_out(order, url, tell))
    if KILLS in plan.parts:
        order = Order("kills", 20_000 if plan.long else 4_000, 100, 3, kill_every=5.0)
        measured.kills = await dispatches.carry_out(order, url, tell)
    if FREEZE in plan.parts and plan.long:
        measured.frozen.append(await freezing.measure(url, 1_000_000, tell))
