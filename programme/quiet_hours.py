"""Quiet hours: when nothing but replies goes out, and what becomes of what would fall into them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

EARLIER = timedelta(minutes=30)
"""How long before the quiet hours goes what would fall due within them."""
STEP = timedelta(days=1)


@dataclass(frozen=True)
class QuietHours:
    """From `begins` until `ends` by the clock of `zone`, over midnight or not; none where both are the same."""

    begins: time
    ends: time
    zone: ZoneInfo

    @classmethod
    def read(cls, text: str, zone: ZoneInfo) -> QuietHours:
        """`21:00-09:00`; raises ValueError."""
        begins, _, ends = text.partition("-")
        return cls(time.fromisoformat(begins), time.fromisoformat(ends), zone)

    def cover(self, moment: datetime) -> bool:
        """Whether `moment` lies in them; the minute they end in does not."""
        clock = moment.astimezone(self.zone).time()
        if self.begins <= self.ends:
            return self.begins <= clock < self.ends
        return clock >= self.begins or clock < self.ends

    def begin_before(self, moment: datetime) -> datetime:
        """When the quiet hours that cover `moment` began."""
        day = moment.astimezone(self.zone)
        began = self._at(day, self.begins)
        return began if began <= moment else self._at(day - STEP, self.begins)

    def end_after(self, moment: datetime) -> datetime:
        """`moment` itself, or when the quiet hours that cover it end."""
        if not self.cover(moment):
            return moment
        day = moment.astimezone(self.zone)
        ended = self._at(day, self.ends)
        return ended if ended > moment else self._at(day + STEP, self.ends)

    def pulled_forward(self, moment: datetime) -> datetime:
        """`moment` itself, or half an hour before the quiet hours that cover it: 20:30 for what falls due at night."""
        return self.begin_before(moment) - EARLIER if self.cover(moment) else moment

    def waking_time_after(self, moment: datetime, span: timedelta) -> datetime:
        """When `span` has gone by on a clock that stands still in the quiet hours."""
        at = self.end_after(moment)
        while (begins := self._next_begin(at)) is not None and begins < at + span:
            span -= begins - at
            at = self.end_after(begins)
        return at + span

    def _next_begin(self, moment: datetime) -> datetime | None:
        if self.begins == self.ends:
            return None
        day = moment.astimezone(self.zone)
        begins = self._at(day, self.begins)
        return begins if begins > moment else self._at(day + STEP, self.begins)

    def _at(self, day: datetime, clock: time) -> datetime:
        return datetime.combine(day.date(), clock, tzinfo=self.zone).astimezone(UTC)
