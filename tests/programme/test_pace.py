"""The pace: whoever takes moments, and whenever, no second ever holds more than the rate and a tenth."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from programme import pace
from programme.pace import LONG_AGO, SLACK, Pace
from programme.store import Sessions
from tests.conftest import MONDAY_NOON, Clock

TAKES = st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 20)), min_size=1, max_size=60)


def moments(takes: list[tuple[int, int]], rate: float) -> list[datetime]:
    """When each message may go, and not before it is asked for."""
    clock, now, given = Pace(id=1, next_at=LONG_AGO, silent_until=LONG_AGO), MONDAY_NOON, []
    for milliseconds, count in takes:
        now += timedelta(milliseconds=milliseconds)
        first = pace.take(clock, count, rate, now)
        assert first >= now - SLACK
        given += [max(now, first + timedelta(seconds=one / rate)) for one in range(count)]
    return sorted(given)


@given(takes=TAKES, rate=st.sampled_from((10.0, 25.0, 200.0)))
def test_no_second_holds_more_than_the_rate_and_a_tenth(takes: list[tuple[int, int]], rate: float) -> None:
    given, begins = moments(takes, rate), 0
    for last, moment in enumerate(given):
        while given[begins] <= moment - timedelta(seconds=1):
            begins += 1
        assert last - begins + 1 <= rate * 1.1 + 1


async def test_a_silence_is_the_longest_asked_for_and_holds_for_everybody(sessions: Sessions, clock: Clock) -> None:
    long, short = clock() + timedelta(seconds=30), clock() + timedelta(seconds=5)
    for until in (long, short):
        async with sessions.begin() as session:
            await pace.be_silent(session, until)
    async with sessions.begin() as session:
        assert await pace.is_silent(session, clock())
        assert not await pace.is_silent(session, long)
        assert pace.take(await pace.of_all(session), 5, 25, clock()) == long
        assert pace.take(await pace.of_all(session), 5, 25, clock()) == long + timedelta(seconds=0.2)
