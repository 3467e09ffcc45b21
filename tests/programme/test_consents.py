"""Consent is versioned, separate for each purpose, withdrawn in one step, and stays as proof."""

from __future__ import annotations

import pytest

from programme import consents, people
from programme.consents import NEWS, NOTICE_VERSION, PROMOTIONS, PURPOSES, REGISTRATION, REMINDERS
from programme.people import Consent, Person
from programme.store import Sessions
from tests.conftest import Clock

HASH = "ab" * 32


@pytest.fixture
async def asha_met(sessions: Sessions, clock: Clock) -> str:
    async with sessions.begin() as session:
        person = await people.meet(session, "telegram:1", clock())
        people.speak(person, "ta", chosen=True)
    return person.key


async def proof(sessions: Sessions, key: str) -> list[Consent]:
    async with sessions() as session:
        person = await people.find(session, key)
        assert person is not None
        return list(person.consents)


async def answer(sessions: Sessions, key: str, clock: Clock, purpose: str, *, given: bool) -> Person:
    async with sessions.begin() as session:
        person = await people.meet(session, key, clock())
        consents.record(person, purpose, given=given, text_hash=HASH, now=clock())
        return person


async def withdraw(sessions: Sessions, key: str, clock: Clock, *purposes: str) -> int:
    async with sessions.begin() as session:
        return consents.withdraw(await people.meet(session, key, clock()), purposes, clock())


async def test_a_yes_is_kept_with_what_was_agreed_to_and_how(sessions: Sessions, clock: Clock, asha_met: str) -> None:
    await answer(sessions, asha_met, clock, REGISTRATION, given=True)
    (yes,) = await proof(sessions, asha_met)
    assert (yes.purpose, yes.given, yes.version, yes.language) == (REGISTRATION, True, NOTICE_VERSION, "ta")
    assert (yes.text_hash, yes.adult, yes.at, yes.withdrawn_at) == (HASH, True, clock(), None)


async def test_without_an_answer_nothing_is_in_force(sessions: Sessions, clock: Clock, asha_met: str) -> None:
    async with sessions() as session:
        person = await people.meet(session, asha_met, clock())
        assert not any(consents.in_force(person, purpose) for purpose in PURPOSES)


async def test_each_purpose_is_agreed_to_by_itself(sessions: Sessions, clock: Clock, asha_met: str) -> None:
    await answer(sessions, asha_met, clock, REGISTRATION, given=True)
    person = await answer(sessions, asha_met, clock, REMINDERS, given=True)
    in_force = [purpose for purpose in PURPOSES if consents.in_force(person, purpose)]
    assert in_force == [REGISTRATION, REMINDERS]
    assert [consent.adult for consent in person.consents] == [True, False]  # asked with the registration only


async def test_a_withdrawal_ends_consent_and_keeps_the_proof(sessions: Sessions, clock: Clock, asha_met: str) -> None:
    given_at = clock()
    await answer(sessions, asha_met, clock, REGISTRATION, given=True)
    clock.passes(days=2)
    assert await withdraw(sessions, asha_met, clock, REGISTRATION, NEWS) == 1
    (was,) = await proof(sessions, asha_met)
    assert (was.given, was.at, was.withdrawn_at, was.is_in_force()) == (True, given_at, clock(), False)
    assert await withdraw(sessions, asha_met, clock, REGISTRATION) == 0


async def test_withdrawing_one_purpose_leaves_the_others(sessions: Sessions, clock: Clock, asha_met: str) -> None:
    for purpose in PURPOSES:
        await answer(sessions, asha_met, clock, purpose, given=True)
    await withdraw(sessions, asha_met, clock, NEWS)
    in_force = [consent.purpose for consent in await proof(sessions, asha_met) if consent.is_in_force()]
    assert in_force == [REGISTRATION, REMINDERS, PROMOTIONS]


async def test_consent_can_be_given_again_after_a_withdrawal(sessions: Sessions, clock: Clock, asha_met: str) -> None:
    await answer(sessions, asha_met, clock, REGISTRATION, given=True)
    await withdraw(sessions, asha_met, clock, REGISTRATION)
    clock.passes(days=1)
    person = await answer(sessions, asha_met, clock, REGISTRATION, given=True)
    assert consents.in_force(person, REGISTRATION)
    assert [consent.is_in_force() for consent in await proof(sessions, asha_met)] == [False, True]


async def test_a_later_no_ends_an_earlier_yes(sessions: Sessions, clock: Clock, asha_met: str) -> None:
    await answer(sessions, asha_met, clock, NEWS, given=True)
    person = await answer(sessions, asha_met, clock, NEWS, given=False)
    assert not consents.in_force(person, NEWS)
    assert [consent.is_in_force() for consent in await proof(sessions, asha_met)] == [False, False]
