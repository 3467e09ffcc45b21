"""The calendar: days that exist, the next of a kind, first and last day of a month."""

from calendar import monthrange
from datetime import date

Span = tuple[date, date]


def existing(year: int, month: int, day: int) -> date | None:
    """The day, or None for the 30th of February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def coming(month: int, day: int, today: date) -> date | None:
    """The day of this year or the next that is not past; None when neither year has it."""
    days = (existing(today.year + ahead, month, day) for ahead in range(2))
    return next((found for found in days if found and found >= today), None)


def coming_day_of_month(day: int, today: date) -> date | None:
    """The next day with this number, of this month or one of the two after it."""
    days = (existing(*_year_and_month(today.year, today.month + ahead), day) for ahead in range(3))
    return next((found for found in days if found and found >= today), None)


def whole_month(year: int, month: int) -> Span:
    """First and last day of the month, counted on from January of the year: the thirteenth is next January."""
    year, month = _year_and_month(year, month)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _year_and_month(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1
