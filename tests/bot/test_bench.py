"""The benchmark of turns: its conversations, its figures, and a run of our side through the whole script."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence

import pytest

from bot.bench import growth
from bot.bench.conversations import PHRASES, SCRIPT, Step, payload_of, turns
from bot.bench.driving import Driver
from bot.bench.figures import Figure, as_json, percentile
from bot.settings import ROOT

NAMES = ("turns_per_second", "median_turn_ms", "p99_turn_ms", "resident_mb", "growth_300_over_10", "start_seconds")


class Parrot:
    """A side that answers everything and shows one button."""

    async def take(self, step: Step, shown: Sequence[str]) -> tuple[bool, Sequence[str]]:
        return step.kind != "press" or payload_of(step.words, shown) is not None, ['/answer{"value": "yes"}']

    async def repeat(self, person: str, messages: int, times: int) -> None:
        raise AssertionError("not asked for")


class Slowing:
    """A side whose turns cost what `cost` says of the number of messages that the person has sent."""

    def __init__(self, cost: dict[bool, float]) -> None:
        self._cost, self._sent = cost, Counter[str]()

    def take(self, steps: Sequence[Step]) -> list[float]:
        taken = []
        for step in steps:
            self._sent[step.person] += 1
            taken.append(self._cost[self._sent[step.person] > 200])
        return taken

    def repeat(self, person: str, steps: Sequence[Step], times: int) -> None:
        self._sent[person] += len(steps) * times


def test_two_of_five_turns_are_presses_two_answers_and_one_free_text() -> None:
    kinds = Counter(step.kind for step in turns(240))
    assert kinds == {"press": 96, "answer": 96, "free": 48}


def test_the_conversations_are_the_same_every_time_and_each_person_speaks_one_language() -> None:
    assert turns(500) == turns(500)
    assert len({step.person for step in turns(240)}) == 6
    assert {tuple(words) for words in PHRASES.values()} == {tuple(PHRASES["en"])}


def test_the_first_button_that_fits_is_pressed() -> None:
    shown = ("/my_workshops", '/show_workshop{"workshop": 4}', '/show_workshop{"workshop": 7}')
    assert payload_of("/show_workshop", shown) == '/show_workshop{"workshop": 4}'
    assert payload_of("/enrol_workshop", shown) is None


@pytest.mark.parametrize(("late", "expected"), [(10.0, 1.0), (25.0, 2.5)])
def test_growth_compares_message_300_with_message_10(late: float, expected: float) -> None:
    assert growth.measure(Slowing({False: 10.0, True: late})) == expected


def test_a_figure_is_told_with_its_ratio_to_the_peer() -> None:
    told = json.loads(as_json([Figure("median_turn_ms", 5.0, "ms", 40.0), Figure("start_seconds", 4.0, "s")]))
    assert told["figures"] == [
        {"name": "median_turn_ms", "value": 5.0, "unit": "ms", "peer": 40.0, "ratio": 0.125},
        {"name": "start_seconds", "value": 4.0, "unit": "s", "peer": None, "ratio": None},
    ]


def test_the_99th_percentile_leaves_one_in_a_hundred_above_it() -> None:
    assert percentile([float(value) for value in range(1, 101)], 0.99) == 99.0
    assert percentile([7.0], 0.99) == 7.0


async def test_a_press_that_no_button_allows_is_told() -> None:
    driver = Driver(Parrot(), (os.getpid(),))
    steps = [Step("asha", "free", "hello"), Step("asha", "press", "/answer"), Step("asha", "press", "/my_workshops")]
    answer = await driver.obey({"steps": [step.as_dict() for step in steps]})
    assert answer["astray"] == [2]
    assert len(answer["milliseconds"]) == 3
    assert (await driver.obey({}))["resident_mb"] > 10


@pytest.mark.model
def test_our_side_takes_every_turn_of_the_script_in_three_languages(model: object) -> None:
    wanted = str(len(SCRIPT) * 6)
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "bot.cli",
        "bench",
        "turns",
        "--no-peer",
        "--json",
        "--turns",
        wanted,
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stderr[-2000:]
    figures = json.loads(ended.stdout)["figures"]
    assert tuple(figure["name"] for figure in figures) == NAMES
    assert all(figure["value"] > 0 and figure["peer"] is None for figure in figures)


@pytest.mark.model
@pytest.mark.parametrize(
    ("turns", "most_mb"),
    [pytest.param(300, 20, id="short"), pytest.param(20_000, 30, marks=pytest.mark.soak(part=2), id="long")],
)
def test_over_telegram_every_turn_is_answered_within_the_limits_and_memory_stays_flat(
    model: object, turns: int, most_mb: int
) -> None:
    command = ["-m", "bot.cli", "bench", "turns", "--telegram", "--no-peer", "--json", "--turns", str(turns)]
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", *command], cwd=ROOT, capture_output=True, text=True, timeout=1800, check=False
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    figures = {figure["name"]: figure["value"] for figure in json.loads(ended.stdout)["figures"]}
    assert figures["turns_lost_percent"] == figures["told_to_slow_down"] == 0
    assert figures["resident_growth_mb"] < most_mb
    assert set(NAMES[:4]) <= set(figures)
