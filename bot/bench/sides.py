"""The two sides of a comparison: processes that are told which turns to take."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.bench.conversations import Step
from bot.bench.stock_project import environment_of
from bot.failed import Failed
from bot.rasa.absent import SWITCH
from bot.settings import ROOT, VAR

FOLDER = VAR / "bench"
OURS, PEER = "ours", "peer"
AS_INSTALLED = {SWITCH: "always"}
"""Our side does without the group `stock`, as where people install it; the peer in the same environment needs it."""
ENDING_SECONDS = 30


@dataclass
class Side:
    """One measured process, and what was measured of it."""

    name: str
    process: subprocess.Popen[str]
    start_seconds: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    resident_mb: float = 0.0
    growth: float = 0.0

    def ask(self, order: dict[str, Any]) -> dict[str, Any]:
        """One order of `bot.bench.driving`, one answer. Raises `Failed` when the process is gone."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):
            print(json.dumps(order), file=self.process.stdin, flush=True)
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise Failed(f"the process of {self.name} ended: see {log_of(self.name)}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def begin(self, began: float) -> None:
        """Wait until the process takes orders; it was started at `began` (of `time.perf_counter`)."""
        self._answer()
        self.start_seconds = time.perf_counter() - began

    def take(self, steps: Sequence[Step]) -> list[float]:
        """The milliseconds of each step. Raises `Failed` when our side left the script: then nothing is comparable."""
        answer = self.ask({"steps": [step.as_dict() for step in steps]})
        if self.name == OURS and answer["astray"]:
            lost = steps[answer["astray"][0]]
            raise Failed(f"the conversation left its script at {lost.person}, {lost.kind} {lost.words!r}")
        milliseconds: list[float] = answer["milliseconds"]
        return milliseconds

    def repeat(self, person: str, steps: Sequence[Step], times: int) -> None:
        """Let `person` take `steps` so many times over. The peer, whom it takes minutes, is given what it would keep."""
        if self.name == OURS:
            self.take([*steps] * times)
        else:
            self.ask({"repeat": person, "messages": len(steps), "times": times})


@contextmanager
def started(name: str, command: list[str]) -> Iterator[Side]:
    """The running process of one side, on a scratch database with the sample workshops."""
    with tempfile.TemporaryDirectory(prefix="mitra-bench-") as scratch:
        database = {"MITRA_DATABASE_URL": f"sqlite:///{scratch}/bench.sqlite3"}
        environment = environment_of(Path(scratch)) | database | (AS_INSTALLED if name == OURS else {})
        prepare_database(environment)
        with log_of(name).open("w", encoding="utf-8") as log:
            began = time.perf_counter()
            process = subprocess.Popen(
                [sys.executable, "-m", *command], cwd=ROOT, env=environment, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip
            try:
                side = Side(name, process)
                side.begin(began)
                yield side
            finally:
                _end(process)


def log_of(name: str) -> Path:
    """Where the process of one side writes what it has to say."""
    return FOLDER / f"{name}.log"


def prepare_database(environment: dict[str, str]) -> None:
    """Bring the environment's database to the current schema and load the sample workshops."""
    for command in ("migrate", "seed"):
        migration = [sys.executable, "-m", "bot.cli", command]
        subprocess.run(migration, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def _end(process: subprocess.Popen[str]) -> None:
    """The end of its input ends the process; the peer ends its action server first."""
    assert process.stdin is not None
    with suppress(BrokenPipeError):
        process.stdin.close()
    try:
        process.wait(timeout=ENDING_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
