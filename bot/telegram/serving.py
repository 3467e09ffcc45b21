"""The bot, put together: what was left is taken up, what comes is written down, answered and delivered."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from bot.app import App, CannotStart
from bot.settings import Settings
from bot.telegram.conversation import Answering, Conversation
from bot.telegram.incoming.door import MOST_AT_HEALTH
from bot.telegram.incoming.listening import health, listening, webhook
from bot.telegram.incoming.polling import Polling
from bot.telegram.incoming.queues import Queues
from bot.telegram.incoming.receiving import Receiving
from bot.telegram.line.client import WRONG_TOKEN, Client, client_of
from bot.telegram.line.webhooks import with_webhook, without_webhook
from bot.telegram.links import address_of
from bot.telegram.metrics import INBOX, OUTBOX
from bot.telegram.outgoing.delivering import Delivering
from bot.telegram.outgoing.limiter import OVERALL, PER_CHAT_SECONDS, Limiter
from bot.telegram.outgoing.recording import Recorder
from bot.telegram.outgoing.sending import Sending
from bot.telegram.staff.progress import EVERY_SECONDS, Progress
from bot.telegram.surface import present
from bot.telegram.watching import Watch
from bot.telegram.writing.letters import Letter
from bot.upkeep import keep_up
from programme import outbox
from programme.surroundings import Surroundings, use

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Turns side by side: one computes while others wait for the database."""
GRACE_SECONDS = 20.0

Beside = Callable[["Parts"], AbstractAsyncContextManager[Any]]

NO_SECRET = (
    "MITRA_WEBHOOK_SECRET is not set, and MITRA_WEBHOOK_URL needs it: 16 to 256 letters, digits, _ or -. "
    "Example: MITRA_WEBHOOK_SECRET=a-long-random-word-of-letters-and-digits"
)


@dataclass(frozen=True)
class Parts:
    """The connected parts of a bot that serves."""

    client: Client
    receiving: Receiving
    queues: Queues
    delivering: Delivering
    sending: Sending
    limiter: Limiter
    progress: Progress

    async def take_up(self, surroundings: Surroundings) -> None:
        """Go on with what an earlier process left: replies that are not delivered first, then what is not answered."""
        async with surroundings.sessions() as session:
            left = await outbox.waiting(session)
        self.delivering.hand_over(Letter.from_json(row.id, row.chat, row.content or '{"text": ""}') for row in left)
        updates = await self.receiving.take_up()
        if left or updates:
            log.info("taken up", extra={"updates": updates, "replies": len(left)})

    async def stop(self) -> None:
        """Finish turns and messages under way; the rest waits in inbox and outbox."""
        await self.queues.stop(GRACE_SECONDS)
        await self.delivering.stop(GRACE_SECONDS)
        await self.progress.stop()
        await self.client.close()


def limiter_for(settings: Settings, per_chat: float = PER_CHAT_SECONDS) -> Limiter:
    """One limiter for all that a process sends. Bulk that is paid for is no part of the free messages."""
    return Limiter(settings.telegram_rate, per_chat, bulk_counts=not is_paid(settings))


def is_paid(settings: Settings) -> bool:
    """Whether broadcasts go faster than Telegram lets them for nothing: then each is paid for with Stars."""
    return settings.broadcast_rate > OVERALL


def connect(
    app: App, assistant: Answering, client: Client, fatal: Callable[[Exception], None], *, per_chat: float = PER_CHAT_SECONDS
) -> Parts:  # fmt: skip
    """Connect the parts. The client is open already, so that the bot's name is known."""
    name = client.bot.username
    limiter = limiter_for(app.settings, per_chat)
    sending = Sending(client.bot, paid=is_paid(app.settings))
    progress = Progress(app.surroundings, sending, limiter, every=EVERY_SECONDS * per_chat / PER_CHAT_SECONDS)
    delivering = Delivering(
        sending, Recorder(app.surroundings), limiter, fatal,
        followed=lambda letter, message: progress.follow(letter.chat, message, letter.follows, at_once=False),
    )  # fmt: skip
    conversation = Conversation(
        assistant, app.surroundings, delivering, bot_name=name, languages=app.settings.language_codes,
        show_typing=client.show_typing, show=lambda *place: progress.follow(*place, at_once=True),
    )  # fmt: skip
    queues = Queues(conversation.take, delivering.room_for, at_once=AT_ONCE)
    receiving = Receiving(app.surroundings, queues, bot_name=name, acknowledge=client.acknowledge)
    INBOX.set_function(lambda: queues.waiting)
    OUTBOX.set_function(lambda: delivering.waiting)
    return Parts(client, receiving, queues, delivering, sending, limiter, progress)


@asynccontextmanager
async def connected(
    app: App, assistant: Answering, fatal: Callable[[Exception], None], *, per_chat: float = PER_CHAT_SECONDS
) -> AsyncIterator[Parts]:
    """A bot that has taken up what was left; stopped at the end."""
    client = client_of(app.settings)
    await client.open()
    use(replace(app.surroundings, bot_link=address_of(client.bot.username)))
    parts = connect(app, assistant, client, fatal, per_chat=per_chat)
    try:
        await parts.take_up(app.surroundings)
        yield parts
    finally:
        await parts.stop()


async def serve(app: App, assistant: Answering, beside: Beside | None = None) -> None:
    """Serve until told to stop by SIGTERM or SIGINT; what works `beside` is given the parts, and stops first.

    Raises `CannotStart` when going on is useless.
    """
    ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    _stop_on_signal(ended)

    def fatal(_error: Exception) -> None:
        if not ended.done():
            ended.set_exception(CannotStart(WRONG_TOKEN))

    async with AsyncExitStack() as stack:
        parts = await stack.enter_async_context(connected(app, assistant, fatal))
        if app.settings.health_listen:
            watched = health(Watch(app, parts.receiving).problem)
            await stack.enter_async_context(
                listening(watched, app.settings.health_listen, "MITRA_HEALTH_LISTEN", most=MOST_AT_HEALTH)
            )
        presenting = asyncio.create_task(present(parts.client.bot, app.surroundings.profile))
        stack.push_async_callback(_cancel, [presenting])
        come_in = _called(app, parts) if app.settings.webhook_url else _polled(parts)
        tasks = [asyncio.create_task(duty) for duty in (come_in, keep_up(app))]
        if beside is not None:
            await stack.enter_async_context(beside(parts))
        stack.push_async_callback(_cancel, tasks)
        log.info("serving", extra={"bot": parts.client.bot.username})
        await asyncio.wait([ended, *tasks], return_when=asyncio.FIRST_COMPLETED)
        log.info("stopping")
        for future in (ended, *tasks):
            if future.done():
                future.result()


async def _polled(parts: Parts) -> None:
    """Updates by long polling."""
    await without_webhook(parts.client)
    await Polling(parts.client, parts.receiving).run()


async def _called(app: App, parts: Parts) -> None:
    """Updates by webhook. Raises `CannotStart` without a secret, or when Telegram refuses the address."""
    url, secret = app.settings.webhook_url, app.settings.webhook_secret
    if url is None or secret is None:
        raise CannotStart(NO_SECRET)
    word = secret.get_secret_value()
    async with listening(
        webhook(url, word, parts.receiving.receive), app.settings.webhook_listen, "MITRA_WEBHOOK_LISTEN"
    ):
        await with_webhook(parts.client, url, word)
        await asyncio.Event().wait()


def _stop_on_signal(ended: asyncio.Future[None]) -> None:
    def stop() -> None:
        if not ended.done():
            ended.set_result(None)

    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop)


async def _cancel(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
