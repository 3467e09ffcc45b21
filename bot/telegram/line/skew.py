"""Whether this machine's clock agrees with Telegram's: reminders and offers run by it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

log = logging.getLogger(__name__)

MOST_SECONDS = 60.0


class Skew:
    """Compares the clocks with each answer, and says once when they part and once when they agree again."""

    def __init__(self) -> None:
        self._said = False

    def heard(self, headers: Mapping[str, str]) -> None:
        """To be called with the headers of each answer; one without a usable date is passed over."""
        try:
            theirs = parsedate_to_datetime(headers["Date"])
        except (KeyError, ValueError):
            return
        self.compare((datetime.now(UTC) - theirs).total_seconds())

    def compare(self, seconds: float) -> None:
        """`seconds` is how far this machine's clock is ahead."""
        off = abs(seconds) > MOST_SECONDS
        if off and not self._said:
            log.warning(
                "this machine's clock is not Telegram's: set it, reminders run by it", extra={"seconds": round(seconds)}
            )
        elif self._said and not off:
            log.info("this machine's clock is Telegram's again")
        self._said = off
