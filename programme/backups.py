"""Backups. One is an SQLite file with every table, whichever database it was taken from: no tool of a server's version is
needed to take or to read it, it can be looked into anywhere, and it moves a programme from one kind of database to the other.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Table, delete, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from programme import dispatching, erasures, inbox, outbox, schema
from programme.erasures import Erased
from programme.store import open_engine, sessions_of
from programme.whole_files import put_in_place

AT_ONCE = 500
"""Rows a statement."""


class NotABackup(Exception):
    """The file cannot be restored; the message says why."""


async def take(engine: AsyncEngine, file: Path) -> int:
    """Write everything, as of one moment, into the new `file`, readable by its owner alone; returns how many rows.

    The database goes on being used meanwhile. The file appears under its name when it is complete.
    """
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        if engine.dialect.name == "sqlite":
            _copy_file(Path(str(engine.url.database)), unfinished)
        else:
            await _copy_into_file(engine, unfinished)
        _as_one_file(unfinished)
        rows = _rows_in(unfinished)
        _see_onto_disk(unfinished)
        put_in_place(unfinished, file)
    finally:
        for rest in unfinished.parent.glob(f"{unfinished.name}*"):
            rest.unlink()
    return rows


async def restore(engine: AsyncEngine, file: Path, erased: Sequence[Erased], now: datetime, scratch: Path) -> int:
    """Put the backup in the place of everything that `engine` holds, in one transaction; returns how many were erased again.

    All that could fail is done to a copy under `scratch` first: brought to the current schema, rid of who was `erased` and
    of messages that waited for more than a day. Raises `NotABackup`.
    """
    copy = scratch / "restoring.sqlite3"
    _check(file)
    _copy_file(file, copy)
    async with _opened(copy) as prepared:
        await schema.migrate(prepared)
        async with sessions_of(prepared).begin() as session:
            again = await erasures.repeat(session, erased, now)
            await inbox.give_up_old(session, now)
            await outbox.give_up_old(session, now)
            await dispatching.settle_restored(session, now)
        if engine.dialect.name != "sqlite":
            await schema.migrate(engine)
            await _replace_rows(prepared, engine)
            return again
    database = Path(str(engine.url.database))
    database.parent.mkdir(parents=True, exist_ok=True)
    _copy_file(copy, database)
    return again


def _see_onto_disk(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())


def _check(file: Path) -> None:
    if not file.is_file():
        raise NotABackup(f"there is no file {file}")
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            [(sound,)] = database.execute("pragma integrity_check").fetchall()
            [(version,)] = database.execute("select version_num from alembic_version").fetchall()
    except (sqlite3.Error, ValueError) as error:
        raise NotABackup(f"{file} is no backup: {error}") from error
    if sound != "ok":
        raise NotABackup(f"{file} is damaged: {str(sound).splitlines()[0]}")
    if version not in schema.revisions():
        raise NotABackup(
            f"{file} has schema {version}, which this version does not know: use the version that wrote it"
        )


def _copy_file(source: Path, target: Path) -> None:
    """One file into another by SQLite's own means, in one transaction: also what stands in its log of newest changes."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target, timeout=30)) as written:
        read.backup(written)


def _as_one_file(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("pragma journal_mode = delete")


def _rows_in(file: Path) -> int:
    with closing(sqlite3.connect(file)) as database:
        names = [table.name for table in schema.metadata().sorted_tables]
        return sum(database.execute(f"select count(*) from {name}").fetchone()[0] for name in names)


@asynccontextmanager
async def _opened(file: Path) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(f"sqlite:///{file}")
    try:
        yield engine
    finally:
        await engine.dispose()


async def _copy_into_file(engine: AsyncEngine, file: Path) -> None:
    async with _opened(file) as target, engine.connect() as source:
        await schema.migrate(target)
        await source.execution_options(isolation_level="REPEATABLE READ")
        async with target.begin() as written:
            await _copy_rows(source, written)
            for table in _numbered():
                await _set_number(written, table, await _number(source, table))


async def _replace_rows(prepared: AsyncEngine, engine: AsyncEngine) -> None:
    async with prepared.connect() as source, engine.begin() as target:
        for table in reversed(schema.metadata().sorted_tables):
            await target.execute(delete(table))
        await _copy_rows(source, target)
        for table in _numbered():
            await _set_number(target, table, await _number(source, table))


async def _copy_rows(source: AsyncConnection, target: AsyncConnection) -> None:
    for table in schema.metadata().sorted_tables:
        rows = await source.stream(select(table))
        async for some in rows.mappings().partitions(AT_ONCE):
            await target.execute(insert(table), [dict(row) for row in some])


def _numbered() -> list[Table]:
    """The tables that give their rows numbers."""
    return [table for table in schema.metadata().sorted_tables if table.autoincrement_column is not None]


async def _number(source: AsyncConnection, table: Table) -> int:
    """The last number given, be its row there or not: none is given twice where the tables promise that."""
    highest = await source.scalar(select(func.coalesce(func.max(table.c.id), 0)))
    if source.dialect.name == "sqlite":
        given = await source.scalar(text("select seq from sqlite_sequence where name = :name"), {"name": table.name})
    else:
        sequence = func.pg_get_serial_sequence(table.name, "id")
        given = await source.scalar(select(func.pg_sequence_last_value(sequence)))
    return max(int(highest or 0), int(given or 0))


async def _set_number(target: AsyncConnection, table: Table, number: int) -> None:
    if target.dialect.name != "sqlite":
        sequence = func.pg_get_serial_sequence(table.name, "id")
        await target.execute(select(func.setval(sequence, max(number, 1), number > 0)))
    elif table.dialect_options["sqlite"]["autoincrement"]:
        await target.execute(text("delete from sqlite_sequence where name = :name"), {"name": table.name})
        row = {"name": table.name, "number": number}
        await target.execute(text("insert into sqlite_sequence values (:name, :number)"), row)
