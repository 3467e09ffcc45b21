"""What people see of the bot before they say anything: its commands, its menu button, its description."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import Any

from telegram import Bot, BotCommand, MenuButtonCommands

from bot.telegram.words import COMMANDS, said
from programme.profile import Profile

log = logging.getLogger(__name__)

LANGUAGES = ("en", "hi", "ta")
"""Telegram knows two-letter codes only; English is for everybody else too."""


async def present(bot: Bot, profile: Profile) -> None:
    """Set commands, descriptions and the menu button where they are not as they should be: Telegram allows few changes.

    A failure is a line in the log, and the rest is still tried: the conversation works without.
    """
    await _tried("menu button", bot.set_chat_menu_button(menu_button=MenuButtonCommands()))
    for language in LANGUAGES:
        code = None if language == "en" else language
        await _tried("commands", _commands(bot, language, code))
        await _tried("description", _description(bot, profile, language, code))
        await _tried("short description", _short_description(bot, language, code))


async def _tried(what: str, setting: Awaitable[Any]) -> None:
    try:
        await setting
    except Exception as error:  # the library stumbles over odd answers
        log.warning("the %s could not be set", what, extra={"reason": type(error).__name__})


async def _commands(bot: Bot, language: str, code: str | None) -> None:
    wanted = commands_in(language)
    if tuple(await bot.get_my_commands(language_code=code)) != tuple(wanted):
        await bot.set_my_commands(wanted, language_code=code)


async def _description(bot: Bot, profile: Profile, language: str, code: str | None) -> None:
    wanted = said("telegram_description", language, bot_name=profile.bot_name(language))
    if (await bot.get_my_description(language_code=code)).description != wanted:
        await bot.set_my_description(wanted, language_code=code)


async def _short_description(bot: Bot, language: str, code: str | None) -> None:
    wanted = said("telegram_short_description", language)
    if (await bot.get_my_short_description(language_code=code)).short_description != wanted:
        await bot.set_my_short_description(wanted, language_code=code)


def commands_in(language: str) -> list[BotCommand]:
    """The command menu in `language`."""
    return [BotCommand(command, said(f"telegram_command_{command}", language)) for command in COMMANDS]
