"""What a few words mean after what was just shown: "fees?" after an answer about Udyam, "Indore" under a list of workshops.

Nothing is remembered for it: the buttons that were shown with the last answer tell what it was about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.pressing import ordinal_in, parsed_payload
from bot.said import Button
from nlu.aspects import aspect_of, is_small_talk
from nlu.tokens import words
from programme.faq import all_answers, follow_up

Parsed = dict[str, Any]

_WORKSHOP = ("show_workshop", "enrol_workshop")
_NARROWING = ("district", "state", "date")
_BY_STATE = frozenset(answer.topic for answer in all_answers() if answer.depends_on_state)
_MORE = frozenset(
    "more|show more|next|next page|others|aur|aur dikhao|aur batao|aur hai|और|और दिखाओ|और बताओ|और हैं|இன்னும்|இன்னும் காட்டுங்க|"
    "வேற|வேற காட்டுங்க|innum|innum kaattunga|vera|vera kaattunga|vera iruka".split("|")
)
_ONLINE = frozenset("online ऑनलाइन ஆன்லைன் ஆன்லைன்ல".split())


def asks_more(text: str, shown: Sequence[Button]) -> Button | None:
    """The button with the rest of a list, where "more" is all that is said."""
    wanted = " ".join(word.text for word in words(text) if word.text != "?")
    more = (button for button in shown if button.payload.startswith("/list_workshops{"))
    return next(more, None) if wanted in _MORE else None


def followed(text: str, parsed: Parsed, shown: Sequence[Button]) -> Parsed:
    """The reading of a text as it is meant after what was shown; the reading itself where that changes nothing."""
    if not shown or any(button.payload.startswith("/answer{") for button in shown):
        return parsed
    said = [_said_by(button) for button in shown]
    last = next((value["faq_topic"] for name, value in said if name == "helped"), None)
    asked = _asked_about(text, last)
    if asked is None and last in _BY_STATE and narrows(text, parsed, ("state", "district")):
        asked = {"faq_topic": str(last)}
    if asked:
        return _meaning(parsed, "faq", f"faq/{asked['faq_topic']}", asked)
    workshops = [value["workshop"] for name, value in said if name in _WORKSHOP and "workshop" in value]
    workshop = _booked(text, parsed, workshops)
    if workshop is not None:
        return _meaning(parsed, "enrol_workshop", "enrol_workshop", {"workshop": workshop})
    narrowing = (*_NARROWING, "topic") if workshops else _NARROWING
    return _meaning(parsed, "list_workshops", "list_workshops", {}) if narrows(text, parsed, narrowing) else parsed


def _meaning(parsed: Parsed, name: str, full: str, entities: dict[str, Any]) -> Parsed:
    """The register stays what was heard, since the language of the reply follows it."""
    found = [{"entity": entity, "value": value} for entity, value in entities.items()]
    intent = {"name": name, "full": full, "confidence": 1.0}
    return {**parsed, "intent": intent, "intent_ranking": [intent], "entities": [*found, *parsed["entities"]]}


def _asked_about(text: str, last: str | None) -> dict[str, str] | None:
    """The topic and part of a bare question after the answer on `last`."""
    aspect = aspect_of(text) if last else None
    return follow_up(last, aspect) if last is not None and aspect is not None else None


def _booked(text: str, parsed: Parsed, workshops: Sequence[int]) -> int | None:
    """The workshop that "book it" or "book the second one" means."""
    if parsed["intent"].get("name") != "enrol_workshop" or _of_kinds(parsed, _NARROWING):
        return None
    number = ordinal_in(text) if len(workshops) > 1 else 1
    return workshops[number - 1] if number is not None and 1 <= number <= len(workshops) else None


def narrows(text: str, parsed: Parsed, kinds: Sequence[str]) -> bool:
    """Whether a place, a day, a topic or "online" is all that is said: of what is shown, only workshops have them."""
    spans = [(one["start"], one["end"]) for one in _of_kinds(parsed, kinds)]
    spoken = words(text)
    rest = [word.text for word in spoken if not any(start <= word.start < end for start, end in spans)]
    online = [word for word in rest if word in _ONLINE]
    return bool(spans or online) and is_small_talk(word for word in rest if word not in _ONLINE)


def _of_kinds(parsed: Parsed, kinds: Sequence[str]) -> list[dict[str, Any]]:
    return [entity for entity in parsed["entities"] if entity["entity"] in kinds]


def _said_by(button: Button) -> tuple[str, dict[str, Any]]:
    reading = parsed_payload(button.payload)
    return reading["intent"]["name"], {entity["entity"]: entity["value"] for entity in reading["entities"]}
