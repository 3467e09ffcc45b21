"""Rehearsals in tests: lines go in, and what comes of them is heard by whom it reaches."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer

from bot.app import open_app
from bot.assistant import Assistant
from bot.cli import app as mitra
from bot.duties.running import inside
from bot.rasa.agent import EmbeddedAgent
from bot.rehearsal.clock import Clock
from bot.rehearsal.rehearsal import Rehearsal, rehearsing
from bot.settings import read_settings
from programme import consents, people
from tests.bot.conftest import REGISTRATIONS

TUESDAY_EVENING = datetime(2026, 12, 1, 12, 30, tzinfo=UTC)
"""18:00 in India."""
Line = dict[str, Any]


@dataclass
class Stage:
    """A rehearsal, and all that came of it: `said` of the last line, `everything` of all lines."""

    rehearsal: Rehearsal
    said: list[Line] = field(default_factory=list)
    everything: list[Line] = field(default_factory=list)
    lines: int = 0

    async def takes(self, line: Line | str) -> list[Line]:
        """What comes of one line, `done` left out."""
        self.lines += 1
        self.said.clear()
        with inside(self.rehearsal.app):
            await self.rehearsal.take(self.lines, line if isinstance(line, str) else json.dumps(line))
        *said, done = self.said
        assert done == {"done": self.lines}
        self.everything += said
        return said

    async def staff(self, *arguments: str) -> str:
        """Run a command that ends well; what it printed."""
        printed = (await self.takes({"staff": list(arguments)}))[0]
        assert printed["exit"] == 0, printed
        return str(printed["printed"])

    async def clock(self, to: str) -> list[Line]:
        return await self.takes({"clock": to})

    async def rows(self, table: str) -> list[Line]:
        [answer] = await self.takes({"rows": table})
        return list(answer["rows"])

    def person(self, name: str) -> Player:
        return Player(name, self)

    async def crowd(self, count: int) -> None:
        """So many people who agreed to news, by rows: the conversations for it have their own tests."""
        surroundings = self.rehearsal.app.surroundings
        async with surroundings.sessions.begin() as session:
            for number in range(count):
                person = await people.meet(session, f"rehearse:p{number}", surroundings.now())
                for purpose in (consents.REGISTRATION, consents.NEWS):
                    consents.record(person, purpose, given=True, text_hash="x", now=surroundings.now())


@dataclass
class Player:
    """Somebody in a rehearsal."""

    name: str
    stage: Stage

    async def does(self, **act: Any) -> list[Line]:
        """One act; the messages that reached her."""
        said = await self.stage.takes({"person": self.name, **act})
        return [one for one in said if one.get("to") == self.name]

    async def says(self, *texts: str) -> list[Line]:
        for text in texts:
            heard = await self.does(text=text)
        return heard

    async def presses(self, *labels: str) -> list[Line]:
        for label in labels:
            heard = await self.does(press=label)
        return heard

    async def registers(self, phone: str, language: str = "en", messages: str = "1") -> None:
        """A whole registration; `messages` is the answer to which of ours she wants, 1 for all."""
        told = ["9876543210", "९८७६५ ४३२१०", "98765 01234"]
        heard = await self.says(*(phone if said in told else said for said in REGISTRATIONS[language]))
        assert any("M-0" in one["text"] for one in heard), heard
        await self.says(messages)

    @property
    def messages(self) -> list[Line]:
        """All that reached her so far."""
        return [one for one in self.stage.everything if one.get("to") == self.name]


def words(lines: list[Line]) -> str:
    return "\n".join(str(one.get("text")) for one in lines)


@asynccontextmanager
async def stage_at(
    moment: datetime, agent: EmbeddedAgent, database_url: str, folder: Path, **settings_given: Any
) -> AsyncIterator[Stage]:
    """A rehearsal in this process, on an empty database with the current schema."""
    agent.processor.tracker_store._memory.clear()
    clock, command = Clock(moment), typer.main.get_command(mitra)
    settings = read_settings(
        database_url=database_url, erasures=folder / "erasures.jsonl", telegram_token=None, **settings_given
    )  # fmt: skip
    said: list[Line] = []
    async with open_app(settings, now=clock.now) as app:
        assistant = Assistant(replace(agent, now=clock.now))
        run = lambda arguments: command.main(args=arguments, prog_name="mitra")  # noqa: E731
        async with rehearsing(app, assistant, clock, run, said.append) as rehearsal:
            yield Stage(rehearsal, said)
