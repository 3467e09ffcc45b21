"""The owners and workshops that the tests of the heart speak of."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from programme.store import Sessions
from programme.workshops import IN_PERSON, OPEN, Workshop
from tests.conftest import Clock
from tests.programme.owners import Owner

Holding = Callable[..., Awaitable[int]]


@pytest.fixture
def asha(sessions: Sessions, clock: Clock) -> Owner:
    return Owner(sessions, clock, "telegram:1001")


@pytest.fixture
def meena(sessions: Sessions, clock: Clock) -> Owner:
    return Owner(sessions, clock, "telegram:1002")


@pytest.fixture
def ravi(sessions: Sessions, clock: Clock) -> Owner:
    return Owner(sessions, clock, "terminal:ravi")


@pytest.fixture
def hold_workshop(sessions: Sessions, clock: Clock) -> Holding:
    """`await hold_workshop(seats=2, days=3, …)` writes down a workshop and returns its id."""

    async def hold(*, days: float = 5, hours: float = 3, titles: dict[str, str] | None = None, **columns: Any) -> int:
        starts = clock.now + timedelta(days=days)
        values = {"topic": "packaging", "mode": IN_PERSON, "languages": ["hi"], "state": "IN-MP", "district": "Indore",
                  "venues": {"en": "Hall A"}, "seats": 1, "status": OPEN} | columns  # fmt: skip
        async with sessions.begin() as session:
            workshop = Workshop(
                titles=titles or {"en": "Packaging"}, starts_at=starts, ends_at=starts + timedelta(hours=hours),
                created_at=clock.now, updated_at=clock.now, **values,
            )  # fmt: skip
            session.add(workshop)
        return workshop.id

    return hold
