"""The same configuration, domain, rules, model and actions under stock Rasa, in processes of its own.

`rasa data validate` ends well with warnings of four kinds that are meant to stay: intents without examples (they come
from buttons, or from what is no text), utterances that no rule names (actions say them), the intent `faq` found twice
(the domain lists it, and Rasa makes it once more of the `faq/…` examples), and deprecations in Rasa's own libraries.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml

from bot.app import open_app
from bot.assistant import Assistant
from bot.rasa.agent import EmbeddedAgent
from bot.said import Answer, Reply, Said
from bot.settings import ROOT, read_settings
from programme import samples
from programme.store import open_engine, sessions_of
from programme.surroundings import utc_now

pytestmark = [pytest.mark.stock, pytest.mark.model]

LOOPBACK = "127.0.0.1"
STARTING_SECONDS = 80
Heard = list[tuple[str, list[tuple[str, str]]]]

# What is said; a line that begins with a slash is the beginning of the payload of a button just shown
CONVERSATIONS = {
    "asha": (
        "how do I sell online?", "hello", "/register_business", '/answer{"value": "yes"}', "Asha Patel", "Asha Foods", "Atlantis", "Indore",
        "mango pickle and papad", "what is udyam registration?", "12 lakh", '/answer{"value": "unsure"}', "12345", "98260 12345",
        "what does the programme cost?", "show me the workshops", '/answer{"value": "skip"}', "हिंदी में बात करो",
        '/answer{"value": "skip"}', "हाँ",
    ),
    "meena": (
        "नमस्ते, मुझे अपना काम रजिस्टर करना है", '/answer{"value": "yes"}', "मीना शर्मा", "ट्रेनिंग के पैसे लगेंगे क्या?", "माँ अन्नपूर्णा", "इंदौर",
        "आम का अचार", '/answer{"value": "unsure"}',
    ),
}  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _environment(home: Path, **more: str) -> dict[str, str]:
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}
    return {**os.environ, **quiet, "HOME": str(home), "SANIC_HOST": LOOPBACK, **more}


@contextmanager
def _rasa(log: Path, environment: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A stock Rasa process, ended at the end; what it prints goes to `log`."""
    with log.open("wb") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", "rasa", *arguments], cwd=ROOT, env=environment, stdout=lines, stderr=lines
        )
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def _ended(log: Path, environment: dict[str, str], *arguments: str) -> str:
    """What a stock Rasa command printed; it must end well."""
    with _rasa(log, environment, *arguments) as process:
        code = process.wait(timeout=STARTING_SECONDS)
    printed = log.read_text(encoding="utf-8", errors="replace")
    assert code == 0, printed[-3000:]
    return printed


class StockTalker:
    """Someone who talks over Rasa's own REST channel."""

    def __init__(self, web: aiohttp.ClientSession, server: str) -> None:
        self._web, self._server = web, server

    async def says(self, person: str, text: str) -> Heard:
        message = {"sender": person, "message": text}
        async with self._web.post(f"{self._server}/webhooks/rest/webhook", json=message) as response:
            return [_heard(one["text"], one.get("buttons") or []) for one in await response.json()]


class OurTalker:
    """The same person at the embedded assistant."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    async def says(self, person: str, text: str) -> Heard:
        said = Said(press=text) if text.startswith("/") else Said(text=text)
        answer: Answer = await self._assistant.reply(f"rest:{person}", said)
        return [part for reply in answer.replies for part in _as_channel_sends(reply)]


def _as_channel_sends(reply: Reply) -> Heard:
    """Rasa's channels send a text without buttons paragraph by paragraph."""
    buttons = [(button.label, button.payload) for button in reply.buttons]
    return [(reply.text, buttons)] if buttons else [(part, []) for part in reply.text.split("\n\n")]


def _heard(text: str, buttons: list[dict[str, Any]]) -> tuple[str, list[tuple[str, str]]]:
    return text, [(button["title"], button["payload"]) for button in buttons]


async def _conversation(talker: StockTalker | OurTalker, person: str) -> list[tuple[str, Heard]]:
    heard: Heard = []
    told = []
    for line in CONVERSATIONS[person]:
        payloads = [payload for _text, buttons in heard for _label, payload in buttons]
        said = next(payload for payload in payloads if payload.startswith(line)) if line.startswith("/") else line
        heard = await talker.says(person, said)
        told.append((said, heard))
    return told


