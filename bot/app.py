"""The one place that builds and connects things. Tests build the same way."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.settings import Settings
from locales.catalogues import check
from programme import schema
from programme.profile import BadProfile, read_profile
from programme.store import open_engine, sessions_of
from programme.surroundings import Surroundings, use, utc_now

if TYPE_CHECKING:
    from bot.assistant import Assistant


class CannotStart(Exception):
    """Something is missing or broken; the message says what, and how to mend it."""


@dataclass(frozen=True)
class App:
    """The connected parts of one process."""

    settings: Settings
    engine: AsyncEngine
    surroundings: Surroundings


@asynccontextmanager
async def open_app(settings: Settings, *, now: Callable[[], datetime] = utc_now) -> AsyncIterator[App]:
    """Open the database and the operator's file and make them the surroundings of all use cases."""
    engine = open_engine(settings.database_url)
    try:
        profile = read_profile(settings.programme)
    except BadProfile as error:
        raise CannotStart(str(error)) from error
    surroundings = Surroundings(
        sessions_of(engine), profile=profile, now=now, zone=settings.zone, languages=settings.language_codes,
        quiet=settings.quiet, leads=settings.leads,
    )  # fmt: skip
    use(surroundings)
    try:
        yield App(settings, engine, surroundings)
    finally:
        await engine.dispose()


def build_assistant(settings: Settings, *, now: Callable[[], datetime] = utc_now) -> Assistant:
    """The assistant on the model of the present inputs; `now` as in `open_app`. Raises `CannotStart` where a part is missing or broken."""
    problems = check(settings.language_codes)
    if problems:
        raise CannotStart("the catalogues cannot be used: " + "; ".join(problems[:3]))
    from bot.assistant import Assistant
    from bot.rasa import agent
    from bot.rasa.training import model_path

    try:
        return Assistant(agent.load_agent(model_path(settings.models), now))
    except agent.CannotStart as error:
        raise CannotStart(str(error)) from error


async def check_schema(app: App) -> None:
    """Refuse to go on with a database of another schema than this code's."""
    found, wanted = await schema.current(app.engine), schema.newest()
    if found != wanted:
        raise CannotStart(
            f"the database has schema {found or 'none'}, this version needs {wanted}: run `mitra migrate`"
        )
