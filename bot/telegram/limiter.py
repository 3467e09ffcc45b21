"""How fast we may send: one limiter for the whole process, replies before bulk.

Telegram's limits: about 30 messages a second over all chats, one a second in a chat
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). A message counts from its start until a
second after its end, so that however long it travels, no second at Telegram's end ever sees more than allowed.

A message under way is in doubt: killed now, we could not know whether it arrived, and would send it again. So the next
one goes when that doubt is over. Only when that would be too slow for many who wait, messages overlap.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

OVERALL = 30
PER_CHAT_SECONDS = 1.0
WINDOW = 1.0
UNLIMITED = 100
"""Messages a second to keep up where there is no overall limit."""
PATIENCE = 0.5
"""How long one message in doubt keeps back the next, in seconds, when few wait or doubts are short."""
MANY_WAIT = 30
MANY_CHATS = 5_000


class Limiter:
    """`overall` messages a second, 0 for no such limit; in one chat one every `per_chat` seconds."""

    def __init__(self, overall: int = OVERALL, per_chat: float = PER_CHAT_SECONDS) -> None:
        self._overall = overall
        self._per_chat = per_chat
        self._chats: dict[str, asyncio.Lock] = {}
        self._free_at: dict[str, float] = {}
        self._ended: deque[float] = deque()
        self._under_way = 0
        self._apart = 1 / (overall or UNLIMITED)
        self._granted_at = float("-inf")
        self._doubt = 0.0
        self._silent_until = 0.0
        self._last_told: tuple[str, float] = ("", 0.0)
        self._queue: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._alarm: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def slot(self, chat: str, *, bulk: bool = False) -> AsyncIterator[None]:
        """Wait until a message to `chat` may go; bulk lets every waiting reply go first.

        Stay inside until it is recorded what became of the message.
        """
        lock = await (self._bulk_turn(chat) if bulk else self._turn(chat))
        began = _now()
        try:
            yield
        finally:
            self._end(chat, began)
            lock.release()

    async def _turn(self, chat: str) -> asyncio.Lock:
        """Wait in the chat's own line, then in the line of all; returns the chat's lock, which is held."""
        lock = self._lock(chat)
        await lock.acquire()
        try:
            await self._until_free(chat)
            await self._granted(bulk=False)
        except BaseException:
            lock.release()
            raise
        return lock

    async def _bulk_turn(self, chat: str) -> asyncio.Lock:
        """Wait without keeping the chat: a reply to who waits for bulk goes first, and bulk then waits once more."""
        while True:
            async with self._lock(chat):
                await self._until_free(chat)
            await self._granted(bulk=True)
            lock = self._lock(chat)
            if not lock.locked() and self._free_at.get(chat, 0.0) <= _now():
                await lock.acquire()
                return lock
            self._under_way -= 1
            self._grant()

    def _lock(self, chat: str) -> asyncio.Lock:
        return self._chats.setdefault(chat, asyncio.Lock())

    async def _until_free(self, chat: str) -> None:
        await asyncio.sleep(max(0.0, self._free_at.get(chat, 0.0) - _now()))

    def be_silent(self, chat: str, seconds: float) -> None:
        """Telegram asked for silence: in this chat; in all, when it asks in a second chat while the first still waits."""
        until = _now() + seconds
        self._free_at[chat] = max(self._free_at.get(chat, 0.0), until)
        other, other_until = self._last_told
        if other not in ("", chat) and other_until > _now():
            self._silent_until = max(self._silent_until, until)
        self._last_told = (chat, until)

    async def _granted(self, *, bulk: bool) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (bulk, next(self._numbers), turn))
        self._grant()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._under_way -= 1
                self._grant()
            raise

    def _grant(self) -> None:
        """Let the first in line go for as long as there is room; else come back when there will be."""
        while self._queue and (wait := self._wait()) == 0:
            _bulk, _number, turn = heapq.heappop(self._queue)
            if not turn.done():
                self._under_way += 1
                self._granted_at = _now()
                turn.set_result(None)
        if self._queue and self._alarm is None and (wait := self._wait()) is not None:
            self._alarm = asyncio.get_running_loop().call_later(wait, self._on_alarm)

    def _on_alarm(self) -> None:
        self._alarm = None
        self._grant()

    def _wait(self) -> float | None:
        """Seconds until the next may go; None when that depends on a message under way."""
        now = _now()
        while self._ended and self._ended[0] <= now - WINDOW:
            self._ended.popleft()
        if self._silent_until > now:
            return self._silent_until - now
        if self._overall and self._under_way + len(self._ended) >= self._overall:
            return self._ended[0] + WINDOW - now if self._ended else None
        return max(0.0, self._granted_at + self._patience() - now) if self._under_way else 0.0

    def _patience(self) -> float:
        """How long to keep back the next message while one is in doubt."""
        hurry = self._doubt > self._apart and len(self._queue) > MANY_WAIT
        return self._apart if hurry else PATIENCE

    def _end(self, chat: str, began: float) -> None:
        now = _now()
        self._doubt += (now - began - self._doubt) / 8
        self._under_way -= 1
        if self._overall:
            self._ended.append(now)
        self._free_at[chat] = max(self._free_at.get(chat, 0.0), now + self._per_chat)
        if len(self._free_at) > MANY_CHATS:
            self._forget_free(now)
        self._grant()

    def _forget_free(self, now: float) -> None:
        self._free_at = {chat: at for chat, at in self._free_at.items() if at > now}
        self._chats = {chat: lock for chat, lock in self._chats.items() if lock.locked() or chat in self._free_at}


def _now() -> float:
    return asyncio.get_running_loop().time()
