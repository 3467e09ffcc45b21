"""Freezing the recipients of a broadcast while others write: how long it takes, whom it holds up, what memory it needs."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import threading
import time
from dataclasses import dataclass, field

from sqlalchemy.engine import make_url

from bot.bench import recipients
from bot.bench.crew import emptied
from bot.bench.dispatches import Tell
from bot.bench.driving import resident_mb
from programme.store import Sessions

APART = 0.005
QUIET_SECONDS = 1.0


@dataclass
class Frozen:
    """`seconds` for `people`. Longest times that the loop of the freezing process, and another writer, were held up."""

    people: int
    seconds: float
    loop_stall_ms: float
    writer_stall_ms: float
    growth_mb: float


@dataclass
class Watched:
    """Longest gaps between two looks: at the loop, from within; at the database, by a writer of its own; and memory."""

    loop: float = 0.0
    writer: float = 0.0
    memory: float = 0.0
    over: threading.Event = field(default_factory=threading.Event)

    async def watch_loop(self) -> None:
        while not self.over.is_set():
            before = time.perf_counter()
            await asyncio.sleep(APART)
            self.loop = max(self.loop, time.perf_counter() - before - APART)

    def write_beside(self, file: str) -> None:
        """Short transactions, as turns of a conversation are."""
        database = sqlite3.connect(file, timeout=60.0, isolation_level=None)
        while not self.over.is_set():
            before = time.perf_counter()
            database.execute("begin immediate")
            database.execute("update pace set next_at = next_at")
            database.execute("commit")
            self.writer = max(self.writer, time.perf_counter() - before)
            time.sleep(APART)
        database.close()

    def watch_memory(self) -> None:
        while not self.over.wait(0.02):
            self.memory = max(self.memory, resident_mb(os.getpid()))


async def measure(url: str, people: int, tell: Tell) -> Frozen:
    """Freeze that many people in the emptied database at `url`."""
    tell(f"freezing {people} people: writing them down")
    async with emptied(url) as sessions:
        async with sessions.begin() as session:
            await recipients.write_down(session, people)
        tell(f"freezing {people} people")
        idle, watched = resident_mb(os.getpid()), Watched()
        looking = asyncio.create_task(watched.watch_loop())
        threads = [threading.Thread(target=watched.watch_memory)]
        if url.startswith("sqlite"):
            threads.append(threading.Thread(target=watched.write_beside, args=(str(make_url(url).database),)))
        for thread in threads:
            thread.start()
        await asyncio.sleep(QUIET_SECONDS)
        seconds = await _freeze(sessions)
        watched.over.set()
        await looking
        for thread in threads:
            await asyncio.to_thread(thread.join)
    frozen = Frozen(people, seconds, watched.loop * 1000, watched.writer * 1000, max(0.0, watched.memory - idle))
    tell(
        f"frozen in {seconds:.1f} s; held up: the loop {frozen.loop_stall_ms:.0f} ms, a writer {frozen.writer_stall_ms:.0f} ms"
    )
    return frozen


async def _freeze(sessions: Sessions) -> float:
    began = time.perf_counter()
    async with sessions.begin() as session:
        await recipients.announce(session)
    return time.perf_counter() - began
