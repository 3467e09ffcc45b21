"""Dates in words of three languages: `agle somvar`, `5 தேதி`, `next month`, `3 दिन बाद`."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from programme.identifiers import date_words as words
from programme.identifiers.days import Span, coming, coming_day_of_month, existing, whole_month
from programme.identifiers.quantity_tokens import number_word

_Reading = date | Span | None


def _with_month(tokens: list[str], today: date) -> _Reading:
    """`5 December`, `December 5th 2026`, `5-7 dec`, `दिसंबर 5`."""
    for place, token in enumerate(tokens):
        month = words.MONTHS.get(token)
        if month is None:
            continue
        before, first_before = _day_before(tokens, place)
        after, year_place = _day_after(tokens, place)
        day = before or after
        if day is None:
            continue
        year = _year_at(tokens, place + 1 if before else year_place)
        last = existing(year, month, day) if year else coming(month, day, today)
        start = _first_of_range(tokens, first_before) if before else None
        if start and last and start < day:
            return last.replace(day=start), last
        return last
    return None


def _day_before(tokens: list[str], place: int) -> tuple[int | None, int]:
    """The day's figure before a month, ordinals and `तारीख` between, and where it stands."""
    at = place - 1
    while at >= 0 and (tokens[at] in words.ORDINALS | words.DATE_WORDS or tokens[at] in "-/." or tokens[at] == "of"):
        at -= 1
    return (_as_count(tokens[at]), at) if at >= 0 else (None, at)


def _day_after(tokens: list[str], place: int) -> tuple[int | None, int]:
    at = place + 1
    while at < len(tokens) and tokens[at] in "-/.":
        at += 1
    day = _as_count(tokens[at]) if at < len(tokens) else None
    at += 1
    while at < len(tokens) and tokens[at] in words.ORDINALS:
        at += 1
    return day, at


def _first_of_range(tokens: list[str], place: int) -> int | None:
    if place < 2 or not (tokens[place - 1] == "-" or tokens[place - 1] in words.TO):
        return None
    return _as_count(tokens[place - 2])


def _at(tokens: list[str], place: int) -> str:
    return tokens[place] if place < len(tokens) else ""


def _year_at(tokens: list[str], place: int) -> int | None:
    year = _at(tokens, place)
    return int(year) if re.fullmatch(r"20\d\d", year) else None


def _day_of_a_month_to_come(tokens: list[str], today: date) -> _Reading:
    """`agle mahine ki 5 tarikh`, `next month 10`: not every number in a sentence about next month."""
    for place, (token, following) in enumerate(pairwise(tokens)):
        if token not in words.THIS | words.NEXT or following not in words.MONTH:
            continue
        first = whole_month(today.year, today.month + (token in words.NEXT))[0]
        for at in range(place + 2, len(tokens)):
            day = _as_count(tokens[at])
            beside = {*tokens[at + 1 : at + 4]} - {"-"}
            if day and (not beside or beside & (words.DATE_WORDS | words.ORDINALS)):
                return existing(first.year, first.month, day)
    return None


def _in_days(tokens: list[str], today: date) -> _Reading:
    """`in 3 days`, `3 दिन बाद`, `2 வாரம் கழித்து`."""
    for place, token in enumerate(tokens[:-1]):
        count, unit = _as_count(token), tokens[place + 1]
        if count is None or unit not in words.DAYS | words.WEEKS:
            continue
        said_before = place > 0 and tokens[place - 1] in words.WITHIN
        if said_before or words.LATER.intersection(tokens[place + 2 : place + 4]):
            return today + timedelta(days=count * (7 if unit in words.WEEKS else 1))
    return None


def _relative_day(tokens: list[str], today: date) -> _Reading:
    if tokens == ["day", "after"]:
        return today + timedelta(days=2)
    for place, token in enumerate(tokens):
        if any(tuple(tokens[place : place + len(phrase)]) == phrase for phrase in words.AFTER_TOMORROW):
            return today + timedelta(days=2)
        if token in words.RELATIVE_DAYS and not (
            _is_part_of_something_else(tokens, place) or _is_denied(tokens, place)
        ):
            past = token in words.EITHER_WAY and words.OF_THE_PAST.intersection(tokens)
            return today + timedelta(days=words.RELATIVE_DAYS[token] * (-1 if past else 1))
    return None


def _is_denied(tokens: list[str], place: int) -> bool:
    """`kal nahi, parson`: a day that another one takes the place of."""
    others = {*tokens[place + 2 :]} & (frozenset(words.RELATIVE_DAYS) | frozenset(words.WEEKDAYS))
    return _at(tokens, place + 1) in words.NOT and bool(others)


