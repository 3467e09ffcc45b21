"""Inbox and outbox, on both databases."""

from __future__ import annotations

from datetime import timedelta

from programme import inbox, outbox
from programme.inbox import Arrival
from programme.store import Sessions
from tests.bot.conftest import Clock

FIRST = Arrival(7_000_000_000, "101", 1, '{"kind": "text"}')
SECOND = Arrival(7_000_000_001, "-1001234567890", None, "{}")


async def test_an_update_is_written_down_once_however_often_it_comes(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        assert [row.update_id for row in await inbox.write_down(session, [SECOND, FIRST], clock.now())] == [
            7_000_000_000,
            7_000_000_001,
        ]
    async with sessions.begin() as session:
        assert await inbox.write_down(session, [FIRST, SECOND], clock.now()) == []
        assert await inbox.write_down(session, [], clock.now()) == []
        assert [row.chat for row in await inbox.waiting(session)] == ["101", "-1001234567890"]


async def test_what_is_answered_is_blank_and_is_no_longer_corrected(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        [row] = await inbox.write_down(session, [FIRST], clock.now())
        await inbox.correct(session, row.id, "changed")
    async with sessions.begin() as session:
        assert [one.content for one in await inbox.waiting(session)] == ["changed"]
        await inbox.finish(session, row.id, clock.now())
        await inbox.correct(session, row.id, "too late")
    async with sessions.begin() as session:
        left = await session.get_one(inbox.Update, row.id)
        assert (left.content, left.done_at) == (None, clock.now())
        await inbox.forget_done(session, clock.now() + timedelta(seconds=1))
    async with sessions() as session:
        assert await session.get(inbox.Update, row.id) is None


async def test_who_is_unreachable_gets_nothing_more_until_back(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        mine = await outbox.put(session, "101", ["one", "two"], clock.now())
        await outbox.put(session, "202", ["three"], clock.now())
        await outbox.record(session, [mine[0].id], outbox.SENT, clock.now())
    for _twice in range(2):
        async with sessions.begin() as session:
            await outbox.mark_unreachable(session, "101", clock.now())
    async with sessions.begin() as session:
        assert [row.content for row in await outbox.waiting(session)] == ["three"]
        await session.refresh(await session.get_one(outbox.Outgoing, mine[1].id))
        assert (await session.get_one(outbox.Outgoing, mine[1].id)).status == outbox.UNREACHABLE
        await outbox.mark_reachable(session, "101")
    async with sessions() as session:
        assert await session.get(outbox.UnreachableChat, "101") is None
