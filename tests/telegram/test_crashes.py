"""Killed at random points, the bot answers every message after it is started again, and hardly any twice.

The short run has an assistant that repeats: what is killed is all ours but for the model, which takes seconds to load and
writes in the same transaction. The long one is `mitra serve` itself.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.bench.fake_telegram import TOKEN, FakeTelegram
from bot.jobs.tables import migrate_engine
from bot.settings import ROOT
from programme import schema
from programme.store import open_engine, sessions_of
from tests.bot.conftest import REGISTRATIONS
from tests.conftest import PostgresServer
from tests.telegram.conftest import until

KILLS = [
    pytest.param("sqlite", 5, 100, id="short"),
    pytest.param("postgres", 3, 60, marks=pytest.mark.postgres, id="postgres"),
    pytest.param("sqlite", 30, 500, marks=pytest.mark.soak(part=3), id="long"),
    pytest.param("postgres", 30, 500, marks=[pytest.mark.soak(part=3), pytest.mark.postgres], id="postgres-long"),
]
CHATS = 25
"""So many that in the long run nobody writes enough at once to be told to wait."""
ECHO = ("-m", "tests.telegram.echo_server")
MITRA = ("-m", "bot.cli", "serve")


@dataclass
class Served:
    """A serving process that can be killed and started again."""

    fake: FakeTelegram
    database_url: str
    command: tuple[str, ...] = ECHO
    settings: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    async def start(self) -> None:
        environment = {
            **os.environ, "MITRA_DATABASE_URL": self.database_url, "MITRA_TELEGRAM_TOKEN": TOKEN,
            "MITRA_TELEGRAM_API_URL": self.fake.address, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore",
            **self.settings,
        }  # fmt: skip
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, *self.command, env=environment, cwd=ROOT,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self.reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.lines.append(line.decode().strip())

    async def sends(self, goal: int) -> None:
        """Wait until so many messages were sent in all."""
        await until(lambda: len(self.fake.sent) >= goal, lambda: str(self.lines[-3:]), seconds=60)

    async def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        code = await self.process.wait()
        await self.reading
        return code


@pytest.fixture
def new_url(request: pytest.FixtureRequest, kind: str) -> str:
    """A new database of the `kind` that the test asks for."""
    if kind == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.create("crashes")


@pytest.mark.parametrize(("kind", "kills", "messages"), KILLS)
async def test_kill_minus_9_loses_nothing_and_repeats_at_most_one_reply(
    new_url: str, kind: str, kills: int, messages: int
) -> None:
    chance = random.Random(kills)
    async with FakeTelegram(overall=0, per_chat=0.02).serving() as fake:
        served = Served(fake, new_url)
        await _migrate(new_url)
        for number in range(messages):
            fake.writes(1 + number % CHATS, f"message {number}")
        repeated_before, most_repeated = 0, 0
        for kill in range(kills):
            await served.start()
            # the next process begins where this one was stopped: spread the kills over all the work that is left
            goal = len(fake.sent) + chance.randint(1, max(1, (messages - len(fake.sent)) // (kills - kill + 1)))
            await served.sends(min(goal, messages))
            await asyncio.sleep(chance.uniform(0, 0.02))
            await served.end(signal.SIGKILL)
            repeated = len(fake.sent) - len(set(_texts(fake)))
            most_repeated, repeated_before = max(most_repeated, repeated - repeated_before), repeated
        await served.start()
        await until(lambda: len(set(_texts(fake))) == messages, lambda: str(served.lines[-3:]), seconds=60)
        assert await served.end(signal.SIGTERM) == 0
        assert most_repeated <= 1
        _check(fake, messages)
        await _check_database(new_url, messages)
        print(
            f"{kills} kills, {messages} messages: 0 lost, {len(fake.sent) - messages} repeated, at most {most_repeated} a kill"
        )


def _texts(fake: FakeTelegram) -> list[str]:
    return [message.text for message in fake.sent]


def _check(fake: FakeTelegram, messages: int) -> None:
    expected = {f"You said: message {number}" for number in range(messages)}
    assert set(_texts(fake)) == expected
    for chat in range(1, CHATS + 1):
        told = [message.text for message in fake.to(chat)]
        assert list(dict.fromkeys(told)) == [
            f"You said: message {number}" for number in range(chat - 1, messages, CHATS)
        ]


async def _migrate(url: str) -> None:
    engine = open_engine(url)
    await schema.migrate(engine)
    await migrate_engine(url)
    await engine.dispose()


async def _check_database(url: str, messages: int) -> None:
    engine = open_engine(url)
    async with sessions_of(engine)() as session:
        if engine.dialect.name == "sqlite":
            assert await session.scalar(text("pragma integrity_check")) == "ok"
        updates = await session.execute(text("select count(*), count(done_at), count(content) from updates"))
        replies = await session.execute(
            text("select count(*), sum(case status when 'sent' then 1 end), count(content) from replies")
        )
    await engine.dispose()
    assert tuple(updates.one()) == (messages, messages, 0)
    assert tuple(replies.one()) == (messages, messages, 0)


async def test_a_stop_finishes_what_is_under_way_and_keeps_the_rest(sqlite_url: str, tmp_path: Path) -> None:
    async with FakeTelegram(overall=0, per_chat=0.0).serving() as fake:
        served = Served(fake, sqlite_url)
        await served.start()
        await until(lambda: any("serving" in line for line in served.lines), lambda: str(served.lines))
        for number in range(5):
            fake.writes(1, f"message {number}")
        await until(lambda: len(fake.sent) >= 1)
        assert await served.end(signal.SIGTERM) == 0
        before = len(fake.sent)
        await served.start()
        await until(lambda: len(fake.sent) == 5, lambda: f"{before} before, {len(fake.sent)} after")
        await served.end(signal.SIGTERM)
        assert _texts(fake) == [f"You said: message {number}" for number in range(5)]
        assert not [line for line in served.lines if "message" in line and "You said" in line]


SCRIPT = [
    *REGISTRATIONS["en"],
    "no",
    "show my details",
    "what is udyam registration?",
    "thank you",
    "show my details",
    "help",
]
BEFORE = 2
"""Until she has agreed nothing about her is written down, and a crash makes the bot forget what they spoke of."""


@pytest.mark.model
@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("sqlite", marks=pytest.mark.soak(part=4)),
        pytest.param("postgres", marks=[pytest.mark.soak(part=5), pytest.mark.postgres]),
    ],
)
async def test_mitra_serve_killed_30_times_goes_on_with_every_conversation(
    model: object, new_url: str, kind: str
) -> None:
    await _migrate(new_url)
    kills, chats, chance = 30, 25, random.Random(30)
    async with FakeTelegram(overall=0, per_chat=0.02).serving() as fake:
        served = Served(fake, new_url, MITRA)
        await served.start()
        await _tell(fake, [1000], SCRIPT)  # one conversation in peace, to compare the others with
        await _has_done(served, len(SCRIPT))
        await _tell(fake, range(1, chats + 1), SCRIPT[:BEFORE])
        await _has_done(served, len(SCRIPT) + chats * BEFORE)
        await served.end(signal.SIGTERM)
        in_peace, repeated = len(fake.sent), 0
        expected = in_peace + chats * (len(fake.to(1000)) - len(fake.to(1)))
        await _tell(fake, range(1, chats + 1), SCRIPT[BEFORE:])
        for kill in range(kills):
            await served.start()
            goal = len(fake.sent) + chance.randint(1, max(1, (expected - len(fake.sent)) // (kills - kill + 1)))
            await served.sends(min(goal, expected - 1))
            await asyncio.sleep(chance.uniform(0, 0.05))
            await served.end(signal.SIGKILL)
            in_doubt = len(fake.sent) - repeated - len(await _rows(new_url, "replies where status = 'sent'"))
            assert 0 <= in_doubt <= 1
            repeated += in_doubt
        await served.start()
        await _has_done(served, chats * len(SCRIPT) + len(SCRIPT))
        assert await served.end(signal.SIGTERM) == 0
        assert len(fake.sent) == expected + repeated
        for chat in range(1, chats + 1):
            assert _without_repeats(fake, chat) == _without_repeats(fake, 1000)
        assert len(await _rows(new_url, "businesses where status = 'registered'")) == chats + 1
        print(f"{kills} kills, {chats * len(SCRIPT)} updates: 0 lost, {repeated} replies repeated")


async def _tell(fake: FakeTelegram, chats: Iterable[int], texts: list[str]) -> None:
    for message in texts:
        for chat in chats:
            fake.writes(chat, message)


async def _has_done(served: Served, updates: int) -> None:
    """Wait until so many updates are answered and nothing is left to deliver."""
    async with asyncio.timeout(180):
        while len(await _rows(served.database_url, "updates where done_at is not null")) < updates or await _rows(
            served.database_url, "replies where status = 'waiting'"
        ):
            assert served.process.returncode is None, served.lines[-3:]
            await asyncio.sleep(0.1)


async def _rows(url: str, what: str) -> list[Any]:
    engine = open_engine(url)
    async with sessions_of(engine)() as session:
        rows = list(await session.execute(text(f"select * from {what}")))
    await engine.dispose()
    return rows


def _without_repeats(fake: FakeTelegram, chat: int) -> list[str]:
    """What a person reads, but for a message that came twice; numbers of businesses differ."""
    told = [re.sub(r"M-\d+", "M-…", message.text) for message in fake.to(chat)]
    return [words for words, following in zip(told, [*told[1:], None], strict=True) if words != following]
