"""Delivering the outbox: in order within a chat, side by side across chats, each message until its fate is known."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace

from telegram.error import InvalidToken

from bot.telegram.letters import Letter
from bot.telegram.limiter import Limiter
from bot.telegram.metrics import MESSAGES
from bot.telegram.recording import Recorder
from bot.telegram.sending import Moved, Outcome, Passing, Posting, Refused, Sent, TooFast, Unreachable, cured_of
from programme import outbox

log = logging.getLogger(__name__)

LONGEST_BACKOFF = 60.0
ROOM = 5


Lane = tuple[str, bool]
"""A chat, and whether this is its bulk: a reply does not wait behind what was sent to everybody."""
Followed = Callable[[Letter, int], None]


def _follow_nothing(_letter: Letter, _message: int) -> None:
    """Where nobody keeps messages up to date."""


class Delivering:
    """One queue of replies a chat, and one of bulk. `fatal` is called with what makes going on useless, `followed` with
    each message to be kept up to date and its number at Telegram."""

    def __init__(
        self, sending: Posting, recorder: Recorder, limiter: Limiter, fatal: Callable[[Exception], None], *,
        followed: Followed = _follow_nothing,
    ) -> None:  # fmt: skip
        self._sending = sending
        self._recorder = recorder
        self._limiter = limiter
        self._fatal = fatal
        self._followed = followed
        self._queues: dict[Lane, deque[Letter]] = {}
        self._tasks: dict[Lane, asyncio.Task[None]] = {}
        self._room: dict[str, asyncio.Event] = {}
        self._stopping = asyncio.Event()

    def hand_over(self, letters: Iterable[Letter]) -> None:
        """Deliver messages that the outbox holds, after those of the same chat that wait already."""
        for letter in letters:
            lane = (letter.chat, letter.bulk)
            self._queues.setdefault(lane, deque()).append(letter)
            if lane not in self._tasks and not self._stopping.is_set():
                self._tasks[lane] = asyncio.create_task(self._serve(lane))

    async def room_for(self, chat: str) -> None:
        """Wait until few enough replies wait for `chat`: who writes faster than we may answer is slowed by this."""
        while len(self._queues.get((chat, False), ())) >= ROOM and not self._stopping.is_set():
            await self._room.setdefault(chat, asyncio.Event()).wait()

    @property
    def waiting(self) -> int:
        return sum(len(queue) for queue in self._queues.values())

    async def stop(self, seconds: float) -> None:
        """Finish what is under way; what waits stays in the outbox."""
        self._stopping.set()
        for event in self._room.values():
            event.set()
        if self._tasks:
            _done, late = await asyncio.wait(list(self._tasks.values()), timeout=seconds)
            for task in late:
                task.cancel()

    async def _serve(self, lane: Lane) -> None:
        queue, (chat, bulk) = self._queues[lane], lane
        try:
            while queue and not self._stopping.is_set():
                for _settled in range(await self._deliver(queue[0])):
                    queue.popleft()
                if not bulk and len(queue) < ROOM and chat in self._room:
                    self._room.pop(chat).set()
        except InvalidToken as error:
            self._fatal(error)
        finally:
            del self._tasks[lane]
            if not queue:
                self._queues.pop(lane, None)

    async def _deliver(self, letter: Letter) -> int:
        """Send one message until its fate is known; returns how many of its queue are settled by that."""
        chat, failures = letter.chat, 0
        while not self._stopping.is_set():
            async with self._limiter.slot(letter.chat, bulk=letter.bulk):
                outcome = await self._sending.send(letter)
                cured = cured_of(letter, outcome) if isinstance(outcome, Refused) else letter
                if isinstance(outcome, Sent | Unreachable) or cured is None:
                    return await self._settle(chat, letter, outcome)
            MESSAGES.labels(type(outcome).__name__.lower()).inc()
            if isinstance(outcome, TooFast):
                self._limiter.be_silent(letter.chat, outcome.seconds)
            elif isinstance(outcome, Moved):
                letter = replace(letter, chat=outcome.chat)
            elif isinstance(outcome, Refused):
                letter = cured
            elif isinstance(outcome, Passing):
                failures += 1
                await self._rest(failures, outcome)
        return 0

    async def _rest(self, failures: int, outcome: Passing) -> None:
        """Full jitter: many chats that failed together do not come back together."""
        longest = min(LONGEST_BACKOFF, 0.5 * 2**failures)
        log.warning("a message waits", extra={"reason": outcome.reason, "failures": failures})
        seconds = random.uniform(longest / 2, longest)
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return

    async def _settle(self, chat: str, letter: Letter, outcome: Outcome) -> int:
        MESSAGES.labels(type(outcome).__name__.lower()).inc()
        if isinstance(outcome, Unreachable):
            given_up = len(self._queues[chat, letter.bulk])
            await self._recorder.unreachable(chat)
            return given_up
        if isinstance(outcome, Refused):
            log.error("a message was refused", extra={"reason": outcome.reason, "row": letter.row})
            await self._recorder.record(letter.row, outbox.FAILED, outcome.reason)
        else:
            await self._recorder.record(letter.row, outbox.SENT)
            if letter.follows and isinstance(outcome, Sent):
                self._followed(letter, outcome.message)
        return 1
