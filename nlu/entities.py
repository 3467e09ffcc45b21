"""Numbers, places, dates, amounts and named things in a message, with normalised values and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from nlu.languages import LANGUAGES
from nlu.sectors import SECTORS
from nlu.spans import shortest_span
from nlu.tokens import READ_AT_MOST, Word, words
from nlu.topics import TOPICS
from programme.identifiers.dates import read_date
from programme.identifiers.gstin import read_gstin
from programme.identifiers.money import find_amounts
from programme.identifiers.pan import read_pan
from programme.identifiers.phone import read_phone
from programme.identifiers.udyam import read_udyam
from programme.places import District, find_places

_BETWEEN = r"[\s._:/\u2010-\u2015-]{0,3}"
_NUMBERS: tuple[tuple[str, re.Pattern[str], Callable[[str], object]], ...] = (
    ("gstin", re.compile(r"(?<![^\W_])\d" + _BETWEEN + r"\d(?:" + _BETWEEN + r"[A-Za-z\d]){13}(?![^\W_])"), read_gstin),
    (
        "udyam_number",
        re.compile(r"(?<![^\W\d_])\w{4,8}" + _BETWEEN + "[A-Za-z]{2}(?:" + _BETWEEN + r"[\dOo]){9}(?![^\W_])"),
        read_udyam,
    ),
    ("udyam_number", re.compile(r"(?<![^\W_])[A-Za-z]{2}[\s-]{0,3}\d\d[\s-]{1,3}\d{7}(?![^\W_])"), read_udyam),
    ("pan", re.compile(r"(?<![^\W_])[A-Za-z]{5}" + _BETWEEN + r"\d{4}" + _BETWEEN + r"[A-Za-z](?![^\W_])"), read_pan),
    ("phone", re.compile(r"(?<![^\W_])(?:\+|00|0)?(?:\(?\d[ .()-]{0,3}){9,12}\d(?!\d)"), read_phone),
)
_COUNTED = 60  # words that are searched for amounts and dates
_LEXICONS = (("language", LANGUAGES), ("sector", SECTORS), ("topic", TOPICS))


class Entity(NamedTuple):
    """`value` as the contract of `mitra parse` has it; `start` and `end` in the typed text."""

    entity: str
    value: str | int
    start: int
    end: int


def find_entities(typed: str, today: date) -> list[Entity]:
    """All entities of the first `READ_AT_MOST` characters, in order and without overlap.

    Dates are read as seen from `today`; of a span of days, such as next week, the first day is the value.
    """
    typed = typed[:READ_AT_MOST]
    numbers = _without_overlaps(_numbers(typed))
    spoken = words(_blanked(typed, numbers))
    quantities = [*_amounts(typed, spoken[:_COUNTED]), *_dates(typed, spoken[:_COUNTED], today)]
    certain = [*numbers, *_without_overlaps(_places(typed), numbers)]
    certain += [entity for entity in quantities if not _overlaps(entity, certain)]
    named = [entity for entity in _named(spoken) if not _overlaps(entity, certain)]
    return sorted([*certain, *named], key=lambda entity: (entity.start, entity.end))


def _blanked(typed: str, numbers: Sequence[Entity]) -> str:
    """The text with blanks for the numbers found, so that no part of a phone number is an amount or a date."""
    for number in numbers:
        typed = typed[: number.start] + " " * (number.end - number.start) + typed[number.end :]
    return typed


def _amounts(typed: str, spoken: Sequence[Word]) -> Iterator[Entity]:
    for value in dict.fromkeys(find_amounts(_said(typed, spoken))):
        span = shortest_span(typed, spoken, lambda part, value=value: value in find_amounts(part))  # type: ignore[misc]  # bound now
        if span:
            yield Entity("amount", value, *span)


def _dates(typed: str, spoken: Sequence[Word], today: date) -> Iterator[Entity]:
    found = read_date(_said(typed, spoken), today)
    span = shortest_span(typed, spoken, lambda part: read_date(part, today) == found) if found else None
    if found and span:
        yield Entity("date", (found if isinstance(found, date) else found[0]).isoformat(), *span)


def _said(typed: str, spoken: Sequence[Word]) -> str:
    return typed[spoken[0].start : spoken[-1].end] if spoken else ""


def _numbers(typed: str) -> Iterator[Entity]:
    for name, pattern, read in _NUMBERS:
        for match in pattern.finditer(typed):
            value = read(match.group())
            if isinstance(value, str):
                yield Entity(name, value, match.start(), match.end())


def _places(typed: str) -> Iterator[Entity]:
    for found in find_places(typed):
        kind = "district" if isinstance(found.place, District) else "state"
        yield Entity(kind, found.place.name, found.start, found.end)


def _named(spoken: Sequence[Word]) -> Iterator[Entity]:
    for name, lexicon in _LEXICONS:
        for found in lexicon.find(spoken):
            yield Entity(name, found.code, found.start, found.end)


def _without_overlaps(entities: Iterator[Entity], taken: list[Entity] | None = None) -> list[Entity]:
    kept: list[Entity] = []
    for entity in entities:
        if not _overlaps(entity, [*(taken or ()), *kept]):
            kept.append(entity)
    return kept


def _overlaps(entity: Entity, others: list[Entity]) -> bool:
    return any(entity.start < other.end and other.start < entity.end for other in others)
