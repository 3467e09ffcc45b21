"""The people of the terminal's dialogues, with phones: what they say goes over the wire, and what they hear comes from it."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.app import App
from bot.assistant import Assistant
from bot.bench.fake_telegram import FakeTelegram, Message
from bot.said import Answer, Button, Document, Reply, Said
from bot.telegram.conversation import Keep
from bot.telegram.writing.letters import SHARE_NUMBER
from tests.bot.conftest import Talker, World
from tests.telegram.conftest import Line, settings_for

KINDS: dict[str, Any] = {"photo": [{}], "voice": {}}


class Overheard:
    """The assistant, whose answers are remembered by person: the wire carries neither intents nor payloads."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self.answers: dict[str, Answer] = {}

    async def take_turn(self, person: str, said: Said, keep: Keep | None = None) -> Answer:
        self.answers[person] = Answer()
        self.answers[person] = await self._assistant.take_turn(person, said, keep)
        return self.answers[person]


@dataclass
class Phone(Talker):
    """A talker whose words are updates, and whose buttons are those that Telegram shows."""

    line: Line | None = None
    tokens: dict[str, str] = field(default_factory=dict)

    @property
    def chat(self) -> int:
        return int(self.key.partition(":")[2])

    async def does(self, said: Said) -> Answer:
        assert self.line is not None
        before = len(self.line.fake.to(self.chat))
        await self._send(self.line, said)
        overheard: Answer = self.line.assistant.answers[self.key]  # type: ignore[attr-defined]
        self.answer = replace(overheard, replies=self._shown(self.line.fake.to(self.chat)[before:], overheard))
        self._hears_only_her_language()
        return self.answer

    async def _send(self, line: Line, said: Said) -> None:
        [done] = await line.rows("select count(done_at) as number from updates")
        if said.press is not None:
            line.fake.presses(self.chat, {"callback_data": self.tokens.get(said.press, "stale")})
        elif said.contact is not None:
            contact = {"phone_number": said.contact, "user_id": self.chat, "first_name": "A"}
            line.fake.update(message=line.fake.message(self.chat, contact=contact))
        elif said.kind is not None:
            line.fake.update(message=line.fake.message(self.chat, **{said.kind: KINDS[said.kind]}))
        else:
            line.fake.writes(self.chat, said.text or "")
        await line.has_answered(done["number"] + 1)

    def _shown(self, messages: list[Message], overheard: Answer) -> tuple[Reply, ...]:
        """What the person sees. Every button of the answer must be there, in its order, under its label."""
        meant = [button for reply in overheard.replies for button in reply.buttons]
        seen = [button["text"] for message in messages for button in (*message.buttons, *message.keys)]
        assert sorted(seen) == sorted(button.label for button in meant), (seen, meant)
        payloads = {button.label: button.payload for button in meant}
        for message in messages:
            self.tokens |= {payloads[one["text"]]: one["callback_data"] for one in message.buttons}
        return tuple(_reply(message, payloads) for message in messages)


def _reply(message: Message, payloads: dict[str, str]) -> Reply:
    labels = [one["text"] for one in (*message.buttons, *message.keys)]
    buttons = tuple(Button(label, payloads[label]) for label in labels if payloads[label] != SHARE_NUMBER)
    document = Document(message.document_name or "", message.document) if message.document else None
    return Reply(message.text, buttons, document)


@pytest.fixture
async def world(fake: FakeTelegram, world: World) -> AsyncIterator[World]:
    app = App(settings_for(fake, world.app.settings.database_url), world.app.engine, world.app.surroundings)
    line = Line(app, fake, Overheard(world.assistant))
    await line.start()
    numbers: dict[str, int] = {"asha": 101}
    count = itertools.count(1001)

    def person(name: str) -> Talker:
        chat = numbers.setdefault(name, next(count))
        return Phone(f"telegram:{chat}", world.assistant, line=line)

    world.person = person  # type: ignore[method-assign]
    yield world
    await line.stop()


@pytest.fixture
def asha(world: World) -> Talker:
    return world.person("asha")
