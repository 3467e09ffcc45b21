"""How a command runs: settings read, the database opened, failures said in one line."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.app import App, CannotStart, check_schema, open_app
from bot.failed import Failed
from bot.settings import BadSetting, Settings, read_settings
from programme.store import Unavailable

Result = TypeVar("Result")


def settings() -> Settings:
    """The settings of this process. Raises `Failed` with what is wrong."""
    try:
        return read_settings()
    except BadSetting as error:
        raise Failed(str(error)) from error


def run(use_case: Callable[[App], Awaitable[Result]], *, schema_checked: bool = True) -> Result:
    """Run an asynchronous use case on the opened database."""

    async def opened() -> Result:
        async with open_app(settings()) as app:
            if schema_checked:
                await check_schema(app)
            return await use_case(app)

    try:
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
