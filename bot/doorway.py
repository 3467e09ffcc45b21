"""What people send is looked at here before anything reads it or writes it down: what must not be kept goes no further."""

from __future__ import annotations

from datetime import timedelta

from bot.pressing import parsed_intent
from bot.rasa.agent import Parsed
from bot.record import Opened
from programme import messages
from programme.identifiers.aadhaar import completes_aadhaar, is_digits_alone
from programme.identifiers.forbidden import AADHAAR, Context, forbidden_in
from programme.surroundings import here

ONE_AFTER_THE_OTHER = timedelta(minutes=10)
"""Two messages of digits alone that are one number together were sent so soon after each other."""
ASKS_FOR_DIGITS = ("field:phone", "field:turnover", "field:investment", "field:udyam", "field:gstin")


def refusal_of(kind: str) -> Parsed:
    """What a message with something of this kind is read as: its words are gone."""
    return parsed_intent("aadhaar_shared") if kind == AADHAAR else parsed_intent("secret_shared", kind=kind)


async def refused(typed: str, opened: Opened) -> Parsed | None:
    """The reading of a message that must not be kept; None for every other one."""
    asked = opened.question.kind if opened.question else None
    kind = forbidden_in(typed, Context(asked, opened.phone_expected))
    if kind is not None:
        return refusal_of(kind)
    if opened.person is None or asked in ASKS_FOR_DIGITS or not is_digits_alone(typed):
        return None
    return refusal_of(AADHAAR) if await _completes_the_last_one(typed, opened.person) else None


async def _completes_the_last_one(typed: str, person: int) -> bool:
    """Whether the message before was the first part of a number, which is blanked then."""
    surroundings = here()
    async with surroundings.sessions.begin() as session:
        last = await messages.last_heard(session, person, surroundings.now() - ONE_AFTER_THE_OTHER)
        if last is None or not completes_aadhaar(last.text, typed):
            return False
        last.text = messages.REMOVED
        return True
