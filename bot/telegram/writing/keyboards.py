"""Buttons as Telegram draws them, laid out for a narrow screen."""

from __future__ import annotations

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.lettering import width_of
from bot.said import Button
from bot.telegram.writing.letters import Letter

ROW = 26
"""How many letters fit side by side on a phone of 320 points; a button's border takes two more."""
BORDER = 2
MOST_IN_ROW = 3

Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove

LETTER = 0.51
"""The width of a Latin letter of our labels on average, in ems."""


def keyboard_of(letter: Letter) -> Keyboard | None:
    """The keyboard under a message; without buttons, one that closes the phone's special keyboard if it is open. What
    was not asked for leaves that open: its question still stands."""
    if letter.asks_number:
        return _asking_for_number(letter.buttons)
    if letter.buttons:
        return InlineKeyboardMarkup([[_inline(button) for button in row] for row in rows_of(letter.buttons)])
    return None if letter.bulk else ReplyKeyboardRemove()


def _inline(button: Button) -> InlineKeyboardButton:
    """A button that is pressed, or one that opens an address."""
    if button.payload.startswith("https://"):
        return InlineKeyboardButton(button.label, url=button.payload)
    return InlineKeyboardButton(button.label, callback_data=button.payload)


def _asking_for_number(buttons: tuple[Button, ...]) -> ReplyKeyboardMarkup:
    *others, share = buttons
    keys = [[KeyboardButton(share.label, request_contact=True)], *[[KeyboardButton(one.label)] for one in others]]
    return ReplyKeyboardMarkup(keys, resize_keyboard=True, one_time_keyboard=True)


def rows_of(buttons: tuple[Button, ...]) -> list[list[Button]]:
    """Short buttons side by side as long as every one of the row can be read in full, long ones alone."""
    rows: list[list[Button]] = []
    for button in buttons:
        if rows and _fits([*rows[-1], button]):
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def _fits(row: list[Button]) -> bool:
    """Telegram gives each button of a row the same width: the widest decides."""
    widest = max(width(button.label) for button in row) + BORDER
    return len(row) <= MOST_IN_ROW and widest * len(row) <= ROW


def width(label: str) -> float:
    """The width of a label as it is drawn, in Latin letters: a Tamil syllable with its signs takes up to five."""
    return width_of(label) / LETTER
