"""The channels that people talk on, as keys name them: `telegram:42`, `terminal:me`, `rehearse:asha`."""

from __future__ import annotations

TELEGRAM = "telegram"
REHEARSAL = "rehearse"
"""Telegram as `mitra rehearse` plays it: the same people, messages and jobs, and no network."""
LIKE_TELEGRAM = (TELEGRAM, REHEARSAL)
"""Where people can be written to unasked, and share their own number by a key of the phone."""


def is_telegram(channel: str) -> bool:
    """Whether it is Telegram, or a rehearsal of it."""
    return channel in LIKE_TELEGRAM
