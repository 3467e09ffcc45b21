"""SQLite on the event loop itself, in the place of a thread for each connection.

A statement of a turn takes some ten microseconds; handing it to a thread and back takes ten times that, four times a
statement. What may take long is waiting for another writer's lock: that is waited for without holding up the loop. And
a statement that says of itself that it is long (`BESIDE`) does get a thread.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Sequence
from typing import Any, Self

PAUSE_SECONDS = 0.002
BESIDE = "/* beside the loop */"
"""In a statement, as a prefix after its verb: run it in a thread, for it takes longer than a turn may wait."""


class InlineCursor:
    """The part of `aiosqlite.Cursor` that SQLAlchemy's dialect uses."""

    def __init__(self, cursor: sqlite3.Cursor, busy_seconds: float) -> None:
        self._cursor = cursor
        self._busy_seconds = busy_seconds

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        """Run one statement; one that finds the database locked is tried again for as long as the busy time lasts."""
        deadline = time.monotonic() + self._busy_seconds
        while True:
            try:
                if BESIDE in statement:
                    await asyncio.to_thread(self._cursor.execute, statement, parameters)
                else:
                    self._cursor.execute(statement, parameters)
                return self
            except sqlite3.OperationalError as error:
                if not _is_busy(error) or time.monotonic() >= deadline:
                    raise
            await asyncio.sleep(PAUSE_SECONDS)

    async def executemany(self, statement: str, rows: Sequence[Sequence[Any]]) -> Self:
        self._cursor.executemany(statement, rows)
        return self

    async def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    async def fetchone(self) -> Any:
        return self._cursor.fetchone()

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        return self._cursor.fetchmany(size or self._cursor.arraysize)

    async def close(self) -> None:
        self._cursor.close()

    def __getattr__(self, name: str) -> Any:
        """`description`, `rowcount`, `lastrowid`, `arraysize`."""
        return getattr(self._cursor, name)


class InlineConnection:
    """The part of `aiosqlite.Connection` that SQLAlchemy's dialect uses."""

    def __init__(self, connection: sqlite3.Connection, busy_seconds: float) -> None:
        self._connection = connection
        self._busy_seconds = busy_seconds

    def cursor(self) -> InlineCursor:
        return InlineCursor(self._connection.cursor(), self._busy_seconds)

    @property
    def isolation_level(self) -> str | None:
        return self._connection.isolation_level

    async def create_function(self, *args: Any, **kwargs: Any) -> None:
        self._connection.create_function(*args, **kwargs)

    async def commit(self) -> None:
        self._connection.commit()

    async def rollback(self) -> None:
        self._connection.rollback()

    async def close(self) -> None:
        self._connection.close()

    def stop(self) -> None:
        self._connection.close()


def _is_busy(error: sqlite3.OperationalError) -> bool:
    return (error.sqlite_errorcode & 0xFF) == sqlite3.SQLITE_BUSY


async def connect(database: str, **options: Any) -> InlineConnection:
    """A connection in autocommit mode: transactions are begun and ended by statements of their own.

    `options` are those of `sqlite3.connect`; of them `timeout` is how many seconds a statement waits for another writer.
    """
    busy_seconds = float(options.get("timeout", 0))
    fixed = {"timeout": 0, "isolation_level": None, "check_same_thread": False}
    return InlineConnection(sqlite3.connect(database, **{**options, **fixed}), busy_seconds)
