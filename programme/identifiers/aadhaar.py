"""Aadhaar numbers are never wanted here: they are seen, taken out and not kept (facts F7.30 to F7.33).

What counts as one: twelve digits that pass the Verhoeff check and begin with neither 0 nor 1, however they are written and
grouped; likewise the sixteen of a virtual id; and any twelve digits beside the word. The digits may be of any script, signs
or words, with white space, a few signs or a short word between their groups, a 0 before them or another number right at
them. What does not count: figures that explain themselves (`programme.identifiers.harmless`). One in ten other runs of
twelve digits passes the check by chance. That error is the lesser one: it costs typing the message again, the other writes
down what must not be kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from stdnum import verhoeff

from programme.identifiers.digit_groups import Gap, Group, groups_of
from programme.identifiers.folding import folded
from programme.identifiers.harmless import UNITS, explained, has_other_subject, is_explained, surely_explained

REMOVED: Final = "[number removed]"

_LENGTHS: Final = (16, 12)
_FOUR: Final = 4
_SHORTEST_BESIDE_A_WORD: Final = 3
_NAMED: Final = re.compile(
    r"(?<![a-z])(?<!udyog )(?<!udyam )a+(?:d+h*|th)a+h*a*r+(?:card|kard|no|num|number|nambar)?(?![a-z])|(?<![a-z])ad+h+r+(?![a-z])"
    r"|(?<![a-z])(?:uid|uidai|virtual ?id|vid)(?![a-z])"
    r"|(?<!उद्योग )(?:आधार|आधर|अधार|आधाार|यूआईडी)|ஆதார்|ஆதர்|ஆதார|ஆதாா்|ஆத்தார்"
)
_NEAR: Final = 40
_ONLY_DIGITS: Final = re.compile(r"[\d\s.,·•_/:;()+-]{2,60}")
_DIGITS_ALONE: Final = range(2, 12)


def holds_aadhaar(text: str, phone_expected: bool = False) -> bool:
    """Whether the text holds an Aadhaar number or a virtual id, on the side of caution."""
    return next(_spans(text, phone_expected), None) is not None


def redact_aadhaar(text: str, phone_expected: bool = False) -> str:
    """The text with `REMOVED` in the place of every such number; otherwise unchanged."""
    while spans := _merged(_spans(text, phone_expected)):  # what one hid from the other is found the next time round
        text = _without(text, spans)
    return text


def is_digits_alone(text: str) -> bool:
    """Whether a message is nothing but a few digits, which may be a part of a number."""
    return bool(_ONLY_DIGITS.fullmatch(folded(text).text.strip()))


def completes_aadhaar(earlier: str, later: str) -> bool:
    """Whether two messages of digits alone are one number together, sent in two."""
    parts = [folded(part).text.strip() for part in (earlier, later)]
    if not all(_ONLY_DIGITS.fullmatch(part) for part in parts):
        return False
    digits = [re.sub(r"\D", "", part) for part in parts]
    together = "".join(digits)
    return all(len(part) in _DIGITS_ALONE for part in digits) and len(together) in _LENGTHS and _is_valid(together)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    pieces, kept_from = [], 0
    for start, end in spans:
        pieces += [text[kept_from:start], REMOVED]
        kept_from = end
    return "".join([*pieces, text[kept_from:]])


def _merged(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _spans(text: str, phone_expected: bool) -> Iterator[tuple[int, int]]:
    """Where the numbers stand; they may overlap."""
    copy = folded(text)
    groups = groups_of(copy.text, UNITS)
    if sum(len(group.digits) for group in groups) < min(_LENGTHS):
        return
    harmless, sure = explained(copy.text, groups, phone_expected=phone_expected), surely_explained(copy.text)
    names = [match.span() for match in _NAMED.finditer(copy.text)]
    for window, digits in _candidates(groups):
        by_name = any(_is_near(window, name) for name in names)
        if is_explained(window, sure if by_name else harmless):
            continue
        if (by_name and _is_whole(window, digits)) or _is_one(copy.text, window, digits):
            yield copy.span(window[0].start, window[-1].end)


def _candidates(groups: Sequence[Group]) -> Iterator[tuple[list[Group], str]]:
    """Groups in a row, and the twelve or sixteen digits that they are or hold."""
    for first in range(len(groups)):
        yield from (([groups[first]], digits) for digits in _inside(groups[first].digits))
        window: list[Group] = []
        for group in groups[first:]:
            if window and not _follows(window, group):
                break
            window.append(group)
            digits = "".join(one.digits for one in window)
            if len(digits) > max(_LENGTHS) + _FOUR:
                break
            if len(window) > 1:
                yield from ((list(window), found) for found in _of_groups(window, digits))


def _follows(window: Sequence[Group], group: Group) -> bool:
    """A word may stand between groups of some length; any word at all between two of four."""
    if group.gap is Gap.TIGHT:
        return True
    if group.gap is Gap.NONE:
        return False
    long_enough = group.spelt or min(len(window[-1].digits), len(group.digits)) >= _SHORTEST_BESIDE_A_WORD
    fours = len(group.digits) == _FOUR and len(window[-1].digits) >= _FOUR
    return long_enough if group.gap is Gap.WORD else fours or (group.spelt and window[-1].spelt)


def _inside(run: str) -> Iterator[str]:
    """What one run of digits may be, or hold at either end beside a 0 or another number."""
    for length in _LENGTHS:
        if len(run) == length:
            yield run
        elif len(run) > length:
            yield from (run[start : start + length] for start in range(len(run) - length + 1))


def _of_groups(window: Sequence[Group], digits: str) -> Iterator[str]:
    if len(digits) in _LENGTHS:
        yield digits
    rest = window[1:], window[:-1]
    if len(digits) > min(_LENGTHS) and all(len(one.digits) == _FOUR for one in rest[0]) and len(window) == 3:
        yield digits[-min(_LENGTHS) :]
    if len(digits) > min(_LENGTHS) and all(len(one.digits) == _FOUR for one in rest[1]) and len(window) == 3:
        yield digits[: min(_LENGTHS)]


def _is_one(text: str, window: Sequence[Group], digits: str) -> bool:
    return _is_valid(digits) and not has_other_subject(text, window)


def _is_whole(window: Sequence[Group], digits: str) -> bool:
    return sum(len(group.digits) for group in window) == len(digits)


def _is_near(window: Sequence[Group], name: tuple[int, int]) -> bool:
    return name[0] - _NEAR <= window[-1].end and window[0].start <= name[1] + _NEAR


def _is_valid(digits: str) -> bool:
    return digits[0] not in "01" and bool(verhoeff.is_valid(digits))
