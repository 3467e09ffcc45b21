"""Stock Rasa's own Telegram channel, talking to another Bot API than Telegram's: nothing else of it is changed."""

from __future__ import annotations

from typing import Any

from aiogram.bot.api import TelegramAPIServer
from rasa.core.channels.telegram import TelegramInput, TelegramOutput


class LocalTelegram(TelegramInput):
    """Takes one more entry of `credentials.yml`: `api`, the address of the Bot API."""

    api = ""

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> LocalTelegram:
        channel: LocalTelegram = super().from_credentials(credentials)
        channel.api = (credentials or {})["api"]
        return channel

    def get_output_channel(self) -> TelegramOutput:
        """As the stock one, without telling the webhook's address: it is known."""
        channel = TelegramOutput(self.access_token)
        channel.server = TelegramAPIServer.from_base(self.api)
        return channel
