"""The courier: takes deliveries from the ledger and carries them to Telegram, each at its own moment.

What goes at the same moment is said to be `sending` in one transaction, sent side by side, and recorded in another with
whatever else ended meanwhile. Killed anywhere, nothing is lost: only what was between those two is uncertain.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.jobs.recording import Outcomes
from bot.telegram.limiter import Limiter
from bot.telegram.metrics import DELIVERIES
from bot.telegram.sending import Moved, Outcome, Passing, Posting, Refused, Sent, TooFast, Unreachable, cured_of
from bot.telegram.unasked import Written, write
from programme import broadcasts, deliveries, dispatching, pace
from programme.deliveries import FAILED, QUEUED, SENT, UNCERTAIN, UNREACHABLE, Fate
from programme.dispatching import Parcel
from programme.surroundings import Surroundings

log = logging.getLogger(__name__)

AHEAD_SECONDS = 0.5
"""How much of the pace is taken at a time: what is taken is not sent by anybody else until then."""
SLICE_SECONDS = 0.05
"""What falls into so short a time goes together, in one transaction."""
MOST_ATTEMPTS = 6
FIRST_REST, LONGEST_REST = 5.0, 600.0
REST_SECONDS = 1.0


@dataclass(frozen=True)
class Batch:
    """Deliveries that are ours, and when the first of them may go, in the loop's own time."""

    ids: list[int]
    first: float


class Courier:
    """One worker's sending. `rate` messages a second, of all workers together."""

    def __init__(
        self, surroundings: Surroundings, sending: Posting, limiter: Limiter, *, worker: str, rate: float,
        most_under_way: int,
    ) -> None:  # fmt: skip
        self._surroundings = surroundings
        self._sending = sending
        self._limiter = limiter
        self._worker = worker
        self._rate = rate
        self._room = asyncio.Semaphore(most_under_way)
        self._outcomes = Outcomes(surroundings, worker)
        self._under_way: set[asyncio.Task[None]] = set()
        self.stopping = asyncio.Event()

    async def carry(self) -> bool:
        """Take what is due and send it, as much as goes in half a second; False when there was nothing.

        Returns when the last of it has been handed to the network, not when it has arrived.
        """
        batch = await self._claim()
        if batch is None:
            return False
        size, first = max(1, round(self._rate * SLICE_SECONDS)), batch.first
        for start in range(0, len(batch.ids), size):
            await self._wait_until(first + start / self._rate)
            # who was held up for longer makes up for that much only: no second may see more than the rate and a little
            first += max(0.0, _loop_time() - (first + start / self._rate) - pace.SLACK.total_seconds())
            if self.stopping.is_set():
                await self._release(batch.ids[start:])
                return False
            await self._send_together(batch.ids[start : start + size])
        return True

    async def finish(self) -> None:
        """Wait until what is under way has arrived and is recorded."""
        while self._under_way:
            await asyncio.wait(set(self._under_way))
        await self._outcomes.written()

    async def _claim(self) -> Batch | None:
        now = self._surroundings.now()
        most = max(1, round(self._rate * AHEAD_SECONDS))
        async with self._surroundings.sessions.begin() as session:
            clock = await pace.of_all(session)
            if clock.silent_until > now + timedelta(seconds=REST_SECONDS):
                return None
            going = await broadcasts.being_sent(session)
            ids = await deliveries.claim(
                session, going, worker=self._worker, most=most, now=now, quiet=self._surroundings.quiet.cover(now)
            )
            if not ids:
                return None
            first = pace.take(clock, len(ids), self._rate, now)
        return Batch(ids, _loop_time() + (first - now).total_seconds())

    async def _release(self, ids: Sequence[int]) -> None:
        async with self._surroundings.sessions.begin() as session:
            await deliveries.release(session, ids, self._worker)

    async def _wait_until(self, moment: float) -> None:
        """Until that moment, or until we are told to stop."""
        wait = moment - _loop_time()
        if wait > 0:
            try:
                await asyncio.wait_for(self.stopping.wait(), wait)
            except TimeoutError:
                return

    async def _send_together(self, ids: Sequence[int]) -> None:
        now = self._surroundings.now()
        async with self._surroundings.sessions.begin() as session:
            parcels = await dispatching.prepare(session, ids, self._worker, now)
        for parcel in parcels:
            await self._room.acquire()
            task = asyncio.create_task(self._deliver(parcel))
            self._under_way.add(task)
            task.add_done_callback(self._on_done)

    def _on_done(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._room.release()

    async def _deliver(self, parcel: Parcel) -> None:
        """Send one, and record what became of it while its chat is still ours."""
        try:
            written = write(parcel, self._surroundings.now())
        except Exception as error:
            log.error("a message cannot be written", extra={"row": parcel.delivery}, exc_info=error)
            await self._outcomes.record(parcel, Fate(parcel.delivery, FAILED, "cannot be written"))
            return
        async with self._limiter.slot(parcel.chat, bulk=True):
            outcome = await self._post(written)
            fate = self._fate_of(parcel, outcome)
            answerable = written.answerable if fate.status == SENT else []
            await self._outcomes.record(parcel, fate, answerable)
        DELIVERIES.labels(fate.status).inc()

    async def _post(self, written: Written) -> Outcome:
        """All messages of a delivery; what Telegram dislikes beside the words is left out."""
        outcome: Outcome = Sent()
        for letter in written.letters:
            outcome = await self._sending.send(letter)
            if isinstance(outcome, Refused) and (cured := cured_of(letter, outcome)) is not None:
                outcome = await self._sending.send(cured)
            if not isinstance(outcome, Sent):
                break
        return outcome

    def _fate_of(self, parcel: Parcel, outcome: Outcome) -> Fate:
        number, now = parcel.delivery, self._surroundings.now()
        match outcome:
            case Sent():
                return Fate(number, SENT, attempt=True)
            case TooFast(seconds):
                if self._limiter.be_silent(parcel.chat, seconds):
                    self._outcomes.be_silent(now + timedelta(seconds=seconds))
                return Fate(number, QUEUED, later=now + timedelta(seconds=seconds))
            case Unreachable():
                return Fate(number, UNREACHABLE, "blocked or gone", attempt=True)
            case Refused(reason):
                return Fate(number, FAILED, reason, attempt=True)
            case Moved():
                return Fate(number, FAILED, "the chat moved", attempt=True)
            case Passing(reason, in_doubt):
                return self._passing(parcel, reason, in_doubt, now)

    def _passing(self, parcel: Parcel, reason: str, in_doubt: bool, now: datetime) -> Fate:
        if in_doubt:
            return Fate(parcel.delivery, UNCERTAIN, reason, attempt=True)
        if parcel.attempts + 1 >= MOST_ATTEMPTS:
            return Fate(parcel.delivery, FAILED, reason, attempt=True)
        longest = min(LONGEST_REST, FIRST_REST * 2**parcel.attempts)
        later = now + timedelta(seconds=random.uniform(longest / 2, longest))
        return Fate(parcel.delivery, QUEUED, reason, later=later, attempt=True)

    async def carry_all(self) -> None:
        """Carry until there is nothing left to take, and wait for the last to arrive."""
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
            await asyncio.sleep(REST_SECONDS)
            return True


def _loop_time() -> float:
    return asyncio.get_running_loop().time()
