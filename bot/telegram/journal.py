"""The log of a serving process: one JSON object a line, without anybody's words, names, numbers or any secret.

What we say ourselves is written by us beforehand, in full; what a library says may quote whatever it met, so of that stand
here only who spoke, where in its source, and the kinds of errors.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

from bot.settings import Settings

log = logging.getLogger(__name__)

FIELDS = ("update", "kind", "replies", "row", "reason", "failures", "seconds", "error", "updates", "bot", "count")
OURS = ("bot", "actions", "programme", "nlu", "locales", "tests", "__main__")
FOREIGN = "a library reports something"
LOUD = ("httpx", "httpcore", "telegram", "aiohttp.access", "aiohttp.server", "apscheduler")
"""Libraries that say at length what is said here already, or what anybody can make them say."""
MOST_A_MINUTE = 60
"""Lines of one place in the source; what is more is counted, and the count is said in the next minute."""


class Lines(logging.Formatter):
    """Writes the event, its known fields, and of an error its kind and where it happened: messages may quote people."""

    def __init__(self, secrets: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(), "from": record.name, "event": _event(record),
            **{name: getattr(record, name) for name in FIELDS if hasattr(record, name)},
        }  # fmt: skip
        if record.exc_info and record.exc_info[1]:
            line["trace"] = _trace(record.exc_info[1])
        return self._clean(json.dumps(line, ensure_ascii=False, default=str))

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text


def _event(record: logging.LogRecord) -> str:
    """Our own words; those of a library are not for the log."""
    if record.name.partition(".")[0] in OURS:
        return record.getMessage()
    return f"{FOREIGN}, at {record.module}:{record.lineno}"


class Rate(logging.Filter):
    """Lets so many lines a minute of each place through: a flood of one kind hides no other, and fills no disk."""

    def __init__(self, most: int = MOST_A_MINUTE, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._most, self._now = most, now
        self._minute = -1
        self._counts: Counter[tuple[str, int]] = Counter()
        self._left_out = 0

    def filter(self, record: logging.LogRecord) -> bool:
        minute = int(self._now() // 60)
        if minute != self._minute:
            self._minute = minute
            self._counts.clear()
            left_out, self._left_out = self._left_out, 0
            if left_out:
                log.warning("lines of the last minute were left out", extra={"count": left_out})
        place = (record.pathname, record.lineno)
        self._counts[place] += 1
        if self._counts[place] <= self._most:
            return True
        self._left_out += 1
        return False


def _trace(error: BaseException) -> list[str]:
    """Where an error came from, its causes too; its own message may hold what a person wrote."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(lines) < 30:
        lines.append(type(seen).__name__)
        frames = traceback.extract_tb(seen.__traceback__)[-5:]
        lines += [
            f"{frame.filename.rsplit('/', 2)[-2]}/{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}"
            for frame in frames
        ]
        seen = seen.__cause__ or seen.__context__
    return lines


def keep_journal(settings: Settings) -> None:
    """Log to stderr from here on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(secrets_of(settings)))
    handler.addFilter(Rate())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(logging.INFO)
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.captureWarnings(True)
    sys.excepthook = _ended
    threading.excepthook = lambda given: _ended(given.exc_type, given.exc_value, given.exc_traceback)


def _ended(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """What nothing caught: its kind and place, in the place of Python's own lines, which quote it."""
    if issubclass(kind, KeyboardInterrupt):
        return
    log.critical("ended by an error", exc_info=(kind, error, trace) if error else None)


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """What must never be printed."""
    held = (settings.telegram_token, settings.webhook_secret)
    return tuple(one.get_secret_value() for one in held if one is not None)
