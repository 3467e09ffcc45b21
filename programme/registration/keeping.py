"""Keeping an answer: on the person or the business, unless another business has the number; and what it makes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from programme.businesses import REGISTERED, Business, holder_of
from programme.identifiers.gstin import read_gstin
from programme.identifiers.problem import Problem
from programme.people import Person
from programme.registration.interviews import Interview
from programme.registration.outcomes import Outcome, problem
from programme.registration.places import read_state_answer

NUMBERS = ("udyam", "gstin")


async def keep(session: AsyncSession, business: Business, person: Person, values: Mapping[str, Any]) -> Outcome | None:
    """Write `values` down, by the names of their questions; returns the problem when a number is another business's."""
    numbers = {column: values[column] for column in NUMBERS if values.get(column)}
    for column, number in numbers.items():
        holder = await holder_of(session, column, number)
        if holder is not None and holder.id != business.id:
            return problem(f"{column}_yours" if holder.person_id == person.id else f"{column}_taken", {})
    if numbers and business.status == REGISTERED:
        return await _keep_at_once(session, business, person, values)
    _write(business, person, values)
    return None


async def _keep_at_once(
    session: AsyncSession, business: Business, person: Person, values: Mapping[str, Any]
) -> Outcome | None:
    """A draft's number counts when it is registered; a registered one's now, and a racer may have been quicker."""
    try:
        async with session.begin_nested():
            _write(business, person, values)
    except IntegrityError:
        await session.refresh(business)
        return problem(f"{next(column for column in NUMBERS if values.get(column))}_taken", {})
    return None


def _write(business: Business, person: Person, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name == "owner_name":
            person.name = value
        elif name in ("phone", "phone_verified"):
            setattr(person, name, value)
        else:
            setattr(business, name, value)


def settle_place(interview: Interview, business: Business, values: Mapping[str, Any]) -> None:
    """A new state makes the old district and GSTIN wrong; a district says its state."""
    if "state" in values and "district" not in values:
        kept = read_state_answer(business.district) if business.district else None
        if not (isinstance(kept, dict) and kept.get("state") == values["state"]):
            business.district = None
            interview.ask_again("district")
    if "district" in values:
        interview.mark_answered("state", "district")
    if "state" in values and business.gstin and isinstance(read_gstin(business.gstin, business.state), Problem):
        interview.ask_again("gstin")
