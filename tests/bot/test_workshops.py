"""Workshops: found, booked, waited for, offered, given back, by talking."""

from __future__ import annotations

import pytest

from tests.bot.conftest import Talker, World, register

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "wish", "heard"),
    [("en", "which workshops are coming up near me", ("Packaging", "Indore")),
     ("hi", "पास में कोई वर्कशॉप है क्या", ("पैकेजिंग", "इंदौर")),
     ("ta", "பக்கத்துல பயிற்சி முகாம் இருக்கா", ("ஆன்லைன் விற்பனை", "காஞ்சிபுரம்"))],
)  # fmt: skip
async def test_workshops_near_her_come_first(asha: Talker, language: str, wish: str, heard: tuple[str, ...]) -> None:
    await register(asha, language)
    await asha.says(wish)
    first = asha.heard.split("\n2. ")[0]
    for part in heard:
        assert part in first


@pytest.mark.parametrize(
    ("wish", "heard"),
    [("any workshop in coimbatore", "Coimbatore"), ("online workshop list please", "online"),
     ("is there a training on export", "export")],
)  # fmt: skip
async def test_workshops_are_found_by_place_mode_and_topic(asha: Talker, wish: str, heard: str) -> None:
    await asha.says(wish)
    assert asha.answer.intent == "list_workshops"
    assert heard in asha.heard.split("\n2. ")[0]


async def test_a_place_without_workshops_is_said_and_the_nearest_shown(asha: Talker) -> None:
    await asha.says("workshop in Madurai when")
    asha.hears("Madurai")
    assert asha.buttons


@pytest.mark.parametrize("language", ["en", "hi", "ta"])
async def test_a_seat_is_booked_by_talking_and_listed(world: World, asha: Talker, language: str) -> None:
    await register(asha, language)
    await asha.says({"en": "show workshops", "hi": "वर्कशॉप दिखाओ", "ta": "பயிற்சி முகாம் காட்டுங்க"}[language], "1", "1")
    [enrolment] = await world.rows("select status from enrolments")
    assert enrolment["status"] == "booked"
    await asha.says({"en": "my workshops", "hi": "मेरी वर्कशॉप कब है", "ta": "என் பயிற்சி எப்போ"}[language])
    asha.hears("✅")


async def test_who_is_not_registered_is_registered_first_and_then_booked(world: World, asha: Talker) -> None:
    await asha.says("show workshops in indore", "1", "1")
    asha.hears("register first")
    await asha.says("1", "yes", "Asha Patel", "Asha Pickles")
    if "right?" in asha.heard:
        await asha.says("yes")
    else:
        await asha.says("Indore")
    await asha.says("pickles", "1", "1", "9876543210", "skip", "skip", "skip", "no", "yes")
    asha.hears("Your seat is booked")


async def _fill(world: World, seats: int) -> list[Talker]:
    """`seats` others take all seats of the small workshop in Coimbatore."""
    others = [world.person(f"other{number}") for number in range(seats)]
    for other in others:
        await register(other)
        await _book(other)
    return others


async def _book(talker: Talker) -> None:
    await talker.says("workshop in coimbatore", "1", "1")


async def test_when_full_she_waits_with_a_position_and_a_freed_seat_is_offered_to_her(
    world: World, asha: Talker
) -> None:
    others = await _fill(world, 2)
    await register(asha)
    await _book(asha)
    asha.hears("number 1 in the waiting list")
    await others[0].says("I cannot come to the workshop, cancel my seat")
    await others[0].presses("Give my seat back")
    await asha.says("hello")
    asha.hears("a seat is free for you")
    await asha.presses("I take it")
    asha.hears("Your seat is booked")


@pytest.mark.parametrize("said", ["no", "nahi", "வேண்டாம்"])
async def test_a_no_to_giving_the_seat_back_keeps_it(world: World, asha: Talker, said: str) -> None:
    await register(asha)
    await _book(asha)
    await asha.says("I cannot come to the workshop, cancel my seat", said)
    rows = await world.rows("select status from enrolments")
    assert [row["status"] for row in rows] == ["booked"]
    asha.hears("Packaging and labelling")


async def test_an_offer_that_runs_out_goes_to_the_next_in_line(world: World, asha: Talker) -> None:
    others = await _fill(world, 2)
    await register(asha)
    await _book(asha)
    ravi = world.person("ravi")
    await register(ravi)
    await _book(ravi)
    ravi.hears("number 2")
    await others[0].says("I cannot come to the workshop, cancel my seat")
    await others[0].presses("Give my seat back")
    world.clock.passes(hours=7)
    await ravi.says("hello")
    ravi.hears("a seat is free for you")
    await asha.says("my workshops")
    asha.hears("number 1 in the waiting list")


async def test_a_declined_offer_is_cancelled_and_passed_on(world: World, asha: Talker) -> None:
    others = await _fill(world, 2)
    await register(asha)
    await _book(asha)
    await others[0].says("I cannot come to the workshop, cancel my seat")
    await others[0].presses("Give my seat back")
    await asha.says("hello")
    await asha.presses("No, thank you")
    rows = await world.rows("select status from enrolments order by id")
    assert [row["status"] for row in rows] == ["cancelled", "booked", "cancelled"]


async def test_asking_twice_for_a_seat_says_how_it_stands(asha: Talker) -> None:
    await register(asha)
    await _book(asha)
    await _book(asha)
    asha.hears("already have a seat")
