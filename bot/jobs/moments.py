"""Moments: when a worker's next messages may go. They are taken from the pace that all workers share, a few at a time."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.jobs.timer import BY_THE_LOOP, Timer
from bot.telegram.outgoing.limiter import Limiter
from programme import pace
from programme.surroundings import Surroundings

FEWEST = 5
"""So many are taken at a time at least. More of them would be lost with whoever dies or is held up."""
LONG_SILENCE = timedelta(seconds=1)
HURRY = 1.06
"""How much faster one goes until what was lost by being held up is made up: no second may see a fifth more than the rate."""
MOST_OWED = 5.0
IDLE_SECONDS = 2.0
"""Who was away for longer had nothing to send, and has lost nothing."""


class Moments:
    """`rate` a second, of all workers together. What `limiter` heard of a silence that Telegram wants is told to all."""

    def __init__(
        self,
        surroundings: Surroundings,
        limiter: Limiter,
        rate: float,
        stopping: asyncio.Event,
        timer: Timer = BY_THE_LOOP,
    ) -> None:
        self._surroundings = surroundings
        self._limiter = limiter
        self._rate = rate
        self._stopping = stopping
        self._timer = timer
        self._first = 0.0
        self._left = 0
        self._apart = 1 / rate
        self._owed = 0.0

    async def come(self, count: int, *, of: int) -> bool:
        """Wait for the next `count`, of the `of` that are wanted by and by. False when it is time to stop or be silent."""
        behind = self._timer.time() - self._first
        # who was held up takes new ones: the old ones may be somebody else's second by now
        if self._left < count or behind > pace.SLACK.total_seconds():
            self._owed = 0.0 if behind > IDLE_SECONDS else self._owed + self._left * self._apart
            if not await self._take(min(of, max(count, FEWEST)), idle=behind > IDLE_SECONDS):
                return False
        moment = self._first
        self._first += count * self._apart
        self._left -= count
        return await self._timer.until(moment, self._stopping)

    async def _take(self, count: int, *, idle: bool) -> bool:
        now = self._surroundings.now()
        async with self._surroundings.sessions.begin() as session:
            clock = await pace.of_all(session)
            if silent := self._limiter.silent_seconds:
                pace.extend_silence(clock, now + timedelta(seconds=silent))
            if clock.silent_until > now + LONG_SILENCE:
                return False
            if not idle:
                self._owed = min(MOST_OWED, self._owed + pace.lost(clock, now).total_seconds())
            self._apart = 1 / (self._rate * HURRY if self._owed else self._rate)
            first = pace.take(clock, count, 1 / self._apart, now)
        self._owed = max(0.0, self._owed - count * (1 / self._rate - self._apart))
        self._first, self._left = self._timer.time() + (first - now).total_seconds(), count
        return True
