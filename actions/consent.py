"""Asking for permission before anything personal is written, and reading the answer."""

from __future__ import annotations

import hashlib
import re
from types import SimpleNamespace

from rasa_sdk.events import SlotSet

from actions.hearing import affirmed, denied
from actions.interviewing import open_interview
from actions.turn import Event, Line, Turn, choice
from locales.catalogues import catalogue
from locales.responses import text_of
from programme import consents
from programme.registration.words import EVERYTHING, NO, YES, is_one_of

CONSENT = SimpleNamespace(refused="consent_refused", too_young="consent_too_young")
UNCLEAR = ("affirm", "deny", "out_of_scope", "cancel", "goodbye", "thank", "greet")
"""What an unclear reply is taken for by itself: then permission is asked once more."""
NOTICE_LINES = ("items", "purpose", "seen", "how_long", "withdraw", "never", "free")
_UNDER = r"(?<!\d)(?:1[0-7]|[5-9])(?!\d)"
_AGE = re.compile(rf"{_UNDER}\s*(?:years?|yrs?|saal|sal|साल|वर्ष|வயது|வயசு|vayasu|vayathu)", re.IGNORECASE)
_I_AM = re.compile(
    rf"\b(?:i\s*am|i'?m)\s+(?:only\s+)?{_UNDER}(?!\s*(?:lakh|cr|km|kg))|{_UNDER}\s*(?:years?|yrs?)\s+old"
    rf"|(?:main|mai|mein|मैं)\s+{_UNDER}\s*(?:saal|sal|साल)|{_UNDER}\s*(?:வயது|வயசு|vayasu|vayathu)",
    re.IGNORECASE,
)


def ask_consent(turn: Turn) -> None:
    """The short notice with its three answers; after a question in between, only the way back to it."""
    buttons = [choice(f"consent_{value}", "answer", value=value) for value in ("yes", "everything", "no")]
    note = turn.slot("registration_note") or {}
    heard = turn.slot("heard") or {}
    if note.get("note") == "notice":
        turn.say(
            "notice",
            asks="consent",
            version=consents.NOTICE_VERSION,
            lines=_notice(turn),
            choices=[buttons[0], buttons[2]],
        )
    elif turn.slot("requested_slot") is not None:
        turn.say("ask_consent_again", asks="consent", choices=buttons)
    elif heard.get("products") and heard.get("district"):
        _introduce(turn)
        turn.say("ask_consent_heard", asks="consent", products=heard["products"][:1].upper() + heard["products"][1:], district=heard["district"],
                 channel_name=turn.channel_name, choices=buttons)  # fmt: skip
    else:
        _introduce(turn)
        turn.say("ask_consent", asks="consent", channel_name=turn.channel_name, choices=buttons)


def _introduce(turn: Turn) -> None:
    """Who is speaking, before anything is asked for."""
    bot_name, operator = turn.profile.bot_name(turn.language), turn.profile.said("operator", turn.language)
    if operator:
        turn.say("introduction_operated", bot_name=bot_name, operator=operator)
    else:
        turn.say("introduction", bot_name=bot_name)


def _notice(turn: Turn) -> list[Line]:
    said = turn.profile.in_language(turn.language)
    contact = said.get("contact_phone") or said.get("contact_email")
    who: Line = ("notice_who_silent", {})
    if "operator" in said and contact:
        who = ("notice_who", {"operator": said["operator"], "contact": contact})
    grievance: Line = ("notice_grievance_silent", {})
    if "grievance_officer" in said:
        grievance = ("notice_grievance", {"grievance_officer": said["grievance_officer"]})
    facts = {"channel_name": turn.channel_name}
    return [who, *((f"notice_{line}", facts) for line in NOTICE_LINES), grievance]


def says_under_age(text: str) -> bool:
    """Whether the person says that she is under 18 (section 9 of the Act: no processing without a parent)."""
    return bool(_I_AM.search(text))


async def read_consent(turn: Turn) -> list[Event]:
    """The answer to the notice; no events when something else was said."""
    if turn.entity("value") is None and (says_under_age(turn.text) or _AGE.search(turn.text)):
        return [SlotSet("registration_answer", CONSENT.too_young)]
    answer = _answer_to_consent(turn)
    if answer == "everything":
        return [SlotSet("registration_answer", None), SlotSet("registration_note", {"note": "notice"})]
    if answer == "no":
        _record(turn, given=False)
        return [SlotSet("registration_answer", CONSENT.refused)]
    if answer == "yes":
        return await _agree(turn)
    unclear = turn.answer.act in ("unclear", "later") and turn.intent.get("name") in UNCLEAR
    asked_anew = turn.intent.get("name") == "register_business" or unclear
    return [SlotSet("registration_answer", None)] if asked_anew else []


def _answer_to_consent(turn: Turn) -> str | None:
    """`yes`, `no` or `everything`: what the button says, else what the reply does, else what the words alone say."""
    if turn.entity("value") is not None:
        return str(turn.entity("value"))
    if is_one_of(turn.text, EVERYTHING):
        return "everything"
    read = turn.answer
    if read.act is not None:
        number = {1: "yes", 2: "everything", 3: "no"}.get(read.choice or 0) if read.act == "choice" else None
        return number or {"yes": "yes", "no": "no", "stop": "no"}.get(read.act)
    if is_one_of(turn.text, NO) or denied(turn) or turn.intent.get("name") == "cancel":
        return "no"
    return "yes" if is_one_of(turn.text, YES) or affirmed(turn) else None


async def _agree(turn: Turn) -> list[Event]:
    _record(turn, given=True)
    await open_interview(turn, turn.slot("heard") or {})
    return [SlotSet("registration_answer", None), SlotSet("consented", True), SlotSet("registration_note", None)]


def _record(turn: Turn, *, given: bool) -> None:
    """A refusal keeps nothing: only what was given before is withdrawn; a yes is written with the notice's hash."""
    if given:
        consents.record(
            turn.person,
            consents.REGISTRATION,
            given=True,
            text_hash=notice_hash(turn.language),
            now=turn.now,
        )


def notice_hash(language: str) -> str:
    """SHA-256 of the notice's wording in `language`, short and full form, by version."""
    words = catalogue(language)
    names = ("utter_ask_consent", *(f"utter_line_notice_{line}" for line in NOTICE_LINES))
    text = "\n".join((consents.NOTICE_VERSION, *(words.say(text_of(name)) for name in names)))
    return hashlib.sha256(text.encode()).hexdigest()
