"""Running the benchmarks: progress on standard error, figures on standard output."""

from __future__ import annotations

import sys

from bot.bench import turns as bench_of_turns
from bot.bench.figures import Figure, as_json, print_table
from bot.failed import Failed
from bot.rasa.training import TrainingFailed


def turns(wanted: int, *, peer: bool, as_json: bool) -> None:
    """Measure `wanted` turns of each side."""
    try:
        figures = bench_of_turns.measure(wanted, peer=peer, tell=_tell)
    except TrainingFailed as error:
        raise Failed(str(error)) from error
    _show(f"{wanted} turns", figures, in_json=as_json)


def _tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


def _show(title: str, figures: list[Figure], *, in_json: bool) -> None:
    if in_json:
        print(as_json(figures))
    else:
        print_table(title, figures)
