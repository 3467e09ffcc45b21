"""Requests to Telegram: what fails is said in the library's words, without the token."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InputFile
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.bench.fake_telegram import TOKEN, FakeTelegram
from bot.telegram.requests import AiohttpRequest

PATIENCE = 0.3


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    """The library's bot, with little patience."""
    requests = AiohttpRequest(4, PATIENCE), AiohttpRequest(1, PATIENCE)
    async with Bot(TOKEN, f"{fake.address}/bot", request=requests[0], get_updates_request=requests[1]) as bot:
        yield bot


@pytest.mark.parametrize(("how", "error"), [(5.0, TimedOut), ("drop", NetworkError), (502, NetworkError)])
async def test_a_hang_a_broken_connection_and_a_fault(
    fake: FakeTelegram, bot: Bot, how: object, error: type[TelegramError]
) -> None:
    fake.failing.append(how)
    with pytest.raises(error) as raised:
        await bot.send_message(1, "hello")
    assert TOKEN not in f"{raised.value!r} {raised.value.__cause__!r}"
    await bot.send_message(1, "again")
    assert [message.text for message in fake.sent] == ["again"]


async def test_nobody_listening_is_no_network() -> None:
    async with AiohttpRequest(1, PATIENCE) as request:
        with pytest.raises(NetworkError) as raised:
            await request.post(f"http://127.0.0.1:1/bot{TOKEN}/getMe")
    assert TOKEN not in f"{raised.value!r} {raised.value.__cause__!r}"


async def test_a_document_arrives_with_its_name_and_its_letters(fake: FakeTelegram, bot: Bot) -> None:
    await bot.send_document(1, InputFile("பயிற்சி".encode(), filename="seat.ics"), caption="ஆம் & <b>")
    [sent] = fake.sent
    assert (sent.document, sent.text) == ("பயிற்சி", "ஆம் & <b>")


async def test_no_more_than_so_many_at_once(fake: FakeTelegram) -> None:
    fake.failing.extend([0.1] * 4)
    async with AiohttpRequest(2, PATIENCE) as request, Bot(TOKEN, f"{fake.address}/bot", request=request) as bot:
        began = asyncio.get_running_loop().time()
        sends = (bot.send_message(chat, "hello") for chat in range(4))
        assert all(isinstance(end, NetworkError) for end in await asyncio.gather(*sends, return_exceptions=True))
        assert asyncio.get_running_loop().time() - began > 0.19
