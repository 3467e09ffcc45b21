"""A reading of the model as `mitra parse` prints it."""

from __future__ import annotations

from typing import Any

from bot.rasa.agent import Parsed

ALTERNATIVES = 3


def parse_line(text: str, parsed: Parsed) -> dict[str, Any]:
    """The contract's object: `text`, `intent` (`faq/…` in full), `confidence`, `register`, `entities`, `alternatives`."""
    intent = parsed["intent"]
    name = intent.get("full") or intent.get("name")
    others = [one for one in parsed.get("intent_ranking") or [] if (one.get("full") or one["name"]) != name]
    entities: dict[str, list[Any]] = {}
    for entity in parsed["entities"]:
        values = entities.setdefault(entity["entity"], [])
        if entity["value"] not in values:
            values.append(entity["value"])
    return {
        "text": text, "intent": name, "confidence": round(float(intent.get("confidence") or 0.0), 4),
        "register": parsed.get("register"), "entities": entities,
        "alternatives": [[one.get("full") or one["name"], round(float(one["confidence"]), 4)] for one in others[:ALTERNATIVES]],
    }  # fmt: skip
