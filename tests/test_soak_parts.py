"""The long runs are cut into parts that a landing can bear, and none of them is forgotten."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from bot.settings import ROOT

PARTS = int(re.search(r"^SOAK_PARTS := (\d+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[1])  # type: ignore[index]


def collected(*options: str) -> set[str]:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-m", "soak", *options]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return {line for line in ended.stdout.splitlines() if "::" in line}


def test_the_parts_together_are_all_of_the_long_runs() -> None:
    parts = [collected("--part", str(number)) for number in range(1, PARTS + 1)]
    assert all(parts), "a part without a run"
    assert sum(len(part) for part in parts) == len(set.union(*parts))
    assert set.union(*parts) == collected()


@pytest.mark.parametrize("number", [0, PARTS + 1])
def test_there_are_no_other_parts(number: int) -> None:
    assert not collected("--part", str(number))
