"""How a command runs: settings read, the database opened, failures said in one line."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.app import App, CannotStart, check_schema, open_app
from bot.failed import Failed
from bot.settings import BadSetting, Settings, read_settings
from programme.store import Unavailable
from programme.surroundings import utc_now

Result = TypeVar("Result")


@dataclass(frozen=True)
class Host:
    """An app that is open already, and the loop it lives on: a command run inside that process works on them."""

    app: App
    loop: asyncio.AbstractEventLoop


_host: ContextVar[Host | None] = ContextVar("host", default=None)


@contextmanager
def inside(app: App) -> Iterator[None]:
    """Let commands that a thread of this context runs work on `app`, on the loop that runs now."""
    token = _host.set(Host(app, asyncio.get_running_loop()))
    try:
        yield
    finally:
        _host.reset(token)


def settings() -> Settings:
    """The settings of this process. Raises `Failed` with what is wrong."""
    host = _host.get()
    return host.app.settings if host else settings_with()


def settings_with(**overrides: Any) -> Settings:
    """The settings of the environment, some of them replaced. Raises `Failed` with what is wrong."""
    try:
        return read_settings(**overrides)
    except BadSetting as error:
        raise Failed(str(error)) from error


def run(
    use_case: Callable[[App], Awaitable[Result]],
    *,
    schema_checked: bool = True,
    on: Settings | None = None,
    now: Callable[[], datetime] = utc_now,
) -> Result:
    """Run an asynchronous use case on the opened database: that of the settings, or of those to run `on`."""
    host = _host.get()

    async def checked(app: App) -> Result:
        if schema_checked:
            await check_schema(app)
        return await use_case(app)

    async def opened() -> Result:
        async with open_app(on or settings(), now=now) as app:
            return await checked(app)

    try:
        if host is not None:
            return asyncio.run_coroutine_threadsafe(checked(host.app), host.loop).result()
        return asyncio.run(opened())
    except (CannotStart, Unavailable) as error:
        raise Failed(str(error)) from error
    except (SQLAlchemyError, OSError) as error:
        raise Failed(f"the database cannot be used: {_in_short(error)}") from error


def _in_short(error: SQLAlchemyError | OSError) -> str:
    """Why it cannot be reached, in its own words; of any other error the kind alone, for its words may be people's."""
    told = isinstance(error, OperationalError | OSError)
    return str(error).splitlines()[0] if told else type(error).__name__


def print_rows(rows: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    """One line a row: JSON objects, or the values in columns."""
    if as_json:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
        return
    for row in rows:
        print("  ".join("" if value is None else str(value) for value in row.values()))
