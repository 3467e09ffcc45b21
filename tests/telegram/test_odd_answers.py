"""Whatever answers in the place of Telegram, and whatever it answers: no message is lost or repeated, nobody's chat dies."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.app import CannotStart, open_app
from bot.bench.fake_telegram import FakeTelegram, Raw
from bot.said import Document, Reply
from bot.telegram.line.answers import result_of
from bot.telegram.line.client import client_of
from bot.telegram.line.webhooks import without_webhook
from tests.telegram.conftest import Chatter, Line, settings_for, until
from tests.telegram.echo import Echo

DEEP = "[" * 100_000
NO_ANSWERS = [
    Raw("[]"), Raw("null"), Raw('"ok"'), Raw("5"), Raw(""), Raw("{}"), Raw('{"ok": "yes"}'), Raw(DEEP), Raw('{"ok": tr'),
    Raw("<html><body>canary</body></html>", kind="text/html"), Raw("<html>", status=403, kind="text/html"),
    Raw("<html>", status=404, kind="text/html"), Raw("<html>", status=401, kind="text/html"), Raw("busy", status=503),
    Raw("", status=302, location="http://127.0.0.1:1/elsewhere"), Raw('{"ok": false}'), Raw('{"ok": false}', status=500),
    Raw('{"ok": false, "error_code": "x", "description": {"a": 1}}', status=500), Raw(b"\xff\xfe\x00", kind="text/x; charset=klingon"),
]  # fmt: skip
DONE = [
    '{"ok": true}', '{"ok": true, "result": null}', '{"ok": true, "result": []}', '{"ok": true, "result": true}', '{"ok": true, "result": {}}',
    '{"ok": true, "result": {"message_id": "7", "date": "today", "chat": []}}', '{"ok": true, "result": {"message_id": 7}, "error_code": 400}',
    f'{{"ok": true, "result": {{"message_id": {2**70}}}}}', '{"ok": true, "result": {"message_id": 7, "date": 1, "chat": {"id": 1, "type": "odd"}, "entities": 5}}',
]  # fmt: skip


@pytest.mark.parametrize("odd", NO_ANSWERS, ids=range(len(NO_ANSWERS)))
async def test_what_is_no_answer_to_a_message_is_tried_again(line: Line, asha: Chatter, odd: Raw) -> None:
    line.fake.odd["sendMessage"] = deque([odd])
    asha.writes("hello")
    asha.writes("and again")
    await asha.hears("You said: hello")
    await asha.hears("You said: and again")


@pytest.mark.parametrize("body", DONE, ids=range(len(DONE)))
async def test_ok_means_sent_whatever_else_is_in_the_answer(line: Line, asha: Chatter, body: str) -> None:
    line.fake.odd["sendMessage"] = deque([Raw(body)])
    asha.writes("hello")
    asha.writes("and again")
    await asha.hears("You said: and again")
    await line.has_answered(2)
    assert [row["status"] for row in await line.rows("select status from replies order by id")] == ["sent", "sent"]
    assert [method for method, _fields in line.fake.calls].count("sendMessage") == 2


@pytest.mark.parametrize("odd", [*NO_ANSWERS, *(Raw(body) for body in DONE)], ids=range(len(NO_ANSWERS) + len(DONE)))
async def test_what_is_no_answer_to_a_fetch_is_tried_again(line: Line, asha: Chatter, odd: Raw) -> None:
    line.fake.odd["getUpdates"] = deque([odd])
    asha.writes("hello")
    await asha.hears("You said: hello")


async def test_a_server_that_never_waits_is_not_asked_without_a_pause(line: Line) -> None:
    line.fake.odd["getUpdates"] = deque([Raw('{"ok": true, "result": []}')] * 10_000)
    asked = len(line.fake.odd["getUpdates"])
    asha = Chatter(101, line.fake)
    asha.writes("wake up")
    await asyncio.sleep(0.5)
    assert asked - len(line.fake.odd["getUpdates"]) <= 0.5 / 0.05 + 2


@pytest.mark.parametrize("odd", [*NO_ANSWERS[:13], Raw('{"ok": true, "result": {"id": "x"}}'),
                                 Raw('{"ok": false, "error_code": 429, "parameters": {"retry_after": 1}}', status=429)])  # fmt: skip
async def test_what_is_no_answer_at_the_start_is_waited_out_and_said_in_a_line(
    fake: FakeTelegram, sqlite_url: str, odd: Raw, caplog: pytest.LogCaptureFixture
) -> None:
    fake.odd["getMe"] = deque([odd])
    client = client_of(settings_for(fake, sqlite_url))
    await client.open()
    await client.close()
    assert len([record for record in caplog.records if record.levelno >= logging.WARNING]) == 1
    assert "canary" not in caplog.text


@pytest.mark.parametrize("status", [401, 404])
async def test_a_token_that_is_refused_at_the_start_is_the_end(
    fake: FakeTelegram, sqlite_url: str, status: int
) -> None:
    fake.odd["getMe"] = deque([Raw(f'{{"ok": false, "error_code": {status}, "description": "x"}}', status=status)])
    with pytest.raises(CannotStart, match="refuses the token"):
        await client_of(settings_for(fake, sqlite_url)).open()


@pytest.mark.parametrize("method", ["sendMessage", "answerCallbackQuery", "sendChatAction", "getUpdates"])
async def test_a_404_on_one_method_is_no_wrong_token(line: Line, asha: Chatter, method: str) -> None:
    line.fake.odd[method] = deque([Raw('{"ok": false, "error_code": 404, "description": "Not Found"}', status=404)])
    asha.writes("one")
    line.fake.update(callback_query=line.fake.press(101, "token"))
    asha.writes("two")
    await asha.hears("You said: two")
    assert line.fatal == []


async def test_a_file_that_cannot_be_sent_holds_up_nothing_behind_it(line: Line, asha: Chatter, echo: Echo) -> None:
    echo.script["file"] = (Reply("here it is", document=Document("data.json", "{}")),)
    line.fake.unable.add("sendDocument")
    asha.writes("file")
    asha.writes("STOP")
    await asha.hears("You said: STOP")
    failed = await line.rows("select status, failure from replies where status = 'failed'")
    assert [row["failure"] for row in failed] == ["NetworkError with a file"]


async def test_a_file_that_is_too_large_is_refused_at_once(line: Line, asha: Chatter, echo: Echo) -> None:
    echo.script["file"] = (Reply("here it is", document=Document("data.json", "{}")),)
    line.fake.odd["sendDocument"] = deque([Raw("<html>413</html>", status=413, kind="text/html")])
    asha.writes("file")
    asha.writes("STOP")
    await asha.hears("You said: STOP")


async def test_a_webhook_that_cannot_be_deleted_at_once_is_tried_again(fake: FakeTelegram, sqlite_url: str) -> None:
    fake.webhook = {"url": "https://another.example"}
    fake.odd["deleteWebhook"] = deque([Raw("<html>", status=502), Raw("[]")])
    async with open_app(settings_for(fake, sqlite_url)) as app:
        client = client_of(app.settings)
        await client.open()
        deleting = asyncio.create_task(without_webhook(client))
        await until(lambda: fake.webhook == {})
        await deleting
        await client.close()


@pytest.mark.parametrize("value", [None, [], {}, "x", True, -1, 2**70, 1e400, 0.001, "5"])
def test_a_silence_is_never_endless(value: Any) -> None:
    import json

    body = json.dumps({"ok": False, "error_code": 429, "parameters": {"retry_after": value}}).encode()
    with pytest.raises(TelegramError) as caught:
        result_of("sendMessage", 429, body)
    assert 1 <= caught.value.retry_after.total_seconds() <= 3600  # type: ignore[attr-defined]
