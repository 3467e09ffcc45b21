"""Dates, times, money, numbers and lists as people write them in each language.

Digits are 0-9 in every language, as on phones and bills. Every function raises KeyError for a language that is not in
`LANGUAGES`. To fill the places of a message, pass `Catalogue.language_of(text)`, not the person's own language.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from babel.numbers import format_decimal

from locales.calendar_words import DAY_PARTS, MONTHS, O_CLOCK, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_CRORE = MappingProxyType({"en": "crore", "hi": "करोड़", "ta": "கோடி", "hi-Latn": "crore", "ta-Latn": "crore"})
_LAKH = MappingProxyType({"en": "lakh", "hi": "लाख", "ta": "லட்சம்", "hi-Latn": "lakh", "ta-Latn": "lakh"})
_UNITS = ((1_00_00_000, _CRORE), (1_00_000, _LAKH))

_AND = MappingProxyType({"en": "and", "hi": "और", "ta": "மற்றும்", "hi-Latn": "aur", "ta-Latn": "matrum"})


def date_text(day: date, language: str) -> str:
    """ "Saturday, 5 December 2026"."""
    return f"{WEEKDAYS[language][day.weekday()]}, {day.day} {month_year(day, language)}"


def short_date(day: date, language: str) -> str:
    """ "Sat 5 Dec", for a button: at most 16 letters in any language."""
    return f"{SHORT_WEEKDAYS[language][day.weekday()]} {day.day} {SHORT_MONTHS[language][day.month]}"


def month_year(day: date, language: str) -> str:
    """ "December 2026"."""
    return f"{MONTHS[language][day.month]} {day.year}"


def time_text(moment: datetime, language: str) -> str:
    """ "10:30 am", "सुबह 10:30 बजे"; the full hour without its zeros, "10 am".

    `moment` is shown in its own zone: bring it into the operator's first. ValueError where it has none.
    """
    if moment.utcoffset() is None:
        raise ValueError("a time without a zone cannot be shown")
    hour = moment.hour % 12 or 12
    clock = f"{hour}:{moment.minute:02}" if moment.minute else f"{hour}"
    if language == "en":
        return f"{clock} {'am' if moment.hour < 12 else 'pm'}"
    return f"{_day_part(moment.hour, language)} {clock} {O_CLOCK[language]}"


def rupees(amount: int, language: str) -> str:
    """Whole rupees: "₹50,000", "₹1,23,456"; in lakh or crore where two decimals say it exactly, "₹2.5 crore"."""
    sign, size = ("-" if amount < 0 else ""), abs(amount)
    for unit, words in _UNITS:
        if size >= unit and size % (unit // 100) == 0:
            return f"{sign}₹{_grouped(Decimal(size) / unit)} {words[language]}"
    return f"{sign}₹{number(size, language)}"


def number(n: int, language: str) -> str:
    """ "12,34,567": Indian grouping, the same in every language."""
    if language not in _AND:
        raise KeyError(language)
    return _grouped(Decimal(n))


def join(items: Sequence[str], language: str) -> str:
    """ "A, B and C"; an empty list gives an empty text."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_AND[language]} {items[-1]}"


def _day_part(hour: int, language: str) -> str:
    parts = DAY_PARTS[language]
    return parts[max(start for start in parts if start <= hour)]


def _grouped(value: Decimal) -> str:
    return format_decimal(value, locale="en_IN")  # plain `en` groups in thousands
