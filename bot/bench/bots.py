"""The two bots of a comparison over Telegram, each in processes of its own, on the fake Bot API of this process."""

from __future__ import annotations

import asyncio
import json
import signal
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.bench.crowd import PATIENCE_SECONDS, Line, Somebody, Update
from bot.bench.driving import processor_seconds, resident_mb
from bot.bench.fake_telegram import NAME, TOKEN, FakeTelegram
from bot.bench.peer import LOOPBACK, free_port, listening_on
from bot.bench.sides import AS_INSTALLED, log_of, prepare_database
from bot.bench.stock_project import environment_of
from bot.failed import Failed
from bot.settings import ROOT

START_SECONDS = 180.0
END_SECONDS = 60.0
WEBHOOK_CONNECTIONS = 40
"""As many as Telegram opens unless told otherwise (https://core.telegram.org/bots/api#setwebhook)."""

Environment = dict[str, str]
Process = asyncio.subprocess.Process


@dataclass(frozen=True)
class Bot:
    """A bot that runs: how to reach it, its processes, and the URL of our database."""

    line: Line
    processes: tuple[Process, ...]
    database: str = ""

    @property
    def resident_mb(self) -> float:
        return sum(resident_mb(process.pid) for process in self.processes)

    @property
    def processor_seconds(self) -> float:
        return sum(processor_seconds(process.pid) for process in self.processes)


@asynccontextmanager
async def ours(fake: FakeTelegram, **more: str) -> AsyncIterator[Bot]:
    """`mitra serve` with long polling, with `more` settings. Raises `Failed` when it does not end well."""
    with _scratch() as (folder, environment):
        settings = {"MITRA_TELEGRAM_TOKEN": TOKEN, "MITRA_TELEGRAM_API_URL": fake.address, "MITRA_TELEGRAM_RATE": "0"}
        settings |= more
        async with running("ours", ["bot.cli", "serve"], environment | settings | AS_INSTALLED) as process:
            await _until(lambda: fake.polled, process)
            with sqlite3.connect(f"file:{folder}/bench.sqlite3?mode=ro", uri=True) as database:
                line = Line(_over_polling(fake), _kept_in(database), _nothing_waits_in(database), strict=True)
                yield Bot(line, (process,), environment["MITRA_DATABASE_URL"])
        if process.returncode != 0:
            raise Failed(f"our bot ended with {process.returncode}: see {log_of('ours')}")


def _over_polling(fake: FakeTelegram) -> Callable[[Update], Any]:
    async def deliver(content: Update) -> bool:
        fake.update(**content)
        return True

    return deliver


def _kept_in(database: sqlite3.Connection) -> Callable[[Somebody], list[tuple[str, str]]]:
    """Our buttons carry tokens; what they mean is known to our database alone."""
    query = "select shown from people where channel = 'telegram' and address = ?"

    def shown(person: Somebody) -> list[tuple[str, str]]:
        row = database.execute(query, (str(person.chat),)).fetchone()
        return [(one["payload"], one.get("token", "")) for one in json.loads(row[0])] if row else []

    return shown


def _nothing_waits_in(database: sqlite3.Connection) -> Callable[[Somebody], bool]:
    """Whether nothing she said is unanswered, and no answer undelivered."""
    query = """select exists (select * from updates where done_at is null and chat = :chat)
        or exists (select * from replies where status = 'waiting' and chat = :chat)"""

    def told_all(person: Somebody) -> bool:
        return not database.execute(query, {"chat": str(person.chat)}).fetchone()[0]

    return told_all


@asynccontextmanager
async def stock(fake: FakeTelegram, model: Path) -> AsyncIterator[Bot]:
    """`rasa run` with its own Telegram channel, and `rasa run actions` beside it."""
    port, actions = free_port(), free_port()
    async with AsyncExitStack() as stack:
        folder, environment = stack.enter_context(_scratch())
        environment |= {"SANIC_HOST": LOOPBACK}
        address = f"http://{LOOPBACK}:{port}/webhooks/telegram/webhook"
        settings = _settings(folder, fake, address, actions)
        commands = (
            ["rasa", "run", "actions", "--actions", "actions", "--port", str(actions)],
            ["rasa", "run", "--model", str(model), "--interface", LOOPBACK, "--port", str(port), *settings],
        )
        processes = [
            await stack.enter_async_context(running(name, command, environment))
            for name, command in zip(("peer-actions", "peer"), commands, strict=True)
        ]
        await asyncio.wait_for(asyncio.gather(listening_on(actions), listening_on(port)), START_SECONDS)
        deliver = await stack.enter_async_context(_over_webhook(fake, address))
        line = Line(
            deliver, lambda person: [(data, data) for data in person.carried], lambda _person: True, strict=False
        )
        yield Bot(line, tuple(processes))


def _settings(folder: Path, fake: FakeTelegram, address: str, actions: int) -> list[str]:
    channel = {"access_token": TOKEN, "verify": NAME, "webhook_url": address, "api": fake.address}
    credentials = {"bot.bench.stock_channel.LocalTelegram": channel}
    endpoints = {
        "action_endpoint": {"url": f"http://{LOOPBACK}:{actions}/webhook"},
        "nlg": {"type": "bot.bench.stock_speech.StockSpeech"},
    }
    files = {"credentials": credentials, "endpoints": endpoints}
    for name, content in files.items():
        (folder / f"{name}.yml").write_text(yaml.safe_dump(content), encoding="utf-8")
    return [word for name in files for word in (f"--{name}", str(folder / f"{name}.yml"))]


@asynccontextmanager
async def _over_webhook(fake: FakeTelegram, address: str) -> AsyncIterator[Callable[[Update], Any]]:
    """Delivered as Telegram does it; what is not taken with a 200 is lost (Telegram would send it again)."""
    at_once = asyncio.Semaphore(WEBHOOK_CONNECTIONS)
    async with ClientSession(timeout=ClientTimeout(PATIENCE_SECONDS)) as session:

        async def deliver(content: Update) -> bool:
            with suppress(ClientError, TimeoutError):
                async with at_once, session.post(address, json=fake.numbered(**content)) as response:
                    return response.status == 200
            return False

        yield deliver


class _scratch(tempfile.TemporaryDirectory[str]):
    """A folder with a database that has the sample workshops, with seats for everybody; and the environment for it."""

    def __init__(self) -> None:
        super().__init__(prefix="mitra-bench-")

    def __enter__(self) -> tuple[Path, Environment]:  # type: ignore[override]
        folder = Path(super().__enter__())
        environment = environment_of(folder) | {"MITRA_DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3"}
        prepare_database(environment)
        with sqlite3.connect(folder / "bench.sqlite3") as database:
            database.execute("update workshops set seats = 1000000")
        return folder, environment


@asynccontextmanager
async def running(name: str, command: list[str], environment: Environment) -> AsyncIterator[Process]:
    """A process whose log is `var/bench/<name>.log`; ended gracefully."""
    with log_of(name).open("w", encoding="utf-8") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", *command, cwd=ROOT, env=environment, stdin=asyncio.subprocess.DEVNULL,
            stdout=log, stderr=log,
        )  # fmt: skip
        try:
            yield process
        finally:
            await _end(process)


async def _end(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), END_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


async def _until(true: Callable[[], bool], process: Process) -> None:
    async with asyncio.timeout(START_SECONDS):
        while not true():
            if process.returncode is not None:
                raise Failed(f"our bot did not start: see {log_of('ours')}")
            await asyncio.sleep(0.05)
