"""Talking in the terminal, parsing lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.status import Status
from sqlalchemy import select

from bot.app import App, build_assistant, check_schema
from bot.duties.running import run, settings
from bot.duties.training import train
from bot.failed import Failed
from bot.jobs.tables import migrate_engine
from bot.sentences import Sentences
from bot.terminal import talk_in_lines, talk_on_screen, welcome
from bot.waking import Waking
from programme import people, samples, schema
from programme.people import Person
from programme.writing import normalise

EXAMPLES = ("utter_terminal_example_register", "utter_terminal_example_cost", "utter_terminal_example_workshops")


def chat(person: str, language: str | None, *, as_lines: bool) -> None:
    """Say who is there; train and migrate when needed; then talk as `terminal:<person>`."""
    key, in_lines = f"terminal:{person}", as_lines or not sys.stdin.isatty()

    async def begin(app: App) -> None:
        await _prepare(app)
        if language is not None:
            await _choose_language(app, key, language)
        if not in_lines:
            _introduce(app, await _language_of(app, key))

    async def talk(app: App) -> None:
        assistant = Waking(lambda: build_assistant(app.settings))
        if in_lines:
            await talk_in_lines(assistant, key)
        else:
            await talk_on_screen(assistant, key, Path.cwd())

    run(begin, schema_checked=False)
    train()
    run(talk, schema_checked=False)


def _introduce(app: App, language: str) -> None:
    """Who Mitra is, and three things to type."""
    say, facts = Sentences(), {"bot_name": app.surroundings.profile.bot_name(language)}
    lines = [say.message(name, language, facts)["text"] for name in ("utter_terminal_welcome", *EXAMPLES)]
    welcome(lines[0], lines[1:])


async def _language_of(app: App, key: str) -> str:
    """The language that is spoken with the person; English with somebody new."""
    channel, _, address = key.partition(":")
    async with app.surroundings.sessions() as session:
        known = await session.scalar(select(Person).where(Person.channel == channel, Person.address == address))
    return (known and known.language) or "en"


async def _prepare(app: App) -> None:
    """An empty database is brought to the current schema and given the sample workshops; any other must fit."""
    if await schema.current(app.engine) is None:
        await schema.migrate(app.engine)
        await migrate_engine(app.settings.database_url)
        async with app.surroundings.sessions.begin() as session:
            await samples.load(session, app.surroundings.now())
    await check_schema(app)


async def _choose_language(app: App, key: str, language: str) -> None:
    async with app.surroundings.sessions.begin() as session:
        person = await people.meet(session, key, app.surroundings.now())
        people.speak(person, language, chosen=True)


def _working(label: str) -> Status:
    return Console(stderr=True).status(label)


def parse() -> None:
    """Print the reading of each line of stdin."""
    train()
    with _working("Loading…"):
        from bot.rasa import agent
        from bot.rasa.parsing import parse_line, read_line
        from bot.rasa.training import model_path

        try:
            loaded = agent.load_agent(model_path(settings().models))
        except agent.CannotStart as error:
            raise Failed(str(error)) from error
    for line in sys.stdin.buffer:
        text, moment = read_line(line.decode("utf-8", errors="replace").rstrip("\r\n"))
        print(json.dumps(parse_line(text, loaded.parse(normalise(text), moment)), ensure_ascii=False), flush=True)
