"""The courier: takes deliveries from the ledger and carries them to Telegram, each at its own moment.

What goes at the same moment is said to be `sending` in one transaction, sent side by side, and recorded in another with
whatever else ended meanwhile. Killed anywhere, nothing is lost: only what was between those two is uncertain.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.jobs.moments import Moments
from bot.jobs.postman import Postman
from bot.jobs.recording import Outcomes
from bot.jobs.timer import BY_THE_LOOP, Timer
from bot.telegram.outgoing.limiter import PER_CHAT_SECONDS, Limiter
from bot.telegram.outgoing.sending import Posting
from programme import broadcasts, deliveries, dispatching, pace
from programme.surroundings import Surroundings

log = logging.getLogger(__name__)

AHEAD_SECONDS = 0.5
"""How much is claimed at a time: what one has claimed is not sent by anybody else."""
TOGETHER_SECONDS = 0.05
"""What falls into so short a time goes together, in one transaction."""
REST_SECONDS = 1.0


class Courier:
    """One worker's sending. `rate` messages a second by `timer`, of all workers together."""

    def __init__(
        self, surroundings: Surroundings, sending: Posting, limiter: Limiter, *, worker: str, rate: float,
        most_under_way: int, per_chat: float = PER_CHAT_SECONDS, timer: Timer = BY_THE_LOOP,
    ) -> None:  # fmt: skip
        self._surroundings = surroundings
        self._worker = worker
        self._rate = rate
        self._room = asyncio.Semaphore(most_under_way)
        self._outcomes = Outcomes(surroundings, worker)
        self._postman = Postman(surroundings, sending, limiter, self._outcomes, per_chat, timer)
        self._under_way: dict[asyncio.Task[None], int] = {}
        self._alone = asyncio.Lock()
        self.stopping = asyncio.Event()
        self._moments = Moments(surroundings, limiter, rate, self.stopping, timer)

    async def carry(self) -> bool:
        """Take what is due and send it, as much as goes in half a second; False when there was nothing to be sent now.

        Returns when the last of it has been handed to the network, not when it has arrived.
        """
        ids = await self._claim()
        size = max(1, round(self._rate * TOGETHER_SECONDS))
        for start in range(0, len(ids), size):
            together = ids[start : start + size]
            if not await self._moments.come(len(together), of=len(ids) - start):
                await self._release(ids[start:])
                return False
            await self._send_together(together)
        return bool(ids)

    async def finish(self) -> None:
        """Wait until what is under way has arrived and is recorded."""
        while self._under_way:
            await asyncio.wait(list(self._under_way))
        await self._outcomes.written()

    async def _claim(self) -> list[int]:
        now = self._surroundings.now()
        most = max(1, round(self._rate * AHEAD_SECONDS))
        async with self._surroundings.sessions.begin() as session:
            if await pace.is_silent(session, now + timedelta(seconds=REST_SECONDS)):
                return []
            going = await broadcasts.being_sent(session)
            quiet = self._surroundings.quiet.cover(now)
            return await deliveries.claim(session, going, worker=self._worker, most=most, now=now, quiet=quiet)

    async def _release(self, ids: Sequence[int]) -> None:
        async with self._surroundings.sessions.begin() as session:
            await deliveries.release(session, ids, self._worker)

    async def _send_together(self, ids: Sequence[int]) -> None:
        now = self._surroundings.now()
        async with self._surroundings.sessions.begin() as session:
            parcels = await dispatching.prepare(session, ids, self._worker, now)
        for parcel in parcels:
            await self._room.acquire()
            task = asyncio.create_task(self._postman.deliver(parcel))
            self._under_way[task] = parcel.delivery
            task.add_done_callback(self._on_done)

    def _on_done(self, task: asyncio.Task[None]) -> None:
        del self._under_way[task]
        self._room.release()

    async def carry_all(self) -> None:
        """Carry until there is nothing left to take, and wait for the last to arrive."""
        async with self._alone:
            try:
                while not self.stopping.is_set() and await self._carry_or_rest():
                    pass
            finally:
                await self.finish()

    async def _carry_or_rest(self) -> bool:
        try:
            return await self.carry()
        except (SQLAlchemyError, OSError) as error:
            log.error("deliveries wait for the database", extra={"error": type(error).__name__})
            await self._take_back()
            return True

    async def _take_back(self) -> None:
        """What was claimed or said to be `sending` when the database broke off has not been sent: let it go again."""
        while not self.stopping.is_set():
            await asyncio.sleep(REST_SECONDS)
            try:
                async with self._surroundings.sessions.begin() as session:
                    await deliveries.take_back(session, self._worker, list(self._under_way.values()))
                    return
            except (SQLAlchemyError, OSError) as error:
                log.error("deliveries still wait for the database", extra={"error": type(error).__name__})
