"""Long polling: fetch, write down, and only with the next request tell Telegram that it may forget."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any, Protocol

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.app import CannotStart
from bot.telegram.incoming.reading import number_of
from bot.telegram.incoming.receiving import Receiving
from bot.telegram.line.client import ANOTHER, WRONG_TOKEN, silence_of, trouble_of

log = logging.getLogger(__name__)

LONGEST_REST = 30.0
MOST_CONFLICTS = 6


class Fetching(Protocol):
    """Where updates come from; the client."""

    async def fetch(self, offset: int | None) -> list[Any]: ...


class Polling:
    """Fetches until stopped."""

    def __init__(self, client: Fetching, receiving: Receiving, *, rest: float = 1.0) -> None:
        self._client = client
        self._receiving = receiving
        self._first_rest = rest

    async def run(self) -> None:
        """Fetch and write down for ever. Raises `CannotStart` when the token is refused or somebody else polls too."""
        offset: int | None = None
        failures = conflicts = 0
        while True:
            began = time.monotonic()
            try:
                updates = await self._client.fetch(offset)
                await self._receiving.receive(updates)
            except Conflict as error:
                conflicts += 1
                if conflicts >= MOST_CONFLICTS:  # one or two are our own last request, not yet given up by Telegram
                    raise CannotStart(ANOTHER) from error
                await self._rest(conflicts, error)
            except InvalidToken:
                raise CannotStart(WRONG_TOKEN) from None  # the library's words hold the token
            except (TelegramError, SQLAlchemyError, OSError) as error:
                failures += 1
                await self._rest(failures, error)
            else:
                if failures:
                    log.info("Telegram and the database answer again")
                failures = conflicts = 0
                # what came is acknowledged with the next request; after that an offset is not needed, and would hide
                # updates with lower numbers: after a quiet week Telegram begins at a number of chance
                offset = max((number + 1 for number in map(number_of, updates) if number is not None), default=None)
                if offset is None:
                    await self._pause(began)

    async def _pause(self, began: float) -> None:
        """A server that does not wait for updates before it says that there are none is not asked without a pause."""
        await asyncio.sleep(max(0.0, self._first_rest - (time.monotonic() - began)))

    async def _rest(self, failures: int, error: Exception) -> None:
        seconds = min(LONGEST_REST, self._first_rest * 2 ** min(failures - 1, 6))
        if isinstance(error, RetryAfter):
            seconds = silence_of(error)
        log.warning(_trouble(error), extra={"reason": type(error).__name__, "seconds": seconds})
        await asyncio.sleep(seconds)


def _trouble(error: Exception) -> str:
    """What goes wrong, in words for whoever runs this."""
    if isinstance(error, Conflict):
        return "another program may be fetching with the same token, trying again"
    if isinstance(error, NetworkError):
        return trouble_of(error)
    if isinstance(error, TelegramError):
        return "Telegram delivers nothing, trying again"
    return "the database cannot be used, trying again"
