"""The database: which driver, which time, and what happens when it cannot be read or written just now."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.ext.asyncio import AsyncEngine

from programme import audit, people, store
from programme.people import Person
from programme.store import Sessions, Unavailable, as_unavailable, driver_url, open_engine, sessions_of
from tests.conftest import Clock


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("sqlite:///var/mitra.sqlite3", "sqlite+aiosqlite:///var/mitra.sqlite3"),
        ("sqlite:////data/mitra.sqlite3", "sqlite+aiosqlite:////data/mitra.sqlite3"),
        ("sqlite://", "sqlite+aiosqlite://"),
        ("sqlite+aiosqlite:///x.db", "sqlite+aiosqlite:///x.db"),
        ("postgresql://mitra@db/mitra", "postgresql+psycopg://mitra@db/mitra"),
        ("postgres://mitra@db:5433/mitra", "postgresql+psycopg://mitra@db:5433/mitra"),
        ("postgresql://mitra:p%40ss@db/mitra?sslmode=require", "postgresql+psycopg://mitra:p%40ss@db/mitra?sslmode=require"),
        ("postgresql+asyncpg://db/mitra", "postgresql+asyncpg://db/mitra"),
    ],
)  # fmt: skip
def test_a_url_names_its_asynchronous_driver_and_keeps_all_else(url: str, opened: str) -> None:
    assert driver_url(url) == opened


async def test_the_folder_of_an_sqlite_file_is_made(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/a/b/mitra.sqlite3")
    async with engine.connect() as connection:
        settings = [
            (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "foreign_keys")
        ]
    await engine.dispose()
    assert settings == ["wal", 1]
    assert (tmp_path / "a" / "b" / "mitra.sqlite3").exists()


async def test_an_sqlite_uri_makes_no_folder_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    engine = open_engine(f"sqlite:///file:{tmp_path}/mitra.sqlite3?mode=rwc&uri=true")
    async with engine.connect() as connection:
        assert (await connection.execute(text("SELECT 1"))).scalar_one() == 1
    await engine.dispose()
    assert not (tmp_path / "file:").exists()


async def test_times_come_back_aware_and_in_utc(sessions: Sessions) -> None:
    india = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    async with sessions.begin() as session:
        audit.note(session, actor="staff:1", act="look", subject="people", now=india)
    async with sessions() as session:
        noted = (await session.get_one(audit.Act, 1)).at
    assert noted == india
    assert noted.tzinfo is UTC


async def test_a_time_without_a_zone_is_refused(sessions: Sessions) -> None:
    async with sessions() as session:
        audit.note(session, actor="staff:1", act="look", subject="people", now=datetime(2026, 11, 23))
        with pytest.raises(StatementError, match="aware"):
            await session.commit()


async def test_a_row_of_nobody_is_refused(sessions: Sessions) -> None:
    """Foreign keys hold on SQLite too, where they are off unless asked for."""
    async with sessions() as session:
        with pytest.raises(IntegrityError):
            await session.execute(text("INSERT INTO interviews (person_id, business_id, purpose, step, answered, heard,"
                                       " options, updated_at) VALUES (7, 7, 'register', '', '[]', '{}', '[]',"
                                       " '2026-11-23 00:00:00')"))  # fmt: skip


def on_connect(engine: AsyncEngine, command: str) -> None:
    """Every new connection of `engine` runs `command` first."""

    @event.listens_for(engine.sync_engine, "connect")
    def run(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(command)
        cursor.close()
        connection.commit()


READ_ONLY = {"sqlite": "PRAGMA query_only = ON", "postgresql": "SET default_transaction_read_only = on"}


async def test_a_read_only_database_is_unavailable(database_url: str, clock: Clock) -> None:
    engine = open_engine(database_url)
    on_connect(engine, READ_ONLY[engine.dialect.name])
    sessions = sessions_of(engine)
    with pytest.raises(Unavailable), as_unavailable():
        async with sessions.begin() as session:
            await people.meet(session, "telegram:2", clock())
    await engine.dispose()


@pytest.fixture
async def hurried(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Sessions]:
    """Sessions on SQLite that wait a tenth of a second for a lock."""
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.1)
    engine = open_engine(sqlite_url)
    yield sessions_of(engine)
    await engine.dispose()


async def test_a_locked_file_is_unavailable_until_the_lock_goes(
    hurried: Sessions, sqlite_url: str, clock: Clock
) -> None:
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="locked"), as_unavailable():
        async with hurried.begin() as session:
            await people.meet(session, "telegram:1", clock())
    other.execute("ROLLBACK")
    other.close()
    async with hurried.begin() as session:
        assert (await people.meet(session, "telegram:1", clock())).id == 1


async def test_a_full_disk_is_unavailable_and_nothing_half_written_stays(hurried: Sessions, clock: Clock) -> None:
    async def write_too_much() -> None:
        async with hurried.begin() as session:
            await session.execute(text("PRAGMA max_page_count = 1"))
            for number in range(2000):
                session.add(Person(channel="telegram", address=str(number), created_at=clock(), seen_at=clock()))

    with pytest.raises(Unavailable, match="full"), as_unavailable():
        await write_too_much()
    async with hurried() as session:
        assert (await session.execute(text("SELECT count(*) FROM people"))).scalar_one() == 0


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://mitra@127.0.0.1:1/mitra?connect_timeout=2",
        "postgresql://mitra@/mitra?host=/nowhere",
        "sqlite:////dev/null/mitra.sqlite3",
    ],
)
async def test_a_database_that_is_away_is_unavailable(url: str) -> None:
    with pytest.raises(Unavailable), as_unavailable():
        async with sessions_of(open_engine(url))() as session:
            await session.execute(text("SELECT 1"))


async def test_a_pool_that_gives_no_connection_in_time_is_unavailable(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    pool: Any = engine.sync_engine.pool
    pool._timeout = 0.1
    async with AsyncExitStack() as held:
        for _each in range(pool.size() + pool._max_overflow):
            await held.enter_async_context(engine.connect())
        with pytest.raises(Unavailable), as_unavailable():
            await held.enter_async_context(engine.connect())
    await engine.dispose()


async def test_an_error_does_not_tell_what_was_to_be_written(sessions: Sessions, clock: Clock) -> None:
    """Errors are logged; names and numbers of people are not."""
    async with sessions() as session:
        session.add(Person(channel="telegram", address="1", name="Asha Patel", phone="9893012345", created_at=clock()))
        with pytest.raises(IntegrityError) as raised:
            await session.flush()
    assert "Asha" not in str(raised.value)
    assert "9893012345" not in str(raised.value)


@pytest.mark.parametrize("fault", [lambda: {}["name"], lambda: int("ten")])
def test_a_fault_of_the_code_is_not_called_unavailable(fault: Callable[[], object]) -> None:
    with pytest.raises((KeyError, ValueError)), as_unavailable():
        fault()
