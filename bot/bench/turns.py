"""`mitra bench turns`: our assistant and the stock peer take the same turns, by rounds, in the same run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from statistics import median

from bot.bench import growth, stock_project
from bot.bench.conversations import SCRIPT, turns
from bot.bench.figures import Figure, percentile
from bot.bench.sides import FOLDER, OURS, PEER, Side, started
from bot.rasa import training
from bot.settings import read_settings

TURNS = 240
ROUNDS = 4

Tell = Callable[[str], None]


def measure(wanted: int, *, peer: bool, tell: Tell) -> list[Figure]:
    """Run both sides and compare. Takes minutes; `tell` hears of the progress. Raises `Failed`, `TrainingFailed`."""
    with ExitStack() as stack:
        sides = []
        for name, command in _commands(peer=peer, tell=tell).items():
            tell(f"{name}: starting")
            sides.append(stack.enter_context(started(name, command)))
        _take_turns(sides, wanted, tell)
        for side in sides:
            tell(f"{side.name}: one long conversation")
            side.resident_mb = side.ask({})["resident_mb"]
            side.growth = growth.measure(side)
        return figures(sides[0], sides[1] if peer else None)


def _commands(*, peer: bool, tell: Tell) -> dict[str, list[str]]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    tell("ours: training, where the model is not there")
    training.train(read_settings().models)
    commands = {OURS: ["bot.bench.product"]}
    if peer:
        tell("peer: training, where the model is not there (two minutes)")
        commands[PEER] = ["bot.bench.peer", str(stock_project.trained(FOLDER))]
    return commands


def _take_turns(sides: Sequence[Side], wanted: int, tell: Tell) -> None:
    """Both sides warm up, then take the same turns by rounds, so that a busy minute of the machine meets both."""
    for side in sides:
        tell(f"{side.name}: warming up")
        side.take(turns(len(SCRIPT), prefix="warm", together=1))
    steps = turns(wanted)
    size = -(-len(steps) // ROUNDS)
    for first in range(0, len(steps), size):
        for side in sides:
            tell(f"{side.name}: turns {first + 1} to {min(first + size, len(steps))} of {len(steps)}")
            side.milliseconds += side.take(steps[first : first + size])


def figures(ours: Side, peer: Side | None) -> list[Figure]:
    """The contract's figures of both sides."""
    rows: tuple[tuple[str, str, Callable[[Side], float]], ...] = (
        ("turns_per_second", "1/s", lambda side: 1000 * len(side.milliseconds) / sum(side.milliseconds)),
        ("median_turn_ms", "ms", lambda side: median(side.milliseconds)),
        ("p99_turn_ms", "ms", lambda side: percentile(side.milliseconds, 0.99)),
        ("resident_mb", "MB", lambda side: side.resident_mb),
        ("growth_300_over_10", "×", lambda side: side.growth),
        ("start_seconds", "s", lambda side: side.start_seconds),
    )
    return [Figure(name, of(ours), unit, of(peer) if peer else None) for name, unit, of in rows]
