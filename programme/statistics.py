"""The funnel: how many people came how far."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.businesses import DRAFT, REGISTERED, Business
from programme.consents import REGISTRATION
from programme.messages import Question
from programme.people import Consent, Person
from programme.referrals import Referral
from programme.workshops import OPEN, Enrolment, Workshop


def _count(what: Any) -> Select[Any]:
    return select(func.count(what))


async def funnel(session: AsyncSession) -> dict[str, int]:
    """Totals by name, from first contact to a seat in a workshop."""
    agreed = (Consent.purpose == REGISTRATION, Consent.given.is_(True), Consent.withdrawn_at.is_(None))
    counts = {
        "people": _count(Person.id).where(Person.erased_at.is_(None)),
        "agreed": _count(distinct(Consent.person_id)).where(*agreed),
        "registrations_begun": _count(Business.id).where(Business.status == DRAFT),
        "businesses_registered": _count(Business.id).where(Business.status == REGISTERED),
        "came_by_invitation": _count(Referral.person_id),
        "owned_by_women": _count(Business.id).where(Business.status == REGISTERED, Business.woman_owned.is_(True)),
        "sell_online": _count(Business.id).where(Business.status == REGISTERED, Business.sells_online.is_(True)),
        "workshops_open": _count(Workshop.id).where(Workshop.status == OPEN),
        "seats_booked": _count(Enrolment.id).where(Enrolment.status == "booked"),
        "waiting": _count(Enrolment.id).where(Enrolment.status.in_(("waitlisted", "offered"))),
        "questions_open": _count(Question.id).where(Question.status == "open"),
        "erased": _count(Person.id).where(Person.erased_at.is_not(None)),
    }
    return {name: int((await session.execute(query)).scalar_one()) for name, query in counts.items()}
