"""Delivering the outbox: in order within a chat, side by side across chats, each message until its fate is known."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace

from telegram.error import InvalidToken

from bot.telegram.metrics import MESSAGES
from bot.telegram.outgoing.limiter import Limiter
from bot.telegram.outgoing.recording import Recorder
from bot.telegram.outgoing.sending import (
    Moved,
    Outcome,
    Passing,
    Posting,
    Refused,
    Sent,
    TooFast,
    Unreachable,
    cured_of,
)
from bot.telegram.writing.letters import Letter
from programme import outbox

log = logging.getLogger(__name__)

LONGEST_BACKOFF = 60.0
ROOM = 5
MOST_FOR_A_FILE = 4
"""So often a message with a file is tried where somebody answers, while others wait behind it."""


Followed = Callable[[Letter, int], None]


def _follow_nothing(_letter: Letter, _message: int) -> None:
    """Where nobody keeps messages up to date."""


class Delivering:
    """One queue of messages a chat. `fatal` is called with what makes going on useless, `followed` with each message to
    be kept up to date and its number at Telegram."""

    def __init__(
        self, sending: Posting, recorder: Recorder, limiter: Limiter, fatal: Callable[[Exception], None], *,
        followed: Followed = _follow_nothing,
    ) -> None:  # fmt: skip
        self._sending = sending
        self._recorder = recorder
        self._limiter = limiter
        self._fatal = fatal
        self._followed = followed
        self._queues: dict[str, deque[Letter]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._room: dict[str, asyncio.Event] = {}
        self._stopping = asyncio.Event()

    def hand_over(self, letters: Iterable[Letter]) -> None:
        """Deliver messages that the outbox holds, after those of the same chat that wait already."""
        for letter in letters:
            self._queues.setdefault(letter.chat, deque()).append(letter)
            if letter.chat not in self._tasks and not self._stopping.is_set():
                self._tasks[letter.chat] = asyncio.create_task(self._serve(letter.chat))

    async def room_for(self, chat: str) -> None:
        """Wait until few enough messages wait for `chat`: who writes faster than we may answer is slowed by this."""
        while len(self._queues.get(chat, ())) >= ROOM and not self._stopping.is_set():
            await self._room.setdefault(chat, asyncio.Event()).wait()

    @property
    def waiting(self) -> int:
        return sum(len(queue) for queue in self._queues.values())

    async def settled(self) -> None:
        """Wait until the fate of everything handed over is known."""
        while self._tasks:
            await asyncio.wait(list(self._tasks.values()))

    async def stop(self, seconds: float) -> None:
        """Finish what is under way; what waits stays in the outbox."""
        self._stopping.set()
        for event in self._room.values():
            event.set()
        if self._tasks:
            _done, late = await asyncio.wait(list(self._tasks.values()), timeout=seconds)
            for task in late:
                task.cancel()

    async def _serve(self, chat: str) -> None:
        queue = self._queues[chat]
        try:
            while queue and not self._stopping.is_set():
                for _settled in range(await self._deliver(queue[0])):
                    queue.popleft()
                if len(queue) < ROOM and chat in self._room:
                    self._room.pop(chat).set()
        except InvalidToken as error:
            self._fatal(error)
        finally:
            del self._tasks[chat]
            if not queue:
                self._queues.pop(chat, None)

    async def _deliver(self, letter: Letter) -> int:
        """Send one message until its fate is known; returns how many of its chat's queue are settled by that."""
        chat, failures, met = letter.chat, 0, 0
        while not self._stopping.is_set():
            async with self._limiter.slot(letter.chat):
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
                met += outcome.met
                if met >= MOST_FOR_A_FILE and (letter.document or letter.photo):
                    return await self._settle(chat, letter, Refused(f"{outcome.reason} with a file"))
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
            given_up = len(self._queues[chat])
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
