"""Telling Telegram where updates go: to an address of ours, or to nobody but who fetches them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.app import CannotStart
from bot.telegram.line.client import FIRST_REST, LONGEST_REST, WRONG_TOKEN, Client, silence_of

log = logging.getLogger(__name__)

REFUSALS = {
    "https": "an https address is needed", "resolve": "its host cannot be found", "reserved": "its host is not public",
    "port": "its port must be 443, 80, 88 or 8443", "certificate": "its certificate is refused",
}  # fmt: skip
"""What Telegram may have against an address, in our words: its own go no further."""


async def without_webhook(client: Client) -> None:
    """Delete the webhook that may be set, of this program or another: until then fetching fails as if somebody else did.

    Raises `CannotStart` when the token is refused.
    """
    try:
        await _until_done(client.bot.delete_webhook)
    except BadRequest:  # a server that knows no webhooks has none
        return


async def with_webhook(client: Client, url: str, word: str) -> None:
    """Have updates sent to `url`. Raises `CannotStart` when the address or the token is refused."""

    async def set_it() -> Any:
        return await client.bot.set_webhook(url, secret_token=word, allowed_updates=[], max_connections=20)

    try:
        await _until_done(set_it)
    except BadRequest as error:
        known = next((words for sign, words in REFUSALS.items() if sign in str(error).lower()), "")
        raise CannotStart(f"Telegram refuses MITRA_WEBHOOK_URL={url}" + (f": {known}" if known else "")) from None


async def _until_done(call: Callable[[], Awaitable[Any]]) -> None:
    rest = FIRST_REST
    while True:
        try:
            await call()
            return
        except BadRequest:
            raise
        except InvalidToken:
            raise CannotStart(WRONG_TOKEN) from None  # the library's words may hold the token
        except TelegramError as error:
            seconds = max(rest, silence_of(error))
            log.warning(
                "the webhook cannot be changed, trying again",
                extra={"reason": type(error).__name__, "seconds": seconds},
            )
            await asyncio.sleep(seconds)
            rest = min(LONGEST_REST, rest * 2)
