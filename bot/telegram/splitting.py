"""A text too long for one message, cut where a reader would pause, never inside a letter with its signs."""

from __future__ import annotations

import regex

LONGEST = 4_096
"""Telegram's limit for one message, in UTF-16 code units."""

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


def split(text: str, longest: int = LONGEST) -> list[str]:
    """`text` in parts of at most `longest` units; no part is empty unless the text is blank, then there is none."""
    parts: list[str] = []
    rest = text.strip()
    while units(rest) > longest:
        cut = _cut(rest, longest)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [part for part in (*parts, rest) if part]


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
