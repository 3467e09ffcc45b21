"""Words and figures that quantities are made of: number words of three languages, units of money, signs."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Final

from programme.writing import normalise, without_marks

_NUKTA: Final = "़"
_TOKEN: Final = re.compile(
    r"(?P<figure>(?<![\d.,])\d{1,3}(?: \d\d){0,5} \d{3}(?![\d,.]| \d)|\d+(?:,\d+)*(?:\.\d+)?|(?<![^\s₹])\.\d+)"
    r"|(?P<word>[a-z]+|[\u0900-\u0963\u0971-\u097f]+|[\u0b80-\u0be5]+)"
    r"|(?P<sign>₹|/-|[-+])"
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_LONGEST_FIGURE: Final = 40  # nobody means a longer one, and Python refuses to convert very long ones
_FRACTIONS: Final = str.maketrans({"½": ".5", "¼": ".25", "¾": ".75"})

HUNDRED: Final = 100
THOUSAND: Final = 1_000
_UNITS: Final = tuple(
    (re.compile(pattern), value)
    for pattern, value in (
        (r"k|thousands?|ha[zj]aa?r|हजार|ஆயிர(?:ம|த்).*|a+[iy]+i?ra(?:m|th).*", THOUSAND),
        (r"l|la+kh?s?|lacs?|lacks?|lak?sh?am|latc?h?[as].*|lacham|लाख|இ?லட்ச.*|இ?லக்ஷ.*|லகரம்", 100_000),
        (r"millions?", 1_000_000),
        (r"crs?|crores?|ka?ro[rd]e?|करोड|क्रोड|ko+di.*|கோடி.*", 10_000_000),
        (r"arab|अरब|billions?", 1_000_000_000),
    )
)


_JOINED: Final = re.compile(r"([\u0b80-\u0be5]+?)ாயிர(?:ம|த்).*|([a-z]+?)a+[iy]+i?ra(?:m|th).*")
_ENDINGS: Final = ("ு", "u")  # of the number alone: பத்து, pathu


@dataclass(frozen=True)
class Token:
    """A figure, word or sign at `start` to `end` of the plain text, with the number or the unit it stands for (0: none).

    `clear` unless it is a figure grouped as nobody groups.
    """

    text: str
    start: int
    end: int
    number: Fraction | None
    unit: int
    figures: bool
    clear: bool = True


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text as `plain` writes it."""
    return [token for match in _TOKEN.finditer(text) for token in _joined(match) or [_token(match)]]


def plain(text: str) -> str:
    """The text in the spelling that tokens are read from; their offsets count in it."""
    return without_marks(normalise(text).translate(_FRACTIONS)).lower().replace(_NUKTA, "")


def _token(match: re.Match[str]) -> Token:
    text = match.group()
    if match.lastgroup == "figure":
        figures = text.replace(" ", "")
        number = Fraction(figures.replace(",", "")) if len(figures) <= _LONGEST_FIGURE else None
        return Token(text, *match.span(), number, 0, True, bool(_GROUPED.fullmatch(figures)))
    unit = next((value for pattern, value in _UNITS if pattern.fullmatch(text)), 0)
    return Token(text, *match.span(), _number_words().get(text), unit, False)


def _joined(match: re.Match[str]) -> list[Token]:
    """பத்தாயிரம் and `pathayiram` are a number and a unit in one word; nothing where they are not."""
    parts = _JOINED.fullmatch(match.group())
    if parts is None:
        return []
    place = parts.lastindex or 1
    number, (start, end) = _number_words().get(parts[place] + _ENDINGS[place - 1]), match.span()
    middle = start + parts.end(place)
    if number is None:
        return []
    return [
        Token(match.string[start:middle], start, middle, number, 0, False),
        Token(match.string[middle:end], middle, end, None, THOUSAND, False),
    ]


def number_word(word: str) -> Fraction | None:
    """The value of one number word of a plain text."""
    return _number_words().get(word)


@cache
def _number_words() -> Mapping[str, Fraction]:
    return dict(_rows())


def _rows() -> Iterator[tuple[str, Fraction]]:
    text = resources.files(__package__).joinpath("number_words.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield from ((plain(word), Fraction(row["value"])) for word in row["words"].split("|"))