def _is_part_of_something_else(tokens: list[str], place: int) -> bool:
    """ஒரு நாளைக்கு (a day), आज कल (nowadays), कल-पुर्जे (machine parts)."""
    before, after = tokens[max(0, place - 1) : place], [token for token in tokens[place + 1 :] if token != "-"][:1]
    nowadays = tokens[place] in words.EITHER_WAY and bool(words.NO_DAY_BEFORE.intersection(before))
    said_together = tokens[place] in words.NO_DAY_BEFORE and bool(words.EITHER_WAY.intersection(after))
    return (
        nowadays
        or said_together
        or bool(words.A_OR_SOME.intersection(before) or words.NO_DAY_AFTER.intersection(after))
    )


def _weekday(tokens: list[str], today: date) -> _Reading:
    tokens = [token for token in tokens if token not in words.COMING]
    for place, token in enumerate(tokens):
        weekday = words.WEEKDAYS.get(token)
        if weekday is None or _is_denied(tokens, place):
            continue
        before = tokens[place - 1] if place else ""
        is_next, is_last = before in words.NEXT, before in words.LAST
        sure = before in words.NEXT | words.LAST | words.THIS | words.WEEK | {"is", "on"}
        sure = sure or _at(tokens, place + 1) in words.DAY_OF_THE_WEEK
        if token in words.DOUBTFUL_WEEKDAYS and not sure and len(tokens) > 1:
            continue
        if any(word in words.WEEK for word in tokens) and (week := _week_or_month(tokens, today)):
            return week[1] - timedelta(days=6 - weekday)
        ahead = (weekday - today.weekday()) % 7
        if is_last:
            return today - timedelta(days=7 - ahead)
        return today + timedelta(days=ahead or (7 if is_next else 0))
    return None


def _week_or_month(tokens: list[str], today: date) -> Span | None:
    """`this week` from today on; `next month` as a whole."""
    for token, following in pairwise([token for token in tokens if token not in words.COMING]):
        if token not in words.THIS | words.NEXT:
            continue
        ahead = token in words.NEXT
        if following in words.WEEK:
            monday = today + timedelta(days=7 * ahead - today.weekday())
            return max(monday, today), monday + timedelta(days=6)
        if following in words.MONTH:
            first, last = whole_month(today.year, today.month + ahead)
            return max(first, today), last
    return None


def _weekend(tokens: list[str], today: date) -> Span | None:
    """The Saturday and Sunday to come, or what is left of them; `next weekend` those of next week."""
    for place, token in enumerate(tokens):
        if token in words.WEEKEND:
            ahead = 7 if place and tokens[place - 1] in words.NEXT else 0
            saturday = today + timedelta(days=5 - today.weekday() + ahead)
            return max(saturday, today), saturday + timedelta(days=1)
    return None


def _month_alone(tokens: list[str], today: date) -> _Reading:
    for place, token in enumerate(tokens):
        month = words.MONTHS.get(token)
        if month is None or (token in words.DOUBTFUL_MONTHS and not _names_a_month(tokens, place)):
            continue
        if _day_before(tokens, place)[0] or _day_after(tokens, place)[0]:
            return None  # a day that this month does not have
        first, last = whole_month(_year_at(tokens, place + 1) or today.year + (month < today.month), month)
        return (max(first, today), last) if today <= last else (first, last)
    return None


def _names_a_month(tokens: list[str], place: int) -> bool:
    beside = {*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]}
    alone = len(tokens) == 1 or _year_at(tokens, place + 1) is not None
    return alone or bool(beside & ({"in", "में", "ல"} | words.MONTH))


def _day_alone(tokens: list[str], today: date) -> _Reading:
    """`5 तारीख को`, `on the 5th`, `5ஆம் தேதி`: the next day with that number."""
    for place, token in enumerate(tokens[:-1]):
        day = _as_count(token)
        if day is None or not (
            words.DATE_WORDS.intersection(tokens[place + 1 : place + 4]) or _is_on_the(tokens, place)
        ):
            continue
        return coming_day_of_month(day, today)
    return None


def _is_on_the(tokens: list[str], place: int) -> bool:
    """`on the 5th`, `5th ko`; but the 10th result and the 2nd workshop are no dates."""
    if tokens[place + 1] not in words.ENGLISH_ORDINALS:
        return tokens[place].isdecimal() and tokens[1:] in (["ko"], ["को"])  # `15 ko`, and nothing else
    beside = {*tokens[max(0, place - 2) : place], *tokens[place + 2 : place + 3]}
    return len(tokens) == 2 or bool(beside & words.ON)


def _as_count(token: str) -> int | None:
    """One to thirty-one, in figures or one word; the article counts nothing."""
    number = int(token) if re.fullmatch(r"\d{1,2}", token) else number_word(token)
    is_count = number is not None and number in range(1, 32) and token not in ("a", "an")
    return int(number) if number is not None and is_count else None


# In this order: what is said more exactly comes first
READINGS: Final[tuple[Callable[[list[str], date], _Reading], ...]] = (
    _with_month,
    _day_of_a_month_to_come,
    _in_days,
    _relative_day,
    _weekday,
    _weekend,
    _week_or_month,
    _day_alone,
    _month_alone,
)
