"""A moment as staff write it: `2026-12-05 10:30`, `tomorrow 10:00`, `kal 6 pm`."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.identifiers.dates import read_date
from programme.writing import normalise

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?(?![\d:])", re.IGNORECASE)
_EVENING, _MORNING = time(18), time(10)
SOON = timedelta(minutes=15)


def read_moment(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment, by the clock of `zone`; None where day or hour cannot be read. May be past."""
    plain, today = normalise(text).lower(), now.astimezone(zone).date()
    for found in reversed(list(_CLOCK.finditer(plain))):
        clock = _clock(found)
        rest = f"{plain[: found.start()]} {plain[found.end() :]}".strip()
        day = read_date(rest, today) if rest else today
        if clock is not None and isinstance(day, date):
            return datetime.combine(day, clock, tzinfo=zone)
    return None


def _clock(found: re.Match[str]) -> time | None:
    """A number alone is no hour: it may be a day."""
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if not found[2] and not half:
        return None
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def offered(now: datetime, zone: ZoneInfo) -> list[datetime]:
    """Moments to choose among: this evening, tomorrow morning and evening."""
    today = now.astimezone(zone).date()
    tomorrow = today + timedelta(days=1)
    moments = [(today, _EVENING), (tomorrow, _MORNING), (tomorrow, _EVENING)]
    coming = [datetime.combine(day, clock, tzinfo=zone) for day, clock in moments]
    return [moment for moment in coming if moment > now + SOON]
