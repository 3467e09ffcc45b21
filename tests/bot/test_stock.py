"""The same model, domain, rules and actions under stock Rasa: one conversation gives the same replies both ways."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.said import Said
from tests.bot.conftest import World

pytestmark = [pytest.mark.model, pytest.mark.stock]
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
TURNS = [
    "नमस्ते, मुझे अपना काम रजिस्टर करना है", '/answer{"value": "yes"}', "आशा पटेल", "ट्रेनिंग के पैसे लगेंगे क्या?", "माँ अन्नपूर्णा",
    "इंदौर", "आम का अचार", '/answer{"value": "unsure"}', "98765", "9876543210", '/answer{"value": "skip"}',
]  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def stock(model: Path, tmp_path: Path) -> Iterator[str]:
    """A stock Rasa server with a stock action server; the address of its REST channel."""
    rasa_port, action_port = _free_port(), _free_port()
    database = f"sqlite:///{tmp_path / 'stock.sqlite3'}"
    environment = os.environ | {
        "MITRA_DATABASE_URL": database, "HOME": str(tmp_path), "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "bot.cli", "migrate"], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    endpoints = yaml.safe_load((ROOT / "endpoints.yml").read_text(encoding="utf-8"))
    endpoints["action_endpoint"]["url"] = f"http://127.0.0.1:{action_port}/webhook"
    (tmp_path / "endpoints.yml").write_text(yaml.safe_dump(endpoints), encoding="utf-8")
    (tmp_path / "credentials.yml").write_text("rest:\n", encoding="utf-8")
    commands = (
        ["rasa_sdk", "--actions", "actions", "--port", str(action_port)],
        ["rasa", "run", "--model", str(model), "--endpoints", str(tmp_path / "endpoints.yml"), "--credentials",
         str(tmp_path / "credentials.yml"), "--port", str(rasa_port), "--interface", "127.0.0.1"],
    )  # fmt: skip
    with (tmp_path / "stock.log").open("w", encoding="utf-8") as log:
        servers = [
            subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env=environment, stdout=log, stderr=log)
            for command in commands
        ]
        try:
            _wait_for(rasa_port, action_port, log=tmp_path / "stock.log")
            yield f"http://127.0.0.1:{rasa_port}/webhooks/rest/webhook"
        finally:
            for server in servers:
                server.terminate()
            for server in servers:
                server.wait(timeout=30)


def _wait_for(*ports: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    for port in ports:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                assert time.monotonic() < deadline, log.read_text(encoding="utf-8")[-2000:]
                time.sleep(0.3)


def _ask(address: str, text: str) -> list[dict[str, object]]:
    body = json.dumps({"sender": "asha", "message": text}).encode()
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        told: list[dict[str, object]] = json.load(answer)
    return told


async def test_stock_rasa_gives_the_same_replies(world: World, stock: str) -> None:
    ours = world.person("asha")
    for text in TURNS:
        theirs = await asyncio.to_thread(_ask, stock, text)
        await ours.does(Said(press=text) if text.startswith("/") else Said(text=text))
        # its channel sends each paragraph by itself, with the buttons under the last
        told = [part for reply in ours.answer.replies for part in reply.text.replace("Telegram", "rest").split("\n\n")]
        assert [str(one["text"]) for one in theirs] == told, text
        buttons = [button["payload"] for one in theirs for button in one.get("buttons", [])]  # type: ignore[attr-defined]
        assert buttons == [button.payload for button in ours.buttons], text


def test_stock_rasa_finds_the_data_valid(tmp_path: Path) -> None:
    environment = os.environ | {"HOME": str(tmp_path), "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(
        [sys.executable, "-m", "rasa", "data", "validate", "--domain", "domain", "--config", "config.yml", "--data", "nlu/examples",
         "nlu/rules"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]


def test_stock_rasa_tests_a_conversation(model: Path, tmp_path: Path) -> None:
    environment = os.environ | {"HOME": str(tmp_path), "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(
        [sys.executable, "-m", "rasa", "test", "core", "--model", str(model), "--stories", "tests/stories", "--out", str(tmp_path),
         "--endpoints", "endpoints.yml", "--fail-on-prediction-errors"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
