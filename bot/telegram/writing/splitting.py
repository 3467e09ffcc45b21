"""A text too long for one message, cut where a reader would pause, never inside a letter with its signs."""

from __future__ import annotations

import regex

from bot.telegram.writing.markup import Marked

LONGEST = 4_096
"""Telegram's limit for one message, in UTF-16 code units of what is read, without its tags."""
LONGEST_CAPTION = 1_024

_PAUSES = (
    regex.compile(r"\n\s*\n"),
    regex.compile(r"\n"),
    regex.compile(r"(?<=[.!?।॥…])\s+"),
    regex.compile(r"\s+"),
)
_GRAPHEME = regex.compile(r"\X")


def units(text: str) -> int:
    """The length of `text` as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(words: Marked, longest: int = LONGEST, *, first: int | None = None) -> list[Marked]:
    """`words` in parts of at most `longest` units, the first of at most `first`; marks go on in the next part.

    No part is empty unless the text is blank, then there is none.
    """
    parts: list[Marked] = []
    rest, limit = words.stripped(), first or longest
    while units(rest.text) > limit:
        cut = _cut(rest.text, limit)
        parts.append(rest.part(0, cut).stripped())
        rest, limit = rest.part(cut, len(rest.text)).stripped(), longest
    return [part for part in (*parts, rest) if part.text]


def _cut(text: str, longest: int) -> int:
    """Where to cut: after the last pause of the best kind in the second half of what fits, else before a grapheme."""
    fits = _fitting(text, longest)
    for pause in _PAUSES:
        ends = [match.start() for match in pause.finditer(text, 0, fits + 1) if match.start() <= fits]
        if ends and ends[-1] > fits // 2:
            return int(ends[-1])
    return fits


def _fitting(text: str, longest: int) -> int:
    """How many characters, in whole graphemes, make at most `longest` units; at least one of them."""
    total = end = 0
    for match in _GRAPHEME.finditer(text):
        total += units(match.group())
        if total > longest:
            break
        end = int(match.end())
    return end or _halved(text, longest)


def _halved(text: str, longest: int) -> int:
    """The cut inside a heap of signs on one letter that alone is longer than a message."""
    return min(len(text), max(1, longest // 2))
