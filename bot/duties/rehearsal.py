"""Rehearsing a programme from the command line."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.app import App, build_assistant, check_schema
from bot.duties.running import inside, run, settings_with
from bot.duties.training import train
from bot.failed import Failed
from bot.rehearsal.clock import Clock, read_moment
from bot.rehearsal.commands import Run
from bot.rehearsal.rehearsal import Rehearsal, rehearsing
from bot.settings import Settings
from bot.terminal import typed_lines
from programme import schema
from programme.channels import TELEGRAM
from programme.people import Person
from programme.surroundings import utc_now

REAL_PEOPLE = (
    "there are people of Telegram in this database, and a rehearsal would take their reminders for sent: name a new one"
)
HINT = (
    'One JSON object a line: {"person": "asha", "text": "hello"}, {"clock": "+3h"}, {"staff": ["seed"]}; Ctrl-D ends.'
)


def rehearse(database: str | None, time: str | None, mitra: Run) -> None:
    """Take lines from stdin until it ends. `time` is readable; `mitra` runs staff's commands."""
    train()
    with tempfile.TemporaryDirectory(prefix="mitra-rehearsal-") as folder:
        settings = _settings(database, Path(folder))
        clock = _clock_at(time, settings)

        async def talk(app: App) -> None:
            assistant, _ready = await asyncio.gather(
                asyncio.to_thread(build_assistant, settings, now=clock.now), _prepare(app)
            )
            if sys.stdin.isatty():
                print(HINT, file=sys.stderr)
            async with rehearsing(app, assistant, clock, mitra, _print_line) as rehearsal:
                with inside(rehearsal.app):
                    await _take_all(rehearsal)

        run(talk, schema_checked=False, on=settings, now=clock.now)


async def _take_all(rehearsal: Rehearsal) -> None:
    number = 0
    async for line in typed_lines():
        number += 1
        await rehearsal.take(number, line)


def _settings(database: str | None, folder: Path) -> Settings:
    """Those of the programme, without the ways out of this process, on a database of its own."""
    return settings_with(
        database_url=database or f"sqlite:///{folder / 'rehearsal.sqlite3'}", erasures=folder / "erasures.jsonl",
        telegram_token=None, webhook_url=None, webhook_secret=None, health_listen=None,
    )  # fmt: skip


def _clock_at(time: str | None, settings: Settings) -> Clock:
    return Clock(read_moment(time or "+0s", utc_now(), settings.zone, back=True))


async def _prepare(app: App) -> None:
    """An empty database is brought to the current schema; any other must fit, and be nobody's."""
    if await schema.current(app.engine) is None:
        await schema.migrate(app.engine)
    await check_schema(app)
    async with app.surroundings.sessions() as session:
        if (await session.scalars(select(Person.id).where(Person.channel == TELEGRAM).limit(1))).first() is not None:
            raise Failed(REAL_PEOPLE)


def _print_line(value: dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)
