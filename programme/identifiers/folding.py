"""A folded copy of a text, for checks alone: whatever looks like a digit is one, and what nobody sees is not there.

Nothing that is kept or shown is made of it. It is at least as coarse as every other reading here, so that what passes a
check of the folded copy cannot turn into something else when the text is normalised afterwards.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_FILLERS: Final = frozenset("\u034f\u115f\u1160\u3164\uffa0\u17b4\u17b5")
_BLANK: Final = "\u2800"
_LINE_ENDS: Final = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85")
_MARKS: Final = ("Mn", "Me")
_NUKTA: Final = "\u093c"
_FOLDED_CHARACTERS: Final = 4096


@dataclass(frozen=True)
class Folded:
    """`text` is the copy; its character number n stands for the one at `places[n]` of the text that was folded."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From where to where a part of the copy stands in the original."""
        return self.places[start], self.places[end - 1] + 1


def folded(text: str) -> Folded:
    """ASCII digits for all signs that mean one, lower case, single spaces, no marks on digits, nothing invisible."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _piece(character):
            if not _goes_without_saying(letter, letters[-1] if letters else " "):
                letters.append(letter)
                places.append(place)
    return Folded("".join(letters), tuple(places))


def _goes_without_saying(letter: str, before: str) -> bool:
    """A second space; a nukta; a mark on what is no letter, such as the stroke through a digit."""
    if letter == " ":
        return before == " "
    if unicodedata.category(letter) not in _MARKS:
        return False
    return letter == _NUKTA or not (before.isalpha() or unicodedata.category(before).startswith("M"))


@lru_cache(_FOLDED_CHARACTERS)
def _piece(character: str) -> str:
    """What one character becomes; empty for what nobody sees."""
    if character in _LINE_ENDS or character == _BLANK:
        return " "
    category = unicodedata.category(character)
    if category in ("Cf", "Cc", "Cs", "Co", "Cn") or character in _FILLERS or _is_selector(character):
        return ""
    if category.startswith("Z"):
        return " "
    return _value(character) or unicodedata.normalize("NFKC", character).lower().replace("\u0307", "")


def _value(character: str) -> str:
    """The digits of a sign that means a whole number below 100: ४, ², ⑩; empty for others."""
    number = unicodedata.numeric(character, -1.0)
    return str(int(number)) if 0 <= number < 100 and number == int(number) else ""


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
