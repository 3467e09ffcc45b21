"""The measured side: a process that takes turns when told to over its standard input, and says how long each took."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TextIO

from bot.bench.conversations import Step

MEGABYTE = 1024 * 1024


class Talker(Protocol):
    """What is measured: one turn of one person; returns whether it was answered, and the payloads now on buttons."""

    async def take(self, step: Step, shown: Sequence[str]) -> tuple[bool, Sequence[str]]: ...

    async def repeat(self, person: str, messages: int, times: int) -> None:
        """Bring `person` to where so many repetitions of the last messages would, without taking the turns."""


@dataclass
class Driver:
    """Takes the turns and remembers the buttons of each person."""

    talker: Talker
    processes: tuple[int, ...]
    _shown: dict[str, Sequence[str]] = field(default_factory=dict)

    async def obey(self, order: dict[str, Any]) -> dict[str, Any]:
        """`{"steps": […]}` → `{"milliseconds": […], "astray": [indexes]}`; `{"repeat": person, "messages", "times"}` → `{}`;
        `{}` → `{"resident_mb": …}`."""
        if "steps" in order:
            return await self._take([Step(**one) for one in order["steps"]])
        if "repeat" in order:
            await self.talker.repeat(order["repeat"], order["messages"], order["times"])
            return {}
        return {"resident_mb": sum(map(resident_mb, self.processes))}

    async def _take(self, steps: Sequence[Step]) -> dict[str, Any]:
        milliseconds, astray = [], []
        for index, step in enumerate(steps):
            began = time.perf_counter()
            answered, shown = await self.talker.take(step, self._shown.get(step.person, ()))
            milliseconds.append((time.perf_counter() - began) * 1000)
            self._shown[step.person] = shown
            if not answered:
                astray.append(index)
        return {"milliseconds": milliseconds, "astray": astray}


def resident_mb(process: int) -> float:
    """The resident memory of a process, in MB of 1024 × 1024 bytes, as Linux tells it."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return int(kilobytes) * 1024 / MEGABYTE


def processor_seconds(process: int) -> float:
    """The processor time of a process so far, its own and the system's for it, as Linux tells it."""
    after_the_name = (
        Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    )
    return (int(after_the_name[11]) + int(after_the_name[12])) / os.sysconf("SC_CLK_TCK")


def serve(opened: Callable[[], AbstractAsyncContextManager[Driver]]) -> None:
    """Answer one order a line until the input ends. What Rasa prints goes to standard error instead."""
    answers, sys.stdout = sys.stdout, sys.stderr

    async def until_the_end() -> None:
        async with opened() as driver:
            _tell(answers, {"ready": True})
            while line := await asyncio.to_thread(sys.stdin.readline):
                _tell(answers, await driver.obey(json.loads(line)))

    asyncio.run(until_the_end())


def _tell(answers: TextIO, answer: dict[str, Any]) -> None:
    print(json.dumps(answer), file=answers, flush=True)
