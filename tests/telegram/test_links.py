"""A poster's link names the bot that the token belongs to, and opens the workshop."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from bot.bench.fake_telegram import NAME, TOKEN, FakeTelegram
from bot.settings import ROOT


async def test_the_bots_name_is_asked_of_telegram(fake: FakeTelegram, sqlite_url: str, tmp_path: Path) -> None:
    def mitra(*arguments: str, token: str = TOKEN) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ, "MITRA_DATABASE_URL": sqlite_url, "MITRA_TELEGRAM_TOKEN": token,
            "MITRA_TELEGRAM_API_URL": fake.address, "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments], check=False, env=environment, cwd=tmp_path,
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip

    await asyncio.to_thread(mitra, "seed")
    drawn = await asyncio.to_thread(mitra, "workshops", "qr", "1", "--format", "svg")
    assert drawn.stdout.strip() == "workshop-1-en.svg"
    assert f"<desc>https://t.me/{NAME}?start=sample-01</desc>" in (tmp_path / "workshop-1-en.svg").read_text()
    refused = await asyncio.to_thread(mitra, "workshops", "qr", "1", token="12345:wrong-token-of-the-tests")
    assert refused.returncode == 1
    assert "with --bot" in refused.stderr
    assert "wrong-token" not in refused.stderr
