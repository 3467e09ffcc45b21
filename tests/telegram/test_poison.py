"""No update, however it is made, ends the process, holds up those behind it, or comes again and again."""

from __future__ import annotations

import asyncio
import copy
import itertools
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import open_app
from bot.bench.fake_telegram import FakeTelegram
from programme import staff
from tests.telegram.conftest import Chatter, Line, settings_for, until
from tests.telegram.echo import Echo
from tests.telegram.poison import NO_UPDATES, POISONED, SKELETONS

AT_ONCE = 25
MANY = 2_000
numbers = itertools.count(1)


@pytest.fixture
async def open_line(database_url: str, engine: object) -> AsyncIterator[Line]:
    """A line without limits, on both kinds of database, with a member of staff among those who write."""
    async with (
        FakeTelegram(overall=0, per_chat=0.0).serving() as fake,
        open_app(settings_for(fake, database_url)) as app,
    ):
        async with app.surroundings.sessions.begin() as session:
            await staff.appoint(session, "telegram:77", "Meera", staff.EDITOR, app.surroundings.now())
        line = Line(app, fake, Echo())
        await line.start(polls=False)
        yield line
        await line.stop()


def numbered(updates: list[Any]) -> list[Any]:
    """Each with a number of its own, but for what is no update or has an odd one."""
    return [{"update_id": next(numbers), **copy.copy(one)} if isinstance(one, dict) and "update_id" not in one and one else one for one in updates]  # fmt: skip


async def all_are_done(line: Line, updates: list[Any]) -> None:
    await line.parts.receiving.receive(updates)
    async with asyncio.timeout(60):
        while await line.rows("select id from updates where done_at is null"):
            await asyncio.sleep(0.002)


BATCHES = st.lists(POISONED | NO_UPDATES, min_size=AT_ONCE, max_size=AT_ONCE)


@pytest.mark.soak(part=6)  # hypothesis calls it flaky on a loaded machine
@given(BATCHES)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
async def test_every_update_is_written_down_answered_and_done(open_line: Line, updates: list[Any]) -> None:
    await all_are_done(open_line, numbered(updates))


@pytest.mark.soak(part=6)
@given(BATCHES)
@settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))
async def test_fifty_thousand_updates_are_written_down_answered_and_done(open_line: Line, updates: list[Any]) -> None:
    await all_are_done(open_line, numbered(updates))


@pytest.mark.parametrize("skeleton", SKELETONS, ids=range(len(SKELETONS)))
async def test_updates_as_they_should_be_are_read(open_line: Line, skeleton: dict[str, Any]) -> None:
    await open_line.parts.receiving.receive(numbered([skeleton]))
    [row] = await open_line.rows("select content, chat from updates")
    assert "unreadable" not in str(row["content"])


async def test_what_is_no_update_is_acknowledged_and_those_behind_it_come(line: Line, asha: Chatter) -> None:
    for content in (5, "x", {"chat": []}, {"chat": {"id": 2**70, "type": "private"}, "text": "x"}):
        line.fake.update(message=content)
    asha.writes("\ud800 namaste")
    await asha.hears("namaste")
    await until(lambda: line.fake.unacknowledged() == 0)


async def test_what_cannot_be_read_is_written_down_once_and_without_a_word(line: Line) -> None:
    poison = {"update_id": 5, "message": {"chat": "my shop is in Indore", "text": 5}}
    await line.parts.receiving.receive(
        [poison, poison, {"update_id": None, "secret": 1}, {"update_id": None, "secret": 1}]
    )
    await until(lambda: line.parts.queues.waiting == 0)
    rows = await line.rows("select update_id, chat, content from updates")
    assert len(rows) == 2
    assert "Indore" not in str(rows)


@pytest.mark.parametrize("text", ["STOP\x00", "S\x00TOP", "STOP\ud800", "\ud83dSTOP"])
async def test_half_characters_lose_no_message(open_line: Line, text: str) -> None:
    await all_are_done(open_line, numbered([{"message": {**SKELETONS[0]["message"], "text": text, "entities": []}}]))
    await until(lambda: any("STOP" in message.text for message in open_line.fake.sent))
