"""Taking backups and restoring them, so that who was erased stays erased."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.app import App
from bot.duties.running import run
from bot.failed import Failed
from bot.jobs.tables import migrate_engine
from bot.upkeep import listed
from programme import audit, backups, erasures, schema
from programme.erasures import Erased
from programme.staff import COMMAND_LINE


def back_up(file: Path) -> None:
    """Write a backup, and bring the list of erasures up to date."""
    if file.exists():
        raise Failed(f"{file} is there already: name a new file")

    async def go(app: App) -> tuple[int, str]:
        rows = await backups.take(app.engine, file)
        async with app.surroundings.sessions.begin() as session:
            audit.note(session, actor=COMMAND_LINE, act="backup", subject="database", now=app.surroundings.now())
        return rows, await listed(app)

    rows, warning = _taken(go)
    print(f"{warning}{rows} rows are in {file}. It holds personal data: keep it as you keep the database.")


def _taken(go: Callable[[App], Awaitable[tuple[int, str]]]) -> tuple[int, str]:
    try:
        return run(go)
    except sqlite3.Error as error:  # a full disk, say
        raise Failed(f"the backup could not be written: {error}") from error


def restore(file: Path, lists: Sequence[Path]) -> None:
    """Put a backup in the place of the database, without those who were erased since."""

    async def go(app: App) -> tuple[int, str]:
        settings = app.settings
        erased = [*(await _known_here(app)), *_read(settings.erasures), *(one for each in lists for one in _read(each))]
        erasures.add(settings.erasures, erased)
        with tempfile.TemporaryDirectory(prefix="mitra-restore-") as scratch:
            again = await backups.restore(app.engine, file, erased, app.surroundings.now(), Path(scratch))
        await migrate_engine(settings.database_url)
        async with app.surroundings.sessions.begin() as session:
            audit.note(session, actor=COMMAND_LINE, act="restore", subject="database", now=app.surroundings.now())
        return again, schema.newest()

    missing = [str(each) for each in lists if not each.exists()]
    if missing:
        raise Failed(f"there is no list of erasures {missing[0]}")
    try:
        again, version = run(go, schema_checked=False)
    except (backups.NotABackup, ValueError) as error:
        raise Failed(str(error)) from error
    print(f"Restored {file}, schema {version}. Erased again: {again}.")


async def _known_here(app: App) -> list[Erased]:
    """What the database that is about to be replaced knows; none when it is empty or broken."""
    with contextlib.suppress(SQLAlchemyError):
        async with app.surroundings.sessions() as session:
            return await erasures.of(session)
    return []


def _read(file: Path) -> list[Erased]:
    try:
        return erasures.read(file)
    except ValueError as error:
        raise Failed(f"{file} is no list of erasures: {error}") from error
