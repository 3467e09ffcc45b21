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
        turn.say("notice", version=consents.NOTICE_VERSION, lines=_notice(turn), choices=[buttons[0], buttons[2]])
    elif turn.slot("requested_slot") is not None:
        turn.say("ask_consent_again", choices=buttons)
    elif heard.get("products") and heard.get("district"):
        _introduce(turn)
        turn.say("ask_consent_heard", products=heard["products"][:1].upper() + heard["products"][1:], district=heard["district"],
                 channel_name=turn.channel_name, choices=buttons)  # fmt: skip
    else:
        _introduce(turn)
        turn.say("ask_consent", channel_name=turn.channel_name, choices=buttons)


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
    value = turn.entity("value")
    if value == "everything" or (value is None and is_one_of(turn.text, EVERYTHING)):
        return [SlotSet("registration_answer", None), SlotSet("registration_note", {"note": "notice"})]
    if value is None and (says_under_age(turn.text) or _AGE.search(turn.text)):
        return [SlotSet("registration_answer", CONSENT.too_young)]
    if value == "no" or (
        value is None and (is_one_of(turn.text, NO) or denied(turn) or turn.intent.get("name") == "cancel")
    ):
        _record(turn, given=False)
        return [SlotSet("registration_answer", CONSENT.refused)]
    if value == "yes" or (value is None and (is_one_of(turn.text, YES) or affirmed(turn))):
        return await _agree(turn)
    return [SlotSet("registration_answer", None)] if turn.intent.get("name") == "register_business" else []


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
