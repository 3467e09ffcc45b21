"""Rehearsals: what people can do with a phone, and lines that say nothing."""

from __future__ import annotations

import json

import pytest

from programme import schema
from tests.bot.rehearsals import Player, Stage, words

UNREADABLE = [
    "", "hello", "[]", "null", "12", '{"person": "asha"', "{}", '{"person": "asha"}', '{"person": "", "text": "hi"}',
    '{"person": 3, "text": "hi"}', '{"person": "asha", "text": 5}', '{"person": "asha", "text": "  "}', '{"text": "hi"}',
    '{"person": "asha", "press": "1", "contact": "2"}',
    '{"person": "asha", "press": "1", "text": "hi"}', '{"person": "asha", "location": [91, 0]}',
    '{"person": "asha", "location": "Indore"}', '{"person": "asha", "press": true}', '{"person": "asha", "press": "Yes"}',
    '{"person": "asha", "edit": "hello"}', '{"person": "asha", "reaction": "👍"}', '{"clock": "soon"}', '{"clock": 3}',
    '{"clock": "2026-12-01T17:00"}', '{"clock": "-3h"}', '{"clock": "+9999999999w"}', '{"staff": "seed"}', '{"staff": []}',
    '{"staff": [{}]}', '{"rows": "nothing"}', '{"rows": ["people"]}', '{"person": "asha", "clock": "+1h"}', "[" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("line", UNREADABLE)
async def test_a_line_that_says_nothing_gets_one_error_and_its_done(stage: Stage, line: str) -> None:
    [said] = await stage.takes(line)
    assert set(said) == {"error"}
    assert said["error"]
    assert await stage.person("asha").says("hello")


async def test_what_telegram_cannot_carry_is_taken_as_it_would_arrive(stage: Stage) -> None:
    assert await stage.takes('{"person": "asha", "text": "\\ud800 hello\\u0000"}')
    told = await stage.person("asha").does(text="workshop " * 1000)  # three messages
    assert len(told) >= 3


async def test_a_phone_shares_its_number_by_the_key_or_by_a_contact(stage: Stage) -> None:
    asha = stage.person("asha")
    await asha.says("register", "yes", "Asha Patel", "Asha Pickles", "Indore", "mango pickle", "12 lakh")
    [asked] = await asha.says("5 lakh")
    assert asked["buttons"][-1]["payload"] == "/share_number"
    [error] = await stage.takes({"person": "asha", "press": asked["buttons"][-1]["label"]})
    assert "contact" in error["error"]
    assert "own number" in words(await asha.does(contact="+919876543210", forwarded=True))
    await asha.does(contact="+919876543210")
    [row] = await stage.rows("people")
    assert (row["phone"], row["phone_verified"]) == ("9876543210", True)


async def test_pictures_voices_edits_and_reactions_are_answered_as_in_telegram(stage: Stage) -> None:
    asha = stage.person("asha")
    await asha.says("hello")
    assert words(await asha.does(photo=True)) != words(await asha.does(voice=True)) != ""
    assert "before you changed it" in words(await asha.does(edit="workshops"))
    assert await asha.does(reaction="👍") == []
    assert "workshops" in words(await asha.does(text="workshops near me", forwarded=True)).lower()


async def test_a_location_is_read_as_the_districts_around_it(stage: Stage) -> None:
    asha = stage.person("asha")
    await asha.says("workshops near me")
    [asked] = await asha.does(location=[22.72, 75.86])
    assert "Indore, Madhya Pradesh" in [button["label"] for button in asked["buttons"]]
    assert "Sample Hall A" in words(await asha.presses("Indore, Madhya Pradesh"))


async def test_buttons_are_pressed_by_label_payload_or_number(stage: Stage) -> None:
    players = [stage.person(name) for name in ("asha", "bela", "chitra", "dipti")]
    heard = [await player.says("hello") for player in players]
    [button, *_others] = heard[0][0]["buttons"]
    answers = [
        await players[0].does(press=button["label"]), await players[1].does(press=button["payload"]),
        await players[2].does(press="1"), await players[3].does(press=1),
    ]  # fmt: skip
    assert len({words(answer) for answer in answers}) == 1


async def test_an_old_button_can_still_be_pressed_and_is_known_as_old(stage: Stage) -> None:
    asha = stage.person("asha")
    await asha.says("hello", "workshops in Indore")
    assert "earlier" in words(await asha.presses("Change language")).lower()


async def test_a_button_that_opens_a_map_is_shown_and_tells_the_bot_nothing(stage: Stage) -> None:
    asha = stage.person("asha")
    await asha.registers("9876543210")
    await _books(asha)
    [reminder] = await stage.clock("2026-12-04T10:30")
    assert reminder["buttons"][-1]["payload"].startswith("https://")
    [error] = await stage.takes({"person": "asha", "press": reminder["buttons"][-1]["label"]})
    assert "opens https://" in error["error"]


async def _books(player: Player) -> None:
    await player.says("workshops in Coimbatore")
    await player.presses("1", "1")


async def test_rows_are_those_of_the_export(stage: Stage) -> None:
    asha = stage.person("asha")
    await asha.registers("9876543210")
    await _books(asha)
    for table in ("people", "enrolments", "workshops", "consents", "reminders"):
        exported = await stage.staff("export", table, "--format", "json")
        assert await stage.rows(table) == [json.loads(line) for line in exported.splitlines()]


async def test_a_line_that_fails_is_said_and_the_rehearsal_goes_on(stage: Stage) -> None:
    await stage.staff("migrate", "--to", schema.revisions()[0])
    [failed] = await stage.takes({"rows": "deliveries"})
    assert set(failed) == {"error"}
    await stage.staff("migrate")
    assert await stage.person("asha").says("hello")


async def test_a_number_counts_the_buttons_that_came_last_and_no_older_label(stage: Stage) -> None:
    """A member's list of broadcasts has buttons that are labelled with numbers."""
    await stage.staff("staff", "add", "rehearse:meena", "--role", "editor")
    meena = stage.person("meena")
    await meena.says("hello")
    await stage.crowd(1)
    await stage.staff("broadcast", "send", "--text", "en=Hello", "--yes")
    [listed] = await meena.says("/broadcasts")
    assert [button["label"] for button in listed["buttons"]] == ["1"]
    await meena.says("hello")
    assert "permission" in words(await meena.presses("1"))
