"""Killed at random points, the bot answers every message after it is started again, and hardly any twice."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.settings import ROOT
from programme.store import open_engine, sessions_of
from tests.telegram.conftest import until
from tests.telegram.fake_api import TOKEN, FakeTelegram

KILLS = [pytest.param(5, 100, id="short"), pytest.param(30, 500, marks=pytest.mark.soak, id="long")]
CHATS = 25
"""So many that in the long run nobody writes enough at once to be told to wait."""


@dataclass
class Served:
    """A serving process that can be killed and started again."""

    fake: FakeTelegram
    database_url: str
    lines: list[str] = field(default_factory=list)

    async def start(self) -> None:
        environment = {
            **os.environ, "MITRA_DATABASE_URL": self.database_url, "MITRA_TELEGRAM_TOKEN": TOKEN,
            "MITRA_TELEGRAM_API_URL": self.fake.address, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore",
        }  # fmt: skip
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.telegram.echo_server", env=environment, cwd=ROOT,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self.reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.lines.append(line.decode().strip())

    async def sends(self, goal: int) -> None:
        """Wait until so many messages were sent in all."""
        await until(lambda: len(self.fake.sent) >= goal, lambda: str(self.lines[-3:]))

    async def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        code = await self.process.wait()
        await self.reading
        return code


@pytest.mark.parametrize(("kills", "messages"), KILLS)
async def test_kill_minus_9_loses_nothing_and_repeats_at_most_one_reply(
    sqlite_url: str, kills: int, messages: int
) -> None:
    chance = random.Random(kills)
    async with FakeTelegram(overall=0, per_chat=0.02).serving() as fake:
        served = Served(fake, sqlite_url)
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
        await _check_database(sqlite_url, messages)
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


async def _check_database(url: str, messages: int) -> None:
    from sqlalchemy import text

    engine = open_engine(url)
    async with sessions_of(engine)() as session:
        [(integrity,)] = (await session.execute(text("pragma integrity_check"))).all()
        updates = (await session.execute(text("select count(*), count(done_at), count(content) from updates"))).one()
        replies = (
            await session.execute(text("select count(*), sum(status = 'sent'), count(content) from replies"))
        ).one()
    await engine.dispose()
    assert integrity == "ok"
    assert tuple(updates) == (messages, messages, 0)
    assert tuple(replies) == (messages, messages, 0)


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
