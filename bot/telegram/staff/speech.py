"""The room's sentences and labels, in the language of the member who reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.sentences import Sentences
from bot.telegram.writing.markup import Marked, emphasised

Line = tuple[str, dict[str, Any]]
"""A further line of a message: `utter_line_staff_<name>`, or a full name of a response, and its facts."""
_SENTENCES = Sentences()


def words(language: str, name: str, lines: Iterable[Line] = (), **facts: Any) -> Marked:
    """`utter_staff_<name>` with its lines."""
    below = [(line if line.startswith("utter_") else f"utter_line_staff_{line}", its) for line, its in lines]
    message = _SENTENCES.message(f"utter_staff_{name}", language, {**facts, "lines": below})
    return emphasised(message["text"], [tuple(span) for span in message["emphasis"]])


def label(language: str, name: str, **facts: Any) -> str:
    """`utter_label_<name>`."""
    return str(_SENTENCES.message(f"utter_label_{name}", language, facts)["text"])
