"""The question that stands: what the person was asked last, until when it may be answered, what a wrong yes would cost.

There is one at a time. It is kept with the person and so survives restarts; of who has not agreed only its kind and its
time are kept, beside the buttons last shown, and nothing that she said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from programme.people import Person

COSTLY = frozenset({"consent", "summary", "delete", "give_back", "broadcast"})
"""A yes here writes down, registers, erases or sends: it must be sure, and fresh."""
PROPOSAL = "proposal"
"""One or two buttons that offer the next step, without a question of their own: a bare yes takes it up."""

_STANDS = {
    "delete": timedelta(minutes=30),
    "give_back": timedelta(hours=6),
    PROPOSAL: timedelta(hours=6),
    "did_you_mean": timedelta(hours=6),
    "list": timedelta(days=1),
    "helped": timedelta(days=1),
}
_OF_THE_INTERVIEW = timedelta(days=3650)
"""The interview itself asks again after hours away; its questions stand as long as it does."""
_OTHERWISE = timedelta(days=7)
_STAYS = ("field:", "consent", "summary", "resume", "another", "change", "cancel_form", "place_offered")
_ASKED_AGAIN = frozenset({"offer", "reminder", "attendance", "rating", "give_back", "delete", "messages"})


@dataclass(frozen=True)
class Question:
    """`kind` is a name of the contract's `asked`; `again` says that it was asked a second time after something else."""

    kind: str
    asked_at: datetime
    again: bool = False

    @property
    def costly(self) -> bool:
        return self.kind in COSTLY

    @property
    def may_be_asked_again(self) -> bool:
        """Whether it comes again, once, after a question in between; the interview sees to its own."""
        return self.kind in _ASKED_AGAIN and not self.again

    def stands(self, now: datetime) -> bool:
        """Whether an answer at `now` still answers it."""
        return now - self.asked_at <= _duration(self.kind)


def _duration(kind: str) -> timedelta:
    if kind.startswith(_STAYS):
        return _OF_THE_INTERVIEW
    return _STANDS.get(kind, _OTHERWISE)


def ask(person: Person, kind: str | None, now: datetime, *, again: bool = False) -> None:
    """Let a question of `kind` stand, or none."""
    person.standing = None if kind is None else {"kind": kind, "at": now.isoformat(), "again": again}


def question_of(person: Person, now: datetime) -> Question | None:
    """The question that stands at `now`; None where nothing was asked, or too long ago."""
    kept: dict[str, Any] | None = person.standing
    if kept is None:
        return None
    question = Question(str(kept["kind"]), datetime.fromisoformat(str(kept["at"])), bool(kept.get("again")))
    return question if question.stands(now) else None
