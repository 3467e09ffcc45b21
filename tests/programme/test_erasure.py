"""Erasing a person leaves nothing that tells who she is, and giving her a copy leaves nothing out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from programme import audit, consents, enrolments, erasure, people
from programme.inbox import Update
from programme.messages import PERSON_WANTED, Question, ask_staff
from programme.outbox import SENT, Outgoing, mark_unreachable
from programme.people import Consent, Person
from programme.store import Sessions
from programme.trackers import StoredTracker
from tests.conftest import Clock
from tests.programme.conftest import Holding
from tests.programme.owners import Owner, gstin, udyam
from tests.programme.rows import everything, rows_of

NUMBERS = {"udyam": udyam(4242), "gstin": gstin(4242)}
TELLING = ("Asha", "आशा", "Patel", "Pickles", "mango", "9893012345", "98930", "1001", udyam(4242), gstin(4242), "4242")


@pytest.fixture
async def known_asha(asha: Owner, sessions: Sessions, clock: Clock, hold_workshop: Holding) -> Owner:
    """Asha has left a trace in every table: two businesses, one a draft, seats, messages, questions, a tracker."""
    await asha.registers(**NUMBERS)
    await asha.begins(state="IN-MP", products="Asha mango papad")
    await asha.answers("name", name="Asha Sarees")
    await asha.is_heard("मैं आशा पटेल, 98930 12345")
    for seats in (1, 5):
        await book(sessions, clock, asha.key, await hold_workshop(seats=seats))
    async with sessions.begin() as session:
        person = await people.meet(session, asha.key, clock())
        consents.record(person, consents.REMINDERS, given=True, text_hash="c" * 64, now=clock())
        person.shown = [{"label": "Asha Pickles", "payload": "/x"}]
        ask_staff(session, person_id=person.id, kind=PERSON_WANTED, text="Asha, 9893012345", language="hi", now=clock())
        session.add(StoredTracker(sender_id=asha.key, state='{"slots": {"name": "Asha"}}', updated_at=clock()))
        session.add(Update(update_id=1, chat="1001", received_at=clock(), done_at=clock()))
        session.add(Outgoing(chat="1001", status=SENT, created_at=clock(), done_at=clock()))
        await mark_unreachable(session, "1001", clock())
    return asha


async def book(sessions: Sessions, clock: Clock, key: str, workshop: int) -> str:
    async with sessions.begin() as session:
        person = await people.meet(session, key, clock())
        return str((await enrolments.book(session, person, workshop, clock())).answer)


async def erase(sessions: Sessions, clock: Clock, key: str, actor: str = "person:1") -> Any:
    async with sessions.begin() as session:
        person = await people.find(session, key)
        assert person is not None
        return await erasure.erase(session, person, actor=actor, now=clock())


async def test_nothing_in_any_table_tells_who_she_was(known_asha: Owner, sessions: Sessions, clock: Clock) -> None:
    before = await everything(sessions)
    assert [word for word in TELLING if word not in before] == []
    await erase(sessions, clock, known_asha.key)
    after = await everything(sessions)
    assert [word for word in TELLING if word in after] == []


async def test_her_consents_stay_sealed_for_a_year(known_asha: Owner, sessions: Sessions, clock: Clock) -> None:
    given_at = clock()
    gone_at = await erase(sessions, clock, known_asha.key, actor="staff:7")
    assert gone_at == clock() + timedelta(days=365)
    async with sessions() as session:
        (sealed,) = await session.scalars(select(Person))
        assert (sealed.channel, sealed.erased_at, sealed.purge_at) == ("erased", clock(), gone_at)
        assert len(sealed.address) == 32
        kept = list(await session.scalars(select(Consent)))
        assert [(one.purpose, one.given, one.at, one.withdrawn_at) for one in kept] == [
            (consents.REGISTRATION, True, given_at, clock()),
            (consents.REMINDERS, True, given_at, clock()),
        ]
        acts = [(act.actor, act.act, act.subject) for act in await session.scalars(select(audit.Act))]
        assert acts[-1] == ("staff:7", "erase", f"person:{sealed.id}")


async def test_only_the_sealed_person_the_consents_the_trail_and_an_empty_question_remain(
    known_asha: Owner, sessions: Sessions, clock: Clock
) -> None:
    await erase(sessions, clock, known_asha.key)
    for table in ("businesses", "interviews", "enrolments", "messages", "trackers"):
        assert await rows_of(sessions, table) == [], table
    async with sessions() as session:
        (question,) = await session.scalars(select(Question))
        assert (question.person_id, question.text) == (None, "")


async def test_what_still_waits_to_be_delivered_to_her_is_delivered(
    known_asha: Owner, sessions: Sessions, clock: Clock
) -> None:
    """The farewell, and the message that asked for it."""
    async with sessions.begin() as session:
        session.add(Update(update_id=2, chat="1001", received_at=clock()))
        session.add(Outgoing(chat="1001", created_at=clock()))
    await erase(sessions, clock, known_asha.key)
    for table in ("updates", "replies"):
        assert sorted(row["chat"] for row in await rows_of(sessions, table)) == ["", "1001"], table


async def test_a_chat_of_the_same_number_on_another_channel_is_not_hers(
    known_asha: Owner, sessions: Sessions, clock: Clock
) -> None:
    async with sessions.begin() as session:
        await people.meet(session, "terminal:1001", clock())
    await erase(sessions, clock, "terminal:1001")
    assert [row["chat"] for row in await rows_of(sessions, "updates")] == ["1001"]


async def test_others_keep_all_that_is_theirs(
    known_asha: Owner, meena: Owner, sessions: Sessions, clock: Clock, hold_workshop: Holding
) -> None:
    await meena.registers(owner_name="Meena", name="Meena Crafts", udyam=udyam(2))
    await meena.is_heard("I am Meena")
    workshop = await hold_workshop(seats=5)
    await book(sessions, clock, meena.key, workshop)
    await erase(sessions, clock, known_asha.key)
    assert ((await meena.kept())["name"], (await meena.kept())["udyam"]) == ("Meena Crafts", udyam(2))
    assert [row["text"] for row in await rows_of(sessions, "messages")] == ["I am Meena"]
    assert [row["status"] for row in await rows_of(sessions, "enrolments")] == ["booked"]


async def test_her_seats_go_to_who_waits(known_asha: Owner, meena: Owner, sessions: Sessions, clock: Clock) -> None:
    await meena.agrees()
    assert await book(sessions, clock, meena.key, 1) == "waitlisted"
    await erase(sessions, clock, known_asha.key)
    (row,) = await rows_of(sessions, "enrolments")
    assert (row["person_id"], row["status"]) == ((await meena.person()).id, "offered")


async def test_she_can_come_back_as_a_stranger_and_register_the_same_numbers(
    known_asha: Owner, sessions: Sessions, clock: Clock
) -> None:
    first = await known_asha.person()
    await erase(sessions, clock, known_asha.key)
    clock.passes(days=1)
    await known_asha.registers(**NUMBERS)
    again = await known_asha.person()
    assert again.id > first.id
    assert [business.udyam for business in await known_asha.businesses()] == [udyam(4242)]
    assert len(again.consents) == 1


async def test_in_the_turn_of_the_erasure_she_is_met_as_a_stranger(
    known_asha: Owner, sessions: Sessions, clock: Clock
) -> None:
    """What ends that turn must not write to the sealed record."""
    async with sessions.begin() as session:
        person = await people.meet(session, known_asha.key, clock())
        await erasure.erase(session, person, actor="person:1", now=clock())
        stranger = await people.meet(session, known_asha.key, clock())
        assert stranger is not person
        assert (stranger.name, stranger.consents) == (None, [])


async def test_of_who_never_consented_nothing_remains(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        await people.meet(session, "telegram:777", clock())
    assert await erase(sessions, clock, "telegram:777") is None
    assert await rows_of(sessions, "people") == []


async def test_in_the_turn_that_erases_a_stranger_she_is_met_anew(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        person = await people.meet(session, "telegram:777", clock())
        await erasure.erase(session, person, actor="person:1", now=clock())
        people.speak(await people.meet(session, "telegram:777", clock()), "ta", chosen=True)
    (row,) = await rows_of(sessions, "people")
    assert (row["address"], row["language"]) == ("777", "ta")


async def test_an_erasure_that_fails_erases_nothing(known_asha: Owner, sessions: Sessions, clock: Clock) -> None:
    async def fails() -> None:
        async with sessions.begin() as session:
            person = await people.meet(session, known_asha.key, clock())
            await erasure.erase(session, person, actor="person:1", now=clock())
            raise RuntimeError

    before = await everything(sessions)
    with pytest.raises(RuntimeError):
        await fails()
    assert await everything(sessions) == before


async def test_erasures_at_once_do_not_block_each_other(
    sessions: Sessions, clock: Clock, hold_workshop: Holding
) -> None:
    """All hold seats in the same workshops, which begin in another order than they were set up in."""
    workshops = [await hold_workshop(seats=4, days=days) for days in (9, 3, 7, 5)]
    keys = [f"telegram:{number}" for number in range(4)]
    for key in keys:
        for workshop in workshops:
            assert await book(sessions, clock, key, workshop) == "booked"
    await asyncio.gather(*(erase(sessions, clock, key) for key in keys))
    assert await rows_of(sessions, "enrolments") == []
    assert await rows_of(sessions, "people") == []


@pytest.fixture
async def copy(known_asha: Owner, sessions: Sessions, clock: Clock) -> AsyncIterator[dict[str, Any]]:
    async with sessions() as session:
        yield await erasure.export(session, await people.meet(session, known_asha.key, clock()))


async def test_her_copy_holds_all_that_tells_who_she_is(copy: dict[str, Any]) -> None:
    text = json.dumps(copy, ensure_ascii=False)
    assert [word for word in TELLING if word not in text] == []
    assert set(copy) == {
        "person", "consents", "businesses", "workshops", "reminders", "deliveries", "invitation", "messages", "questions",
    }  # fmt: skip
    assert [business["status"] for business in copy["businesses"]] == ["registered", "draft"]
    assert copy["businesses"][0]["size"] == "micro"
    assert [workshop["title"] for workshop in copy["workshops"]] == ["Packaging", "Packaging"]


async def test_times_in_her_copy_say_their_zone(copy: dict[str, Any], clock: Clock) -> None:
    assert copy["person"]["created_at"] == clock().isoformat() == "2026-11-23T06:30:00+00:00"


async def test_her_copy_holds_nothing_of_others(
    known_asha: Owner, meena: Owner, sessions: Sessions, clock: Clock
) -> None:
    await meena.registers(owner_name="Meena", name="Meena Crafts", udyam=udyam(2))
    await meena.is_heard("I am Meena")
    async with sessions() as session:
        copy = await erasure.export(session, await people.meet(session, known_asha.key, clock()))
    assert "Meena" not in json.dumps(copy)
