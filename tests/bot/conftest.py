"""Talking to the assistant in tests: `await asha.says("…")`, then `asha.hears("…")`."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from bot.app import App, open_app
from bot.assistant import Assistant
from bot.rasa import training
from bot.rasa.agent import EmbeddedAgent, load_agent
from bot.said import Answer, Button, Said
from bot.settings import VAR, read_settings
from programme import samples, schema

if TYPE_CHECKING:
    from tests.bot.rehearsals import Stage

START = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
NATIVE = ("hi", "ta")
# No sentence of ours is without one of these; names and terms that stay in Latin letters have none of them
ENGLISH = frozenset(
    "the you your is are was we i me my not and it please this that with have has can will what all right now when "
    "or here there do does done shall".split()
)
_LATIN = re.compile(r"[A-Za-z']+")


@dataclass
class Clock:
    """The tests' time; it moves only when told to."""

    moment: datetime = START

    def now(self) -> datetime:
        return self.moment

    def passes(self, **span: float) -> None:
        self.moment += timedelta(**span)


@dataclass
class Talker:
    """Someone who talks to the assistant, and remembers the last answer and everything that was typed."""

    key: str
    assistant: Assistant
    answer: Answer = field(default_factory=Answer)
    typed: str = ""

    async def says(self, *texts: str) -> Answer:
        """Say each text in turn; the last answer stays to be heard."""
        for each in texts:
            self.typed += " " + each
            await self.does(Said(text=each))
        return self.answer

    async def presses(self, label: str) -> Answer:
        """Press a button just shown, by a part of its label."""
        fitting = [button for button in self.buttons if label in button.label]
        assert fitting, f"no button {label!r} among {[button.label for button in self.buttons]}"
        return await self.does(Said(press=fitting[0].payload))

    async def does(self, said: Said) -> Answer:
        self.answer = await self.assistant.reply(self.key, said)
        self._hears_only_her_language()
        return self.answer

    @property
    def buttons(self) -> list[Button]:
        return [button for reply in self.answer.replies for button in reply.buttons]

    @property
    def heard(self) -> str:
        return "\n".join(reply.text for reply in self.answer.replies)

    def hears(self, *parts: str) -> None:
        for part in parts:
            assert part in self.heard, f"{part!r} is not in:\n{self.heard}"

    def hears_not(self, *parts: str) -> None:
        for part in parts:
            assert part not in self.heard, f"{part!r} is in:\n{self.heard}"

    def _hears_only_her_language(self) -> None:
        """No untranslated text in any reply of any test: what she did not type herself is in her script."""
        if self.answer.language not in NATIVE:
            return
        shown = "\n".join((self.heard, *(button.label for button in self.buttons)))
        foreign = {word.lower() for word in _LATIN.findall(shown)} & ENGLISH - set(self.typed.lower().split())
        assert not foreign, f"untranslated {foreign} in:\n{shown}"


class World:
    """One test's assistant on a database of its own, with its own clock."""

    def __init__(self, app: App, assistant: Assistant, clock: Clock) -> None:
        self.app, self.assistant, self.clock = app, assistant, clock

    def person(self, name: str) -> Talker:
        return Talker(f"terminal:{name}", self.assistant)

    async def rows(self, sql: str) -> list[dict[str, Any]]:
        """What was committed, through a session of its own."""
        async with self.app.surroundings.sessions() as session:
            return [dict(row) for row in (await session.execute(text(sql))).mappings()]

    async def everything(self) -> str:
        """All that the database holds, as text."""
        tables = await self.rows("select name from sqlite_master where type = 'table'")
        return "\n".join([str(await self.rows(f"select * from {table['name']}")) for table in tables])


@pytest.fixture(scope="session")
def model() -> Path:
    """The trained model; trained by the first test that needs it."""
    return training.train(VAR / "models")


@pytest.fixture(scope="session")
def agent(model: Path) -> EmbeddedAgent:
    return load_agent(model)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def world(agent: EmbeddedAgent, clock: Clock, tmp_path: Path) -> AsyncIterator[World]:
    agent.processor.tracker_store._memory.clear()
    settings = read_settings(database_url=f"sqlite:///{tmp_path / 'mitra.sqlite3'}")
    async with open_app(settings, now=clock.now) as app:
        await schema.migrate(app.engine)
        async with app.surroundings.sessions.begin() as session:
            await samples.load(session, clock.now())
        yield World(app, Assistant(agent), clock)


@pytest.fixture
def asha(world: World) -> Talker:
    return world.person("asha")


@pytest.fixture
async def stage(agent: EmbeddedAgent, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """A rehearsal that begins on a Tuesday evening, with the sample workshops."""
    from tests.bot.rehearsals import TUESDAY_EVENING, stage_at  # it needs the registrations of this module

    async with stage_at(TUESDAY_EVENING, agent, sqlite_url, tmp_path) as opened:
        await opened.staff("seed")
        yield opened


REGISTRATIONS = {
    "en": ["hi, want to register my unit", "yes", "Asha Patel", "Asha Pickles", "Indore", "mango pickle", "12 lakh", "5 lakh",
           "9876543210", "skip", "skip", "yes", "no", "yes"],
    "hi": ["नमस्ते, मुझे अपना काम रजिस्टर करना है", "हाँ", "आशा पटेल", "माँ अन्नपूर्णा", "इंदौर", "आम का अचार", "१२ लाख", "५ लाख",
           "९८७६५ ४३२१०", "छोड़ें", "नहीं है", "हाँ", "अभी नहीं", "हाँ"],
    "ta": ["வணக்கம், என் தொழிலை பதிவு செய்யணும்", "சரி", "லட்சுமி", "லட்சுமி நெசவு", "காஞ்சிபுரம்", "பட்டு சேலை", "5 லட்சம்",
           "2 லட்சம்", "98765 01234", "இல்லை", "இல்லை", "ஆமாம்", "இல்லை", "சரி"],
}  # fmt: skip


async def register(person: Talker, language: str = "en") -> None:
    """Take `person` through a whole registration in `language`, and refuse the messages of our own."""
    await person.says(*REGISTRATIONS[language])
    assert any("M-0" in reply.text for reply in person.answer.replies), person.heard
    await person.says("3")
