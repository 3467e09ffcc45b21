"""The ledger: who claims what."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from programme import broadcasts, consents, deliveries, people
from programme.audiences import Audience
from programme.store import Sessions
from programme.surroundings import AT_NIGHT
from tests.conftest import Clock

PEOPLE = 20


async def announced(sessions: Sessions, clock: Clock) -> int:
    """The number of a broadcast to `PEOPLE` people."""
    async with sessions.begin() as session:
        for number in range(PEOPLE):
            person = await people.meet(session, f"telegram:{number}", clock())
            for purpose in (consents.REGISTRATION, consents.NEWS):
                consents.record(person, purpose, given=True, text_hash="x", now=clock())
        news = broadcasts.draft(broadcasts.Message({"en": "News"}, Audience()), "staff:1", clock())
        assert await broadcasts.announce(session, news, clock(), AT_NIGHT) == PEOPLE
        return news.id


@pytest.mark.parametrize("most", [1, 3])
async def test_nobody_claims_more_than_asked_and_nothing_is_claimed_twice(
    sessions: Sessions, clock: Clock, most: int
) -> None:
    news = await announced(sessions, clock)
    claimed: list[int] = []
    for _round in range(PEOPLE):
        async with sessions.begin() as session:
            if session.get_bind().dialect.name == "postgresql":
                for step in ("hashjoin", "mergejoin", "hashagg", "sort", "material"):  # leaves the plan that gave more
                    await session.execute(text(f"set local enable_{step} = off"))
            some = await deliveries.claim(session, [news], worker="w", most=most, now=clock(), quiet=False)
        assert len(some) <= most
        claimed += some
    assert len(claimed) == len(set(claimed)) == PEOPLE
