"""A process that works: the courier, the engine and a name of its own, put together."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import App
from bot.jobs.courier import Courier
from bot.jobs.engine import Engine, running
from bot.jobs.names import own_name
from bot.settings import VAR
from bot.telegram.line.client import CONNECTIONS, client_of
from bot.telegram.outgoing.limiter import Limiter
from bot.telegram.outgoing.sending import Posting, Sending
from bot.telegram.serving import is_paid, limiter_for

log = logging.getLogger(__name__)

NAMES = VAR / "workers"
KEPT_FOR_REPLIES = 16
"""Connections to Telegram that bulk never takes, however long its answers are in coming."""


@asynccontextmanager
async def working(app: App, sending: Posting, limiter: Limiter) -> AsyncIterator[Engine]:
    """Send what is to be sent unasked, beside whatever else this process does."""
    with own_name(NAMES) as name:
        courier = Courier(
            app.surroundings,
            sending,
            limiter,
            worker=name,
            rate=app.settings.broadcast_rate,
            most_under_way=CONNECTIONS - KEPT_FOR_REPLIES,
        )
        async with running(
            Engine(app.surroundings, courier, worker=name, database_url=app.settings.database_url)
        ) as engine:
            log.info("working")
            yield engine


async def work(app: App) -> None:
    """Only work, until told to stop by SIGTERM or SIGINT."""
    client = client_of(app.settings)
    await client.open()
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    try:
        async with working(app, Sending(client.bot, paid=is_paid(app.settings)), limiter_for(app.settings)):
            await stopped.wait()
            log.info("stopping")
    finally:
        await client.close()
