"""Setting up workshops: what staff write is checked value by value, and a sheet is read line by line."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from programme import timetable
from programme.store import Sessions
from programme.surroundings import AT_NIGHT, INDIA
from programme.timetable import COLUMNS, Unusable, moment, plan, plans_in
from programme.workshops import Workshop
from tests.conftest import Clock
from tests.programme.conftest import Holding

ROW = {
    "title": "Packaging and labelling", "title_hi": "पैकेजिंग और लेबल", "topic": "packaging", "mode": "in_person",
    "languages": "hi en", "state": "Madhya Pradesh", "district": "Indore", "venue": "Hall A", "venue_hi": "हॉल",
    "starts": "2026-12-05 10:30", "hours": "3", "seats": "30",
}  # fmt: skip
ONLINE = {"title": "Costing", "topic": "costing", "starts": "2026-12-05 16:00", "seats": "100"}


def test_a_full_row_is_read() -> None:
    planned = plan(ROW, INDIA)
    assert (planned.state, planned.district, planned.online) == ("IN-MP", "Indore", False)
    assert planned.titles == {"en": "Packaging and labelling", "hi": "पैकेजिंग और लेबल"}
    assert planned.venues == {"en": "Hall A", "hi": "हॉल"}
    assert planned.languages == ("hi", "en")
    assert (planned.hours, planned.seats) == (3, 30)
    assert planned.starts == datetime(2026, 12, 5, 5, 0, tzinfo=UTC)


def test_an_online_row_needs_no_place_and_few_columns() -> None:
    planned = plan({**ONLINE, "mode": "online", "state": "", "link": "https://example.org/room"}, INDIA)
    assert (planned.online, planned.state, planned.district, planned.venues) == (True, None, None, {})
    assert (planned.languages, planned.hours, planned.link) == (("hi",), 2, "https://example.org/room")
    assert plan(ONLINE, INDIA).online


@pytest.mark.parametrize(
    ("state", "district", "place"),
    [
        ("मध्य प्रदेश", "इंदौर", ("IN-MP", "Indore")),
        ("tamil nadu", "kovai", ("IN-TN", "Coimbatore")),
        ("IN-HR", "Gurgaon", ("IN-HR", "Gurugram")),
        ("Kerala", "Wayanad", ("IN-KL", "Wayanad")),
    ],
)
def test_a_place_is_read_in_any_script(state: str, district: str, place: tuple[str, str]) -> None:
    planned = plan({**ROW, "state": state, "district": district}, INDIA)
    assert (planned.state, planned.district) == place


@pytest.mark.parametrize(
    ("wrong", "explained"),
    [
        ({"title": " "}, "title is missing"),
        ({"mode": "hybrid"}, "mode 'hybrid': write online or in_person"),
        ({"topic": "cooking"}, "topic 'cooking': write one of gst, packaging"),
        ({"topic": ""}, "topic '': write one of"),
        ({"languages": "hi fr"}, "languages 'fr': write one of en, hi, ta"),
        ({"state": "Atlantis"}, "state 'Atlantis' is not known"),
        ({"state": ""}, "state '' is not known"),
        ({"district": "Atlantis"}, "district 'Atlantis' is not one of Madhya Pradesh"),
        ({"district": ""}, "district '' is not one of Madhya Pradesh"),
        ({"district": "Coimbatore"}, "district 'Coimbatore' is not one of Madhya Pradesh"),
        ({"state": "Uttar Pradesh", "district": "Kanpur"}, "district 'Kanpur' is not one of Uttar Pradesh"),
        ({"starts": "05/12/2026"}, "time '05/12/2026' cannot be read, for example: 2026-12-05 10:30"),
        ({"starts": "2026-02-30 10:00"}, "time '2026-02-30 10:00' cannot be read"),
        ({"starts": ""}, "time '' cannot be read"),
        ({"hours": "-1"}, "hours '-1' is not a number above 0"),
        ({"hours": "two"}, "hours 'two' is not a number above 0"),
        ({"hours": "nan"}, "hours 'nan' is not a number above 0"),
        ({"seats": ""}, "seats '' is not a number above 0"),
        ({"seats": "0"}, "seats '0' is not a number above 0"),
        ({"seats": "0.5"}, "seats '0.5' is not a whole number"),
        ({"seats": "30.5"}, "seats '30.5' is not a whole number"),
        ({"seats": "inf"}, "seats 'inf' is not a number above 0"),
        ({"link": "https://example.org/" + "x" * 300}, "link is longer than 300 characters"),
    ],
)
def test_a_wrong_value_is_named_with_an_example(wrong: dict[str, str], explained: str) -> None:
    with pytest.raises(Unusable) as raised:
        plan({**ROW, **wrong}, INDIA)
    assert str(raised.value).startswith(explained)


def test_a_sheet_is_read_with_the_lines_that_are_wrong() -> None:
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, COLUMNS)
    writer.writeheader()
    writer.writerows([ROW, {**ROW, "topic": "x"}, ONLINE, {**ROW, "seats": "many"}])
    planned, problems = plans_in(csv.DictReader(sheet.getvalue().splitlines()), INDIA)
    assert [one.topic for one in planned] == ["packaging", "costing"]
    assert [problem.split(":")[0] for problem in problems] == ["line 3", "line 5"]


def test_lines_too_short_or_too_long_are_read_as_far_as_they_go() -> None:
    lines = ["title,topic,starts,seats", "Costing,costing,2026-12-05 16:00,10,left over", "Costing,costing"]
    planned, problems = plans_in(csv.DictReader(lines), INDIA)
    assert len(planned) == 1
    assert problems == ["line 3: time '' cannot be read, for example: 2026-12-05 10:30"]


def test_times_are_the_operators() -> None:
    assert moment("2026-12-05 10:30", INDIA) == datetime(2026, 12, 5, 5, 0, tzinfo=UTC)
    assert moment("2026-12-05 10:30", ZoneInfo("UTC")) == datetime(2026, 12, 5, 10, 30, tzinfo=UTC)


async def test_an_announced_workshop_is_open_with_all_that_was_planned(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        workshop = timetable.announce(session, plan(ROW, INDIA), clock())
    async with sessions() as session:
        kept = await session.get_one(Workshop, workshop.id)
    assert (kept.title("hi"), kept.venue("hi"), kept.district, kept.seats) == ("पैकेजिंग और लेबल", "हॉल", "Indore", 30)
    assert (kept.status, kept.languages, kept.created_at) == ("open", ["hi", "en"], clock())
    assert kept.ends_at - kept.starts_at == timedelta(hours=3)
    assert kept.is_coming(clock())


async def test_a_moved_workshop_keeps_its_length_and_its_seats(
    sessions: Sessions, clock: Clock, hold_workshop: Holding
) -> None:
    held = await hold_workshop(days=5, hours=3, seats=7)
    starts = moment("2026-12-24 09:00", INDIA)
    async with sessions.begin() as session:
        await timetable.reschedule(
            session, await session.get_one(Workshop, held), starts, clock.passes(days=1), AT_NIGHT
        )
    async with sessions() as session:
        kept = await session.get_one(Workshop, held)
    assert (kept.starts_at, kept.ends_at, kept.seats) == (starts, starts + timedelta(hours=3), 7)
    assert (kept.status, kept.updated_at) == ("open", clock())
