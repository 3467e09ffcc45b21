"""Which parts of which answers a person has read in this conversation, kept in one slot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

_CONVERSATION = timedelta(hours=6)
_MOST_TOPICS = 4


@dataclass(frozen=True)
class Told:
    """The parts said of the last few topics, the latest last; `at` is when the last of them was said."""

    at: datetime
    parts: Mapping[str, Sequence[str]]

    @classmethod
    def kept(cls, slot: Any, now: datetime) -> Told:
        """What the slot `faq_told` holds; nothing where the last answer was hours ago, since then nobody remembers it."""
        if not slot or now - datetime.fromisoformat(slot["at"]) > _CONVERSATION:
            return cls(now, {})
        return cls(now, slot["told"])

    def of(self, topic: str) -> Sequence[str]:
        return self.parts.get(topic, ())

    def and_also(self, topic: str, part: str) -> dict[str, Any]:
        """The slot's value once `part` of `topic` is said as well."""
        said = [*(one for one in self.of(topic) if one != part), part]
        others = [(one, list(parts)) for one, parts in self.parts.items() if one != topic]
        return {"at": self.at.isoformat(), "told": dict([*others, (topic, said)][-_MOST_TOPICS:])}

    def without(self, topic: str) -> dict[str, Any] | None:
        """The slot's value once everything of `topic` is said: asked again, it begins anew."""
        others = {one: list(parts) for one, parts in self.parts.items() if one != topic}
        return {"at": self.at.isoformat(), "told": others} if others else None
