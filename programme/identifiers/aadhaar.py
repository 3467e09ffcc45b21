"""Aadhaar numbers are never wanted here: they are seen, taken out and not kept (facts F7.30 to F7.33).

What counts as one: twelve digits written 4-4-4, or twelve digits that pass the Verhoeff check however they are
grouped; likewise the sixteen of a virtual id. Neither begins with 0 or 1. Digits may be of any script, with spaces,
hyphens or dots between. What does not count: a mobile number after `+91`, after a `91` of its own, or, when a phone
number was asked for or is spoken of, after a joined `91`; the digits inside a GSTIN or an Udyam number; three years in a row; a date
and a time. One in ten other runs of twelve digits passes the check by chance. That error is the lesser one: it costs
typing the message again, the other writes down what must not be kept.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stdnum import verhoeff

REMOVED: Final = "[number removed]"

_INVISIBLE: Final = "\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u20e3"
_GROUP: Final = re.compile(rf"\d(?:[{_INVISIBLE}]*\d)*")
_GAP: Final = re.compile(rf"[\s.·•_{_INVISIBLE}\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]{{1,8}}")
# between two groups of four people put almost anything, above all to get past a check
_GAP_OF_FOURS: Final = re.compile(rf"(?:[\s.·•_,/*+|:;()\[\]xX×{_INVISIBLE}\u2010-\u2015\u2212-]|and|aur|और){{1,8}}")
_NOT_DIGITS: Final = re.compile(rf"[{_INVISIBLE}]")
_BETWEEN: Final = r"[\s._/\u2010-\u2015-]{0,3}"
_GSTIN: Final = r"(?<![A-Z\d])" + _BETWEEN.join([r"\d\d", r"[A-Z]{5}", r"\d{4}", "[A-Z]", r"[A-Z\d]", "Z", r"[A-Z\d]"])
_UDYAM: Final = r"UD[HAY]{0,3}[YI][AO]{1,2}M" + _BETWEEN + _BETWEEN.join(["[A-Z]{2}", r"\d\d", r"\d{7}"])
_OTHER_NUMBERS: Final = re.compile(rf"{_GSTIN}(?![A-Z\d])|{_UDYAM}(?!\d)", re.IGNORECASE)
_LENGTHS: Final = (16, 12)
_DATE_AND_TIME: Final = re.compile(
    r"(?:19|20)\d\d (?:0[1-9]|1[0-2]) ?(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]) ?[0-5]\d"
    r"|(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2]) (?:19|20)\d\d (?:[01]\d|2[0-3]) ?[0-5]\d"
)
_YEARS: Final = re.compile(r"(?:(?:19|20)\d\d ?){3,4}")
_OF_A_PHONE: Final = re.compile(
    r"\b(?:phone|mobile|mob|cell|whatsapp|number|numbr|nambar|no|contact|call)\b|फ़ोन|फोन|मोबाइल|नंबर|नम्बर|போன்|ஃபோன்|மொபைல்|நம்பர்|எண்",
    re.IGNORECASE,
)
_OF_AADHAAR: Final = re.compile(r"a+dh?a+r|\buid\b|uidai|\bvid\b|आधार|ஆதார்", re.IGNORECASE)
_MOBILE_AFTER_91: Final = re.compile(r"91[6-9]\d{9}")


@dataclass(frozen=True)
class _Group:
    """Digits that stand together: where, and as ASCII; `joined` when only spaces, hyphens or dots part it from the
    group before; `plus` when a + stands in front."""

    start: int
    end: int
    digits: str
    joined: bool
    plus: bool


def holds_aadhaar(text: str, phone_expected: bool = False) -> bool:
    """Whether the text holds an Aadhaar number or a virtual id, on the side of caution."""
    return next(_spans(text, phone_expected), None) is not None


def redact_aadhaar(text: str, phone_expected: bool = False) -> str:
    """The text with `REMOVED` in the place of every such number; otherwise unchanged."""
    pieces, kept_from = [], 0
    for start, end in _merged(_spans(text, phone_expected)):
        pieces += [text[kept_from:start], REMOVED]
        kept_from = end
    return "".join([*pieces, text[kept_from:]])


def _merged(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _spans(text: str, phone_expected: bool) -> Iterator[tuple[int, int]]:
    """Where the numbers stand, in order of their beginnings; they may overlap."""
    groups = _groups(text)
    spoken_of = bool(_OF_A_PHONE.search(text)) and not _OF_AADHAAR.search(text)
    for first in range(len(groups)):
        for window in _windows(groups, first):
            if _is_one(window, phone_expected or (spoken_of and len(window) == 1)):
                yield window[0].start, window[-1].end
                break


def _windows(groups: list[_Group], first: int) -> Iterator[list[_Group]]:
    """Groups in a row from this one on that make sixteen or twelve digits, the longer window first."""
    found, count, last = [], 0, first
    while last < len(groups) and count < max(_LENGTHS) and (last == first or groups[last].joined):
        count += len(groups[last].digits)
        last += 1
        if count in _LENGTHS:
            found.append(groups[first:last])
    yield from reversed(found)


def _is_one(window: list[_Group], phone_expected: bool) -> bool:
    digits = "".join(group.digits for group in window)
    if digits[0] in "01" or _is_phone(window, digits, phone_expected):
        return False
    if verhoeff.is_valid(digits):
        return not _DATE_AND_TIME.fullmatch(_shape(window))
    in_fours = len(window) > 1 and all(len(group.digits) == 4 for group in window)
    return in_fours and not _YEARS.fullmatch(_shape(window))


def _is_phone(window: list[_Group], digits: str, phone_expected: bool) -> bool:
    marked = phone_expected or window[0].plus or window[0].digits == "91"
    return marked and bool(_MOBILE_AFTER_91.fullmatch(digits))


def _shape(window: list[_Group]) -> str:
    return " ".join(group.digits for group in window)


def _groups(text: str) -> list[_Group]:
    groups: list[_Group] = []
    for start, end in _digits_outside(text):
        digits = "".join(str(unicodedata.decimal(digit)) for digit in _NOT_DIGITS.sub("", text[start:end]))
        fours = bool(groups) and len(digits) == 4 == len(groups[-1].digits)
        gap = _GAP_OF_FOURS if fours else _GAP
        joined = bool(groups) and bool(gap.fullmatch(text, groups[-1].end, start))
        groups.append(_Group(start, end, digits, joined, text[max(0, start - 2) : start].rstrip("( ").endswith("+")))
    return groups


def _digits_outside(text: str) -> Iterator[tuple[int, int]]:
    """Groups of digits that are no part of a GSTIN or an Udyam number."""
    taken = iter([*(match.span() for match in _OTHER_NUMBERS.finditer(text)), (len(text), len(text))])
    number_start, number_end = next(taken)
    for match in _GROUP.finditer(text):
        while number_end <= match.start():
            number_start, number_end = next(taken)
        if match.end() <= number_start:
            yield match.span()
