"""People who write to the bot over Telegram: real HTTP to a fake Bot API, a database of the test's own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import App, open_app
from bot.assistant import Assistant
from bot.bench.fake_telegram import TOKEN, FakeTelegram, Message
from bot.said import Button, Reply
from bot.settings import Settings, read_settings
from bot.telegram.conversation import Answering
from bot.telegram.incoming.polling import Polling
from bot.telegram.serving import Parts, connected
from tests.bot.conftest import Clock, World, agent, clock, model, world  # noqa: F401 - fixtures of the same dialogues
from tests.telegram.echo import Echo
from tests.telegram.post import NOON, Post

FAST = 0.03
"""Seconds between two messages in a chat, here and in the fake: the same rule, a shorter second."""
PATIENCE = 20.0


def with_buttons(words: str, *buttons: tuple[str, str]) -> tuple[Reply, ...]:
    return (Reply(words, tuple(Button(label, payload) for label, payload in buttons)),)


@dataclass
class Chatter:
    """Somebody with a phone."""

    chat: int
    fake: FakeTelegram
    seen: int = 0
    last: list[Message] = field(default_factory=list)

    def writes(self, text: str, **content: Any) -> dict[str, Any]:
        return self.fake.writes(self.chat, text, **content)

    def sends(self, **content: Any) -> dict[str, Any]:
        return self.fake.update(message=self.fake.message(self.chat, **content))

    async def hears(self, part: str) -> Message:
        """Wait for a message with `part` among those not heard yet."""
        return await self._next(lambda message: part in message.text, part)

    async def gets_document(self) -> Message:
        return await self._next(lambda message: message.document is not None, "a document")

    async def _next(self, fits: Callable[[Message], bool], what: str) -> Message:
        await until(lambda: any(fits(message) for message in self.fake.to(self.chat)[self.seen :]), self._heard(what))
        for message in self.fake.to(self.chat)[self.seen :]:
            self.seen += 1
            if fits(message):
                return message
        raise AssertionError(what)

    def _heard(self, what: str) -> Callable[[], str]:
        return lambda: f"{what!r} is not in {[message.text for message in self.fake.to(self.chat)[self.seen :]]}"

    async def taps(self, label: str) -> dict[str, Any]:
        """Tap the newest button whose label holds `label`."""
        return self.fake.presses(self.chat, self.button(label))

    def button(self, label: str) -> dict[str, Any]:
        buttons = [one for message in self.fake.to(self.chat) for one in message.buttons if label in one["text"]]
        assert buttons, label
        return buttons[-1]


async def until(true: Callable[[], bool], what: Callable[[], str] = str, seconds: float = PATIENCE) -> None:
    """Wait until something is true over there; fail with `what` when it never is."""
    try:
        async with asyncio.timeout(seconds):
            while not true():
                await asyncio.sleep(0.005)
    except TimeoutError:
        raise AssertionError(what()) from None


class Line:
    """A bot that serves, which may be stopped and started again on the same database."""

    def __init__(self, app: App, fake: FakeTelegram, assistant: Answering) -> None:
        self.app, self.fake, self.assistant = app, fake, assistant
        self.fatal: list[Exception] = []
        self._stack = AsyncExitStack()
        self.parts: Parts

    async def start(self, *, polls: bool = True) -> None:
        self.parts = await self._stack.enter_async_context(
            connected(self.app, self.assistant, self.fatal.append, per_chat=self.fake.per_chat)
        )
        if polls:
            self.task = asyncio.create_task(Polling(self.parts.client, self.parts.receiving, rest=0.05).run())
            self._stack.push_async_callback(self._stop_polling)

    async def _stop_polling(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)

    async def stop(self) -> None:
        await self._stack.aclose()
        self._stack = AsyncExitStack()

    async def rows(self, sql: str) -> list[dict[str, Any]]:
        """What was committed, through a session of its own."""
        async with self.app.surroundings.sessions() as session:
            return [dict(row) for row in (await session.execute(text(sql))).mappings()]

    async def change(self, use_case: Callable[[AsyncSession], Any]) -> None:
        async with self.app.surroundings.sessions.begin() as session:
            await use_case(session)

    async def has_answered(self, number: int) -> None:
        """Wait until so many updates are done, and everything said to them is delivered."""
        async with asyncio.timeout(PATIENCE):
            while len(await self.rows("select id from updates where done_at is not null")) < number:
                await asyncio.sleep(0.01)
        await until(lambda: not self.parts.delivering.waiting)


def settings_for(fake: FakeTelegram, database_url: str, **more: Any) -> Settings:
    return read_settings(
        database_url=database_url,
        telegram_token=TOKEN,
        telegram_api_url=fake.address,
        telegram_rate=fake.overall,
        **more,
    )


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(per_chat=FAST).serving() as served:
        yield served
        assert not served.broken, f"the bot broke Telegram's limits {len(served.broken)} times: {set(served.broken)}"


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
async def line(fake: FakeTelegram, sqlite_url: str, echo: Echo) -> AsyncIterator[Line]:
    """The doorway with an assistant that repeats."""
    async with open_app(settings_for(fake, sqlite_url)) as app:
        opened = Line(app, fake, echo)
        await opened.start()
        yield opened
        await opened.stop()


@pytest.fixture
async def mitra(fake: FakeTelegram, world: World, sqlite_url: str) -> AsyncIterator[Line]:  # noqa: F811
    """The doorway with the real assistant."""
    settings = settings_for(fake, world.app.settings.database_url)
    app = App(settings, world.app.engine, world.app.surroundings)
    assert isinstance(world.assistant, Assistant)
    opened = Line(app, fake, world.assistant)
    await opened.start()
    yield opened
    await opened.stop()


@pytest.fixture
def asha(fake: FakeTelegram) -> Chatter:
    return Chatter(101, fake)


@pytest.fixture
def ravi(fake: FakeTelegram) -> Chatter:
    return Chatter(202, fake)


@pytest.fixture
def post(mitra: Line, clock: Clock) -> Post:  # noqa: F811
    """The workers' part of the bot, at noon; the test says when what is due goes out."""
    clock.moment = NOON
    return Post(mitra, clock)
