"""Running the benchmarks: progress on standard error, figures on standard output."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.bench import turns as bench_of_turns
from bot.bench.figures import Figure, as_json, print_table
from bot.failed import Failed
from bot.rasa.quiet import prepare
from bot.rasa.training import TrainingFailed


def turns(wanted: int | None, *, peer: bool, as_json: bool) -> None:
    """Measure `wanted` turns of each side."""
    wanted = wanted or bench_of_turns.TURNS
    try:
        figures = bench_of_turns.measure(wanted, peer=peer, tell=_tell)
    except TrainingFailed as error:
        raise Failed(str(error)) from error
    _show(f"{wanted} turns", figures, in_json=as_json)


def telegram(wanted: int | None, *, peer: bool, peer_limited: bool, as_json: bool) -> None:
    """Measure `wanted` turns of our bot over Telegram, and of the peer as many as it takes in two minutes."""
    from bot.bench import telegram as bench

    wanted = wanted or bench.TURNS
    try:
        figures = asyncio.run(bench.measure(wanted, peer=peer, peer_limited=peer_limited, tell=_tell))
    except TrainingFailed as error:
        raise Failed(str(error)) from error
    _show(f"{wanted} turns over Telegram", figures, in_json=as_json)


def nlu(train: Path | None, test: Path | None, sets: Path | None, *, peer: bool, as_json: bool) -> None:
    """Score understanding on two files, or on the public sets in `sets` and our own."""
    prepare()  # the encoder is ten times slower on two threads
    from bot.bench import understanding

    wanted = understanding.of_files(train, test) if train and test else understanding.in_folder(sets)
    if sets is None and train is None:
        _tell(understanding.WHERE_SETS_ARE)
    figures = understanding.measure(wanted, peer=peer, tell=_tell)
    if not train:
        figures += understanding.of_replies(_tell)
    _tell(f"pictures: {understanding.FOLDER}")
    _show("understanding", figures, in_json=as_json)


def broadcast(people: int | None, rate: int | None, only: str | None, *, peer: bool, long: bool, as_json: bool) -> None:
    """Measure broadcasts. Fails with the names of the parts when one of `only` is none of them."""
    from bot.bench import broadcast as bench

    parts = tuple(only.split(",")) if only else bench.PARTS
    if unknown := [part for part in parts if part not in bench.PARTS]:
        raise Failed(f"{unknown[0]} is none of {', '.join(bench.PARTS)}")
    rates = bench.USUAL if people is None and rate is None else ((people or 2_000, rate or 25),)
    plan = bench.Plan(parts, rates, peer=peer, long=long)
    try:
        bench.prepare(plan)
        figures = asyncio.run(bench.measure(plan, _tell))
    except TrainingFailed as error:
        raise Failed(str(error)) from error
    _show("broadcasts", figures, in_json=as_json)


def _tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


def _show(title: str, figures: list[Figure], *, in_json: bool) -> None:
    if in_json:
        print(as_json(figures))
    else:
        print_table(title, figures)
