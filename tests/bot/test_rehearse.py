"""Rehearsals: people, seats and reminders on a clock that moves when told."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.rasa.agent import EmbeddedAgent
from tests.bot.rehearsals import TUESDAY_EVENING, Player, Stage, stage_at, words

SMALL = "Sample Hall A, Coimbatore"
"""Where the sample workshop with two seats is held: on Monday, 7 December 2026, at 10:30 am."""


async def _book(player: Player) -> None:
    """A seat in the small workshop, or a place in its waiting list."""
    assert SMALL in words(await player.says("workshops in Coimbatore"))
    await player.presses("1", "1")


async def _full(stage: Stage) -> list[Player]:
    """Two with a seat in the small workshop, and two who wait for one."""
    players = [stage.person(name) for name in ("asha", "bela", "chitra", "dipti")]
    for number, player in enumerate(players):
        await player.registers(f"987654320{number}")
        await _book(player)
    return players


async def test_an_offer_lapses_by_the_clock_and_goes_to_the_next_in_line(stage: Stage) -> None:
    asha, _bela, chitra, dipti = await _full(stage)
    await asha.says("I want to cancel my seat")
    await asha.presses("Give my seat back")
    offer = chitra.messages[-1]
    assert (offer["because"], offer["at"]) == ("offer", "2026-12-01T18:00:00+05:30")
    assert "until Wednesday, 2 December 2026, 12 pm" in offer["text"]
    assert await stage.clock("2026-12-02T11:59") == []
    [offer] = await stage.clock("+2m")
    assert (offer["to"], offer["because"], offer["at"]) == ("dipti", "offer", "2026-12-02T12:00:00+05:30")
    assert [row["status"] for row in await stage.rows("enrolments")] == ["cancelled", "booked", "waitlisted", "offered"]
    assert "booked" in words(await dipti.presses("Yes, I take it"))
    await chitra.presses("Yes, I take it")
    assert [row["status"] for row in await stage.rows("enrolments")] == ["cancelled", "booked", "waitlisted", "booked"]


async def test_who_booked_is_reminded_in_order_and_asked_afterwards(stage: Stage) -> None:
    asha = stage.person("asha")
    await asha.registers("9876543210")
    await _book(asha)
    assert asha.messages[-1]["document"]["name"] == "2026-12-07.ics"
    reminders = await stage.clock("2026-12-10T12:00+05:30")
    assert [one["at"] for one in reminders] == [
        "2026-12-04T10:30:00+05:30", "2026-12-06T10:30:00+05:30", "2026-12-06T20:30:00+05:30", "2026-12-07T14:30:00+05:30",
    ]  # fmt: skip
    assert {one["because"] for one in reminders} == {"reminder"}
    assert "Were you at the workshop" in reminders[-1]["text"]
    await asha.presses("1")
    [enrolment] = await stage.rows("enrolments")
    assert enrolment["status"] == "attended"
    assert enrolment["updated_at"].startswith("2026-12-10T06:30")


async def test_a_moved_workshop_is_told_as_a_notice_in_her_language(stage: Stage) -> None:
    lakshmi = stage.person("lakshmi")
    await lakshmi.registers("9876501234", "ta")
    await stage.takes({"person": "lakshmi", "text": "கோயம்புத்தூர் பயிற்சி முகாம் காட்டுங்க"})
    await lakshmi.presses("1", "1")
    printed, notice = await stage.takes({"staff": ["workshops", "reschedule", "3", "2026-12-12 10:30"]})
    assert printed["exit"] == 0
    assert (notice["to"], notice["because"]) == ("lakshmi", "notice")
    assert "12 டிசம்பர்" in notice["text"] or "டிசம்பர் 12" in notice["text"]
    [booked] = await stage.rows("enrolments")
    assert booked["status"] == "booked"


async def test_what_tomorrow_means_is_seen_from_the_clock(stage: Stage) -> None:
    await stage.clock("2026-12-06T10:00")
    heard = words(await stage.person("asha").says("any workshop in Coimbatore tomorrow?"))
    assert "Monday, 7 December 2026" in heard
    assert "9 December" not in heard


async def test_a_registration_left_alone_is_recalled_a_day_later(stage: Stage) -> None:
    asha = stage.person("asha")
    await asha.says("hi, want to register my unit", "yes", "Asha Patel")
    [nudge] = await stage.clock("+3d")
    assert (nudge["because"], nudge["at"]) == ("reminder", "2026-12-02T18:00:00+05:30")
    assert "half done" in nudge["text"]
    assert "In which state" in words(await asha.says("Asha Pickles"))


async def test_every_seat_comes_with_its_own_calendar_file_only(stage: Stage) -> None:
    asha = stage.person("asha")
    await asha.registers("9876543210")
    await _book(asha)
    await asha.says("workshops in Indore")
    await asha.presses("1", "1")
    files = [one["document"]["name"] for one in asha.messages if one["document"]]
    assert files == ["2026-12-07.ics", "2026-12-06.ics"]


async def test_people_of_a_rehearsal_have_its_keys(stage: Stage) -> None:
    await stage.person("asha").says("hello")
    await stage.person("bela").says("नमस्ते")
    people = await stage.rows("people")
    assert [(row["channel"], row["address"], row["language"]) for row in people] == [
        ("rehearse", "asha", "en"), ("rehearse", "bela", "hi"),
    ]  # fmt: skip


async def test_a_friend_comes_by_an_invitation(stage: Stage) -> None:
    asha, bela = stage.person("asha"), stage.person("bela")
    await asha.registers("9876543210")
    link = words(await asha.says("/invite")).partition("https://t.me/mitra_rehearsal_bot?start=")[2].split()[0]
    assert await bela.says(f"/start {link}")
    await bela.registers("9876543211")
    assert "came by invitation                 1" in await stage.staff("stats")


async def test_an_evening_is_rehearsed_on_either_database(
    agent: EmbeddedAgent, engine: AsyncEngine, database_url: str, tmp_path: Path
) -> None:
    async with stage_at(TUESDAY_EVENING, agent, database_url, tmp_path) as stage:
        await stage.staff("seed")
        asha = stage.person("asha")
        await asha.registers("9876543210")
        await _book(asha)
        assert len(await stage.clock("+10d")) == 4
        await asha.presses("Yes, I was there")
        assert [row["status"] for row in await stage.rows("enrolments")] == ["attended"]
