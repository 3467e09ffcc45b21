"""What keeps a database in order while people are served: what is past its time goes, and the list of erasures is kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.app import App
from programme import erasure, erasures, inbox, outbox

log = logging.getLogger(__name__)

PURGE_EVERY = timedelta(hours=1)
LIST_EVERY = timedelta(minutes=1)
"""So much of the list may be missing when a whole machine is lost."""
KEPT = timedelta(days=2)
"""Telegram delivers nothing a second time after one day."""


async def keep_up(app: App) -> None:
    """Purge and keep the list, for ever; a database that is away for a while is waited for."""
    await asyncio.gather(_every(PURGE_EVERY, purge, app), _every(LIST_EVERY, keep_list, app))


async def _every(time: timedelta, duty: Callable[[App], Awaitable[None]], app: App) -> None:
    while True:
        try:
            await duty(app)
        except (SQLAlchemyError, OSError, ValueError) as error:
            log.error("upkeep waits", extra={"error": type(error).__name__})
        await asyncio.sleep(time.total_seconds())


async def purge(app: App) -> None:
    """Delete what was answered and delivered days ago, and the sealed records of people whose year is over."""
    now = app.surroundings.now()
    async with app.surroundings.sessions.begin() as session:
        await inbox.forget_done(session, now - KEPT)
        await outbox.forget_done(session, now - KEPT)
        await erasure.purge(session, now)


async def keep_list(app: App) -> None:
    """Bring the file of erasures, which must outlive the database, up to date."""
    async with app.surroundings.sessions() as session:
        erased = await erasures.of(session)
    erasures.add(app.settings.erasures, erased)


async def listed(app: App) -> str:
    """Brings the file up to date; nothing when that went well, else what is to be done. The erasures stand all the same."""
    try:
        await keep_list(app)
    except (ValueError, OSError) as error:
        return f"The list {app.settings.erasures} could not be written ({error}): mend it, a restore needs it. "
    return ""
