"""Erased means gone: from the tables, and from the files below them."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine

from programme import consents, erasure, erasures
from programme.erasures import Erased
from programme.messages import Message
from programme.people import Person
from programme.store import Sessions, open_engine
from programme.traces import scrubbed
from tests.conftest import Clock
from tests.jobs.office import newcomer

NAME = "Asha-Canary-Devi"
SAID = 200


async def talks_and_is_erased(sessions: Sessions, clock: Clock) -> None:
    person = newcomer(clock, consents.NEWS)
    person.name = NAME
    async with sessions.begin() as session:
        session.add(person)
    for number in range(SAID):
        async with sessions.begin() as session:
            row = Message(person_id=person.id, at=clock(), direction="in", text=f"I am {NAME} {number}")
            session.add(row)
    async with sessions.begin() as session:
        found = await session.get(Person, person.id)
        assert found is not None
        await erasure.erase(session, found, actor="staff:1", now=clock())
    await scrubbed()


async def test_no_file_has_the_name_of_who_was_erased(sqlite_url: str, sessions: Sessions, engine: AsyncEngine, clock: Clock) -> None:  # fmt: skip
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL's files are its server's")
    async with sessions() as reader:  # somebody else's connection is open, but reads nothing
        await talks_and_is_erased(sessions, clock)
        files = list(Path(str(engine.url.database)).parent.glob("mitra.sqlite3*"))
        assert {file.name: file.read_bytes().count(NAME.encode()) for file in files} == dict.fromkeys((file.name for file in files), 0)  # fmt: skip
        await reader.rollback()


@pytest.mark.postgres
async def test_postgresql_is_rid_of_the_old_rows(migrated_postgres: str, clock: Clock) -> None:
    engine = open_engine(migrated_postgres)
    from programme.store import sessions_of

    await talks_and_is_erased(sessions_of(engine), clock)
    async with engine.connect() as connection:
        await connection.execute(text("checkpoint"))
        file = text("select pg_read_binary_file(pg_relation_filepath('messages'))")
        assert NAME.encode() not in bytes((await connection.execute(file)).scalar_one())
    await engine.dispose()


async def test_the_files_are_their_owners_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/kept/mitra.sqlite3"
    engine = open_engine(url)
    async with engine.begin() as connection:
        await connection.exec_driver_sql("create table one (number int)")
        await connection.exec_driver_sql("insert into one values (1)")
        files = list((tmp_path / "kept").iterdir())
        assert {file.name: stat.filemode(file.stat().st_mode) for file in files} == {
            file.name: "-rw-------" for file in files
        }
    await engine.dispose()
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    assert make_url(url).database


NOW = datetime(2026, 11, 25, tzinfo=UTC)


def test_a_list_of_erasures_whose_last_line_was_cut_is_mended_and_the_rest_set_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "erasures.jsonl"
    erasures.add(file, [Erased(1, NOW, NOW), Erased(2, NOW, NOW)])
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole[:-20], encoding="utf-8")
    assert [one.person for one in erasures.read(file)] == [1]
    assert "cut short" in caplog.text
    assert (tmp_path / "erasures.jsonl.cut").exists()
    assert erasures.add(file, [Erased(1, NOW, NOW), Erased(2, NOW, NOW)]) == 1
    assert file.read_text(encoding="utf-8") == whole
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_list_that_is_broken_in_the_middle_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "erasures.jsonl"
    erasures.add(file, [Erased(1, NOW, NOW), Erased(2, NOW, NOW)])
    file.write_text("garbage\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        erasures.read(file)
