"""The clock of rehearsals: what it can be told, and that it never goes back."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.rehearsal.clock import LONGEST_BY_ITSELF, Clock, NoTime, read_moment
from programme.surroundings import INDIA

NOON = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("+3h", NOON + timedelta(hours=3)),
        ("+1d 30m", NOON + timedelta(days=1, minutes=30)),
        ("+2w", NOON + timedelta(weeks=2)),
        (" +45S ", NOON + timedelta(seconds=45)),
        ("2026-12-05T10:00+05:30", datetime(2026, 12, 5, 4, 30, tzinfo=UTC)),
        ("2026-12-05T10:00", datetime(2026, 12, 5, 4, 30, tzinfo=UTC)),
        ("2026-12-05 10:00", datetime(2026, 12, 5, 4, 30, tzinfo=UTC)),
        ("2026-12-05T04:30:00Z", datetime(2026, 12, 5, 4, 30, tzinfo=UTC)),
        ("2026-12-05", datetime(2026, 12, 4, 18, 30, tzinfo=UTC)),
    ],
)
def test_a_time_is_a_span_or_a_moment_in_the_operators_zone(text: str, moment: datetime) -> None:
    assert read_moment(text, NOON, INDIA) == moment


@pytest.mark.parametrize("text", ["", "soon", "+", "+3", "3h", "-3h", "+3y", "25:00", "2026-13-01", "+99999999999999d"])
def test_anything_else_is_no_time(text: str) -> None:
    with pytest.raises(NoTime):
        read_moment(text, NOON, INDIA)


def test_a_rehearsal_may_begin_in_the_past_but_not_go_there() -> None:
    assert read_moment("2020-01-01", NOON, INDIA, back=True) < NOON
    with pytest.raises(NoTime, match="2026-12-01T12:00:00"):
        read_moment("2026-12-01T11:00", NOON, INDIA)
    clock = Clock(NOON)
    clock.move(NOON - timedelta(hours=1))
    assert clock.now() == NOON


async def test_pauses_pass_at_once_and_jobs_take_no_more_time_than_allowed() -> None:
    clock, going = Clock(NOON), asyncio.Event()
    await clock.pause(1.5)
    assert clock.now() == NOON + timedelta(seconds=1.5)
    clock.allow(NOON + timedelta(hours=1))
    assert await clock.until(clock.time() + 3600, going)
    assert not await clock.until(clock.time() + LONGEST_BY_ITSELF.total_seconds() + 1, going)
    assert clock.now() == NOON + timedelta(hours=1, seconds=1.5)
    going.set()
    assert not await clock.until(clock.time(), going)
