"""Words of a message, each normalised, with its place in what the person typed."""

from __future__ import annotations

from typing import NamedTuple

import regex  # the standard `re` knows no letters and marks of scripts

from programme.writing import normalise

READ_AT_MOST = 2_000  # characters; what a person wants is said by then, and a paste of a book must not stop the bot

# `\w` of most engines ends a word at a vowel sign; letters, marks and joiners belong together. ₹, ? and emoji carry meaning.
_WORD = regex.compile(
    r"\p{N}+(?:[.,/:-]\p{N}+)*"
    r"|(?:[\p{L}\p{M}][\p{L}\p{M}\p{N}\u200b-\u200d\u2060\ufeff\u00ad]*)(?:['’][\p{L}\p{M}]+)*"
    r"|[₹?%]|\p{Extended_Pictographic}"
)
_SIGNS = frozenset("₹?%")
_LONG_RUN = regex.compile(r"(\D)\1{2,}")  # hiiiii, pleaseee


class Word(NamedTuple):
    """One word as understood, and where it stands in the typed text."""

    text: str
    start: int
    end: int


def words(typed: str) -> list[Word]:
    """The words of the first `READ_AT_MOST` characters: normalised, lower case, nothing said three times in a row."""
    found = (
        Word(_understood(match.group()), match.start(), match.end()) for match in _WORD.finditer(typed[:READ_AT_MOST])
    )
    return [word for word in found if word.text]


def _understood(word: str) -> str:
    return str(_LONG_RUN.sub(r"\1", normalise(word).lower()))


def plain(typed: str) -> str:
    """The words of a text with one space between them: what every learnt part of the pipeline reads. Signs alone say nothing."""
    found = [word.text for word in words(typed)]
    return " ".join(found) if not _SIGNS.issuperset(found) else ""
