"""Serving: how updates come in, what is watched, what is refused in one line."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import NetworkError

from bot.app import App, CannotStart, open_app
from bot.bench.fake_telegram import TOKEN, FakeTelegram
from bot.settings import ROOT, BadSetting, read_settings
from bot.telegram.incoming.listening import health, listening, webhook
from bot.telegram.journal import Lines
from bot.telegram.line.client import trouble_of
from bot.telegram.serving import serve
from bot.telegram.surface import commands_in, present
from bot.telegram.watching import Watch
from bot.upkeep import keep_list, purge
from programme import consents, erasure, erasures, people
from programme.profile import Profile
from tests.telegram.conftest import Chatter, Line, settings_for, until
from tests.telegram.echo import Echo
from tests.telegram.test_crashes import Served

SECRET = "a-secret-of-the-tests"
ADDRESS = "127.0.0.1:{port}"


@pytest.fixture
def port(unused_tcp_port_factory: Any) -> int:
    return int(unused_tcp_port_factory())


@pytest.fixture
async def served(fake: FakeTelegram, sqlite_url: str, echo: Echo, port: int) -> AsyncIterator[FakeTelegram]:
    """A bot that is called by webhook."""
    settings = settings_for(
        fake, sqlite_url, webhook_url=f"http://127.0.0.1:{port}/hook", webhook_listen=ADDRESS.format(port=port),
        webhook_secret=SECRET,
    )  # fmt: skip
    async with open_app(settings) as app:
        serving = asyncio.create_task(serve(app, echo))
        await until(lambda: bool(fake.webhook))
        yield fake
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


async def test_a_webhook_takes_updates_with_the_secret_only(served: FakeTelegram, asha: Chatter) -> None:
    assert served.webhook["secret_token"] == SECRET
    update = {"update_id": 1, "message": served.message(101, text="hello")}
    assert [await served.post_webhook(update, secret) for secret in (None, "", "wrong", "नमस्ते")] == [403] * 4
    assert await served.post_webhook(update, SECRET) == 200
    await asha.hears("You said: hello")
    assert await served.post_webhook(update, SECRET) == 200
    assert [await served.post_webhook(odd, SECRET) for odd in ({}, [1], "x", {"update_id": "x"})] == [200] * 4  # type: ignore[arg-type]
    assert len(served.sent) == 1


async def test_a_webhook_is_answered_before_the_turn(served: FakeTelegram, asha: Chatter, echo: Echo) -> None:
    echo.slow = 0.5
    began = asyncio.get_running_loop().time()
    assert await served.post_webhook({"update_id": 1, "message": served.message(101, text="slow")}, SECRET) == 200
    assert asyncio.get_running_loop().time() - began < 0.3
    await asha.hears("slow")


async def test_what_cannot_be_written_down_is_not_acknowledged(port: int, fake: FakeTelegram) -> None:
    async def fail(_updates: list[dict[str, Any]]) -> None:
        raise OSError("disk full")

    fake.webhook = {"url": f"http://127.0.0.1:{port}/"}
    async with listening(webhook("https://a.example", SECRET, fail), ADDRESS.format(port=port), "X"):
        assert await fake.post_webhook({"update_id": 1}, SECRET) == 503


async def test_a_webhook_without_a_secret_is_refused(fake: FakeTelegram, sqlite_url: str, echo: Echo) -> None:
    async with open_app(settings_for(fake, sqlite_url, webhook_url="https://a.example/hook")) as app:
        with pytest.raises(CannotStart, match="MITRA_WEBHOOK_SECRET"):
            await serve(app, echo)


async def test_a_wrong_token_is_said_in_one_line(fake: FakeTelegram, sqlite_url: str, echo: Echo) -> None:
    settings = settings_for(fake, sqlite_url).model_copy(update={"telegram_token": SecretStr("1:wrong")})
    async with open_app(settings) as app:
        with pytest.raises(CannotStart, match="refuses the token"):
            await serve(app, echo)


async def test_somebody_else_who_polls_is_said_in_one_line(line: Line, fake: FakeTelegram) -> None:
    async with ClientSession() as session:

        async def somebody_else() -> None:
            while True:
                async with session.get(f"{fake.address}/bot{TOKEN}/getUpdates?timeout=5") as response:
                    await response.read()

        other = asyncio.create_task(somebody_else())
        with pytest.raises(CannotStart, match="another program"):
            await asyncio.wait_for(line.task, 20)
        other.cancel()
        await asyncio.gather(other, return_exceptions=True)


async def test_no_network_at_the_start_is_waited_out(
    sqlite_url: str, echo: Echo, caplog: pytest.LogCaptureFixture
) -> None:
    settings = read_settings(database_url=sqlite_url, telegram_token=TOKEN, telegram_api_url="http://127.0.0.1:1")
    async with open_app(settings) as app:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(serve(app, echo), 0.5)
    assert "Telegram cannot be reached, trying again" in caplog.text


async def test_a_broken_line_is_said_and_that_it_is_whole_again(
    line: Line, asha: Chatter, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    line.fake.unable.add("getUpdates")
    await until(lambda: "Telegram cannot be reached, trying again" in caplog.text)
    line.fake.unable.clear()
    asha.writes("hello")
    await asha.hears("hello")
    await until(lambda: "answer again" in caplog.text)


async def test_a_clock_that_is_wrong_is_said_once(line: Line, asha: Chatter, caplog: pytest.LogCaptureFixture) -> None:
    line.fake.clock = "Wed, 25 Nov 2026 01:00:00 GMT"
    for text in ("one", "two"):
        asha.writes(text)
        await asha.hears(text)
    assert caplog.text.count("clock is not Telegram's") == 1
    [record] = [one for one in caplog.records if "clock" in one.getMessage()]
    assert json.loads(Lines().format(record))["seconds"] != 0


def test_a_refused_certificate_asks_for_the_clock() -> None:
    refused = NetworkError("httpx.ConnectError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate is not yet valid")
    assert "clock" in trouble_of(refused)
    assert "cannot be reached" in trouble_of(NetworkError("httpx.ConnectError: All connection attempts failed"))


async def test_health_says_what_is_wrong(line: Line, port: int) -> None:
    watch = Watch(line.app, line.parts.receiving)
    async with listening(health(watch.problem), ADDRESS.format(port=port), "X"), ClientSession() as session:
        assert await _get(session, port, "/healthz") == (200, "ok")
        line.parts.receiving.heard_at -= timedelta(minutes=5)
        assert await _get(session, port, "/healthz") == (503, "Telegram does not answer")
        status, metrics = await _get(session, port, "/metrics")
    assert status == 200
    assert "mitra_outbox_waiting 0.0" in metrics


async def _get(session: ClientSession, port: int, path: str) -> tuple[int, str]:
    async with session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


async def test_an_address_that_is_taken_is_said_with_its_setting(port: int) -> None:
    async def fine() -> None:
        return None

    async with listening(health(fine), ADDRESS.format(port=port), "A"):
        with pytest.raises(CannotStart, match="MITRA_HEALTH_LISTEN"):
            async with listening(health(fine), ADDRESS.format(port=port), "MITRA_HEALTH_LISTEN"):
                pass


async def test_commands_and_descriptions_are_set_in_three_languages(line: Line) -> None:
    await present(line.parts.client.bot, Profile())
    set_in = {(method, fields.get("language_code")) for method, fields in line.fake.calls}
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        assert {code for called, code in set_in if called == method} == {None, "hi", "ta"}
    assert ("setChatMenuButton", None) in set_in
    assert line.fake.surface["MyCommands", "ta"][0]["description"] == "தொழிலைப் பதிவு செய்யுங்கள்"


async def test_what_is_set_already_is_left_alone(line: Line) -> None:
    """Telegram lets descriptions be changed a few times a day only, and the bot may start often."""
    await present(line.parts.client.bot, Profile())
    line.fake.calls.clear()
    await present(line.parts.client.bot, Profile())
    changed = {method for method, _fields in line.fake.calls if method.startswith("set")}
    assert changed == {"setChatMenuButton"}


async def test_what_cannot_be_set_holds_up_nothing_else(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    line.fake.unable.add("setMyDescription")
    await present(line.parts.client.bot, Profile())
    assert "description could not be set" in caplog.text
    assert ("MyShortDescription", "ta") in line.fake.surface


@pytest.mark.parametrize("language", ["en", "hi", "ta"])
def test_the_menu_keeps_to_telegrams_limits(language: str) -> None:
    from bot.telegram.words import said

    assert all(1 <= len(command.description) <= 256 for command in commands_in(language))
    assert len(said("telegram_description", language, bot_name="M" * 30)) <= 512
    assert len(said("telegram_short_description", language)) <= 120


def test_serve_without_a_token_ends_in_one_line(sqlite_url: str) -> None:
    environment = {**os.environ, "MITRA_DATABASE_URL": sqlite_url, "PYTHONPATH": str(ROOT)}
    environment.pop("MITRA_TELEGRAM_TOKEN", None)
    ended = subprocess.run(
        [sys.executable, "-m", "bot.cli", "serve"],
        check=False,
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 1
    assert ended.stderr.strip().splitlines()[-1].startswith("mitra: MITRA_TELEGRAM_TOKEN is not set")
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("telegram_token", "not a token"), ("telegram_api_url", "api.telegram.org"), ("webhook_url", "ftp://x"),
        ("webhook_listen", "8443"), ("webhook_secret", "short"), ("health_listen", "here"), ("telegram_rate", "-1"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_named_with_an_example_and_without_its_value(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read_settings(**{name: value})
    assert f"MITRA_{name.upper()} " in str(refused.value)
    assert "Example:" in str(refused.value)
    if name in ("telegram_token", "webhook_secret"):
        assert value not in str(refused.value)


def test_the_journal_holds_no_secret_and_no_words_of_an_error() -> None:
    record = logging.LogRecord("bot", logging.ERROR, "", 1, "calling bot%s failed", (TOKEN,), None)
    try:
        raise ValueError("my shop is in Indore")
    except ValueError:
        record.exc_info = sys.exc_info()
    line = Lines((TOKEN,)).format(record)
    assert TOKEN not in line
    assert "Indore" not in line
    assert json.loads(line)["trace"][0] == "ValueError"


async def test_a_process_can_be_watched_and_its_log_says_nothing_of_anybody(sqlite_url: str, port: int) -> None:
    words, chat = "my shop is in Indore", 9_876_543_210
    async with FakeTelegram(per_chat=0).serving() as fake, ClientSession() as session:
        served = Served(fake, sqlite_url, settings={"MITRA_HEALTH_LISTEN": ADDRESS.format(port=port)})
        await served.start()
        await until(lambda: fake.polled, lambda: str(served.lines))
        assert await _get(session, port, "/healthz") == (200, "ok")
        fake.failing.extend([500, "drop"])
        fake.failing_polls.append(500)
        fake.writes(chat, words)
        await until(lambda: bool(fake.sent), lambda: str(served.lines))
        fake.blocked.add(chat)
        fake.writes(chat, words)
        await until(lambda: sum('"answered"' in line for line in served.lines) == 2, lambda: str(served.lines))
        _status, metrics = await _get(session, port, "/metrics")
        assert await served.end(signal.SIGTERM) == 0
    assert 'mitra_updates_total{kind="text"} 2.0' in metrics
    assert 'mitra_messages_total{outcome="passing"} 2.0' in metrics
    assert "mitra_turn_seconds_count 2.0" in metrics
    events = [json.loads(line)["event"] for line in served.lines]
    assert events[0] == "serving"
    assert events[-1] == "stopping"
    for said in (words, "You said", str(chat), TOKEN, TOKEN.partition(":")[2], "Somebody"):
        assert said not in "".join(served.lines) + metrics


async def test_what_is_past_its_time_is_purged_and_the_list_of_erasures_is_kept(
    line: Line, asha: Chatter, tmp_path: Path
) -> None:
    asha.writes("hello")
    await asha.hears("hello")
    await until(lambda: not line.parts.delivering.waiting)
    await line.change(_erase_asha)
    settings = line.app.settings.model_copy(update={"erasures": tmp_path / "erasures.jsonl"})
    for days, left in ((1, (1, 1, 1)), (3, (0, 0, 1)), (370, (0, 0, 0))):
        now = line.app.surroundings.now() + timedelta(days=days)
        surroundings = dataclasses.replace(line.app.surroundings, now=lambda now=now: now)  # type: ignore[misc]
        later = App(settings, line.app.engine, surroundings)
        await purge(later)
        await keep_list(later)
        counts = [await line.rows(f"select id from {table}") for table in ("updates", "replies", "people")]
        assert tuple(len(rows) for rows in counts) == left
    assert [one.person for one in erasures.read(settings.erasures)] == [1]


async def _erase_asha(session: AsyncSession) -> None:
    now = datetime.now(UTC)
    person = await people.meet(session, "telegram:101", now)
    consents.record(person, consents.REGISTRATION, given=True, text_hash="0" * 64, now=now)
    await erasure.erase(session, person, actor="person:1", now=now)
