"""What people share: where they are, and the invitation to a friend."""

from __future__ import annotations

import re

import pytest

from bot.bench.fake_telegram import NAME
from tests.bot.conftest import REGISTRATIONS
from tests.telegram.conftest import Chatter, Line

pytestmark = pytest.mark.model

BEFORE_THE_PLACE = 4
HERE = {"en": "You seem to be near here", "hi": "आस-पास", "ta": "அருகில்"}
INDORE = {"en": "Indore", "hi": "इंदौर", "ta": "இந்தூர்"}


@pytest.mark.parametrize("language", list(HERE))
async def test_a_location_answers_the_question_for_the_place(mitra: Line, asha: Chatter, language: str) -> None:
    for text in REGISTRATIONS[language][:BEFORE_THE_PLACE]:
        asha.writes(text)
    await mitra.has_answered(BEFORE_THE_PLACE)
    asha.sends(location={"latitude": 22.7186, "longitude": 75.8550})
    offered = await asha.hears(HERE[language])
    assert len(offered.buttons) == 2
    await asha.taps(INDORE[language])
    await mitra.has_answered(BEFORE_THE_PLACE + 2)
    assert await mitra.rows("select state, district from businesses") == [{"state": "IN-MP", "district": "Indore"}]
    kept = await mitra.rows("select content from updates union all select text from messages")
    assert "22.7" not in str(kept)


async def test_who_is_elsewhere_writes_the_district(mitra: Line, asha: Chatter) -> None:
    for text in REGISTRATIONS["en"][:BEFORE_THE_PLACE]:
        asha.writes(text)
    asha.sends(location={"latitude": 22.625, "longitude": 72.90})
    assert [button["text"] for button in (await asha.hears("You seem to be near here")).buttons] == [
        "Kheda, Gujarat", "Anand, Gujarat", "No, another place",
    ]  # fmt: skip
    await asha.taps("No, another")
    assert "Kheda" not in str((await asha.hears("write the name of the district")).buttons)
    asha.writes("Ujjain")
    await asha.hears("What do you make or sell")
    assert await mitra.rows("select district from businesses") == [{"district": "Ujjain"}]


async def test_a_location_where_none_is_asked_for_leaves_the_question(mitra: Line, asha: Chatter) -> None:
    for text in REGISTRATIONS["en"][:2]:
        asha.writes(text)
    asha.sends(location={"latitude": 22.7, "longitude": 75.8})
    await asha.hears("I need no place")
    await asha.hears("What is your name?")


async def test_a_location_finds_workshops_nearby_and_one_far_away_asks_for_the_district(
    mitra: Line, asha: Chatter
) -> None:
    asha.sends(location={"latitude": 11.0, "longitude": 76.95})
    await asha.hears("For which district shall I show workshops?")
    await asha.taps("Coimbatore")
    workshops = await asha.hears("nearest first")
    assert "Coimbatore" in workshops.text.split("2.")[0]
    asha.sends(location={"latitude": 19.08, "longitude": 72.88})
    await asha.hears("name of your district")


@pytest.mark.parametrize(("language", "wish"), [("en", "/invite"), ("hi", "सहेली को भी जोड़ना है")])
async def test_an_invitation_is_made_followed_and_counted(
    mitra: Line, asha: Chatter, ravi: Chatter, language: str, wish: str
) -> None:
    for text in REGISTRATIONS[language]:
        asha.writes(text)
    await asha.hears("M-0")
    asha.writes("3")
    await mitra.has_answered(len(REGISTRATIONS[language]) + 1)
    asha.writes(wish)
    invitation = await asha.hears(f"https://t.me/{NAME}?start=")
    [code] = re.findall(r"start=([\w-]+)", invitation.text)
    await _register_by(code, mitra, ravi)
    assert [row["code"] for row in await mitra.rows("select code from referrals")] == [code]
    told = " ".join(message.text for message in mitra.fake.to(ravi.chat))
    assert REGISTRATIONS[language][2] not in told


async def _register_by(code: str, mitra: Line, friend: Chatter) -> None:
    friend.writes(f"/start {code}")
    await friend.hears("Hello")
    for text in REGISTRATIONS["ta"]:
        friend.writes(text)
    await friend.hears("M-0")


async def test_only_who_is_registered_invites(mitra: Line, asha: Chatter) -> None:
    asha.writes("/invite")
    assert "Register" in str((await asha.hears("people who are registered")).buttons)
    assert await mitra.rows("select code from referral_links") == []
