"""Whether this process does its work: the database answers, and Telegram was heard of lately."""

from __future__ import annotations

import asyncio

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.app import App
from bot.telegram.incoming.receiving import Receiving

SILENCE_SECONDS = 120.0
"""A long poll ends after 25 seconds at the latest, even when nobody writes."""
DATABASE_SECONDS = 5.0


class Watch:
    """Looks when asked. A webhook is silent as long as nobody writes, so there only the database tells."""

    def __init__(self, app: App, receiving: Receiving) -> None:
        self._app = app
        self._receiving = receiving

    async def problem(self) -> str | None:
        """What is wrong, in a few words; None when all is well."""
        try:
            async with asyncio.timeout(DATABASE_SECONDS), self._app.engine.connect() as connection:
                await connection.execute(text("select 1"))
        except (SQLAlchemyError, OSError, TimeoutError):
            return "the database does not answer"
        if self._app.settings.webhook_url is None and self._silence() > SILENCE_SECONDS:
            return "Telegram does not answer"
        return None

    def _silence(self) -> float:
        return (self._app.surroundings.now() - self._receiving.heard_at).total_seconds()
