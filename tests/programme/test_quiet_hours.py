"""Quiet hours: nothing but replies from nine in the evening until nine in the morning, by the clock of India."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.quiet_hours import QuietHours

INDIA = ZoneInfo("Asia/Kolkata")
NIGHT = QuietHours.read("21:00-09:00", INDIA)
SIESTA = QuietHours.read("13:00-16:00", INDIA)
NONE = QuietHours.read("00:00-00:00", INDIA)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(lambda moment: moment.replace(tzinfo=UTC))
SPANS = st.integers(0, 5 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
HOURS = st.sampled_from(
    (NIGHT, SIESTA, NONE, QuietHours.read("21:30-00:00", INDIA), QuietHours.read("00:00-08:00", INDIA))
)


def at(clock: str, day: int = 23) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day} {clock}").replace(tzinfo=INDIA)


@pytest.mark.parametrize(
    ("clock", "quiet"), [("20:59", False), ("21:00", True), ("00:00", True), ("08:59", True), ("09:00", False)]
)
def test_the_night_is_quiet_and_its_ends_are_exact(clock: str, quiet: bool) -> None:
    assert NIGHT.cover(at(clock)) is quiet


@pytest.mark.parametrize(("clock", "day"), [("22:00", 23), ("03:00", 24), ("08:59", 24)])
def test_what_falls_due_at_night_goes_at_half_past_eight_the_evening_before(clock: str, day: int) -> None:
    assert NIGHT.pulled_forward(at(clock, day)) == at("20:30", 23)
    assert NIGHT.end_after(at(clock, day)) == at("09:00", 24)


def test_an_offer_of_six_hours_stands_still_at_night() -> None:
    six = timedelta(hours=6)
    assert NIGHT.waking_time_after(at("10:00"), six) == at("16:00")
    assert NIGHT.waking_time_after(at("19:00"), six) == at("13:00", 24)
    assert NIGHT.waking_time_after(at("23:00"), six) == at("15:00", 24)
    assert NIGHT.waking_time_after(at("15:00"), six) == at("21:00")


@given(quiet=HOURS, moment=MOMENTS)
def test_nothing_is_pulled_forward_into_the_quiet_or_into_the_future(quiet: QuietHours, moment: datetime) -> None:
    earlier = quiet.pulled_forward(moment)
    assert earlier <= moment
    assert not quiet.cover(earlier)
    assert earlier == moment or moment - earlier <= timedelta(hours=24, minutes=30)


@given(quiet=HOURS, moment=MOMENTS)
def test_the_quiet_ends_at_the_first_moment_that_is_not_quiet(quiet: QuietHours, moment: datetime) -> None:
    end = quiet.end_after(moment)
    assert not quiet.cover(end)
    assert end == moment if not quiet.cover(moment) else quiet.cover(end - timedelta(microseconds=1))


@given(quiet=HOURS, moment=MOMENTS, span=SPANS)
def test_waking_time_is_what_is_left_when_the_quiet_minutes_are_taken_out(
    quiet: QuietHours, moment: datetime, span: timedelta
) -> None:
    start = moment.replace(second=0, microsecond=0)
    end = quiet.waking_time_after(start, span)
    awake = sum(not quiet.cover(start + timedelta(minutes=one)) for one in range((end - start) // timedelta(minutes=1)))
    assert awake == span // timedelta(minutes=1)
    assert end >= start + span


@given(quiet=HOURS, moment=MOMENTS, one=SPANS, other=SPANS)
def test_waking_time_adds_up(quiet: QuietHours, moment: datetime, one: timedelta, other: timedelta) -> None:
    between = quiet.waking_time_after(moment, one)
    assert quiet.end_after(quiet.waking_time_after(between, other)) == quiet.end_after(
        quiet.waking_time_after(moment, one + other)
    )
