"""What the time between two messages passes on: the event loop's own, or a rehearsal's, where nobody waits."""

from __future__ import annotations

import asyncio
from typing import Protocol


class Timer(Protocol):
    """Passes seconds, one way or another."""

    def time(self) -> float:
        """Seconds since whenever."""

    async def until(self, moment: float, stopping: asyncio.Event) -> bool:
        """Let the time pass until `moment` of `time()`; False when it is time to stop before that."""

    async def pause(self, seconds: float) -> None:
        """Let so many seconds pass."""


class LoopTimer:
    """The event loop's time, which passes by itself."""

    def time(self) -> float:
        return asyncio.get_running_loop().time()

    async def until(self, moment: float, stopping: asyncio.Event) -> bool:
        wait = moment - self.time()
        if wait > 0:
            try:
                await asyncio.wait_for(stopping.wait(), wait)
            except TimeoutError:
                return True
        return not stopping.is_set()

    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


BY_THE_LOOP = LoopTimer()
