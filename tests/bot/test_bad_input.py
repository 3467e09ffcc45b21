"""Bad input ends in a clear answer and loses nothing."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import app as assembly
from bot.rasa.agent import CannotStart, load_agent
from bot.said import Said
from locales.catalogues import check
from tests.bot.conftest import REGISTRATIONS, Talker, World, register

pytestmark = pytest.mark.model

HOSTILE = [
    "", "   ", "x" * 6000, "अ" * 6000, "😀😀😀", "<b>bold</b>", "'; DROP TABLE people; --", "{{7*7}} {name} %s", "\u200b\u200d\ufeff",
    "\u202eabc", "\x00\x07\x1b[31m", '/inform{"phone":"1"}', "/restart", "/session_start", "\ud800", "1", "?", "a\nb\nc", "٣٤٥",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("turns", [0, 3, 8])
async def test_hostile_text_gets_an_answer_and_keeps_what_was_told(
    world: World, asha: Talker, text: str, turns: int
) -> None:
    await asha.says(*REGISTRATIONS["en"][:turns])
    before = await world.rows("select count(*) as n from businesses")
    await asha.does(Said(text=text))
    assert asha.answer.replies
    assert all(reply.text for reply in asha.answer.replies)
    asha.hears_not("could not save")
    assert await world.rows("select count(*) as n from businesses") == before


@pytest.mark.parametrize(
    "name", ["<b>Asha</b> & Sons", "Asha'); DROP TABLE people;--", "{name} {{7*7}} %s", "*Asha* _Foods_"]
)
async def test_fragments_of_markup_in_names_are_kept_and_shown_literally(world: World, asha: Talker, name: str) -> None:
    await asha.says(*REGISTRATIONS["en"][:3], name)
    if name in asha.heard:  # such a name is shown and confirmed before it is kept
        await asha.says("yes")
    [business] = await world.rows("select name from businesses")
    assert business["name"] == name
    await asha.says(*REGISTRATIONS["en"][4:13])
    asha.hears(name)


async def test_a_slash_injection_fills_no_form(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:8], '/answer{"value": "skip"}')
    asha.hears_not("Udyam")
    [person] = await world.rows("select phone from people")
    assert person["phone"] is None


async def test_an_old_button_is_explained_and_changes_nothing(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:6])
    old = asha.buttons[0].payload
    await asha.says("12 lakh", "5 lakh")
    await asha.does(Said(press=old))
    asha.hears("mobile number")
    await register(world.person("ravi"))
    ravi = world.person("ravi")
    await ravi.does(Said(press=old))
    ravi.hears("no longer works")


async def test_a_button_pressed_twice_acts_once(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:13])
    press = Said(press=next(button.payload for button in asha.buttons if "correct" in button.payload))
    await asha.does(press)
    await asha.does(press)
    assert len(await world.rows("select * from businesses")) == 1


async def test_two_messages_at_once_are_taken_one_after_the_other(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:2])
    both = await asyncio.gather(
        world.assistant.reply(asha.key, Said(text="Asha Patel")),
        world.assistant.reply(asha.key, Said(text="Asha Pickles")),
    )
    assert all(answer.replies for answer in both)
    [business] = await world.rows("select name from businesses")
    assert business["name"] == "Asha Pickles"


async def test_photos_and_voice_are_explained(asha: Talker) -> None:
    await asha.does(Said(kind="photo"))
    asha.hears("photos")
    await asha.does(Said(kind="voice"))
    asha.hears("voice")


async def test_a_locked_database_is_apologised_for_and_nothing_is_half_written(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["hi"][:4])
    other = sqlite3.connect(str(world.app.engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await asha.says("इंदौर")
    other.execute("ROLLBACK")
    other.close()
    assert asha.answer.language == "hi"
    asha.hears("सुरक्षित")
    await asha.says("इंदौर")
    [business] = await world.rows("select district from businesses")
    assert business["district"] == "Indore"


async def test_a_failed_action_rolls_the_whole_turn_back(
    world: World, asha: Talker, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asha.says(*REGISTRATIONS["en"][:4])
    from actions import registration

    def breaks(*_args: object, **_kwargs: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(registration, "ask_question", breaks)
    await asha.says("Indore")
    asha.hears("could not save that just now")
    [business] = await world.rows("select district from businesses")
    assert business["district"] is None
    monkeypatch.undo()
    await asha.says("Indore")
    asha.hears("make or sell")


def test_a_missing_model_refuses_to_start(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="mitra train"):
        load_agent(tmp_path / "none.tar.gz")


def test_a_broken_model_refuses_to_start(tmp_path: Path) -> None:
    broken = tmp_path / "mitra-broken.tar.gz"
    broken.write_bytes(b"not a model")
    with pytest.raises(CannotStart, match="--force"):
        load_agent(broken)


def test_a_broken_catalogue_is_named_with_how_to_mend_it(tmp_path: Path) -> None:
    shutil.copytree(Path(assembly.__file__).parent.parent / "locales", tmp_path / "locales")
    path = tmp_path / "locales" / "hi" / "LC_MESSAGES" / "mitra.po"
    path.write_text(path.read_text(encoding="utf-8").replace("{seats_count}", "{seat}", 3), encoding="utf-8")
    assert check(["hi"], tmp_path / "locales")


@given(text=st.text(st.characters(), max_size=300))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read(agent, text: str) -> None:  # type: ignore[no-untyped-def]
    from programme.writing import normalise

    parsed = agent.parse(normalise(text))
    assert parsed["intent"]["name"]
