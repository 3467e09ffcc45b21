"""The picture in the README shows what the bot says: the same conversations are had again, over Telegram."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.bench.fake_telegram import Message
from bot.settings import ROOT
from tests.telegram.conftest import Chatter, Line
from tests.telegram.post import Post

DATA, PICTURE = ROOT / "docs/conversation/said.yml", ROOT / "docs/conversation.svg"
CONVERSATIONS: list[dict[str, Any]] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
MOST_BYTES = 300_000


def shown_in(part: str, message: Message) -> bool:
    """Is `part` what was sent, but for what `…` stands for?"""
    pattern = ".*".join(re.escape(piece.strip()) for piece in part.split("…"))
    return re.fullmatch(pattern, message.html, re.DOTALL) is not None


@dataclass
class Again:
    """A conversation that is had again; `done` updates were answered, `heard` messages compared."""

    mitra: Line
    post: Post
    asha: Chatter
    done: int = 0
    heard: int = 0

    async def goes_on(self, turn: dict[str, Any]) -> None:
        """What the person does in one turn of the picture, answered; and the days that pass."""
        for text in turn.get("unseen", [turn["says"]] if "says" in turn else []):
            self.asha.writes(text)
            await self._is_answered()
        if "pressed" in turn:
            await self.asha.taps(turn["pressed"])
            await self._is_answered()
        for _day in range(turn.get("days", 0)):
            self.post.clock.passes(days=1)
            await self.post.goes_out()

    async def _is_answered(self) -> None:
        self.done += 1
        await self.mitra.has_answered(self.done)

    def hears(self, turn: dict[str, Any]) -> None:
        """The message of one turn is among those not compared yet, with just these buttons."""
        sent = self.asha.fake.to(101)[self.heard :]
        fitting = [number for number, message in enumerate(sent) if shown_in(turn["hears"], message)]
        assert fitting, f"{turn['hears']}\nis not among\n{[message.html for message in sent]}"
        assert [button["text"] for button in sent[fitting[0]].buttons] == turn.get("buttons", [])
        self.heard += fitting[0] + 1


@pytest.mark.model
@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda one: one["title"])
async def test_every_reply_of_the_picture_is_one_of_the_bots(
    mitra: Line,
    post: Post,
    asha: Chatter,
    conversation: dict[str, Any],
) -> None:
    again = Again(mitra, post, asha)
    for turn in conversation["turns"]:
        if "hears" in turn:
            again.hears(turn)
        if "gets" in turn:
            assert turn["gets"] in [message.document_name for message in asha.fake.to(101)]
        await again.goes_on(turn)


def test_the_picture_is_drawn_from_its_words(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.svg"
    subprocess.run([sys.executable, ROOT / "docs/conversation/draw.py", drawn], check=True)
    assert drawn.read_bytes() == PICTURE.read_bytes(), "run `uv run python docs/conversation/draw.py`"
    assert len(drawn.read_bytes()) < MOST_BYTES
