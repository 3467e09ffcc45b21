"""The fake Bot API is as strict as Telegram: what breaks a rule of https://core.telegram.org/bots/api is refused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.bench.fake_telegram import TOKEN, FakeTelegram


@pytest.fixture
async def strict() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram().serving() as fake:
        yield fake


async def call(fake: FakeTelegram, method: str, token: str = TOKEN, **fields: Any) -> tuple[int, dict[str, Any]]:
    async with (
        ClientSession() as session,
        session.post(f"{fake.address}/bot{token}/{method}", json=fields) as response,
    ):
        return response.status, await response.json()


async def send(fake: FakeTelegram, chat: int, text: str = "hello", **fields: Any) -> int:
    return (await call(fake, "sendMessage", chat_id=chat, text=text, **fields))[0]


async def test_one_message_a_second_in_a_chat_and_silence_as_long_as_told(strict: FakeTelegram) -> None:
    assert await send(strict, 1) == 200
    status, answer = await call(strict, "sendMessage", chat_id=1, text="again")
    assert (status, answer["parameters"]) == (429, {"retry_after": 1})
    assert await send(strict, 1) == 429
    assert await send(strict, 2) == 200
    assert strict.broken == ["in one chat too fast"] * 2
    assert len(strict.sent) == 2


async def test_thirty_messages_a_second_over_all_chats(strict: FakeTelegram) -> None:
    assert [await send(strict, chat) for chat in range(31)] == [200] * 30 + [429]
    assert strict.broken == ["overall too fast"]


@pytest.mark.parametrize(
    ("text", "markup", "status"),
    [
        ("க" * 4096, {}, 200), ("க" * 4097, {}, 400), ("😀" * 2049, {}, 400), ("", {}, 400), ("  ", {}, 400),
        ("hello", {"inline_keyboard": [[{"text": "a", "callback_data": "க" * 21}]]}, 200),
        ("hello", {"inline_keyboard": [[{"text": "a", "callback_data": "க" * 22}]]}, 400),
        ("hello", {"inline_keyboard": [[{"text": "a", "callback_data": ""}]]}, 400),
    ],
)  # fmt: skip
async def test_texts_and_buttons_have_their_size(
    strict: FakeTelegram, text: str, markup: dict[str, Any], status: int
) -> None:
    assert await send(strict, 1, text, reply_markup=markup) == status


async def test_who_is_gone_and_what_moved(strict: FakeTelegram) -> None:
    strict.blocked.add(1)
    strict.unknown.add(2)
    strict.moved[3] = 4
    answers = [await call(strict, "sendMessage", chat_id=chat, text="hello") for chat in (1, 2, 3)]
    assert [status for status, _answer in answers] == [403, 400, 400]
    assert answers[2][1]["parameters"] == {"migrate_to_chat_id": 4}


async def test_a_wrong_token_and_a_poll_beside_a_webhook_are_refused(strict: FakeTelegram) -> None:
    assert (await call(strict, "getMe", token="1:wrong"))[0] == 401
    await call(strict, "setWebhook", url="https://a.example")
    assert (await call(strict, "getUpdates"))[0] == 409
    await call(strict, "deleteWebhook")
    assert (await call(strict, "getUpdates"))[0] == 200


async def test_updates_come_until_they_are_acknowledged(strict: FakeTelegram) -> None:
    first, second = strict.writes(1, "one"), strict.writes(1, "two")
    for offset, left in ((0, [first, second]), (0, [first, second]), (second["update_id"], [second])):
        assert (await call(strict, "getUpdates", offset=offset))[1]["result"] == left
