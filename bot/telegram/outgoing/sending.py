"""One message to Telegram, and what Telegram's answer means in our words. Nowhere else are its errors known."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Protocol

os.environ.setdefault("PTB_TIMEDELTA", "true")  # `retry_after` as a timedelta; read when the library is asked for it

from aiohttp import ClientConnectorError, ClientError, ConnectionTimeoutError
from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.telegram.writing.keyboards import keyboard_of
from bot.telegram.writing.letters import Letter

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
NOBODY_THERE = ("chat not found", "user is deactivated", "peer_id_invalid", "bot was kicked", "not a member")
NOTHING_NEW = "message is not modified"
NEVER_LEFT = (ClientConnectorError, ConnectionTimeoutError)
PARTS = {
    "markup": ("parse entities", "entity_", "entities_"),
    "photo": ("file identifier", "file_id", "wrong type of file", "photo_", "image_"),
    "keyboard": ("reply markup", "reply_markup", "button", "keyboard"),
}


@dataclass(frozen=True)
class Sent:
    """Delivered, as Telegram's `message` of that chat."""

    message: int = field(default=0, compare=False)


@dataclass(frozen=True)
class TooFast:
    """Telegram wants `seconds` of silence; that is no failed attempt."""

    seconds: float


@dataclass(frozen=True)
class Passing:
    """No network, a timeout, a fault of Telegram's: to be tried again. `reason` is one word; `in_doubt` when the message
    may have arrived all the same: it went out, and no answer came; `met` when somebody was there to take it, whatever
    became of it then."""

    reason: str
    in_doubt: bool = False
    met: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Unreachable:
    """The person blocked the bot or is gone."""


@dataclass(frozen=True)
class Moved:
    """The chat has another number now."""

    chat: str


@dataclass(frozen=True)
class Refused:
    """Telegram will never take this message as it is; perhaps without the `part` of it that it does not like: its
    `keyboard`, `markup` or `photo`."""

    reason: str
    part: str = ""


Outcome = Sent | TooFast | Passing | Unreachable | Moved | Refused


class Posting(Protocol):
    """What sends one message; tests have one of their own."""

    async def send(self, letter: Letter) -> Outcome: ...


class Sending:
    """Sends through one bot, as HTML; bulk that is `paid` for may go faster than the free messages."""

    def __init__(self, bot: Bot, *, paid: bool = False) -> None:
        self._bot = bot
        self._paid = paid

    async def send(self, letter: Letter) -> Outcome:
        """Send one message. Raises nothing but `InvalidToken`."""
        try:
            return Sent(await self._post(letter))
        except InvalidToken:
            raise
        except TelegramError as error:
            return meaning_of(error)
        except Exception as error:  # the message cannot even be put together; those behind it can
            log.error("a message cannot be sent", extra={"row": letter.row}, exc_info=error)
            return Refused(type(error).__name__)

    async def edit(self, letter: Letter, message: int) -> Outcome:
        """Put the words and buttons of `letter` into a message that is there. Raises nothing but `InvalidToken`."""
        keyboard = keyboard_of(letter) if letter.buttons else None
        assert keyboard is None or isinstance(keyboard, InlineKeyboardMarkup), "others cannot be edited"
        try:
            await self._bot.edit_message_text(
                letter.words.html(), letter.chat, message, parse_mode=ParseMode.HTML, reply_markup=keyboard,
                link_preview_options=NO_PREVIEW,
            )  # fmt: skip
        except InvalidToken:
            raise
        except TelegramError as error:
            return Sent(message) if NOTHING_NEW in str(error).lower() else meaning_of(error)
        return Sent(message)

    async def _post(self, letter: Letter) -> int:
        """The number that Telegram gave it."""
        bot, chat, keyboard = self._bot, letter.chat, keyboard_of(letter)
        text, mode = (letter.words.text, None) if letter.unmarked else (letter.words.html(), ParseMode.HTML)
        how: dict[str, Any] = {"parse_mode": mode, "allow_paid_broadcast": True if letter.bulk and self._paid else None}
        if letter.document is not None:
            file = InputFile(letter.document.text.encode(), filename=letter.document.name)
            below = keyboard if letter.buttons else None
            sent = await bot.send_document(chat, file, caption=text or None, reply_markup=below, **how)
        elif letter.photo is not None:
            sent = await bot.send_photo(chat, letter.photo, caption=text or None, reply_markup=keyboard, **how)
        else:
            sent = await bot.send_message(chat, text, reply_markup=keyboard, link_preview_options=NO_PREVIEW, **how)
        return sent.message_id


def meaning_of(error: TelegramError) -> Outcome:
    """An error of the library in our words. The order matters: some of its classes are kinds of others."""
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return TooFast(wait.total_seconds() if isinstance(wait, timedelta) else float(wait))
    if isinstance(error, ChatMigrated):
        return Moved(str(error.new_chat_id))
    if isinstance(error, Forbidden):
        return Unreachable()
    if isinstance(error, BadRequest):
        return _refusal(str(error).lower())
    in_doubt = _may_have_arrived(error)
    return Passing(type(error).__name__, in_doubt=in_doubt, met=in_doubt or error.__cause__ is None)


def _may_have_arrived(error: TelegramError) -> bool:
    """An answer of Telegram's, whatever it says, means it did not; so does a connection that never came about."""
    cause = error.__cause__
    return isinstance(cause, ClientError | OSError) and not isinstance(cause, NEVER_LEFT)


def _refusal(description: str) -> Outcome:
    if any(words in description for words in NOBODY_THERE):
        return Unreachable()
    for part, told in PARTS.items():
        if any(words in description for words in told):
            return Refused(part, part)
    return Refused("too long" if "too long" in description else "bad request")


def cured_of(letter: Letter, refused: Refused) -> Letter | None:
    """The message without what Telegram refused, if that is not the words themselves."""
    if refused.part == "keyboard" and letter.buttons:
        return replace(letter, buttons=(), asks_number=False)
    if refused.part == "markup" and not letter.unmarked:
        return replace(letter, unmarked=True)
    if refused.part == "photo" and letter.photo and letter.words.text:
        return replace(letter, photo=None)
    return None
