"""What message 300 of one conversation costs over message 10."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice, zip_longest
from statistics import median
from typing import Protocol

from bot.bench.conversations import OPENING, ROUND, Step, in_one_form

EARLY, LATE = range(8, 13), range(295, 306)  # messages of one conversation, counted from one
OLD, NEW = "bench-old", ("bench-new-0", "bench-new-1")
SEEN = len(OPENING) + len(ROUND)
ROUNDS = (LATE.start - 1 - SEEN) // len(ROUND)


class Side(Protocol):
    """What takes turns, each in milliseconds, or is brought to where the last turns so many times over would bring it."""

    def take(self, steps: Sequence[Step]) -> list[float]: ...

    def repeat(self, person: str, steps: Sequence[Step], times: int) -> None: ...


def measure(side: Side) -> float:
    """The median of the late messages over that of the early ones.

    The late messages of one person take turns with the early ones of people who have just begun, so that a busy minute
    of the machine meets both.
    """
    old, beginners = in_one_form(OLD), [in_one_form(person) for person in NEW]
    side.take(list(islice(old, SEEN)))
    side.repeat(OLD, list(islice(old, len(ROUND))), ROUNDS)
    side.take(list(islice(old, LATE.start - 1 - SEEN - ROUNDS * len(ROUND))))
    for beginner in beginners:
        side.take(list(islice(beginner, EARLY.start - 1)))
    young = chain.from_iterable(islice(beginner, len(EARLY)) for beginner in beginners)
    return _ratio(side, list(_in_turns(islice(old, len(LATE)), young)))


def _in_turns(old: Iterator[Step], young: Iterator[Step]) -> Iterator[Step]:
    for pair in zip_longest(old, young):
        yield from (step for step in pair if step is not None)


def _ratio(side: Side, steps: list[Step]) -> float:
    costs = list(zip(steps, side.take(steps), strict=True))
    late = [cost for step, cost in costs if step.person == OLD]
    early = [cost for step, cost in costs if step.person != OLD]
    return median(late) / median(early)
