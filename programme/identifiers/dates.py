"""Days and spans of days as people write them, read against today's date: days yet to come, unless a year says else.

`kal` and कल mean tomorrow here, a weekday the next one to come (today, when it is that day and nobody says *next*), a
week runs from Monday to Sunday. Figures are day first, as in India.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from programme.identifiers import date_words as words
from programme.identifiers.quantities import number_word
from programme.writing import normalise, without_marks

Span = tuple[date, date]
_Reading = date | Span | None

_NUKTA: Final = "़"
_TOKEN: Final = re.compile(r"\d+|[a-z]+|[\u0900-\u0963\u0971-\u097f]+|[\u0b80-\u0be5]+|[-/.]")
_ISO: Final = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST: Final = re.compile(r"(?<![\d/.-])(\d{1,2}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{4}|\d{2}))?(?![\d/]|[.-]\d|%)")
_LONGEST_TEXT: Final = 2_000


def read_date(text: str, today: date) -> date | Span | None:
    """The day, or the first and last day, that the text names; None when it names none, or one that does not exist."""
    plain = without_marks(normalise(text[:_LONGEST_TEXT])).lower().replace(_NUKTA, "")
    written = _in_figures(plain, today)
    if written:
        return written
    tokens = _TOKEN.findall(plain)
    return next((found for reading in _READINGS if (found := reading(tokens, today))), None)


def _in_figures(plain: str, today: date) -> date | None:
    """`2026-12-05`, `5/12/26`; without a year `5/12` anywhere, but `5-12` and `5.12` only as the whole answer."""
    if match := _ISO.search(plain):
        year, month, day = map(int, match.groups())
        return _day(year, month, day)
    for match in _DAY_FIRST.finditer(plain):
        day, month, year = int(match[1]), int(match[2]), match[3]
        if year:
            return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
        if match.group() != "24/7" and ("/" in match.group() or match.group() == plain):
            return _coming(month, day, today)
    return None


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
        last = _on(year, month, day, today)
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


def _year_at(tokens: list[str], place: int) -> int | None:
    year = tokens[place] if place < len(tokens) else ""
    return int(year) if re.fullmatch(r"20\d\d", year) else None


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
    for place, token in enumerate(tokens):
        if any(tuple(tokens[place : place + len(phrase)]) == phrase for phrase in words.AFTER_TOMORROW):
            return today + timedelta(days=2)
        if token in words.RELATIVE_DAYS and not words.A_OR_SOME.intersection(tokens[max(0, place - 1) : place]):
            return today + timedelta(days=words.RELATIVE_DAYS[token])
    return None


def _weekday(tokens: list[str], today: date) -> _Reading:
    for place, token in enumerate(tokens):
        weekday = words.WEEKDAYS.get(token)
        if weekday is None:
            continue
        before, after = tokens[max(0, place - 2) : place], tokens[place + 1 : place + 2]
        is_next, is_last = (bool(said.intersection(before[-1:])) for said in (words.NEXT, words.LAST))
        sure = is_next or is_last or words.THIS.union({"on"}).intersection(before[-1:]) or words.DAY_OF_THE_WEEK.intersection(after)
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
            first, last = _month(today.year, today.month + ahead)
            return max(first, today), last
    return None


def _month_alone(tokens: list[str], today: date) -> _Reading:
    for place, token in enumerate(tokens):
        month = words.MONTHS.get(token)
        if month is None or (token in words.DOUBTFUL_MONTHS and not _names_a_month(tokens, place)):
            continue
        if _day_before(tokens, place)[0] or _day_after(tokens, place)[0]:
            return None  # a day that this month does not have
        first, last = _month(_year_at(tokens, place + 1) or today.year + (month < today.month), month)
        return (max(first, today), last) if today <= last else (first, last)
    return None


def _names_a_month(tokens: list[str], place: int) -> bool:
    beside = {*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]}
    return len(tokens) == 1 or _year_at(tokens, place + 1) is not None or bool(beside & ({"in", "में", "ல", "மாதம்", "மாசம்"} | words.MONTH))


def _day_alone(tokens: list[str], today: date) -> _Reading:
    """`5 तारीख को`, `on the 5th`, `5ஆம் தேதி`: the next day with that number."""
    for place, token in enumerate(tokens[:-1]):
        day = _as_count(token)
        if day is None or not (words.DATE_WORDS.intersection(tokens[place + 1 : place + 3]) or _is_on_the(tokens, place)):
            continue
        days = (_day(*_year_and_month(today.year, today.month + ahead), day) for ahead in range(3))
        return next((found for found in days if found and found >= today), None)
    return None


_READINGS: Final[tuple[Callable[[list[str], date], _Reading], ...]] = (
    _with_month,
    _in_days,
    _relative_day,
    _weekday,
    _week_or_month,
    _day_alone,
    _month_alone,
)


def _is_on_the(tokens: list[str], place: int) -> bool:
    """`on the 5th`, `5th ko`; but the 10th result and the 2nd workshop are no dates."""
    if tokens[place + 1] not in words.ENGLISH_ORDINALS:
        return False
    beside = {*tokens[max(0, place - 2) : place], *tokens[place + 2 : place + 3]}
    return len(tokens) == 2 or bool(beside & words.ON)


def _as_count(token: str) -> int | None:
    """One to thirty-one, in figures or one word; the article counts nothing."""
    number = int(token) if re.fullmatch(r"\d{1,2}", token) else number_word(token)
    is_count = number is not None and number in range(1, 32) and token not in ("a", "an")
    return int(number) if number is not None and is_count else None


def _on(year: int | None, month: int, day: int, today: date) -> date | None:
    return _day(year, month, day) if year else _coming(month, day, today)


def _coming(month: int, day: int, today: date) -> date | None:
    days = (_day(today.year + ahead, month, day) for ahead in range(2))
    return next((found for found in days if found and found >= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int) -> Span:
    year, month = _year_and_month(year, month)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _year_and_month(year: int, month: int) -> tuple[int, int]:
    """The month as counted on from January of the year: the thirteenth is next January."""
    return year + (month - 1) // 12, (month - 1) % 12 + 1
