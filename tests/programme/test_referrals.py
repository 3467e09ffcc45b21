"""Invitations from owner to owner: counted, and told to nobody."""

from __future__ import annotations

from typing import Any

from programme import erasure, people, referrals, statistics
from programme.businesses import REGISTERED, Business
from programme.store import Sessions
from tests.conftest import Clock
from tests.programme.owners import Owner
from tests.programme.rows import everything


async def invite(sessions: Sessions, clock: Clock, owner: Owner) -> str:
    async with sessions.begin() as session:
        return (await referrals.link_of(session, await people.meet(session, owner.key, clock()), clock())).code


async def follow(sessions: Sessions, clock: Clock, owner: Owner, code: str) -> None:
    async with sessions.begin() as session:
        await referrals.note_registration(session, await people.meet(session, owner.key, clock()), code, clock())


async def erase(sessions: Sessions, clock: Clock, owner: Owner) -> None:
    async with sessions.begin() as session:
        await erasure.erase(session, await people.meet(session, owner.key, clock()), actor="person:1", now=clock())


async def copy_of(sessions: Sessions, owner: Owner) -> dict[str, Any]:
    async with sessions() as session:
        person = await people.find(session, owner.key)
        assert person is not None
        return dict((await erasure.export(session, person))["invitation"])


async def came_by_invitation(sessions: Sessions) -> int:
    async with sessions() as session:
        return (await statistics.funnel(session))["came_by_invitation"]


async def test_a_friend_who_registers_is_counted_once_and_neither_learns_of_the_other(
    sessions: Sessions, clock: Clock, asha: Owner, meena: Owner
) -> None:
    code = await invite(sessions, clock, asha)
    assert await invite(sessions, clock, asha) == code
    await meena.registers()
    for _twice in range(2):
        await follow(sessions, clock, meena, code)
    assert await came_by_invitation(sessions) == 1
    assert (await copy_of(sessions, asha))["own"]["registered"] == 1
    assert code not in str(await copy_of(sessions, meena))


async def test_who_follows_her_own_link_an_unknown_one_or_is_registered_already_is_not_counted(
    sessions: Sessions, clock: Clock, asha: Owner, meena: Owner
) -> None:
    code = await invite(sessions, clock, asha)
    await asha.registers()
    await follow(sessions, clock, asha, code)
    await meena.registers()
    async with sessions.begin() as session:
        person = await people.meet(session, meena.key, clock())
        session.add(Business(person_id=person.id, status=REGISTERED, created_at=clock(), updated_at=clock()))
    await follow(sessions, clock, meena, code)
    await follow(sessions, clock, meena, "nobody-gave-this-out")
    assert await came_by_invitation(sessions) == 0


async def test_an_erased_inviter_leaves_a_count_and_no_link(
    sessions: Sessions, clock: Clock, asha: Owner, meena: Owner
) -> None:
    code = await invite(sessions, clock, asha)
    await meena.registers()
    await follow(sessions, clock, meena, code)
    await erase(sessions, clock, asha)
    assert code not in await everything(sessions)
    assert await came_by_invitation(sessions) == 1
    async with sessions() as session:
        assert not await referrals.is_invitation(session, code)


async def test_an_erased_friend_is_no_longer_counted(
    sessions: Sessions, clock: Clock, asha: Owner, meena: Owner
) -> None:
    code = await invite(sessions, clock, asha)
    await meena.registers()
    await follow(sessions, clock, meena, code)
    await erase(sessions, clock, meena)
    assert await came_by_invitation(sessions) == 0
