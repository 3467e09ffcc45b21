"""What `mitra parse` reads and prints."""

from __future__ import annotations

import json
from typing import Any

from bot.rasa.agent import Moment, Parsed

ALTERNATIVES = 3


def read_line(line: str) -> tuple[str, Moment | None]:
    """The text of an input line, and its moment where the line is an object that names what was `asked`."""
    try:
        given = json.loads(line) if line.lstrip().startswith("{") else None
    except ValueError:
        given = None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        return line, None
    asked, shown, language = given.get("asked"), given.get("shown") or [], given.get("language")
    if not isinstance(asked, str):
        return given["text"], None
    labels = tuple(map(str, shown)) if isinstance(shown, list) else ()
    return given["text"], Moment(asked, labels, language if isinstance(language, str) else None)


def parse_line(text: str, parsed: Parsed) -> dict[str, Any]:
    """The contract's object: `text`, `intent` (`faq/…` in full), `confidence`, `register`, `entities`, `alternatives`,
    and in a moment `answer`."""
    intent = parsed["intent"]
    name = intent.get("full") or intent.get("name")
    others = [one for one in parsed.get("intent_ranking") or [] if (one.get("full") or one["name"]) != name]
    entities: dict[str, list[Any]] = {}
    for entity in parsed["entities"]:
        values = entities.setdefault(entity["entity"], [])
        if entity["value"] not in values:
            values.append(entity["value"])
    line = {
        "text": text, "intent": name, "confidence": round(float(intent.get("confidence") or 0.0), 4),
        "register": parsed.get("register"), "entities": entities,
        "alternatives": [[one.get("full") or one["name"], round(float(one["confidence"]), 4)] for one in others[:ALTERNATIVES]],
    }  # fmt: skip
    return {**line, "answer": parsed["answer"]} if "answer" in parsed else line
