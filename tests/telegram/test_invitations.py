"""A booked seat comes with a file for the phone's calendar."""

from __future__ import annotations

import json
from html import escape

import pytest

from bot.telegram.writing.invitations import folded
from tests.bot.conftest import REGISTRATIONS
from tests.telegram.conftest import Chatter, Line


@pytest.mark.model
async def test_a_booking_brings_a_calendar_file_once(mitra: Line, asha: Chatter) -> None:
    for text in REGISTRATIONS["en"]:
        asha.writes(text)
    await asha.hears("M-0")
    asha.writes("3")
    [workshop] = await mitra.rows("select id, code from workshops where mode = 'in_person' order by id limit 1")
    asha.writes(f"/start {workshop['code']}")
    await asha.hears("")
    while not any("Book" in button["text"] for message in mitra.fake.to(101) for button in message.buttons):
        await asha.hears("")
    await asha.taps("Book")
    [title] = [row["titles"] for row in await mitra.rows(f"select titles from workshops where id = {workshop['id']}")]
    assert f"<b>{escape(json.loads(title)['en'], quote=False)}</b>" in (await asha.hears("is booked")).html
    calendar = await asha.gets_document()
    lines = str(calendar.document).split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert f"UID:{workshop['code']}@msme-mitra" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    asha.writes("/mine")
    await asha.hears("")
    assert len([message for message in mitra.fake.to(101) if message.document]) == 1


def test_a_line_is_folded_between_characters() -> None:
    line = "SUMMARY:" + "பயிற்சி வகுப்பு " * 10
    pieces = folded(line).split("\r\n ")
    assert "".join(pieces) == line
    assert all(len(piece.encode()) <= 75 for piece in (pieces[0], *(f" {piece}" for piece in pieces[1:])))
