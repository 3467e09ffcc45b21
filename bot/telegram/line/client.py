"""The bot's own connection to Telegram: who we are, acknowledging buttons, typing, fetching updates."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from pydantic import SecretStr
from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.app import CannotStart
from bot.settings import Settings
from bot.telegram.line.answers import NoAnswer
from bot.telegram.line.requests import AiohttpRequest
from bot.telegram.line.skew import Skew

log = logging.getLogger(__name__)

FETCH_SECONDS = 25
CONNECTIONS = 64
ANSWER_SECONDS = 20.0
FIRST_REST, LONGEST_REST = 1.0, 30.0
NO_TOKEN = "MITRA_TELEGRAM_TOKEN is not set: get a token from @BotFather. Example: MITRA_TELEGRAM_TOKEN=12345:abc"
WRONG_TOKEN = "Telegram refuses the token in MITRA_TELEGRAM_TOKEN: take it from @BotFather again"
ANOTHER = "another program fetches this bot's messages with the same token: stop it, or use a token of your own"


class Client:
    """One bot at one Bot API server."""

    def __init__(self, token: str, api_url: str) -> None:
        skew = Skew()
        self._fetching = AiohttpRequest(1, FETCH_SECONDS + ANSWER_SECONDS, on_answer=skew.heard)
        sending = AiohttpRequest(CONNECTIONS, ANSWER_SECONDS, on_answer=skew.heard)
        self.bot = Bot(
            token, base_url=f"{api_url.rstrip('/')}/bot", request=sending, get_updates_request=self._fetching
        )
        self._besides: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Ask Telegram who we are, until it answers. Raises `CannotStart` when it refuses the token."""
        rest = FIRST_REST
        while True:
            try:
                return await self.bot.initialize()
            except InvalidToken:
                raise CannotStart(WRONG_TOKEN) from None  # the library's words hold the token
            except TelegramError as error:
                seconds = max(rest, silence_of(error))
                log.warning(trouble_of(error), extra={"reason": type(error).__name__, "seconds": seconds})
                await asyncio.sleep(seconds)
                rest = min(LONGEST_REST, rest * 2)

    async def close(self) -> None:
        """End every connection."""
        for task in self._besides:
            task.cancel()
        await self.bot.shutdown()

    async def fetch(self, offset: int | None) -> list[Any]:
        """Updates as Telegram sends them, waiting for the first; `offset` acknowledges all before it.

        Not the library's own `get_updates`: one update that its classes cannot hold would hold up all that follow.
        """
        asked: dict[str, Any] = {"timeout": FETCH_SECONDS, "allowed_updates": "[]"}
        if offset is not None:
            asked["offset"] = offset
        updates: list[Any] = await self._fetching.call(f"{self.bot.base_url}/getUpdates?{urlencode(asked)}")
        return updates

    def acknowledge(self, callback: str) -> None:
        """Let the button that was pressed stop shining; whether that works changes nothing."""
        self._beside(self.bot.answer_callback_query(callback))

    async def show_typing(self, chat: str) -> None:
        """Show that an answer is being thought of."""
        try:
            await self.bot.send_chat_action(chat, ChatAction.TYPING)
        except Exception as error:
            log.debug("typing not shown: %s", type(error).__name__)

    def _beside(self, call: Awaitable[Any]) -> None:
        async def quietly() -> None:
            try:
                await call
            except Exception as error:
                if not isinstance(error, BadRequest):  # too old to be acknowledged
                    log.warning("a button was not acknowledged", extra={"reason": type(error).__name__})

        task = asyncio.create_task(quietly())
        self._besides.add(task)
        task.add_done_callback(self._besides.discard)


def silence_of(error: TelegramError) -> float:
    """How many seconds Telegram wants to be left alone."""
    wait = error.retry_after if isinstance(error, RetryAfter) else 0
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def trouble_of(error: TelegramError) -> str:
    """Why Telegram cannot be reached, in words for whoever runs this."""
    if "certificate" in str(error).lower():
        return "Telegram's certificate is refused, trying again: is this machine's clock right?"
    if isinstance(error, NoAnswer):
        return "what answers is no Bot API, trying again: is MITRA_TELEGRAM_API_URL right?"
    if isinstance(error, RetryAfter):
        return "Telegram wants to be left alone for a while, trying again"
    return "Telegram cannot be reached, trying again"


def check_token(settings: Settings) -> SecretStr:
    """The settings' token. Raises `CannotStart` when there is none."""
    if settings.telegram_token is None:
        raise CannotStart(NO_TOKEN)
    return settings.telegram_token


def client_of(settings: Settings) -> Client:
    """The client of the settings' bot. Raises `CannotStart` when there is no token, or one that cannot be any."""
    try:
        return Client(check_token(settings).get_secret_value(), settings.telegram_api_url)
    except InvalidToken:
        raise CannotStart(WRONG_TOKEN) from None
