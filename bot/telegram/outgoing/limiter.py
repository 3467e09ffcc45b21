"""How fast we may send: one limiter for the whole process, replies before bulk.

Telegram's limits: about 30 messages a second over all chats, one a second in a chat
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). A message counts from its start until a
second after its end, so that however long it travels, no second at Telegram's end ever sees more than allowed.

A message under way is in doubt: killed now, we could not know whether it arrived, and would send it again. So the next
one goes when that doubt is over. Only when that would be too slow for many who wait, messages overlap.
"""

from __future__ import annotations

import asyncio
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
KEPT_FOR_REPLIES = 10
"""Bulk leaves free one in so many: a reply that comes goes at once, and needs not wait for a second to pass."""
MANY_WAIT = 30
MANY_CHATS = 5_000


class Limiter:
    """`overall` messages a second, 0 for no such limit; in one chat one every `per_chat` seconds.

    Bulk has a pace of its own (`programme.pace`) and a ledger that knows doubt, so here it only keeps within the limits
    and lets replies go first. `bulk_counts`: whether it is part of `overall`, as it is unless it is paid for.
    """

    def __init__(self, overall: int = OVERALL, per_chat: float = PER_CHAT_SECONDS, *, bulk_counts: bool = True) -> None:
        self._overall = overall
        self._per_chat = per_chat
        self._bulk_counts = bulk_counts
        self._chats: dict[str, asyncio.Lock] = {}
        self._free_at: dict[str, float] = {}
        self._ended: deque[float] = deque()
        self._under_way = 0
        self._apart = 1 / (overall or UNLIMITED)
        self._granted_at = float("-inf")
        self._doubt = 0.0
        self._silent_until = 0.0
        self._last_told: tuple[str, float] = ("", 0.0)
        self._queue: deque[asyncio.Future[None]] = deque()
        self._bulk: deque[asyncio.Future[None]] = deque()
        self._bulk_under_way = 0
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
            self._end(chat, began, bulk=bulk)
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
            self._leave(bulk=True)
            self._grant()

    def _lock(self, chat: str) -> asyncio.Lock:
        return self._chats.setdefault(chat, asyncio.Lock())

    async def _until_free(self, chat: str) -> None:
        await asyncio.sleep(max(0.0, self._free_at.get(chat, 0.0) - _now()))

    def be_silent(self, chat: str, seconds: float) -> bool:
        """Telegram asked for silence: in this chat; in all, when it asks in a second chat while the first still waits.

        Returns whether it is meant for all.
        """
        until = _now() + seconds
        self._free_at[chat] = max(self._free_at.get(chat, 0.0), until)
        other, other_until = self._last_told
        for_all = other not in ("", chat) and other_until > _now()
        if for_all:
            self._silent_until = max(self._silent_until, until)
        self._last_told = (chat, until)
        return for_all

    @property
    def silent_seconds(self) -> float:
        """How long nothing may go to anybody; 0 when Telegram asked for no such silence."""
        return max(0.0, self._silent_until - _now())

    async def _granted(self, *, bulk: bool) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        (self._bulk if bulk else self._queue).append(turn)
        self._grant()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._leave(bulk=bulk)
                self._grant()
            raise

    def _grant(self) -> None:
        """Let the first in line go for as long as there is room, replies first; else come back when there will be."""
        while self._queue and self._wait() == 0:
            if self._let_go(self._queue.popleft()):
                self._under_way += 1
                self._granted_at = _now()
        while self._bulk and self._wait_of_bulk() == 0:
            if self._let_go(self._bulk.popleft()):
                self._bulk_under_way += 1
        waits = [self._wait()] if self._queue else []
        waits += [self._wait_of_bulk()] if self._bulk else []
        known = [wait for wait in waits if wait is not None]
        if known:
            self._come_back(_now() + min(known))

    def _come_back(self, at: float) -> None:
        if self._alarm is not None and self._alarm.when() <= at:
            return
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_at(at, self._on_alarm)

    def _let_go(self, turn: asyncio.Future[None]) -> bool:
        """False where whoever waited has left."""
        if turn.done():
            return False
        turn.set_result(None)
        return True

    def _on_alarm(self) -> None:
        self._alarm = None
        self._grant()

    def _wait(self) -> float | None:
        """Seconds until the next reply may go; None when that depends on a message under way."""
        room = self._wait_for_room(_now())
        if room != 0 or not self._under_way:
            return room
        return max(0.0, self._granted_at + self._patience() - _now())

    def _wait_of_bulk(self) -> float | None:
        """As `_wait`; what replies that wait will need is no room for bulk, nor what the next ones may."""
        now = _now()
        if not self._bulk_counts:
            return max(0.0, self._silent_until - now)
        return self._wait_for_room(now, kept=max(len(self._queue), self._overall // KEPT_FOR_REPLIES))

    def _wait_for_room(self, now: float, kept: int = 0) -> float | None:
        while self._ended and self._ended[0] <= now - WINDOW:
            self._ended.popleft()
        if self._silent_until > now:
            return self._silent_until - now
        bulk = self._bulk_under_way if self._bulk_counts else 0
        if self._overall and self._under_way + bulk + kept + len(self._ended) >= self._overall:
            return max(0.001, self._ended[0] + WINDOW - now) if self._ended else None
        return 0.0

    def _patience(self) -> float:
        """How long to keep back the next reply while one is in doubt."""
        hurry = self._doubt > self._apart and len(self._queue) > MANY_WAIT
        return self._apart if hurry else PATIENCE

    def _end(self, chat: str, began: float, *, bulk: bool) -> None:
        now = _now()
        self._leave(bulk=bulk)
        if not bulk:
            self._doubt += (now - began - self._doubt) / 8
        if self._overall and (self._bulk_counts or not bulk):
            self._ended.append(now)
        self._free_at[chat] = max(self._free_at.get(chat, 0.0), now + self._per_chat)
        if len(self._free_at) > MANY_CHATS:
            self._forget_free(now)
        self._grant()

    def _leave(self, *, bulk: bool) -> None:
        if bulk:
            self._bulk_under_way -= 1
        else:
            self._under_way -= 1

    def _forget_free(self, now: float) -> None:
        self._free_at = {chat: at for chat, at in self._free_at.items() if at > now}
        self._chats = {chat: lock for chat, lock in self._chats.items() if lock.locked() or chat in self._free_at}


def _now() -> float:
    return asyncio.get_running_loop().time()
