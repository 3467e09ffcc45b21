"""Tables as rows for staff: every column by its name, nothing of people who were erased."""

from __future__ import annotations

import json
from typing import Any

import pytest

from programme import erasure, exports, people
from programme.exports import NoSuchTable
from programme.messages import NOT_UNDERSTOOD, ask_staff
from programme.schema import metadata
from programme.store import Sessions
from tests.conftest import Clock
from tests.programme.conftest import Holding
from tests.programme.owners import Owner, udyam

PROMISED = ("people", "consents", "businesses", "workshops", "enrolments", "messages", "questions", "audit")


async def export(sessions: Sessions, table: str) -> list[dict[str, Any]]:
    async with sessions() as session:
        return await exports.rows(session, table)


@pytest.mark.parametrize("table", PROMISED)
async def test_an_empty_table_is_no_rows(sessions: Sessions, table: str) -> None:
    assert await export(sessions, table) == []


async def test_rows_come_by_column_name_oldest_first_and_can_be_written_as_json(
    sessions: Sessions, asha: Owner, meena: Owner, clock: Clock
) -> None:
    await asha.registers(udyam=udyam(1))
    await meena.registers(owner_name="Meena")
    both = await export(sessions, "people")
    assert [row["name"] for row in both] == ["Asha Patel", "Meena"]
    assert (both[0]["created_at"], both[0]["phone"]) == (clock().isoformat(), "9893012345")
    businesses = await export(sessions, "businesses")
    assert [row["udyam"] for row in businesses] == [udyam(1), None]
    assert set(businesses[0]) == {column.name for column in metadata().tables["businesses"].columns}
    assert json.loads(json.dumps(businesses)) == businesses


async def test_erased_people_are_left_out_of_every_table(
    sessions: Sessions, asha: Owner, meena: Owner, clock: Clock
) -> None:
    for owner in (asha, meena):
        await owner.registers()
        await owner.is_heard("hello")
    async with sessions.begin() as session:
        person = await people.meet(session, asha.key, clock())
        ask_staff(session, person_id=person.id, kind=NOT_UNDERSTOOD, text="what?", language="hi", now=clock())
        await erasure.erase(session, person, actor="person:1", now=clock())
    (left,) = await export(sessions, "people")
    assert left["address"] == "1002"
    for table in ("consents", "businesses", "messages"):
        assert {row["person_id"] for row in await export(sessions, table)} == {left["id"]}, table


async def test_questions_of_strangers_are_exported(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        ask_staff(session, person_id=None, kind=NOT_UNDERSTOOD, text="what?", language="hi", now=clock())
    assert [row["text"] for row in await export(sessions, "questions")] == ["what?"]


@pytest.mark.parametrize(
    "table", ["peoples", "trackers", "interviews", "alembic_version", "people; DROP TABLE people", ""]
)
async def test_a_table_that_is_not_offered_is_refused_with_those_that_are(sessions: Sessions, table: str) -> None:
    with pytest.raises(NoSuchTable) as raised:
        await export(sessions, table)
    assert all(name in str(raised.value) for name in PROMISED)


async def test_workshops_are_exported_with_their_texts(sessions: Sessions, hold_workshop: Holding) -> None:
    await hold_workshop(titles={"en": "Packaging", "hi": "पैकेजिंग"})
    (row,) = await export(sessions, "workshops")
    assert (row["titles"], row["languages"]) == ({"en": "Packaging", "hi": "पैकेजिंग"}, ["hi"])
