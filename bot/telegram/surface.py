"""What people see of the bot before they say anything: its commands, its menu button, its description."""

from __future__ import annotations

import logging

from telegram import Bot, BotCommand, MenuButtonCommands
from telegram.error import TelegramError

from bot.telegram.words import COMMANDS, said
from programme.profile import Profile

log = logging.getLogger(__name__)

LANGUAGES = ("en", "hi", "ta")
"""Telegram knows two-letter codes only; English is for everybody else too."""


async def present(bot: Bot, profile: Profile) -> None:
    """Set commands, descriptions and the menu button. A failure is a line in the log: the conversation works without."""
    try:
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
        for language in LANGUAGES:
            await _present_in(bot, profile, language)
    except TelegramError as error:
        log.warning("commands and descriptions were not set", extra={"reason": type(error).__name__})


async def _present_in(bot: Bot, profile: Profile, language: str) -> None:
    code = None if language == "en" else language
    name = profile.bot_name(language)
    await bot.set_my_commands(commands_in(language), language_code=code)
    await bot.set_my_description(said("telegram_description", language, bot_name=name), language_code=code)
    await bot.set_my_short_description(said("telegram_short_description", language), language_code=code)


def commands_in(language: str) -> list[BotCommand]:
    """The command menu in `language`."""
    return [BotCommand(command, said(f"telegram_command_{command}", language)) for command in COMMANDS]
