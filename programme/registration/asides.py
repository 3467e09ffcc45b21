"""Questions about the interview itself: go on or start over, stop, is all correct, what to change."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from programme.businesses import Business
from programme.people import Person
from programme.registration.answers import Heard
from programme.registration.finishing import finish
from programme.registration.interviews import CHANGE, Interview, close, discard, start_over
from programme.registration.outcomes import Outcome, changed, discarded, left, moved, not_understood, problem
from programme.registration.steps import ORDER, STEPS
from programme.registration.words import LATER, field_named, is_one_of

FEW_WORDS = 4


async def take_aside(
    session: AsyncSession, interview: Interview, business: Business, person: Person, heard: Heard, now: datetime
) -> Outcome:
    """Read `heard` as the answer to the aside that stands."""
    if interview.aside == "resume":
        return await _resume(session, interview, business, person, heard)
    if interview.aside == "cancel":
        return await _cancel(session, interview, business, person, heard)
    if interview.aside == "another":
        return await _another(session, interview, business, person, heard)
    return await _change(session, interview, heard)


async def _resume(
    session: AsyncSession, interview: Interview, business: Business, person: Person, heard: Heard
) -> Outcome:
    if heard.value == "continue" or heard.yes:
        interview.aside = None
        return moved()
    if heard.no or is_one_of(heard.text, LATER):
        return left()
    if heard.value == "restart":
        await start_over(session, interview, business, person)
        return moved("restarted")
    return not_understood()


async def _cancel(
    session: AsyncSession, interview: Interview, business: Business, person: Person, heard: Heard
) -> Outcome:
    if heard.value == "continue" or (heard.no and not is_one_of(heard.text, LATER)):
        interview.aside = None
        return moved()
    if interview.purpose == CHANGE:
        await close(session, interview)
        return left()
    if heard.value == "discard":
        await discard(session, interview, business, person)
        return discarded()
    if heard.value == "later" or heard.yes or is_one_of(heard.text, LATER):
        interview.aside = None
        return left()
    return not_understood()


async def _another(
    session: AsyncSession, interview: Interview, business: Business, person: Person, heard: Heard
) -> Outcome:
    if heard.yes:
        interview.aside = None
        return moved()
    if heard.no:
        await discard(session, interview, business, person)
        return left()
    return not_understood()


async def _change(session: AsyncSession, interview: Interview, heard: Heard) -> Outcome:
    field = heard.value if heard.value in STEPS else field_named(heard.text)
    if field is not None:
        interview.ask(field)
        return moved()
    if heard.no or heard.value == "continue":
        interview.aside = None
        if interview.purpose == CHANGE:
            await close(session, interview)
            return changed()
        return moved()
    return not_understood()


async def take_summary(
    session: AsyncSession, interview: Interview, business: Business, person: Person, heard: Heard, now: datetime
) -> Outcome:
    """All correct → registered; something wrong → which one?"""
    if heard.value == "correct" or heard.yes:
        return await finish(session, interview, business, person, now)
    if heard.value in ORDER:
        interview.ask(str(heard.value))
        return moved()
    if heard.value == "change" or heard.no:
        interview.aside = "change"
        return moved()
    field = field_named(heard.text) if len(heard.text.split()) <= FEW_WORDS else None
    if field is None:
        return problem("choose_one", {})
    interview.ask(field)
    return moved()
