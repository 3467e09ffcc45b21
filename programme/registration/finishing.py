"""The end of an interview: a draft becomes a registered business, or a change is done."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from programme import audit
from programme.businesses import REGISTERED, Business
from programme.people import Person
from programme.registration.interviews import CHANGE, Interview, close
from programme.registration.outcomes import Outcome, changed, problem, registered


async def finish(
    session: AsyncSession, interview: Interview, business: Business, person: Person, now: datetime
) -> Outcome:
    """Register the draft (or end the change) and close the interview.

    Another account may have registered the same number since it was typed: then that question is asked again.
    """
    taken = await _register(session, business, now)
    if taken is not None:
        interview.ask_again(taken)
        interview.ask(taken)
        return problem(f"{taken}_taken", {})
    audit.note(session, actor=f"person:{person.id}", act=interview.purpose, subject=f"business:{business.id}", now=now)
    await close(session, interview)
    return changed() if interview.purpose == CHANGE else registered()


async def _register(session: AsyncSession, business: Business, now: datetime) -> str | None:
    """Make `business` registered; returns the question whose number another business holds, or None."""
    try:
        async with session.begin_nested():
            business.status = REGISTERED
            business.registered_at = business.registered_at or now
            business.updated_at = now
    except IntegrityError as error:
        await session.refresh(business)
        return "gstin" if "gstin" in str(error.orig) else "udyam"
    return None
