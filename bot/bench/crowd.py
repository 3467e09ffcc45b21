"""A crowd on Telegram: so many people at once, each of whom takes the turns of the script, reads, presses, goes on."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.bench.conversations import PHRASES, SCRIPT, Kind
from bot.bench.fake_telegram import FakeTelegram, Message
from bot.failed import Failed

SEATS = 200
READING_SECONDS = 1.4
"""From the last message of an answer; longer than the second that must lie between two messages of one chat."""
PATIENCE_SECONDS = 60.0
LOOKING_SECONDS = 0.1

Update = dict[str, Any]
Buttons = list[tuple[str, str]]
"""What a button means and what it carries, in the order shown."""


@dataclass(frozen=True)
class Line:
    """How the crowd reaches a bot: how an update is delivered, which buttons a person can press now, and whether she has
    been told everything. `strict` when every turn of the script must find its button.
    """

    deliver: Callable[[Update], Awaitable[bool]]
    shown: Callable[[Somebody], Buttons]
    told_all: Callable[[Somebody], bool]
    strict: bool


@dataclass
class Somebody:
    """One person: what lies in her chat, and when the last message came."""

    chat: int
    language: str
    heard_at: float = 0.0
    carried: list[str] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def hears(self, message: Message, now: float) -> None:
        self.heard_at = now
        self.carried += [str(button["callback_data"]) for button in message.buttons]
        self.answered.set()


class Pace:
    """How often somebody of the crowd begins a turn: `rate` a second, or as often as they like."""

    def __init__(self, rate: float | None = None) -> None:
        self._apart = 1 / rate if rate else 0.0
        self._next = 0.0

    async def wait(self) -> None:
        """Wait for the next moment; moments at which nobody was ready are not made up for."""
        if not self._apart:
            return
        now = asyncio.get_running_loop().time()
        self._next = max(self._next + self._apart, now)
        await asyncio.sleep(self._next - now)


class Crowd:
    """Everybody who talks. Milliseconds from an update until the first message of its answer end up in `milliseconds`."""

    def __init__(self, fake: FakeTelegram, line: Line, seats: int = SEATS) -> None:
        self._fake, self._line = fake, line
        self._people: dict[int, Somebody] = {}
        self._chats = itertools.count(1)
        self._seats = seats
        self._tasks: list[asyncio.Task[None]] = []
        self.pace = Pace()
        self.milliseconds: list[float] = []
        self.lost = 0
        fake.on_sent = self._on_sent

    def begin(self) -> None:
        self._tasks = [asyncio.create_task(self._sit()) for _seat in range(self._seats)]

    async def end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def until(self, turns: int, seconds: float) -> None:
        """Let them talk until so many turns are taken or so much time is over. Raises what stopped one of them."""
        over = asyncio.get_running_loop().time() + seconds
        while len(self.milliseconds) + self.lost < turns and asyncio.get_running_loop().time() < over:
            await asyncio.sleep(LOOKING_SECONDS)
            for task in self._tasks:
                if task.done():
                    task.result()

    def _on_sent(self, message: Message) -> None:
        if person := self._people.get(message.chat):
            person.hears(message, asyncio.get_running_loop().time())

    async def _sit(self) -> None:
        """One seat after the other is taken by a new person when the last one has come to the end of the script."""
        while True:
            chat = next(self._chats)
            person = self._people[chat] = Somebody(chat, list(PHRASES)[chat % len(PHRASES)])
            for kind, words in script_of(person.language):
                content = await self._content(person, kind, words)
                await self.pace.wait()
                await self._take(person, content)
                await self._read(person)
            del self._people[chat]

    async def _take(self, person: Somebody, content: Update) -> None:
        loop = asyncio.get_running_loop()
        person.answered.clear()
        person.carried.clear()
        began = loop.time()
        taken = await self._line.deliver(content)
        try:
            await asyncio.wait_for(person.answered.wait(), PATIENCE_SECONDS if taken else LOOKING_SECONDS)
        except TimeoutError:
            taken = False
        if taken:
            self.milliseconds.append((person.heard_at - began) * 1000)
        else:
            self.lost += 1

    async def _read(self, person: Somebody) -> None:
        loop = asyncio.get_running_loop()
        while not self._line.told_all(person):  # noqa: ASYNC110 - it is a database of another process that knows
            await asyncio.sleep(LOOKING_SECONDS)
        await asyncio.sleep(person.heard_at + READING_SECONDS - loop.time())

    async def _content(self, person: Somebody, kind: Kind, words: str) -> Update:
        if kind != "press":
            return {"message": self._fake.message(person.chat, text=words, language=person.language)}
        return {"callback_query": self._fake.press(person.chat, await self._button(person, words))}

    async def _button(self, person: Somebody, wanted: str) -> str:
        """What the first button that means `wanted` carries, once it is there."""
        loop = asyncio.get_running_loop()
        until = loop.time() + (PATIENCE_SECONDS if self._line.strict else 0.0)
        while True:
            found = next((data for payload, data in self._line.shown(person) if payload.startswith(wanted)), None)
            if found in person.carried:
                return str(found)
            if loop.time() >= until:
                break
            await asyncio.sleep(LOOKING_SECONDS)
        if self._line.strict:
            raise Failed(f"the conversation left its script: no button {wanted!r} in {person.language}")
        return wanted


def script_of(language: str) -> Iterator[tuple[Kind, str]]:
    """The turns of a person who speaks `language`: what she writes, or the beginning of what her button means."""
    for kind, words in SCRIPT:
        yield kind, words if kind == "press" else PHRASES[language][words]