@pytest.fixture
async def with_workshops(migrated_file: Path, tmp_path: Path) -> Path:
    """A database with the sample workshops, to be copied for each side."""
    file = Path(shutil.copy(migrated_file, tmp_path / "workshops.sqlite3"))
    engine = open_engine(f"sqlite:///{file}")
    async with sessions_of(engine).begin() as session:
        await samples.load(session, utc_now())
    await engine.dispose()
    return file


@pytest.fixture
async def ours(with_workshops: Path, agent: EmbeddedAgent, tmp_path: Path) -> AsyncIterator[OurTalker]:
    url = f"sqlite:///{shutil.copy(with_workshops, tmp_path / 'ours.sqlite3')}"
    async with open_app(read_settings(database_url=url)):
        yield OurTalker(Assistant(agent))


@pytest.fixture
async def stock(with_workshops: Path, model: Path, tmp_path: Path) -> AsyncIterator[StockTalker]:
    """`rasa run` and `rasa run actions` on a database of their own, with our endpoints but for the port."""
    actions, server = _free_port(), _free_port()
    url = f"sqlite:///{shutil.copy(with_workshops, tmp_path / 'stock.sqlite3')}"
    environment = _environment(tmp_path, MITRA_DATABASE_URL=url)
    run = ("run", "--enable-api", "--interface", LOOPBACK, "--port", str(server), "--model", str(model),
           "--endpoints", str(_endpoints(tmp_path, actions)), "--credentials", str(_credentials(tmp_path)))  # fmt: skip
    with ExitStack() as stack:
        logs = tmp_path / "actions.log", tmp_path / "server.log"
        both = [
            stack.enter_context(_rasa(logs[0], environment, "run", "actions", "--port", str(actions))),
            stack.enter_context(_rasa(logs[1], environment, *run)),
        ]
        async with aiohttp.ClientSession() as web:
            await _ready(web, both, (f"http://{LOOPBACK}:{actions}/health", f"http://{LOOPBACK}:{server}/status"), logs)
            yield StockTalker(web, f"http://{LOOPBACK}:{server}")


def _endpoints(folder: Path, port: int) -> Path:
    endpoints = yaml.safe_load((ROOT / "endpoints.yml").read_text(encoding="utf-8"))
    endpoints["action_endpoint"]["url"] = f"http://{LOOPBACK}:{port}/webhook"
    file = folder / "endpoints.yml"
    file.write_text(yaml.safe_dump(endpoints), encoding="utf-8")
    return file


def _credentials(folder: Path) -> Path:
    file = folder / "credentials.yml"
    file.write_text("rest:\n", encoding="utf-8")
    return file


async def _ready(
    web: aiohttp.ClientSession, processes: list[subprocess.Popen[bytes]], pages: tuple[str, ...], logs: tuple[Path, ...]
) -> None:
    """Wait until every page is served; skip where stock Rasa does not start at all."""
    deadline = time.monotonic() + STARTING_SECONDS
    for page in pages:
        while not await _serves(web, page):
            if time.monotonic() > deadline or any(process.poll() is not None for process in processes):
                pytest.skip(
                    "stock Rasa did not start: " + " … ".join(log.read_text("utf-8", "replace")[-600:] for log in logs)
                )
            await asyncio.sleep(0.1)


async def _serves(web: aiohttp.ClientSession, page: str) -> bool:
    try:
        async with web.get(page) as response:
            return response.status == 200
    except aiohttp.ClientError:
        return False


async def test_conversations_give_the_same_replies_under_stock_rasa(stock: StockTalker, ours: OurTalker) -> None:
    for person in CONVERSATIONS:
        theirs, here = await _conversation(stock, person), await _conversation(ours, person)
        for (said, heard_there), (_same, heard_here) in zip(theirs, here, strict=True):
            assert heard_there == heard_here, f"after {said!r}"


def test_stock_data_validation_ends_well(tmp_path: Path) -> None:
    printed = _ended(
        tmp_path / "log", _environment(tmp_path), "data", "validate", "--config", "config.yml", "--domain", "domain",
        "--data", "nlu/examples", "nlu/rules",
    )  # fmt: skip
    assert "No story structure conflicts found" in printed


def test_stock_core_test_passes_on_our_stories(model: Path, tmp_path: Path) -> None:
    _ended(
        tmp_path / "log", _environment(tmp_path), "test", "core", "--model", str(model), "--stories", "tests/stories",
        "--endpoints", "endpoints.yml", "--out", str(tmp_path / "results"), "--fail-on-prediction-errors",
    )  # fmt: skip
