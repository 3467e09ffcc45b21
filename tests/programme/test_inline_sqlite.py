"""SQLite on the event loop: it answers as a driver with threads does, and waiting for a lock holds nobody else up."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import func, make_url, select
from sqlalchemy.exc import OperationalError

from programme import people
from programme.inline_sqlite import connect
from programme.people import Person
from programme.store import open_engine, sessions_of
from programme.surroundings import Surroundings
from tests.conftest import MONDAY_NOON


async def test_who_finds_the_database_locked_waits_and_then_goes_on(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    sessions = sessions_of(engine)
    done: list[str] = []

    async def second() -> None:
        async with sessions.begin() as session:
            await people.meet(session, "terminal:meena", MONDAY_NOON)
            done.append("second")

    async with sessions.begin() as session:
        await people.meet(session, "terminal:asha", MONDAY_NOON)
        waiting = asyncio.create_task(second())
        for _tick in range(20):  # the loop goes round although somebody waits
            await asyncio.sleep(0)
        done.append("first")
    await waiting
    assert done == ["first", "second"]
    async with sessions() as session:
        assert await session.scalar(select(func.count()).select_from(Person)) == 2
    await engine.dispose()


async def test_waiting_for_another_process_ends_with_the_busy_time(tmp_path: Path) -> None:
    file = str(tmp_path / "locked.sqlite3")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    mine = await connect(file, timeout=0.01)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        await mine.cursor().execute("BEGIN IMMEDIATE")
    other.execute("COMMIT")
    await mine.cursor().execute("BEGIN IMMEDIATE")
    await mine.rollback()
    await mine.close()
    other.close()


async def test_who_stops_waiting_leaves_nothing_begun(sqlite_url: str) -> None:
    other = sqlite3.connect(str(make_url(sqlite_url).database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    engine = open_engine(sqlite_url)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05), sessions_of(engine).begin() as session:
            await people.meet(session, "terminal:asha", MONDAY_NOON)
    other.execute("COMMIT")
    async with sessions_of(engine).begin() as session:
        assert await people.find(session, "terminal:asha") is None
    await engine.dispose()
    other.close()


async def test_a_wrong_statement_is_told_at_once(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    async with engine.connect() as connection:
        with pytest.raises(OperationalError, match="no such table"):
            await connection.exec_driver_sql("SELECT * FROM nothing_of_that_name")
    await engine.dispose()


async def test_a_session_of_a_turn_reads_a_row_once_and_forgets_it_with_its_transaction(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    surroundings = Surroundings(sessions_of(engine))
    async with surroundings.shared() as session:
        async with session.begin():
            await people.meet(session, "terminal:asha", MONDAY_NOON)
            assert session.info["held"]
        assert "held" not in session.info
    await engine.dispose()
