"""Taking an answer: the one step forward, back or aside that an interview makes when something is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from programme.businesses import Business
from programme.identifiers.problem import Problem
from programme.people import Person
from programme.registration import asides
from programme.registration.answers import ELSEWHERE, Choice, Heard, Taken, read_answer
from programme.registration.corrections import correction_in
from programme.registration.finishing import finish
from programme.registration.interviews import CHANGE, Interview
from programme.registration.keeping import keep, settle_place
from programme.registration.outcomes import Outcome, moved, problem
from programme.registration.words import BACK, is_one_of

_GIVEN_IN_PASSING = ("phone", "udyam", "gstin", "district", "state")
"""What is told from other words by itself: "my new number is 98765 43210"."""
_TAKES_WHAT_IS_OFFERED = ("yes", "choice")


@dataclass(frozen=True)
class Said:
    """`heard`, and the question that the language model believes the person wants to change (`field`), to `to` if given."""

    heard: Heard
    wants_change: bool = False
    field: str | None = None
    to: str | None = None


async def take(
    session: AsyncSession, interview: Interview, business: Business, person: Person, said: Said, now: datetime
) -> Outcome:
    """Read what was said as the answer to the question that stands and write it down. One transaction, the caller's.

    Returns what came of it; `not_understood` outcomes leave everything as it was.
    """
    outcome = await _outcome(session, interview, business, person, said, now)
    if outcome.kind not in ("not_understood", "registered", "discarded", "changed"):
        interview.updated_at = business.updated_at = now
    return outcome


async def _outcome(
    session: AsyncSession, interview: Interview, business: Business, person: Person, said: Said, now: datetime
) -> Outcome:
    if interview.aside:
        return await asides.take_aside(session, interview, business, person, said.heard, now)
    if said.heard.value is None and not said.heard.near:
        corrected = await _correct(session, interview, business, person, said, now)
        if corrected is not None:
            return corrected
    if interview.step == "summary":
        return await asides.take_summary(session, interview, business, person, said.heard, now)
    return await _answer(session, interview, business, person, said.heard, now)


async def _correct(
    session: AsyncSession, interview: Interview, business: Business, person: Person, said: Said, now: datetime
) -> Outcome | None:
    correction = (
        correction_in(said.heard.text, interview, business) if said.heard.act not in _TAKES_WHAT_IS_OFFERED else None
    )
    if correction is not None and correction.place is not None:
        await keep(session, business, person, correction.place)
        settle_place(interview, business, correction.place)
        return await _go_on(session, interview, business, person, moved("place_corrected", correction.place), now)
    step = correction.step if correction is not None else _named_by_model(said, interview)
    if step is None or (step == interview.step and not is_one_of(said.heard.text, BACK)):
        return None
    interview.ask(step)
    heard = replace(said.heard, act="value", stated=said.to)
    given = read_answer(step, heard, interview, business)
    if (said.to is not None or step in _GIVEN_IN_PASSING) and isinstance(given, Taken):
        return await _answer(session, interview, business, person, heard, now)
    return moved()


def _named_by_model(said: Said, interview: Interview) -> str | None:
    return said.field if said.wants_change and said.field in interview.answered else None


async def _answer(
    session: AsyncSession, interview: Interview, business: Business, person: Person, heard: Heard, now: datetime
) -> Outcome:
    reading = read_answer(interview.step, heard, interview, business)
    if isinstance(reading, Problem):
        return _explain(reading, interview, heard)
    if isinstance(reading, Choice):
        interview.options = [list(option) for option in reading.options]
        return problem(reading.question, {})
    refused = await keep(session, business, person, reading.values)
    if refused is not None:
        return refused
    interview.mark_answered(interview.step, *reading.values, *reading.also_answered)
    settle_place(interview, business, reading.values)
    return await _go_on(session, interview, business, person, moved(), now)


def _explain(reading: Problem, interview: Interview, heard: Heard) -> Outcome:
    if heard.value == ELSEWHERE:
        interview.options = []
    if reading.reason in ("place_again", "products_needed") and interview.heard and heard.no:
        interview.forget_heard("state", "district", *(("products", "sector") if interview.step == "products" else ()))
        return moved()
    if reading.reason == "turnover_period":
        interview.heard = {**interview.heard, "figure": str(reading.facts["figure"])}
    if reading.reason == "district_needed":
        interview.options = []
    if reading.reason == "district_unknown":
        interview.heard = {**interview.heard, "place_typed": str(reading.facts["typed"])}
    return problem(reading.reason, reading.facts)


async def _go_on(
    session: AsyncSession, interview: Interview, business: Business, person: Person, outcome: Outcome, now: datetime
) -> Outcome:
    following = interview.next_unanswered()
    if interview.purpose == CHANGE and following == "summary":
        return await finish(session, interview, business, person, now)
    interview.ask(following)
    return outcome
