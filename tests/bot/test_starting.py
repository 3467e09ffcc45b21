"""What a start costs: nothing is imported, read or kept in memory that a conversation does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain

from bot.rasa.absent import SWITCH
from bot.rasa.domains import domain_in
from bot.settings import ROOT

MOST_MB = 420
TALKS = r"""
import re, sys
from pathlib import Path
from bot.rasa.agent import load_agent
from programme.writing import normalise
agent = load_agent(Path(sys.argv[1]))
for text in ("hello", "mujhe loan kaise milega bhai", "பயிற்சி எங்கே நடக்குது", "மானியம்", "some words of no sense at all"):
    agent.parse(normalise(text))
print(int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
print(*sorted({"sklearn", "joblib", "scipy.stats"} & set(sys.modules)))
"""
PUTS_OFF = """
import sys
from bot.rasa.later import put_off
with put_off("statistics"):
    import statistics as outer
    from statistics import median
assert "statistics" not in sys.modules
print(median([1, 2, 9]), "statistics" in sys.modules)
from statistics import mean
print(mean([1, 2, 6]))
"""
IN_USE_ALREADY = """
import statistics
from bot.rasa.later import put_off
with put_off("statistics"):
    from statistics import median
print(median is statistics.median)
"""


def run(code: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT,
        env=os.environ | {SWITCH: "always"}, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.model
def test_understanding_fits_into_a_small_servers_memory_and_needs_no_training_library(model: Path) -> None:
    megabytes, imported = run(TALKS, str(model))
    assert int(megabytes) <= MOST_MB
    assert imported == ""


def test_a_library_that_is_put_off_is_imported_when_something_in_it_is_called() -> None:
    assert run(PUTS_OFF) == ["2 True", "3"]


def test_a_library_that_is_in_use_already_is_not_put_off() -> None:
    assert run(IN_USE_ALREADY) == ["True"]


def test_a_models_domain_is_read_as_rasa_reads_it(tmp_path: Path) -> None:
    Domain.load(str(ROOT / "domain")).persist(tmp_path / "domain.yml")
    assert not (tmp_path / "domain.yml").read_text(encoding="utf-8").isascii(), "nothing quick would be tried"
    ours, stock = domain_in(tmp_path), Domain.from_path(tmp_path)
    assert ours.as_dict() == stock.as_dict()
    assert ours.fingerprint() == stock.fingerprint()


@pytest.mark.parametrize(
    "value",
    ["yes", "no", "on", "12:30", "012", "1_000", "0x1f", "5", "1.5", "1e3", "null", "~", "true", "2026-12-01", "", 5, 1.5, 1e30, True,
     None, ["a", 1], {"b": "no"}],
)  # fmt: skip
def test_values_in_a_domain_are_what_rasa_takes_them_for(tmp_path: Path, value: object) -> None:
    slots = {"s": {"type": "any", "initial_value": value, "mappings": [{"type": "custom"}]}}
    responses = {"utter_greet": [{"text": "नमस्ते"}]}
    Domain.from_dict({"version": "3.1", "slots": slots, "responses": responses}).persist(tmp_path / "domain.yml")
    ours, stock = domain_in(tmp_path).slots[0].initial_value, Domain.from_path(tmp_path).slots[0].initial_value
    assert (ours, type(ours)) == (stock, type(stock)) == (value, type(value))
