"""People are met once, under the key of their conversation, and nothing is kept of a stranger but that."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from programme import people
from programme.people import Person, split_key
from programme.store import Sessions
from tests.conftest import Clock


async def how_many(sessions: Sessions) -> int:
    async with sessions() as session:
        return int((await session.execute(select(func.count(Person.id)))).scalar_one())


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("telegram:42", ("telegram", "42")),
        ("terminal:asha", ("terminal", "asha")),
        ("terminal:a:b", ("terminal", "a:b")),
        ("default", ("rest", "default")),
    ],
)
def test_a_key_is_a_channel_and_an_address(key: str, parts: tuple[str, str]) -> None:
    assert split_key(key) == parts


async def test_of_a_stranger_only_the_address_is_kept(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        await people.meet(session, "telegram:42", clock())
    async with sessions() as session:
        person = await people.find(session, "telegram:42")
        assert person is not None
        assert (person.key, person.created_at, person.seen_at) == ("telegram:42", clock(), clock())
        assert (person.name, person.phone, person.language, person.consents, person.shown) == (None, None, None, [], [])


async def test_meeting_again_finds_the_same_person(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        first = await people.meet(session, "telegram:42", clock())
        assert await people.meet(session, "telegram:42", clock()) is first
    async with sessions.begin() as session:
        assert (await people.meet(session, "telegram:42", clock.passes(days=1))).id == first.id
    assert await how_many(sessions) == 1


async def test_the_same_address_on_another_channel_is_another_person(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        one = await people.meet(session, "telegram:42", clock())
        other = await people.meet(session, "terminal:42", clock())
        assert one.id != other.id
    assert await how_many(sessions) == 2


async def test_nobody_is_found_who_was_not_met(sessions: Sessions) -> None:
    async with sessions() as session:
        assert await people.find(session, "telegram:42") is None


async def test_two_first_messages_at_once_meet_one_person(sessions: Sessions, clock: Clock) -> None:
    async def says_hello() -> int:
        async with sessions.begin() as session:
            person = await people.meet(session, "telegram:42", clock())
            await asyncio.sleep(0)
            return person.id

    assert len(set(await asyncio.gather(*(says_hello() for _each in range(5))))) == 1
    assert await how_many(sessions) == 1


async def test_after_a_rollback_a_person_is_met_anew(sessions: Sessions, clock: Clock) -> None:
    async with sessions() as session:
        await people.meet(session, "telegram:42", clock())
        await session.rollback()
        await people.meet(session, "telegram:42", clock())
        await session.commit()
    assert await how_many(sessions) == 1


async def test_one_address_cannot_be_two_people(sessions: Sessions, clock: Clock) -> None:
    async with sessions() as session:
        session.add_all(Person(channel="telegram", address="42", created_at=clock(), seen_at=clock()) for _each in "ab")
        with pytest.raises(IntegrityError):
            await session.commit()


async def test_an_id_is_never_given_again(sessions: Sessions, clock: Clock) -> None:
    """The audit trail speaks of people by it."""
    async with sessions.begin() as session:
        gone = await people.meet(session, "telegram:42", clock())
        await session.delete(gone)
    async with sessions.begin() as session:
        assert (await people.meet(session, "telegram:43", clock())).id > gone.id


async def test_a_chosen_language_stays_chosen(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        person = await people.meet(session, "telegram:42", clock())
        people.speak(person, "ta", chosen=True)
        people.speak(person, "hi", chosen=False)
    async with sessions() as session:
        kept = await people.find(session, "telegram:42")
        assert kept is not None
        assert (kept.language, kept.language_chosen) == ("hi", True)
