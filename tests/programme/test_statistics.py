"""The funnel counts what was committed, and everybody once."""

from __future__ import annotations

from programme import consents, enrolments, erasure, people, statistics
from programme.messages import NOT_UNDERSTOOD, ask_staff
from programme.store import Sessions
from tests.conftest import Clock
from tests.programme.conftest import Holding
from tests.programme.owners import Owner


async def funnel(sessions: Sessions) -> dict[str, int]:
    async with sessions() as session:
        return await statistics.funnel(session)


async def test_of_an_empty_database_every_count_is_nought(sessions: Sessions) -> None:
    assert set((await funnel(sessions)).values()) == {0}


async def test_everybody_is_counted_once_and_as_far_as_she_came(
    sessions: Sessions, clock: Clock, asha: Owner, meena: Owner, ravi: Owner, hold_workshop: Holding
) -> None:
    await asha.registers()
    await asha.agrees()  # to the notice once more
    await asha.begins()
    await meena.comes_to("phone")
    workshop = await hold_workshop(seats=1)
    await hold_workshop(status="cancelled")
    async with sessions.begin() as session:
        await people.meet(session, ravi.key, clock())
        for key in (asha.key, meena.key):
            await enrolments.book(session, await people.meet(session, key, clock()), workshop, clock())
        ask_staff(session, person_id=None, kind=NOT_UNDERSTOOD, text="what?", language="hi", now=clock())
    assert await funnel(sessions) == {
        "people": 3, "agreed": 2, "registrations_begun": 2, "businesses_registered": 1, "owned_by_women": 1,
        "came_by_invitation": 0,
        "sell_online": 0, "workshops_open": 1, "seats_booked": 1, "waiting": 1, "questions_open": 1, "erased": 0,
    }  # fmt: skip


async def test_who_withdrew_or_was_erased_no_longer_agrees(
    sessions: Sessions, clock: Clock, asha: Owner, meena: Owner, ravi: Owner
) -> None:
    for owner in (asha, meena, ravi):
        await owner.agrees()
    async with sessions.begin() as session:
        consents.withdraw(await people.meet(session, asha.key, clock()), consents.PURPOSES, clock())
        await erasure.erase(session, await people.meet(session, meena.key, clock()), actor="person:2", now=clock())
    counted = await funnel(sessions)
    assert (counted["people"], counted["agreed"], counted["erased"]) == (2, 1, 1)


async def test_a_later_no_counts(sessions: Sessions, clock: Clock, asha: Owner) -> None:
    await asha.agrees()
    async with sessions.begin() as session:
        person = await people.meet(session, asha.key, clock())
        consents.record(person, consents.REGISTRATION, given=False, text_hash="0" * 64, now=clock())
    assert (await funnel(sessions))["agreed"] == 0
