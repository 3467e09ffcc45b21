"""The digits of a folded text in groups, figures and words alike, and what stands between two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from programme.identifiers.digit_words import digits_of, times_of

WORD: Final = r"[a-z\u00df-\u024f\u0900-\u0963\u0971-\u097f\u0b80-\u0be5]+"
_TOKEN: Final = re.compile(rf"(?P<figure>[0-9]+)|(?P<word>{WORD})")
_MOST_SIGNS: Final = 4
_LONGEST_SHORT: Final = 8
_PARTING: Final = frozenset("₹$%=")
_JOINING: Final = frozenset(
    "and aur or then phir fir se dash hyphen dot point comma space gap slash minus next after uske baad plus x n to ya evam tatha"
    " और फिर व एवं तथा या डैश डॉट कॉमा बिंदु स्पेस से के बाद"
    " மற்றும் பிறகு அப்புறம் பின் பின்னர் அடுத்து டேஷ் புள்ளி கமா இடைவெளி"
    " matrum mattrum piragu appuram apram pinnar adutthu aduthu pulli".split()
)


class Gap(IntEnum):
    """How closely a group follows the one before it: the higher, the looser."""

    TIGHT = 0
    """White space and a sign or a few."""
    WORD = 1
    """A word that joins, such as `and`."""
    SHORT = 2
    """Any one short word."""
    NONE = 9


@dataclass(frozen=True)
class Group:
    """Digits that stand together, as ASCII, from `start` to `end` of the folded text, and the gap before them; `plus` when a
    + stands in front."""

    start: int
    end: int
    digits: str
    gap: Gap
    plus: bool
    spelt: bool = False


def groups_of(text: str, units: re.Pattern[str]) -> list[Group]:
    """The groups of a folded text; a word of `units` between two figures parts them."""
    groups: list[Group] = []
    again = again_from = 0
    for token in _TOKEN.finditer(text):
        digits, spelt = _digits(token)
        if not digits:
            again, again_from = (times_of(token.group()), token.start()) if spelt else (0, 0)
            continue
        start = again_from if again else token.start()
        digits = digits * again if again and len(digits) == 1 else digits
        gap = _gap(text[groups[-1].end : start], units) if groups else Gap.NONE
        groups.append(Group(start, token.end(), digits, gap, _after_plus(text, start), spelt))
        again = 0
    return groups


def _digits(token: re.Match[str]) -> tuple[str, bool]:
    if token.lastgroup == "figure":
        return token.group(), False
    return digits_of(token.group()), True


def _after_plus(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip("( ").endswith("+")


def _gap(between: str, units: re.Pattern[str]) -> Gap:
    signs = re.sub(rf"{WORD}|\s", "", between)
    if len(signs) > _MOST_SIGNS or _PARTING & set(signs):
        return Gap.NONE
    words = re.findall(WORD, between)
    if not words:
        return Gap.TIGHT
    if any(units.fullmatch(word) for word in words):
        return Gap.NONE
    if len(words) <= 2 and all(word in _JOINING for word in words):
        return Gap.WORD
    return Gap.SHORT if len(words) == 1 and len(words[0]) <= _LONGEST_SHORT else Gap.NONE
