"""The jobs of a rehearsal: the workers' own, done as soon as something is due, at the time at which it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.app import App
from bot.jobs.courier import Courier
from bot.jobs.minding import mind
from bot.rehearsal.clock import Clock
from bot.rehearsal.reports import Reports
from bot.upkeep import PURGE_EVERY, purge
from programme import dispatching
from programme.falling_due import next_due

WORKER = "rehearsal"
AT_LEAST_EVERY = timedelta(hours=6)
"""So often the jobs are looked at when the clock passes a long time in which nothing is known to fall due."""


class Jobs:
    """What one worker does beside the conversation, without ever waiting."""

    def __init__(self, app: App, courier: Courier, reports: Reports, clock: Clock) -> None:
        self._app = app
        self._surroundings = app.surroundings
        self._courier = courier
        self._reports = reports
        self._clock = clock
        self._purge_at = clock.now() + PURGE_EVERY

    async def take_up(self) -> None:
        """Free what an earlier rehearsal of the same database left in the middle of sending."""
        surroundings = self._surroundings
        async with surroundings.sessions.begin() as session:
            await dispatching.settle_lost(session, WORKER, surroundings.now(), surroundings.quiet)

    async def pass_until(self, moment: datetime) -> None:
        """Move the clock to `moment`; what falls due on the way is done in order, each at its own time."""
        self._clock.allow(moment)
        await self._work()
        while (due := await self._next()) < moment:
            self._clock.move(due)
            await self._work()
        self._clock.move(moment)
        await self._work()

    async def _next(self) -> datetime:
        surroundings, now = self._surroundings, self._clock.now()
        async with surroundings.sessions() as session:
            due = await next_due(session, now, surroundings.quiet)
        return min(due or now + AT_LEAST_EVERY, now + AT_LEAST_EVERY)

    async def _work(self) -> None:
        """What is due now, until nothing is left or the time is over."""
        while await mind(self._surroundings) and await self._courier.carry():
            await self._courier.finish()
        await self._courier.finish()
        await self._reports.renew()
        if self._clock.now() >= self._purge_at:
            await purge(self._app)
            self._purge_at = self._clock.now() + PURGE_EVERY
