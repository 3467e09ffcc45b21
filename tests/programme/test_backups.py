"""Backups: everything comes back on either database, and who was erased in between does not."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import stat
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from programme import backups, broadcasts, consents, deliveries, erasure, erasures, inbox, outbox, people, schema
from programme.audiences import Audience
from programme.erasures import Erased
from programme.store import Sessions, open_engine, sessions_of
from programme.surroundings import AT_NIGHT
from tests.conftest import Clock, PostgresServer
from tests.programme.owners import Owner, udyam
from tests.programme.rows import everything, rows_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backup.sqlite3"


@pytest.fixture
async def elsewhere(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A fresh machine: a database that is not there yet."""
    engine = open_engine(f"sqlite:///{tmp_path / 'elsewhere' / 'mitra.sqlite3'}")
    yield engine
    await engine.dispose()


async def restore(
    engine: AsyncEngine, file: Path, clock: Clock, tmp_path: Path, erased: tuple[Erased, ...] | list[Erased] = ()
) -> int:
    scratch = tmp_path / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    return await backups.restore(engine, file, erased, clock(), scratch)


def write(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def mode_of(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


async def erase(sessions: Sessions, key: str, clock: Clock) -> list[Erased]:
    async with sessions.begin() as session:
        person = await people.find(session, key)
        assert person is not None
        await erasure.erase(session, person, actor="person:1", now=clock())
        return await erasures.of(session)


async def test_everything_comes_back_as_it_was(
    engine: AsyncEngine, sessions: Sessions, asha: Owner, meena: Owner, clock: Clock, file: Path, tmp_path: Path
) -> None:
    await asha.registers(udyam=udyam(1))
    await meena.begins()
    before = await everything(sessions)
    rows = await backups.take(engine, file)
    assert rows == sum([len(await rows_of(sessions, table)) for table in schema.metadata().tables])
    await meena.answers("owner_name")
    assert await everything(sessions) != before
    assert await restore(engine, file, clock, tmp_path) == 0
    assert await everything(sessions) == before
    await meena.answers("owner_name")  # the open interview goes on


async def test_who_was_erased_since_is_erased_again_and_her_record_goes_when_it_was_due(
    engine: AsyncEngine, sessions: Sessions, asha: Owner, meena: Owner, clock: Clock, file: Path, tmp_path: Path
) -> None:
    await asha.registers(udyam=udyam(1))
    await meena.registers(udyam=udyam(2), phone="98930 54321")
    async with sessions.begin() as session:
        await outbox.put(session, "1001", ['{"text": "Asha, your seat"}'], clock())
    await backups.take(engine, file)
    clock.passes(days=3)
    erased = await erase(sessions, asha.key, clock)
    due = clock() + erasure.KEPT_AFTER_ERASURE
    clock.passes(days=1)
    assert await restore(engine, file, clock, tmp_path, erased) == 1
    kept = await everything(sessions)
    assert udyam(1) not in kept
    assert "1001" not in kept
    [sealed] = [row for row in await rows_of(sessions, "people") if row["erased_at"]]
    assert sealed["purge_at"] == due
    assert udyam(2) in kept


async def test_on_a_fresh_machine_the_list_at_hand_is_enough(
    engine: AsyncEngine,
    sessions: Sessions,
    elsewhere: AsyncEngine,
    asha: Owner,
    clock: Clock,
    file: Path,
    tmp_path: Path,
) -> None:
    await asha.registers(udyam=udyam(1))
    await backups.take(engine, file)
    kept_list = tmp_path / "erasures.jsonl"
    assert erasures.add(kept_list, await erase(sessions, asha.key, clock)) == 1
    assert "1001" not in kept_list.read_text()
    assert await restore(elsewhere, file, clock, tmp_path, erasures.read(kept_list)) == 1
    assert udyam(1) not in await everything(sessions_of(elsewhere))


async def test_who_came_back_after_being_erased_stays(
    engine: AsyncEngine, sessions: Sessions, asha: Owner, clock: Clock, file: Path, tmp_path: Path
) -> None:
    await asha.registers(udyam=udyam(1))
    erased = await erase(sessions, asha.key, clock)
    clock.passes(hours=1)
    await asha.registers(udyam=udyam(1))
    await backups.take(engine, file)
    assert await restore(engine, file, clock, tmp_path, erased) == 0
    assert udyam(1) in await everything(sessions)


async def test_a_number_on_the_list_that_another_person_got_erases_nobody(
    engine: AsyncEngine, sessions: Sessions, asha: Owner, clock: Clock, file: Path, tmp_path: Path
) -> None:
    await asha.registers(udyam=udyam(1))
    await backups.take(engine, file)
    [row] = await rows_of(sessions, "people")
    other = Erased(row["id"], row["created_at"] + timedelta(seconds=1), clock())
    assert await restore(engine, file, clock, tmp_path, [other]) == 0


async def test_numbers_of_people_are_not_given_twice_after_a_restore(
    engine: AsyncEngine, sessions: Sessions, clock: Clock, file: Path, tmp_path: Path
) -> None:
    async with sessions.begin() as session:
        last = await people.meet(session, "telegram:2", clock())
        await session.delete(last)
    await backups.take(engine, file)
    await restore(engine, file, clock, tmp_path)
    async with sessions.begin() as session:
        assert (await people.meet(session, "telegram:3", clock())).id == last.id + 1


async def test_what_waited_for_more_than_a_day_is_given_up_and_the_rest_goes_on(
    engine: AsyncEngine, sessions: Sessions, clock: Clock, file: Path, tmp_path: Path
) -> None:
    for update_id in (1, 2):
        async with sessions.begin() as session:
            await inbox.write_down(session, [inbox.Arrival(update_id, "1", 1, "{}")], clock())
            await outbox.put(session, "1", [f"{update_id}"], clock())
        clock.passes(hours=20)
    await backups.take(engine, file)
    await restore(engine, file, clock, tmp_path)
    assert [row["content"] for row in await rows_of(sessions, "updates")] == [None, "{}"]
    assert [row["status"] for row in await rows_of(sessions, "replies")] == ["failed", "waiting"]


async def test_nobody_gets_a_second_time_what_went_out_after_the_backup(
    engine: AsyncEngine, sessions: Sessions, clock: Clock, file: Path, tmp_path: Path
) -> None:
    async with sessions.begin() as session:
        for number in ("1", "2"):
            person = await people.meet(session, f"telegram:{number}", clock())
            for purpose in (consents.REGISTRATION, consents.NEWS):
                consents.record(person, purpose, given=True, text_hash="x", now=clock())
        news = broadcasts.draft(broadcasts.Message({"en": "News"}, Audience()), "staff:1", clock())
        assert await broadcasts.announce(session, news, clock(), AT_NIGHT) == 2
        [first] = await deliveries.claim(session, [news.id], worker="w", most=1, now=clock(), quiet=False)
        await deliveries.mark_sending(session, [first], "w")
    await backups.take(engine, file)
    await restore(engine, file, clock, tmp_path)
    assert [row["status"] for row in await rows_of(sessions, "deliveries")] == ["uncertain", "queued"]
    assert [row["status"] for row in await rows_of(sessions, "broadcasts")] == ["paused"]


@pytest.mark.postgres
async def test_a_backup_moves_from_one_kind_of_database_to_the_other(
    postgres: PostgresServer, migrated_file: Path, sqlite_url: str, clock: Clock, file: Path, tmp_path: Path
) -> None:
    here, there = open_engine(sqlite_url), open_engine(postgres.create("moved"))
    await Owner(sessions_of(here), clock, "telegram:1001").registers(udyam=udyam(1))
    await backups.take(here, file)
    await restore(there, file, clock, tmp_path)
    assert await everything(sessions_of(there)) == await everything(sessions_of(here))
    async with sessions_of(there).begin() as session:  # and numbers go on
        await people.meet(session, "telegram:1", clock())
    await here.dispose()
    await there.dispose()


async def test_a_backup_of_an_older_schema_is_brought_to_the_current_one(
    elsewhere: AsyncEngine, clock: Clock, file: Path, tmp_path: Path
) -> None:
    old = open_engine(f"sqlite:///{file}")
    await schema.migrate(old, schema.revisions()[0])
    await old.dispose()
    await restore(elsewhere, file, clock, tmp_path)
    assert await schema.current(elsewhere) == schema.newest()


@pytest.mark.parametrize(
    ("content", "why"),
    [(None, "no file"), (b"not a database", "no backup"), (b"", "no backup"), ("9999", "schema 9999")],
)
async def test_what_is_no_backup_leaves_the_database_as_it_was(
    engine: AsyncEngine, sessions: Sessions, asha: Owner, clock: Clock, file: Path, tmp_path: Path,
    content: bytes | str | None, why: str,
) -> None:  # fmt: skip
    await asha.registers(udyam=udyam(1))
    before = await everything(sessions)
    if isinstance(content, str):
        await backups.take(engine, file)
        with sqlite3.connect(file) as database:
            database.execute("update alembic_version set version_num = ?", (content,))
    elif content is not None:
        write(file, content)
    with pytest.raises(backups.NotABackup, match=why):
        await restore(engine, file, clock, tmp_path)
    assert await everything(sessions) == before


async def test_a_backup_is_readable_by_its_owner_alone_and_whole_while_others_write(
    engine: AsyncEngine, sessions: Sessions, clock: Clock, file: Path
) -> None:
    async def come() -> None:
        for number in range(60):
            async with sessions.begin() as session:
                await people.meet(session, f"telegram:{number}", clock())
                await outbox.put(session, str(number), ["x"], clock())
            await asyncio.sleep(0)

    await asyncio.gather(come(), backups.take(engine, file))
    assert mode_of(file) == 0o600
    with sqlite3.connect(file) as database:
        [(met,)] = database.execute("select count(*) from people")
        [(told,)] = database.execute("select count(*) from replies")
    assert met == told
    assert [left.name for left in file.parent.iterdir() if "unfinished" in left.name] == []
