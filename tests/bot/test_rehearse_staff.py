"""Rehearsals: staff's commands, and staff who write to many."""

from __future__ import annotations

import json
from pathlib import Path

from bot.rasa.agent import EmbeddedAgent
from programme import schema
from tests.bot.rehearsals import TUESDAY_EVENING, Player, Stage, stage_at, words


async def _town(stage: Stage) -> list[Player]:
    players = [stage.person("asha"), stage.person("bela")]
    for number, player in enumerate(players):
        await player.registers(f"987654320{number}")
    return players


async def _editor(stage: Stage) -> Player:
    assert "rehearse:meena is editor now." in await stage.staff("staff", "add", "rehearse:meena", "--role", "editor")
    return stage.person("meena")


async def _write_news(meena: Player, text: str) -> None:
    """Up to the preview."""
    await meena.says("/broadcast")
    await meena.presses("News", "About none", "Go on")
    await meena.says(text)
    await meena.presses("Without a picture")


async def test_a_broadcast_scheduled_in_quiet_hours_arrives_at_nine(stage: Stage) -> None:
    await _town(stage)
    await stage.staff("broadcast", "schedule", "2026-12-02 23:15", "--text", "en=Hello <b>{name}</b>!", "--yes")
    assert await stage.clock("2026-12-03T08:59") == []
    first, second = await stage.clock("2026-12-03T09:00")
    assert {first["to"], second["to"]} == {"asha", "bela"}
    assert (first["text"], first["because"], first["at"]) == (
        "Hello Asha Patel!",
        "broadcast",
        "2026-12-03T09:00:00+05:30",
    )
    assert {row["status"] for row in await stage.rows("deliveries")} == {"sent"}
    assert [row["status"] for row in await stage.rows("broadcasts")] == ["done"]


async def test_a_member_writes_in_the_chat_pauses_and_goes_on(stage: Stage) -> None:
    await _town(stage)
    assert "for staff" in words(await stage.person("meena").says("/broadcast"))
    meena = await _editor(stage)
    await _write_news(meena, "Hello {name}!")
    await stage.clock("2026-12-01T22:00")
    assert "2 people on Wednesday, 2 December 2026, 9 am" in words(await meena.presses("Send"))
    await meena.presses("Yes, send it")
    [paused] = await meena.presses("Pause")
    assert (paused["edited"], paused["because"]) == (True, "staff")
    assert "paused" in paused["text"]
    assert await stage.clock("2026-12-02T12:00") == []
    [edited] = [one for one in await stage.takes({"person": "meena", "press": "Go on sending"}) if one["to"] == "meena"]
    assert "2 of 2" in edited["text"]
    assert {row["done_at"][:16] for row in await stage.rows("deliveries")} == {"2026-12-02T06:30"}
    assert {one["to"] for one in stage.everything if one.get("because") == "broadcast"} == {"asha", "bela"}


async def test_what_a_member_tries_out_reaches_her_alone(stage: Stage) -> None:
    await _town(stage)
    meena = await _editor(stage)
    await _write_news(meena, "Hello {name}!")
    told = await stage.takes({"person": "meena", "press": "Send to me first"})
    assert [(one["to"], one["because"]) for one in told][-1] == ("meena", "broadcast")
    assert {one["to"] for one in told} == {"meena"}


async def test_messages_go_at_the_configured_rate_in_the_time_of_the_rehearsal(
    agent: EmbeddedAgent, sqlite_url: str, tmp_path: Path
) -> None:
    """Whoever is not served within a minute waits until the clock is moved on."""
    async with stage_at(TUESDAY_EVENING, agent, sqlite_url, tmp_path, broadcast_rate=2) as stage:
        await stage.crowd(150)
        _printed, *sent = await stage.takes({"staff": ["broadcast", "send", "--text", "en=Hello", "--yes"]})
        assert (sent[0]["at"], sent[-1]["at"]) == ("2026-12-01T18:00:00+05:30", "2026-12-01T18:01:00+05:30")
        assert len(sent) == 121
        await stage.staff("broadcast", "pause", "1")
        assert await stage.clock("+1h") == []
        await stage.staff("broadcast", "resume", "1")
        reached = [one["to"] for one in stage.everything if "to" in one]
        assert len(set(reached)) == len(reached) == 150


async def test_commands_run_on_this_database_and_this_clock(stage: Stage) -> None:
    await stage.clock("2027-03-01T22:00")
    added = await stage.staff(
        "workshops", "add", "--title", "GST basics", "--topic", "gst", "--state", "MP", "--district", "Indore",
        "--venue", "Town hall", "--starts", "2027-03-05 10:30", "--seats", "30",
    )  # fmt: skip
    assert "13" in added
    assert (await stage.rows("workshops"))[-1]["starts_at"] == "2027-03-05T05:00:00+00:00"
    assert (await stage.rows("audit"))[-1]["at"].startswith("2027-03-01T16:30")
    assert "quiet hours" in await stage.staff("broadcast", "preview", "--text", "en=Hello")
    await stage.clock("2027-03-02T10:00")
    assert "quiet hours" not in await stage.staff("broadcast", "preview", "--text", "en=Hello")
    listed = [json.loads(line) for line in (await stage.staff("workshops", "list", "--json")).splitlines()]
    assert len(listed) == 13
    assert await stage.staff("migrate") == f"The schema is {schema.newest()}.\n"


async def test_a_command_that_fails_says_why_and_its_exit_code(stage: Stage) -> None:
    [failed] = await stage.takes({"staff": ["workshops", "cancel", "99"]})
    assert failed["exit"] == 1
    assert "there is no workshop 99" in failed["printed"]
    [wrong] = await stage.takes({"staff": ["dance"]})
    assert wrong["exit"] == 2
    assert "dance" in wrong["printed"]
    [unsure] = await stage.takes({"staff": ["broadcast", "send", "--text", "en=Hello"]})
    assert unsure["exit"] == 1
    for served in (["serve"], ["worker"], ["chat"], ["rehearse"], ["parse", "--json"]):
        [refused] = await stage.takes({"staff": served})
        assert (refused["exit"], refused["printed"]) == (1, f"mitra: {served[0]} is no part of a rehearsal\n")
    [helped] = await stage.takes({"staff": ["broadcast", "send", "--help"]})
    assert helped["exit"] == 0
    assert "Example: " in helped["printed"]


async def test_who_is_erased_is_gone_and_may_come_again(stage: Stage) -> None:
    asha, _bela = await _town(stage)
    await stage.staff("people", "erase", "1", "--yes")
    assert [row["address"] for row in await stage.rows("people")] == ["bela"]
    assert len(await stage.rows("businesses")) == 1
    await asha.says("hello")
    assert [row["address"] for row in await stage.rows("people")] == ["bela", "asha"]
