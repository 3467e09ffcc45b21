"""The postman: hands one delivery over to Telegram, and says what became of it."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Sequence
from datetime import timedelta

from telegram.error import InvalidToken

from bot.jobs.recording import Outcomes
from bot.jobs.timer import BY_THE_LOOP, Timer
from bot.telegram.metrics import DELIVERIES
from bot.telegram.outgoing.limiter import PER_CHAT_SECONDS, Limiter
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
from bot.telegram.unasked import Written, write
from bot.telegram.writing.letters import Letter
from programme.deliveries import FAILED, QUEUED, SENT, UNCERTAIN, UNREACHABLE, Fate
from programme.dispatching import Parcel
from programme.surroundings import Surroundings

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 6
FIRST_REST, LONGEST_REST = 5.0, 600.0
PATIENCE = 2.0
"""How long one waits for its turn, in seconds. Who waited longer is asked again whether it may still go."""
ONLY_IN_PART = "only in part"


class Postman:
    """Sends through `sending` when `limiter` allows it, and has what became of it recorded in `outcomes`."""

    def __init__(
        self,
        surroundings: Surroundings,
        sending: Posting,
        limiter: Limiter,
        outcomes: Outcomes,
        per_chat: float = PER_CHAT_SECONDS,
        timer: Timer = BY_THE_LOOP,
    ) -> None:
        self._surroundings = surroundings
        self._sending = sending
        self._limiter = limiter
        self._outcomes = outcomes
        self._per_chat = per_chat
        self._timer = timer

    async def deliver(self, parcel: Parcel) -> None:
        """Send one, and record what became of it while its chat is still ours."""
        try:
            written = write(parcel, self._surroundings.now())
        except Exception as error:
            log.error("a message cannot be written", extra={"row": parcel.delivery}, exc_info=error)
            return await self._record(parcel, Fate(parcel.delivery, FAILED, "cannot be written"))
        try:
            async with asyncio.timeout(PATIENCE) as patience, self._limiter.slot(parcel.chat, bulk=True):
                patience.reschedule(None)
                await self._hand_over(parcel, written)
        except TimeoutError:
            await self._record(parcel, Fate(parcel.delivery, QUEUED, later=self._surroundings.now()))

    async def _hand_over(self, parcel: Parcel, written: Written) -> None:
        try:
            fate = self._fate_of(parcel, await self._post(written.letters))
        except InvalidToken:  # nobody gets anything until it is mended; nothing is lost by waiting
            log.error("Telegram refuses the token")
            later = self._surroundings.now() + timedelta(seconds=LONGEST_REST)
            fate = Fate(parcel.delivery, QUEUED, "the token is refused", later=later)
        except Exception as error:
            log.error("sending broke off", extra={"row": parcel.delivery}, exc_info=error)
            fate = Fate(parcel.delivery, UNCERTAIN, type(error).__name__, attempt=True)
        await self._record(parcel, fate, *((written.answerable, written.asks) if fate.status == SENT else ()))

    async def _record(
        self, parcel: Parcel, fate: Fate, answerable: Sequence[dict[str, str]] = (), asks: str | None = None
    ) -> None:
        await self._outcomes.record(parcel, fate, answerable, asks)
        DELIVERIES.labels(fate.status).inc()

    async def _post(self, letters: Sequence[Letter]) -> Outcome:
        """All messages of a delivery. When some of them arrived and the rest did not, the whole is in doubt."""
        for number, letter in enumerate(letters):
            if number:
                await self._timer.pause(self._per_chat)
            outcome = await self._send(letter)
            if number and isinstance(outcome, TooFast):
                await self._timer.pause(outcome.seconds)
                outcome = await self._send(letter)
            if not isinstance(outcome, Sent):
                return Passing(ONLY_IN_PART, in_doubt=True) if number else outcome
        return Sent()

    async def _send(self, letter: Letter) -> Outcome:
        """What Telegram dislikes beside the words is left out."""
        outcome = await self._sending.send(letter)
        if isinstance(outcome, Refused) and (cured := cured_of(letter, outcome)) is not None:
            return await self._sending.send(cured)
        return outcome

    def _fate_of(self, parcel: Parcel, outcome: Outcome) -> Fate:
        number = parcel.delivery
        match outcome:
            case Sent():
                return Fate(number, SENT, attempt=True)
            case TooFast(seconds):
                return self._too_fast(parcel, seconds)
            case Unreachable():
                return Fate(number, UNREACHABLE, "blocked or gone", attempt=True)
            case Refused(reason):
                return Fate(number, FAILED, reason, attempt=True)
            case Moved():
                return Fate(number, FAILED, "the chat moved", attempt=True)
            case Passing(reason, in_doubt):
                return self._passing(parcel, reason, in_doubt)

    def _too_fast(self, parcel: Parcel, seconds: float) -> Fate:
        until = self._surroundings.now() + timedelta(seconds=seconds)
        if self._limiter.be_silent(parcel.chat, seconds):
            self._outcomes.be_silent(until)
        return Fate(parcel.delivery, QUEUED, later=until)

    def _passing(self, parcel: Parcel, reason: str, in_doubt: bool) -> Fate:
        if in_doubt:
            return Fate(parcel.delivery, UNCERTAIN, reason, attempt=True)
        if parcel.attempts + 1 >= MOST_ATTEMPTS:
            return Fate(parcel.delivery, FAILED, reason, attempt=True)
        longest = min(LONGEST_REST, FIRST_REST * 2**parcel.attempts)
        later = self._surroundings.now() + timedelta(seconds=random.uniform(longest / 2, longest))
        return Fate(parcel.delivery, QUEUED, reason, later=later, attempt=True)
