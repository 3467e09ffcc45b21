"""The sealed record of an erased person goes when its year is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from programme import consents, erasure, people
from programme.people import Consent, Person
from programme.store import Sessions

NOW = datetime(2026, 11, 23, tzinfo=UTC)


async def test_a_sealed_record_is_kept_for_a_year_and_then_deleted(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        person = await people.meet(session, "terminal:asha", NOW)
        consents.record(person, consents.REGISTRATION, given=True, text_hash="0" * 64, now=NOW)
        await erasure.erase(session, person, actor="test", now=NOW)
    async with sessions.begin() as session:
        assert await erasure.purge(session, NOW + timedelta(days=364)) == 0
        assert await erasure.purge(session, NOW + timedelta(days=366)) == 1
    async with sessions() as session:
        assert (await session.scalars(select(Person.id))).all() == []
        assert (await session.scalars(select(Consent.id))).all() == []
