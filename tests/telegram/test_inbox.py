"""Every update is written down once, answered once, in the order of its chat."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from bot.app import open_app
from bot.bench.fake_telegram import FakeTelegram
from programme.identifiers.aadhaar import holds_aadhaar
from tests.bot.conftest import REGISTRATIONS
from tests.telegram.conftest import Chatter, Line, settings_for, until
from tests.telegram.echo import Echo

AADHAAR = "2345 6789 0124"


async def test_what_is_written_is_answered_and_nothing_of_it_stays(line: Line, asha: Chatter) -> None:
    asha.writes("hello <b>there</b> & you")
    await asha.hears("You said: hello <b>there</b> & you")
    await until(lambda: line.parts.delivering.waiting == 0)
    assert [row["content"] for row in await line.rows("select content from updates")] == [None]
    assert [(row["content"], row["status"]) for row in await line.rows("select * from replies")] == [(None, "sent")]


async def test_an_update_delivered_twice_is_answered_once(line: Line, asha: Chatter, echo: Echo) -> None:
    update = asha.writes("once")
    await asha.hears("once")
    line.fake.deliver(update)
    asha.writes("twice")
    await asha.hears("twice")
    assert echo.texts == ["once", "twice"]


async def test_messages_of_a_chat_are_answered_in_order_even_when_they_arrive_out_of_order(
    line: Line, asha: Chatter, echo: Echo
) -> None:
    echo.slow = 0.05
    asha.writes("first")
    await until(lambda: bool(line.parts.queues._tasks))
    later = [
        {"update_id": 5000 - number, "message": line.fake.message(101, text=str(5000 - number))} for number in range(5)
    ]
    line.fake.deliver(*later)
    await until(lambda: len(echo.heard) == 6)
    assert echo.texts[1:] == ["4996", "4997", "4998", "4999", "5000"]


async def test_a_slow_turn_of_one_holds_up_nobody_else(line: Line, asha: Chatter, ravi: Chatter, echo: Echo) -> None:
    echo.slow = 0.4
    asha.writes("one")
    asha.writes("two")
    await asyncio.sleep(0.1)
    ravi.writes("three")
    await ravi.hears("three")
    assert not [message for message in line.fake.to(101) if "two" in message.text]


async def test_an_aadhaar_number_never_reaches_the_database(line: Line, asha: Chatter, echo: Echo) -> None:
    echo.slow = 0.3
    asha.writes(f"my number is {AADHAAR}")
    await until(lambda: bool(line.parts.queues._tasks))
    [row] = await line.rows("select content from updates")
    assert "6789" not in row["content"]
    await asha.hears("aadhaar_shared")


async def test_a_phone_number_asked_for_is_no_aadhaar_number(line: Line, asha: Chatter) -> None:
    asha.writes("+91 98765 43210")
    await asha.hears("+91 98765 43210")


async def test_after_a_stop_what_was_left_is_answered(line: Line, asha: Chatter, echo: Echo) -> None:
    await line.stop()
    asha.writes("while you were away")
    async with line.app.surroundings.sessions.begin() as session:
        from programme.inbox import Arrival, write_down

        content = '{"kind": "text", "chat": "101", "text": "written down, not answered"}'
        await write_down(session, [Arrival(900, "101", 1, content)], line.app.surroundings.now())
    await line.start()
    await asha.hears("written down, not answered")
    await asha.hears("while you were away")


async def test_a_reply_that_was_not_delivered_goes_out_after_a_restart(line: Line, asha: Chatter) -> None:
    await line.stop()

    async def leave(session: Any) -> None:
        from programme import outbox

        await outbox.put(session, "101", ['{"text": "left behind"}'], line.app.surroundings.now())

    await line.change(leave)
    await line.start()
    await asha.hears("left behind")


async def test_a_turn_that_fails_is_apologised_for_and_writes_nothing(line: Line, asha: Chatter, echo: Echo) -> None:
    echo.failing = [RuntimeError("what she wrote")]
    asha.writes("hello")
    await asha.hears("could not save")
    assert await line.rows("select * from people") == []
    asha.writes("again")
    await asha.hears("You said: again")


async def test_a_reply_and_the_end_of_its_update_are_one_transaction(line: Line, asha: Chatter) -> None:
    asha.writes("hello")
    await asha.hears("hello")
    rows = await line.rows("select u.done_at, r.created_at from updates u, replies r")
    assert rows[0]["done_at"] is not None


@pytest.mark.parametrize("number", [60])
async def test_a_flood_is_slowed_told_once_and_noticed_by_nobody_else(
    line: Line, asha: Chatter, ravi: Chatter, fake: FakeTelegram, number: int
) -> None:
    for index in range(number):
        asha.writes(f"flood {index}")
    await asyncio.sleep(0.1)
    began = asyncio.get_running_loop().time()
    ravi.writes("hello")
    await ravi.hears("hello")
    assert asyncio.get_running_loop().time() - began < 0.5
    await asha.hears(f"flood {number - 1}")
    assert len([message for message in fake.to(101) if "faster than I can answer" in message.text]) == 1
    assert len(fake.to(101)) == number + 1


async def test_hundreds_of_messages_of_one_person_cost_the_others_nothing(sqlite_url: str, echo: Echo) -> None:
    """At Telegram's own pace: one a second in a chat. Asha sends 300 at once; ten others write meanwhile."""
    async with FakeTelegram().serving() as fake, open_app(settings_for(fake, sqlite_url)) as app:
        line = Line(app, fake, echo)
        await line.start()
        others = [Chatter(number, fake) for number in range(1, 11)]
        calm = await _slowest_of(others, "before")
        for index in range(300):
            fake.writes(101, f"flood {index}")
        await until(lambda: not fake.unacknowledged())
        await asyncio.sleep(1.0)  # every other's own second is over
        flooded = await _slowest_of(others, "meanwhile")
        await until(lambda: any("faster than I can answer" in message.text for message in fake.to(101)))
        told = [message for message in fake.to(101) if "faster than I can answer" in message.text]
        print(f"the slowest of ten others: {calm:.3f} s before, {flooded:.3f} s during a flood of 300 messages")
        assert flooded < calm + 0.3
        assert len(told) == 1
        assert len(fake.to(101)) < 20
        assert not fake.broken
        await line.stop()


async def _slowest_of(chatters: list[Chatter], text: str) -> float:
    began = time.monotonic()
    for chatter in chatters:
        chatter.writes(text)
    return max([(await chatter.hears(text)).at - began for chatter in chatters])


@pytest.mark.model
async def test_a_number_with_91_before_it_is_a_phone_where_one_was_asked_for(mitra: Line, asha: Chatter) -> None:
    joined = next(f"9198765{number:05d}" for number in range(100_000) if holds_aadhaar(f"9198765{number:05d}"))
    for text in REGISTRATIONS["en"][:8]:
        asha.writes(text)
    await mitra.has_answered(8)
    asha.writes(joined)
    await mitra.has_answered(9)
    assert [row["phone"] for row in await mitra.rows("select phone from people")] == [joined[2:]]


@pytest.mark.parametrize("how", [500, 429, 409, 0.1, "drop"])
async def test_a_fetch_that_fails_loses_nothing(line: Line, asha: Chatter, how: object) -> None:
    asha.writes("one")
    await asha.hears("one")
    line.fake.failing_polls.append(how)
    asha.writes("two")
    asha.writes("three")
    await asha.hears("two")
    await asha.hears("three")
