"""The rehearsal, put together: people at Telegram's doorway, the workers' jobs, staff's commands, and one clock."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.app import App
from bot.jobs.courier import Courier
from bot.rehearsal.clock import Clock, NoTime, read_moment
from bot.rehearsal.commands import Run, run_command
from bot.rehearsal.doorway import BOT_NAME, Doorway, unlimited
from bot.rehearsal.jobs import WORKER, Jobs
from bot.rehearsal.lines import Act, Command, Line, MoveClock, ShowRows, Unreadable, read_line
from bot.rehearsal.phones import Phones
from bot.rehearsal.reports import Reports
from bot.rehearsal.sending import Say, SendingInMemory
from bot.rehearsal.updates import Updates
from bot.telegram.conversation import Answering
from bot.telegram.links import address_of
from programme import exports, inbox
from programme.channels import REHEARSAL
from programme.exports import NoSuchTable
from programme.surroundings import use

log = logging.getLogger(__name__)

A_LINE = timedelta(milliseconds=1)
"""What each line takes, so that what is done one after the other is not done at the same moment."""


@dataclass(frozen=True)
class Rehearsal:
    """Takes line after line; what comes of each is said to `say`, one object after the other."""

    app: App
    clock: Clock
    doorway: Doorway
    jobs: Jobs
    updates: Updates
    run: Run
    say: Say

    async def take(self, number: int, line: str) -> None:
        """Do what the line says. Whatever is wrong with it is said in one object, and `done` is said last."""
        try:
            await self._do(read_line(line))
        except (Unreadable, NoTime, NoSuchTable) as error:
            self.say({"error": str(error)})
        except Exception as error:
            log.error("line %s failed", number, exc_info=error)
            self.say({"error": f"{type(error).__name__}: {error}"})
        self.say({"done": number})

    async def _do(self, line: Line) -> None:
        match line:
            case MoveClock(to):
                await self.jobs.pass_until(read_moment(to, self.clock.now(), self.app.surroundings.zone))
            case ShowRows(table):
                async with self.app.surroundings.sessions() as session:
                    self.say({"rows": await exports.rows(session, table)})
            case Act():
                self.clock.move(self.clock.now() + A_LINE)
                await self.doorway.receive(line.person, self.updates.of(line))
                await self.jobs.pass_until(self.clock.now())
            case Command(arguments):
                self.clock.move(self.clock.now() + A_LINE)
                printed = await run_command(self.run, arguments)
                self.say({"printed": printed.text, "exit": printed.exit})
                await self.jobs.pass_until(self.clock.now())


@asynccontextmanager
async def rehearsing(app: App, assistant: Answering, clock: Clock, run: Run, say: Say) -> AsyncIterator[Rehearsal]:
    """A rehearsal on the database of `app`, whose time is that of `clock`. `run` runs a `mitra` command."""
    surroundings = replace(app.surroundings, channel=REHEARSAL, bot_link=address_of(BOT_NAME))
    use(surroundings)
    app = replace(app, surroundings=surroundings)
    async with surroundings.sessions() as session:
        phones = Phones(await inbox.last_number(session) + 1)
    sending = SendingInMemory(surroundings, phones, say)
    reports = Reports(surroundings, sending, phones)
    doorway = Doorway(app, assistant, sending, reports, phones)
    courier = Courier(
        surroundings, sending, unlimited(), worker=WORKER, rate=app.settings.broadcast_rate, most_under_way=1, timer=clock
    )  # fmt: skip
    jobs = Jobs(app, courier, reports, clock)
    await jobs.take_up()
    try:
        yield Rehearsal(app, clock, doorway, jobs, Updates(phones, clock), run, say)
    finally:
        await doorway.stop()
