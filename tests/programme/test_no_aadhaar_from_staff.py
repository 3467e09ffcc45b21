"""What staff write is checked where it is used, so from every doorway: names, titles, venues, links, sheets, files, texts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from programme import broadcasts, staff, timetable
from programme.audiences import Audience
from programme.broadcasts import Message
from programme.identifiers.forbidden import HoldsANumber
from programme.profile import BadProfile, read_profile
from programme.store import Sessions
from tests.conftest import Clock

INDIA = ZoneInfo("Asia/Kolkata")
NUMBERS = (
    "2341 2341 2346",
    "2341\u31642341\u180e2346",
    "२३४१२३४१२३४६",
    "two three four one two three four one two three four six",
)
ROW = {"title": "Packing", "topic": "packaging", "starts": "2026-12-05 10:30", "seats": "20", "mode": "online"}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("column", ["title", "title_hi", "venue", "venue_ta", "link"])
def test_a_row_of_a_sheet_is_refused(column: str, number: str) -> None:
    value = f"https://example.org/{number}" if column == "link" else f"Room {number}"
    [_none], [problem] = [[]], timetable.plans_in([{**ROW, column: value}], INDIA)[1]
    assert "line 2" in problem
    assert "Aadhaar" in problem
    assert "2341" not in problem


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://example.org", "example.org", "https://", "tg://resolve"]
)
def test_a_link_is_an_address_of_the_web(link: str) -> None:
    with pytest.raises(timetable.Unusable, match="http"):
        timetable.plan({**ROW, "link": link}, INDIA)
    assert timetable.plan({**ROW, "link": "https://example.org/room?a=1"}, INDIA).link


@pytest.mark.parametrize("number", NUMBERS)
async def test_a_name_of_staff_is_refused(sessions: Sessions, clock: Clock, number: str) -> None:
    async with sessions.begin() as session:
        with pytest.raises(HoldsANumber):
            await staff.appoint(session, "telegram:1", f"Meera {number}", staff.EDITOR, clock())
        assert await staff.members(session) == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_text_to_many_is_a_problem(number: str) -> None:
    draft = broadcasts.draft(Message({"en": f"Hello {number}"}, Audience()), "staff:1", datetime.now(UTC))
    assert [problem.kind for problem in draft.problems()] == ["aadhaar"]


@pytest.mark.parametrize("number", NUMBERS)
def test_the_operators_file_is_refused(tmp_path: Path, number: str) -> None:
    file = tmp_path / "programme.toml"
    file.write_text(f'contact_address = "Room {number}"', encoding="utf-8")
    with pytest.raises(BadProfile, match="contact_address seems to hold an Aadhaar number"):
        read_profile(file)


def test_the_operators_link_is_an_address_of_the_web(tmp_path: Path) -> None:
    file = tmp_path / "programme.toml"
    file.write_text('joining_link = "javascript:1"', encoding="utf-8")
    with pytest.raises(BadProfile, match="http"):
        read_profile(file)


def test_what_is_kept_is_clean(clock: Clock) -> None:
    planned = timetable.plan({**ROW, "title": "Packing\u200b   and\u180e labels"}, INDIA)
    assert planned.titles["en"] == "Packing and labels"
    draft = broadcasts.draft(Message({"en": "Dear\u200b  {name},\r\ncome"}, Audience()), "staff:1", clock())
    assert draft.texts == {"en": "Dear {name},\ncome"}
