"""Nothing that a person, a server or a library says gets into the log: canaries through every way in that can fail."""

from __future__ import annotations

import json
import logging
import signal
from collections import deque
from typing import Any

from aiohttp import ClientSession

from bot.bench.fake_telegram import FakeTelegram, Raw
from bot.telegram.journal import FOREIGN, Lines, Rate
from tests.telegram.conftest import until
from tests.telegram.test_crashes import Served

CANARY = "canary9876543210"
SECRET = "a-secret-of-the-tests"
REFUSAL = '{{"ok": false, "error_code": {code}, "description": "Bad: canary9876543210", "parameters": {{"x": "canary9876543210"}}}}'
ODD = [
    Raw(f'{{"ok": true, "result": [{{"update_id": 1, "message": {{"text": "{CANARY}'), Raw(f"<html>{CANARY}</html>", status=502, kind="text/html"),
    Raw(f'["{CANARY}"]'), Raw(f'{{"{CANARY}": 1}}'), Raw("", status=302, location=f"http://127.0.0.1:1/{CANARY}"),
    *(Raw(REFUSAL.format(code=code), status=code) for code in (400, 404, 500, 503)), Raw(CANARY, kind=f"text/{CANARY}"),
]  # fmt: skip


async def test_no_failure_of_any_library_brings_a_word_into_the_log(sqlite_url: str, unused_tcp_port_factory: Any) -> None:  # fmt: skip
    health = unused_tcp_port_factory()
    async with FakeTelegram(per_chat=0, overall=0).serving() as fake, ClientSession() as session:
        fake.odd = {
            method: deque(ODD) for method in ("sendMessage", "answerCallbackQuery", "setMyCommands", "getMyCommands")
        }
        fake.odd |= {"getMe": deque(ODD[:2]), "deleteWebhook": deque(ODD[1:2]), "getUpdates": deque(ODD[:3])}
        served = Served(fake, sqlite_url, settings={"MITRA_HEALTH_LISTEN": f"127.0.0.1:{health}"})
        await served.start()
        for number in range(6):
            fake.writes(number + 1, f"{CANARY} \ud800")
            fake.update(message={"chat": CANARY, "text": CANARY})
            fake.update(callback_query=fake.press(number + 1, CANARY))
        await until(lambda: any(CANARY in message.text for message in fake.sent), lambda: str(served.lines), 60)
        async with session.get(f"http://127.0.0.1:{health}/{CANARY}", headers={"X": CANARY}) as answer:
            assert answer.status == 404
        await served.end(signal.SIGTERM)
    assert served.lines
    assert not [line for line in served.lines if CANARY in line]


def _line(record: logging.LogRecord) -> str:
    return Lines().format(record)


def test_of_a_library_only_who_spoke_and_where_is_told() -> None:
    for name in (
        "telegram.request",
        "dbos",
        "sqlalchemy.pool",
        "asyncio",
        "aiohttp.server",
        "root",
        "py.warnings",
        "rasa.core",
    ):
        record = logging.LogRecord(name, logging.ERROR, "/x/y.py", 7, "body: %s", (CANARY,), None)
        assert CANARY not in _line(record)
        assert json.loads(_line(record))["event"] == f"{FOREIGN}, at y:7"


def test_a_flood_of_lines_is_cut_and_counted() -> None:
    now = [0.0]
    rate = Rate(most=3, now=lambda: now[0])
    record = logging.LogRecord("bot", logging.ERROR, "/x/y.py", 7, "again", (), None)
    other = logging.LogRecord("bot", logging.ERROR, "/x/y.py", 8, "another", (), None)
    assert [rate.filter(record) for _line in range(5)] == [True, True, True, False, False]
    assert rate.filter(other)
    now[0] = 61.0
    assert rate.filter(record)
