"""A reply in its moment: what a typed text means as the answer to the question that stands, else as said by itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.following import narrows
from bot.pressing import SHARE_NUMBER, parsed_intent, parsed_payload
from bot.rasa.agent import Moment, Parsed
from bot.record import Opened
from bot.said import Button, Reply
from locales.catalogues import catalogue
from locales.responses import text_of
from nlu.aspects import aspect_of
from nlu.tokens import words
from programme.standing import PROPOSAL, Question

SURE = 0.6
"""From this chance on, a wish that the model reads goes before an answer that it cannot place."""
LIKELY_TOPIC = 0.2
"""The least chance of a subject to be what a question in between is about."""
_BARE = frozenset({"affirm", "deny", "cancel", "out_of_scope", "greet", "thank", "goodbye", "help"})
"""What a reply is taken for by itself when it is none of our subjects: never a question of its own in a moment."""
_SAFE_SIDE = {"later": "no", "none": "no"}
_READ_BY_THE_INTERVIEW = (
    "consent",
    "age",
    "field:",
    "summary",
    "resume",
    "another",
    "change",
    "cancel_form",
    "place_offered",
)
_OF_MESSAGES = ("offer", "reminder", "attendance", "rating", "messages")
"""What we wrote unasked: who says stop here wants no more of it."""
_NARROWING = ("district", "state", "date")
_POINTING = frozenset(
    "one ones wala wali wale vala vali that this वाला वाली वाले वही adhu athu idhu ithu அது இது".split()
)
"""Words that make a place or a day pick one of those shown: "the Coimbatore one"."""
_AS_ANOTHER = {PROPOSAL: "another"}
_FROM_ACTS = ("yes", "no", "later", "none", "choice", "value")


def moment_of(question: Question | None, shown: Sequence[Button], language: str | None) -> Moment | None:
    """When a text is said: for the model, which knows a proposal as the offer of something more."""
    if question is None:
        return None
    labels = tuple(f"{one.label} {one.about}".strip() for one in shown if one.payload != SHARE_NUMBER)
    named = labels if question.kind in ("list", "did_you_mean") else ()
    return Moment(_AS_ANOTHER.get(question.kind, question.kind), named, language)


def in_moment(parsed: Parsed, question: Question | None, shown: Sequence[Button]) -> tuple[Parsed, bool]:
    """The reading of a text as it is meant while `question` stands, and whether that is the press of a button.

    What the interview asks it reads itself, from `answer` in the parse.
    """
    answer = parsed.get("answer")
    if question is None or not answer:
        return parsed, False
    act = str(answer["act"])
    if act == "question":
        return _as_topic(parsed, answer), False
    interviewed = question.kind.startswith(_READ_BY_THE_INTERVIEW)
    if interviewed and act != "choice":
        return parsed, False
    if _is_a_wish_of_its_own(act, question, parsed):
        return parsed, False
    button = _button_for(act, answer, question, shown)
    if button is not None:
        meant = parsed_payload(_booked_at_once(button.payload, parsed))
        return {**meant, "register": parsed.get("register"), "answer": answer}, True
    if interviewed or question.kind in (PROPOSAL, "helped") or _says_something_else(act, parsed):
        return parsed, False
    if act == "stop" and question.kind in _OF_MESSAGES:
        return {**parsed_intent("stop_reminders"), "register": parsed.get("register")}, False
    return _reply(parsed, question, act, shown), False


def _button_for(act: str, answer: dict[str, Any], question: Question, shown: Sequence[Button]) -> Button | None:
    """The button that says what the reply means, if there is one."""
    pressable = [one for one in shown if one.payload != SHARE_NUMBER]
    if act == "choice":
        return _nth(pressable, answer.get("choice"))
    if act == "value" and question.kind == "rating":
        return _nth(pressable, answer.get("value"))
    exact = next((one for one in pressable if one.act and one.act == act), None)
    if exact is None and act in _SAFE_SIDE and question.costly:
        return next((one for one in pressable if one.act == _SAFE_SIDE[act]), None)
    if exact is None and act == "yes" and question.kind == PROPOSAL:
        return pressable[0] if pressable else None
    return exact


def _nth(buttons: Sequence[Button], number: object) -> Button | None:
    return buttons[number - 1] if isinstance(number, int) and 1 <= number <= len(buttons) else None


def _is_a_wish_of_its_own(act: str, question: Question, parsed: Parsed) -> bool:
    """A bare place or day under a list asks for others than are shown; a wish beside a proposal is no yes to it."""
    if question.kind == PROPOSAL:
        return parsed["intent"].get("name") not in _BARE
    if question.kind == "helped":
        own = parsed["intent"].get("name") not in _BARE and float(parsed["intent"].get("confidence") or 0) >= SURE
        return own or aspect_of(str(parsed.get("text") or "")) is not None  # "and the documents?"
    text = str(parsed.get("text") or "")
    points = any(word.text in _POINTING for word in words(text))
    return question.kind == "list" and not points and narrows(text, parsed, _NARROWING)


def _booked_at_once(payload: str, parsed: Parsed) -> str:
    """ "Book the second one" under a list is more than a wish to see it."""
    books = parsed["intent"].get("name") == "enrol_workshop"
    return payload.replace("/show_workshop", "/enrol_workshop", 1) if books else payload


def _says_something_else(act: str, parsed: Parsed) -> bool:
    """Whether the model is surer of a wish of its own than of what the reply does."""
    intent = parsed["intent"]
    if act == "stop":
        return False
    if act in _FROM_ACTS:
        return act in ("choice", "value") and intent.get("name") not in _BARE
    return intent.get("name") not in _BARE and float(intent.get("confidence") or 0) >= SURE


def _as_topic(parsed: Parsed, answer: dict[str, Any]) -> Parsed:
    """A question in between is about the likeliest subject, even where by itself it would be taken for a bare word."""
    topic = answer.get("topic")
    if topic is None or parsed["intent"].get("name") not in _BARE or parsed["intent"].get("name") == "help":
        return parsed
    ranked = parsed.get("intent_ranking") or []
    chance = next((float(one["confidence"]) for one in ranked if (one.get("full") or one["name"]) == topic), 0.0)
    if chance < LIKELY_TOPIC:
        return parsed
    intent = {"name": str(topic).partition("/")[0], "full": topic, "confidence": chance}
    return {**parsed, "intent": intent}


def _reply(parsed: Parsed, question: Question, act: str, shown: Sequence[Button]) -> Parsed:
    """An answer that no button stands for, with what the question was about."""
    about = next((one for one in map(_workshop_of, shown) if one is not None), None)
    facts: dict[str, Any] = {"asked": question.kind, "value": act}
    if about is not None:
        facts["workshop"] = about
    return {**parsed_intent("reply", **facts), "register": parsed.get("register"), "answer": parsed["answer"]}


def _workshop_of(button: Button) -> int | None:
    _name, brace, values = button.payload.partition("{")
    number = json.loads(brace + values).get("workshop") if brace else None
    return int(number) if number is not None else None


def ask_again(parsed: Parsed, opened: Opened, replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """The question that stood, once more and shortly, after something else was said and answered; empty otherwise."""
    question = opened.question
    if (
        question is None
        or not question.may_be_asked_again
        or any(reply.asks not in (None, "helped") for reply in replies)
        or opened.asked
    ):
        return ()
    if (parsed.get("answer") or {}).get("act") not in ("question", "unclear", "correction"):
        return ()
    said = catalogue(opened.known["language"] or "en")
    return (Reply(said.say(text_of(f"utter_again_{question.kind}")), opened.shown, asks=question.kind),)
