"""Talking in the terminal, parsing lines, training the model."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.status import Status

from bot.app import App, build_assistant, check_schema
from bot.duties.running import run, settings
from bot.failed import Failed
from bot.jobs.tables import migrate_engine
from bot.rasa import training
from bot.settings import VAR
from bot.terminal import talk_in_lines, talk_on_screen
from programme import people, samples, schema
from programme.writing import normalise


def chat(person: str, language: str | None, *, as_lines: bool) -> None:
    """Train and migrate when needed, then talk as `terminal:<person>`."""
    train()

    async def talk(app: App) -> None:
        await _prepare(app)
        key = f"terminal:{person}"
        if language is not None:
            await _choose_language(app, key, language)
        with _working("Waking up…"):
            assistant = build_assistant(app.settings)
        if as_lines or not sys.stdin.isatty():
            await talk_in_lines(assistant, key)
        else:
            await talk_on_screen(assistant, key, Path.cwd())

    run(talk, schema_checked=False)


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

        try:
            loaded = agent.load_agent(training.model_path(settings().models))
        except agent.CannotStart as error:
            raise Failed(str(error)) from error
    for line in sys.stdin.buffer:
        text, moment = read_line(line.decode("utf-8", errors="replace").rstrip("\r\n"))
        print(json.dumps(parse_line(text, loaded.parse(normalise(text), moment)), ensure_ascii=False), flush=True)


def train(*, force: bool = False) -> None:
    """Train where there is no model of the present inputs, telling how long it took."""
    models = settings().models
    path = training.model_path(models)
    if path.exists() and not force:
        return
    began = time.monotonic()
    with _working("Training the model; the first time takes a few minutes…"):
        try:
            training.train(models, force=force)
        except training.TrainingFailed as error:
            raise Failed(str(error)) from error
    print(f"Model trained in {time.monotonic() - began:.0f} s: {path.relative_to(VAR.parent)}", file=sys.stderr)
