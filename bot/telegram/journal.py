"""The log of a serving process: one JSON object a line, without anybody's words, names, numbers or any secret."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

from bot.settings import Settings

FIELDS = ("update", "kind", "replies", "row", "reason", "failures", "seconds", "error", "updates", "bot", "count")
LOUD = ("httpx", "httpcore", "telegram", "aiohttp.access", "apscheduler")
"""Libraries that log addresses with the token in them, or people's texts."""


class Lines(logging.Formatter):
    """Writes the event, its known fields, and of an error its kind and where it happened: messages may quote people."""

    def __init__(self, secrets: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(), "from": record.name, "event": record.getMessage(),
            **{name: getattr(record, name) for name in FIELDS if hasattr(record, name)},
        }  # fmt: skip
        if record.exc_info and record.exc_info[1]:
            line["trace"] = _trace(record.exc_info[1])
        return self._clean(json.dumps(line, ensure_ascii=False, default=str))

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text


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
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(logging.INFO)
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.ERROR)


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """What must never be printed."""
    held = (settings.telegram_token, settings.webhook_secret)
    return tuple(one.get_secret_value() for one in held if one is not None)
