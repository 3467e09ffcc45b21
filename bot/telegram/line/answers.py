"""What an answer of the Bot API says (https://core.telegram.org/bots/api#making-requests), whatever it is made of.

Servers in between, and Bot API servers that are not Telegram's, answer anything: HTML, an empty list, numbers as words. An
answer that says `ok: true` means that it was done, whatever else is in it. What is no answer of a Bot API at all is a
trouble of the line, to be tried again. Of neither a word goes further than the errors raised here.
"""

from __future__ import annotations

import json
import math
from datetime import timedelta
from typing import Any, Final

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

WHO_WE_ARE: Final = "getMe"
UPDATES: Final = "getUpdates"
_POSTING: Final = ("send", "copy", "forward")
_TOO_LARGE: Final = 413
_SHORTEST_SILENCE, _LONGEST_SILENCE = 1.0, 3600.0
_LARGEST_NUMBER: Final = 2**63
_NOBODY: Final = {"id": 0, "type": "private"}


class NoAnswer(NetworkError):
    """What came is no answer of a Bot API; the message names the kind of thing it is."""


def result_of(method: str, status: int, body: bytes) -> Any:
    """The result of a call of `method`, in the form that the library reads. Raises `TelegramError`."""
    answer = _read(status, body)
    if answer.get("ok") is True:
        return _shaped(method, answer.get("result"))
    raise _error(method, status, answer)


def parsed(body: bytes) -> Any:
    """JSON as Python's values. Raises `ValueError`, for JSON that is nested too deeply as well."""
    try:
        return json.loads(body.decode("utf-8", errors="replace"))
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _read(status: int, body: bytes) -> dict[str, Any]:
    if status == _TOO_LARGE:
        raise BadRequest("too large")
    try:
        answer = parsed(body)
    except ValueError:
        raise NoAnswer(f"{status}, no JSON") from None
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
        raise NoAnswer(f"{status}, no answer of a Bot API")
    return answer


def _shaped(method: str, result: Any) -> Any:
    """The least that the library needs of it: its classes stumble over whatever else is missing or odd."""
    if method.startswith(_POSTING):
        number = result.get("message_id") if isinstance(result, dict) else None
        return {"message_id": number if _is_number(number) else 0, "date": 0, "chat": _NOBODY}
    if method == WHO_WE_ARE:
        return _ourselves(result)
    if method == UPDATES:
        if not isinstance(result, list):
            raise NoAnswer("no list of updates")
        return result
    return result if method.startswith("get") else True


def _ourselves(result: Any) -> dict[str, Any]:
    number, name = (result.get("id"), result.get("username")) if isinstance(result, dict) else (None, None)
    if not _is_number(number) or not isinstance(name, str) or not name:
        raise NoAnswer("no bot")
    return {"id": number, "is_bot": True, "first_name": name, "username": name}


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -_LARGEST_NUMBER <= value < _LARGEST_NUMBER


def _error(method: str, status: int, answer: dict[str, Any]) -> TelegramError:
    """The library's error for a refusal; its message is the server's description, for nobody's eyes."""
    told, description = answer.get("error_code"), str(answer.get("description") or "")
    code = told if isinstance(told, int) and _is_number(told) else status
    parameters = answer.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    if _is_number(parameters.get("migrate_to_chat_id")):
        return ChatMigrated(int(parameters["migrate_to_chat_id"]))
    if code == 429 or parameters.get("retry_after"):
        return RetryAfter(timedelta(seconds=_silence(parameters.get("retry_after"))))
    if code == 401 or (code == 404 and method == WHO_WE_ARE):
        return InvalidToken(description)
    if code == 404 and method == UPDATES:
        return NoAnswer("404")
    kinds: dict[int, type[TelegramError]] = {400: BadRequest, 403: Forbidden, 404: BadRequest, 409: Conflict}
    return kinds.get(code, NetworkError)(description)


def _silence(told: Any) -> float:
    """Seconds; at least one, at most an hour: no server silences a chat for ever by a slip."""
    if isinstance(told, bool) or not isinstance(told, int | float) or not math.isfinite(told):
        return _SHORTEST_SILENCE
    return float(min(max(told, _SHORTEST_SILENCE), _LONGEST_SILENCE))
