"""Whether this machine's clock is right: Telegram says the time with each of its answers.

A wrong clock moves offers, reminders and "tomorrow", and when it is far off no connection is trusted at all.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

log = logging.getLogger(__name__)

TOLERATED = timedelta(minutes=1)
TOLD_EVERY = timedelta(hours=1)


class ClockCheck:
    """Told of the `Date` of answers (RFC 9110, 6.6.1); a wrong clock is one line in the log, each hour until it is right."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._told_at: datetime | None = None

    def heard(self, date: str | None) -> None:
        """`date` as it stands in the answer; what is no date is passed over."""
        try:
            theirs = parsedate_to_datetime(date or "").astimezone(UTC)
        except (ValueError, OverflowError):
            return
        ours = self._now()
        wrong = abs(ours - theirs) > TOLERATED
        if wrong and (self._told_at is None or abs(ours - self._told_at) >= TOLD_EVERY):
            log.warning(
                "this machine's clock is wrong: set it", extra={"seconds": round((ours - theirs).total_seconds())}
            )
            self._told_at = ours
        elif not wrong:
            self._told_at = None
