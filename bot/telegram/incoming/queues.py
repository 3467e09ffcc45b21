"""One queue a chat: a person's messages are answered in their order, different people side by side."""

from __future__ import annotations

import asyncio
import heapq
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.telegram.incoming.reading import Incoming
from programme.inbox import Update

log = logging.getLogger(__name__)

FLOOD = 20
"""So many unanswered messages of one chat are a flood; its sender is told once."""
RETRY_SECONDS = (0.5, 2.0, 5.0, 15.0, 60.0)


@dataclass(order=True)
class Waiting:
    """An update of the inbox that is to be answered; they are answered in the order of `update_id`."""

    update_id: int
    row: int = field(compare=False)
    chat: str = field(compare=False)
    message_id: int | None = field(compare=False)
    incoming: Incoming = field(compare=False)
    flooding: bool = field(compare=False, default=False)


def waiting_of(row: Update) -> Waiting:
    """What is to be answered, from the inbox."""
    return Waiting(
        row.update_id, row.id, row.chat, row.message_id, Incoming.from_json(row.content or '{"kind":"unknown"}')
    )


Take = Callable[[Waiting], Awaitable[None]]
Room = Callable[[str], Awaitable[None]]


class Queues:
    """Lets `take` answer what waits, `at_once` chats at a time, each when there is `room` for more answers to it.

    What `take` raises is tried again, later and later.
    """

    def __init__(self, take: Take, room: Room, *, at_once: int) -> None:
        self._take = take
        self._room = room
        self._at_once = asyncio.Semaphore(at_once)
        self._queues: dict[str, list[Waiting]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._told: set[str] = set()
        self._stopping = asyncio.Event()

    def put(self, waiting: Waiting) -> None:
        """Add to its chat's queue, in its place. Of a flood the next to be answered is marked, for its sender to be told."""
        queue = self._queues.setdefault(waiting.chat, [])
        heapq.heappush(queue, waiting)
        if len(queue) > FLOOD and waiting.chat not in self._told:
            self._told.add(waiting.chat)
            queue[0].flooding = True
        if waiting.chat not in self._tasks and not self._stopping.is_set():
            self._tasks[waiting.chat] = asyncio.create_task(self._serve(waiting.chat))

    def find(self, chat: str, message_id: int | None) -> Waiting | None:
        """The message of `chat` with that number, as long as its turn has not begun."""
        return next((one for one in self._queues.get(chat, ()) if one.message_id == message_id), None)

    @property
    def waiting(self) -> int:
        return sum(len(queue) for queue in self._queues.values())

    async def settled(self) -> None:
        """Wait until everything that was put here is answered."""
        while self._tasks:
            await asyncio.wait(list(self._tasks.values()))

    async def stop(self, seconds: float) -> None:
        """Finish the turns under way; what waits stays in the inbox."""
        self._stopping.set()
        if self._tasks:
            _done, late = await asyncio.wait(list(self._tasks.values()), timeout=seconds)
            for task in late:
                task.cancel()

    async def _serve(self, chat: str) -> None:
        queue = self._queues[chat]
        try:
            while queue and not self._stopping.is_set():
                await self._persist(heapq.heappop(queue))
        finally:
            del self._tasks[chat]
            if not queue:
                self._queues.pop(chat, None)
                self._told.discard(chat)

    async def _persist(self, waiting: Waiting) -> None:
        """Take one until it is answered: only a database that is away makes that fail."""
        failures = 0
        while not self._stopping.is_set():
            try:
                await self._room(waiting.chat)
                async with self._at_once:
                    return await self._take(waiting)
            except Exception as error:
                log.error("an update waits", extra={"update": waiting.update_id, "error": type(error).__name__})
                seconds = RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)]
                failures += 1
                await self._sleep(seconds)
        return None

    async def _sleep(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return
