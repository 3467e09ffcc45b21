"""The clock of a rehearsal, and how it is told the time."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

LONGEST_BY_ITSELF = timedelta(minutes=1)
"""How far the clock runs on by itself while messages go out at the configured rate; the rest goes when it is moved."""
_SPAN = re.compile(r"\+\s*((?:\d+\s*[wdhms]\s*)+)")
_PART = re.compile(r"(\d+)\s*([wdhms])")
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


class NoTime(ValueError):
    """What was said is no time that the clock can be moved to; the message says why."""


class Clock:
    """Stands still until it is moved, and never goes back. As a `Timer` of the jobs it passes their pauses in no time."""

    def __init__(self, moment: datetime) -> None:
        self._now = moment
        self._until = moment + LONGEST_BY_ITSELF

    def now(self) -> datetime:
        """The time, in UTC."""
        return self._now

    def move(self, moment: datetime) -> None:
        """Be at `moment`, or stay where that is past."""
        self._now = max(self._now, moment)

    def allow(self, moment: datetime) -> None:
        """Let jobs take their time until `moment`, and a little longer."""
        self._until = max(self._now, moment) + LONGEST_BY_ITSELF

    def time(self) -> float:
        return self._now.timestamp()

    async def until(self, moment: float, stopping: asyncio.Event) -> bool:
        if moment > self._until.timestamp() or stopping.is_set():
            return False
        self.move(datetime.fromtimestamp(moment, UTC))
        return True

    async def pause(self, seconds: float) -> None:
        self.move(self._now + timedelta(seconds=seconds))


def read_moment(text: str, now: datetime, zone: ZoneInfo, *, back: bool = False) -> datetime:
    """`+3h`, `+1d 30m`, or a time in ISO's form, in `zone` where it names none; in UTC. Only with `back` may it be
    past. Raises `NoTime`."""
    try:
        moment = _span_in(text, now) or _time_in(text, zone)
    except (ValueError, OverflowError) as error:
        raise NoTime(f"{text!r} is no time, for example 2026-12-05T10:00+05:30, or +3h from now") from error
    if not back and moment < now - LONGEST_BY_ITSELF:
        raise NoTime(
            f"it is {now.astimezone(zone).isoformat(timespec='seconds')} already, and the clock does not go back"
        )
    return moment


def _span_in(text: str, now: datetime) -> datetime | None:
    found = _SPAN.fullmatch(text.strip().lower())
    if found is None:
        return None
    return now + sum((timedelta(**{_UNITS[unit]: int(count)}) for count, unit in _PART.findall(found[1])), timedelta())


def _time_in(text: str, zone: ZoneInfo) -> datetime:
    moment = datetime.fromisoformat(text.strip())
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
