"""The lines of a rehearsal: what somebody does, what staff command, where the clock goes, which table is to be seen."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

KINDS = ("press", "contact", "photo", "voice", "location", "reaction", "edit")
CAPTIONED = ("photo", "voice")
"""A text may go with them."""
LONGEST_NAME = 60
WHAT = ("person", "clock", "staff", "rows")
HOW = '{"person": "asha", "text": "hello"}, {"clock": "+3h"}, {"staff": ["seed"]} or {"rows": "enrolments"}'


class Unreadable(ValueError):
    """A line says nothing that can be done; the message says why."""


@dataclass(frozen=True)
class Act:
    """What a person does: `kind` is `text` or one of `KINDS`, `value` as it was given; `text` goes with a picture or a
    voice note. `language` is that of the phone, where it tells."""

    person: str
    kind: str
    value: Any
    text: str = ""
    forwarded: bool = False
    language: str | None = None


@dataclass(frozen=True)
class MoveClock:
    to: str


@dataclass(frozen=True)
class Command:
    """A `mitra` command with its arguments."""

    arguments: tuple[str, ...]


@dataclass(frozen=True)
class ShowRows:
    table: str


Line = Act | MoveClock | Command | ShowRows


def read_line(line: str) -> Line:
    """What a line says. Raises `Unreadable`."""
    try:
        value = _clean(json.loads(line))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"this is no JSON object: write {HOW}") from error
    said = [name for name in WHAT if isinstance(value, dict) and name in value]
    if len(said) != 1:
        raise Unreadable(f"a line says one thing: {HOW}")
    if said[0] == "person":
        return _act(value)
    return _order(said[0], value[said[0]])


def _clean(value: Any) -> Any:
    """Without what no phone and no database knows: lone surrogates and NUL."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return {name: _clean(one) for name, one in value.items()} if isinstance(value, dict) else value


def _order(name: str, value: Any) -> Line:
    if name == "staff":
        if not isinstance(value, list) or not value or any(not isinstance(one, str | int) for one in value):
            raise Unreadable('staff\'s command is a list of words, for example {"staff": ["workshops", "list"]}')
        return Command(tuple(str(one) for one in value[value[0] == "mitra" :]))
    if not isinstance(value, str):
        raise Unreadable(f"{name} is a text, for example {HOW}")
    return MoveClock(value) if name == "clock" else ShowRows(value)


def _act(value: dict[str, Any]) -> Act:
    person = value["person"]
    if not isinstance(person, str) or not person.strip() or len(person) > LONGEST_NAME:
        raise Unreadable('a person has a name, for example {"person": "asha", "text": "hello"}')
    given = [kind for kind in KINDS if value.get(kind) not in (None, False)]
    text = value.get("text")
    kind = given[0] if given else "text"
    too_much = len(given) > 1 or (text is not None and given and kind not in CAPTIONED)
    if too_much or (text is not None and not isinstance(text, str)) or (not given and not (text or "").strip()):
        raise Unreadable(f"a person does one thing at a time: text, {', '.join(KINDS)}")
    what = _CHECKS[kind](value[kind])
    language = value.get("language")
    return Act(
        person.strip(), kind, what, text=text or "", forwarded=bool(value.get("forwarded")),
        language=language if isinstance(language, str) else None,
    )  # fmt: skip


def _a_text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
        raise Unreadable(f"{value!r} is no text")
    return str(value).strip()


def _a_place(value: Any) -> tuple[float, float]:
    numbers = value if isinstance(value, list) else []
    fit = len(numbers) == 2 and all(isinstance(one, int | float) and math.isfinite(one) for one in numbers)
    if not fit or abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
        raise Unreadable("a location is [latitude, longitude], for example [22.72, 75.86]")
    return float(numbers[0]), float(numbers[1])


_CHECKS: dict[str, Any] = {
    **dict.fromkeys(("text", "press", "contact", "edit"), _a_text), **dict.fromkeys(CAPTIONED, lambda value: value),
    "reaction": lambda value: "👍" if value is True else _a_text(value), "location": _a_place,
}  # fmt: skip
