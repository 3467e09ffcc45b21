"""`mitra bench turns --telegram`: 200 chats at once on a fake Bot API, our bot, then stock Rasa with its own channel."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from functools import partial
from statistics import median

from bot.bench import bots, stock_project
from bot.bench.bots import Bot
from bot.bench.crowd import PATIENCE_SECONDS, Crowd, Pace
from bot.bench.fake_telegram import FakeTelegram
from bot.bench.figures import Figure, percentile
from bot.bench.sides import FOLDER
from bot.failed import Failed
from bot.rasa import training
from bot.settings import read_settings

TURNS = 20_000
OFFERED = 30.0
OFFERED_SHARE, MOST_OFFERED = 0.25, 1_800
PEER_SECONDS = 60.0
NO_END = 24 * 3600.0
SAMPLES = 10

Tell = Callable[[str], None]
Opened = Callable[[FakeTelegram], AbstractAsyncContextManager[Bot]]


@dataclass
class Measured:
    """What was measured of one bot. `memory` in MB: after the warming up, then after equal shares of the turns."""

    per_second: float = 0.0
    processor_ms: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    lost: int = 0
    taken: int = 0
    too_fast: int = 0


async def measure(wanted: int, *, peer: bool, peer_limited: bool, tell: Tell) -> list[Figure]:
    """`wanted` turns of our bot and as much of the peer as fits into two minutes; `peer_limited` when one message a second
    in a chat is the limit for it too. Raises `Failed`, `TrainingFailed`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    tell("ours: training, where the model is not there")
    training.train(read_settings().models)
    model = stock_project.trained(FOLDER) if peer else None
    our = await _measured("ours", FakeTelegram(overall=0, remembers=False), bots.ours, wanted, NO_END, tell)
    if our.lost or our.too_fast:
        raise Failed(f"our bot left {our.lost} turns unanswered and was told {our.too_fast} times to slow down")
    if model is None:
        return figures(our, None)
    fake = FakeTelegram(overall=0, per_chat=1.0 if peer_limited else 0.0, remembers=False)
    opened = partial(bots.stock, model=model)
    return figures(our, await _measured("peer", fake, opened, wanted, PEER_SECONDS, tell))


async def _measured(name: str, fake: FakeTelegram, opened: Opened, wanted: int, seconds: float, tell: Tell) -> Measured:
    """Warm up, then turns at the offered rate, then as many as they come; each part no longer than `seconds`."""
    tell(f"{name}: starting")
    async with fake.serving(), opened(fake) as bot:
        crowd, measured = Crowd(fake, bot.line), Measured()
        crowd.begin()
        try:
            await _at_offered_rate(name, crowd, measured, wanted, seconds, tell)
            await _as_they_come(name, crowd, bot, measured, wanted, seconds, tell)
        finally:
            await crowd.end()
        measured.too_fast = len(fake.broken)
        return measured


async def _at_offered_rate(
    name: str, crowd: Crowd, measured: Measured, wanted: int, seconds: float, tell: Tell
) -> None:
    share = min(MOST_OFFERED, int(wanted * OFFERED_SHARE))
    for turns, what in ((share // 4, "warming up"), (share, f"{share} turns at {OFFERED:g} a second")):
        tell(f"{name}: {what}")
        crowd.pace, crowd.milliseconds, crowd.lost = Pace(OFFERED), [], 0
        await crowd.until(turns, seconds)
        _count(crowd, measured)
    measured.milliseconds = crowd.milliseconds or [PATIENCE_SECONDS * 1000]


async def _as_they_come(
    name: str, crowd: Crowd, bot: Bot, measured: Measured, wanted: int, seconds: float, tell: Tell
) -> None:
    crowd.pace, crowd.milliseconds, crowd.lost = Pace(), [], 0
    left = max(1, wanted - measured.taken)
    began, processor = time.perf_counter(), bot.processor_seconds
    for sample in range(1, SAMPLES + 1):
        await crowd.until(left * sample // SAMPLES, seconds / SAMPLES)
        measured.memory.append(bot.resident_mb)
        pace = len(crowd.milliseconds) / (time.perf_counter() - began)
        tell(f"{name}: {len(crowd.milliseconds)} turns, {pace:.1f} a second, {measured.memory[-1]:.0f} MB")
    measured.per_second = len(crowd.milliseconds) / (time.perf_counter() - began)
    measured.processor_ms = 1000 * (bot.processor_seconds - processor) / max(1, len(crowd.milliseconds))
    _count(crowd, measured)


def _count(crowd: Crowd, measured: Measured) -> None:
    measured.taken += len(crowd.milliseconds) + crowd.lost
    measured.lost += crowd.lost


def figures(our: Measured, stock: Measured | None) -> list[Figure]:
    """The contract's names, and what goes wrong."""
    rows: tuple[tuple[str, str, Callable[[Measured], float]], ...] = (
        ("turns_per_second", "1/s", lambda one: one.per_second),
        ("median_turn_ms", "ms", lambda one: median(one.milliseconds)),
        ("p99_turn_ms", "ms", lambda one: percentile(one.milliseconds, 0.99)),
        ("processor_ms_a_turn", "ms", lambda one: one.processor_ms),
        ("resident_mb", "MB", lambda one: one.memory[-1]),
        ("resident_growth_mb", "MB", lambda one: one.memory[-1] - one.memory[0]),
        ("turns_lost_percent", "%", lambda one: 100 * one.lost / one.taken),
        ("told_to_slow_down", "", lambda one: float(one.too_fast)),
    )
    return [Figure(name, of(our), unit, of(stock) if stock else None) for name, unit, of in rows]
