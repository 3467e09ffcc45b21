"""What came of one thing said in the interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["moved", "problem", "not_understood", "registered", "changed", "left", "discarded"]


@dataclass(frozen=True)
class Outcome:
    """`moved`: the next question stands. `problem`: the same question stands and `note` names why.

    `registered`, `changed`, `left` (kept for later) and `discarded` end the interview for now. `note` and `facts`
    are what speech needs to say it.
    """

    kind: Kind
    note: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def moved(note: str | None = None, facts: Mapping[str, Any] | None = None) -> Outcome:
    return Outcome("moved", note, facts or {})


def problem(reason: str, facts: Mapping[str, Any]) -> Outcome:
    return Outcome("problem", reason, facts)


def not_understood() -> Outcome:
    return Outcome("not_understood")


def registered() -> Outcome:
    return Outcome("registered")


def changed() -> Outcome:
    return Outcome("changed")


def left() -> Outcome:
    return Outcome("left")


def discarded() -> Outcome:
    return Outcome("discarded")
