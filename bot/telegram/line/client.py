"""The bot's own connection to Telegram: who we are, acknowledging buttons, typing, fetching updates."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any
from urllib.parse import urlencode

from pydantic import SecretStr
from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.app import CannotStart
from bot.settings import Settings
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
            except NetworkError as error:
                log.warning(trouble_of(error), extra={"reason": type(error).__name__})
                await asyncio.sleep(rest)
                rest = min(LONGEST_REST, rest * 2)

    async def close(self) -> None:
        """End every connection."""
        for task in self._besides:
            task.cancel()
        await self.bot.shutdown()

    async def fetch(self, offset: int | None) -> list[dict[str, Any]]:
        """Updates as Telegram sends them, waiting for the first; `offset` acknowledges all before it.

        Not the library's own `get_updates`: one update that its classes cannot hold would hold up all that follow.
        """
        asked: dict[str, Any] = {"timeout": FETCH_SECONDS, "allowed_updates": "[]"}
        if offset is not None:
            asked["offset"] = offset
        result = await self._fetching.post(f"{self.bot.base_url}/getUpdates?{urlencode(asked)}")
        return [update for update in result if isinstance(update, dict)] if isinstance(result, list) else []

    def acknowledge(self, callback: str) -> None:
        """Let the button that was pressed stop shining; whether that works changes nothing."""
        self._beside(self.bot.answer_callback_query(callback))

    async def show_typing(self, chat: str) -> None:
        """Show that an answer is being thought of."""
        try:
            await self.bot.send_chat_action(chat, ChatAction.TYPING)
        except TelegramError as error:
            log.debug("typing not shown: %s", type(error).__name__)

    def _beside(self, call: Awaitable[Any]) -> None:
        async def quietly() -> None:
            try:
                await call
            except TelegramError as error:
                if not isinstance(error, BadRequest):  # too old to be acknowledged
                    log.warning("a button was not acknowledged", extra={"reason": type(error).__name__})

        task = asyncio.create_task(quietly())
        self._besides.add(task)
        task.add_done_callback(self._besides.discard)


def trouble_of(error: NetworkError) -> str:
    """Why Telegram cannot be reached, in words for whoever runs this."""
    if "certificate" in str(error).lower():
        return "Telegram's certificate is refused, trying again: is this machine's clock right?"
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
