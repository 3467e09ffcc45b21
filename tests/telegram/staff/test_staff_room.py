"""Who may what, and that nothing of staff's work ever reaches the assistant, nor the other way round."""

from __future__ import annotations

import pytest

from bot.bench.fake_telegram import FakeTelegram
from tests.telegram.conftest import Chatter, until
from tests.telegram.echo import Echo
from tests.telegram.staff.office import MEERA, Office, answers, newest, tells, write_news

AADHAAR = "2341 2341 2346"  # the published example


@pytest.mark.parametrize(
    ("language", "no"),
    [("en", "Sorry"), ("hi", "माफ़ कीजिए"), ("ta", "மன்னிக்கவும்"), ("hi-Latn", "Maaf kijiye"), ("ta-Latn", "Sorry")],
)
async def test_everybody_else_gets_a_polite_no_in_their_language(
    office: Office, asha: Chatter, echo: Echo, language: str, no: str
) -> None:
    await office.owner(asha.chat, language)
    for command in ("/broadcast", "/broadcasts", "/Broadcast now"):
        asha.writes(command)
        await asha.hears(no)
    asha.fake.update(callback_query=asha.fake.press(asha.chat, "w.1.pause"))
    await asha.hears(no)
    assert echo.heard == []
    assert await office.line.rows("select id from broadcasts") == []


async def test_a_stranger_is_answered_in_the_language_of_the_phone(office: Office, asha: Chatter) -> None:
    asha.writes("/broadcast", language="ta")
    await asha.hears("மன்னிக்கவும்")


async def test_staff_tells_a_person_her_number_and_a_member_her_role(
    office: Office, meera: Chatter, asha: Chatter, ravi: Chatter
) -> None:
    asha.writes("/staff")
    await asha.hears("give an admin this number: telegram:101")
    meera.writes("/staff")
    assert "Meera" not in (await meera.hears("as an editor")).text
    await office.appoint(ravi.chat, "admin")
    ravi.writes("/staff")
    told = await ravi.hears("as an admin")
    assert "Meera · editor · telegram:900" in told.text


async def test_a_viewer_looks_and_does_nothing(town: Office, meera: Chatter, ravi: Chatter) -> None:
    await town.appoint(ravi.chat, "viewer")
    ravi.writes("/broadcast")
    await ravi.hears("Only editors write and send")
    await write_news(meera)
    await answers(meera, "Send", "Yes, send it")
    await tells(ravi, "/broadcasts")
    assert "1. News, Wednesday, 25 November 2026: on its way, 5" in newest(ravi)
    await answers(ravi, "1")
    report = await ravi.hears("Broadcast 1: on its way")
    assert [one["text"] for one in report.buttons] == ["Refresh"]
    ravi.fake.update(callback_query=ravi.fake.press(ravi.chat, "w.1.pause"))
    await ravi.hears("Only editors")
    assert (await town.draft())["status"] == "sending"


async def test_who_is_dismissed_in_the_middle_can_do_nothing_more(town: Office, meera: Chatter) -> None:
    await write_news(meera)
    send = next(one for one in meera.fake.to(MEERA)[-1].buttons if one["text"] == "Send")
    await town.dismiss(MEERA)
    meera.fake.presses(MEERA, send)
    await meera.hears("Sorry")
    assert await town.line.rows("select id from deliveries") == []


async def test_what_a_draft_awaits_never_reaches_the_assistant_and_everything_else_does(
    town: Office, meera: Chatter, echo: Echo
) -> None:
    meera.writes("hello")
    await meera.hears("You said: hello")
    await tells(meera, "/broadcast")
    meera.writes("workshops near me")
    await meera.hears("You said: workshops near me")
    await answers(meera, "News", "About none", "Go on")
    heard = len(echo.heard)
    for content in ({"contact": {"phone_number": "919876543210", "user_id": MEERA}}, {"voice": {}}, {"photo": [{}]}):
        meera.sends(**content)
        await meera.hears("waiting for a text")
    for command in ("/help", "/register", "/stop"):
        meera.writes(command)
        await meera.hears("waiting for a text")
    await tells(meera, "STOP worrying about GST")
    assert len(echo.heard) == heard
    assert (await town.draft())["texts"] == {"en": "STOP worrying about GST"}
    assert await town.line.rows("select id from businesses where person_id = (select max(id) from people)") == []
    assert [row["phone"] for row in await town.line.rows("select phone from people where address = '900'")] == [None]


async def test_a_press_for_the_assistant_reaches_it_while_a_draft_waits(
    town: Office, meera: Chatter, echo: Echo
) -> None:
    await tells(meera, "/broadcast")
    await answers(meera, "News", "About none", "Go on")
    meera.fake.update(callback_query=meera.fake.press(MEERA, "unknown"))
    await meera.hears("You said: -")


async def test_an_aadhaar_number_is_refused_in_a_text_too(town: Office, meera: Chatter, echo: Echo) -> None:
    await tells(meera, "/broadcast")
    await answers(meera, "News", "About none", "Go on")
    await tells(meera, f"Send {AADHAAR}", entities=[{"type": "bold", "offset": 5, "length": 14}])
    await meera.hears("Aadhaar number in it")
    assert (await town.draft())["texts"] == {}
    tables = await town.line.rows("select name from sqlite_master where type = 'table'")
    kept = "".join([str(await town.line.rows(f"select * from {table['name']}")) for table in tables])
    assert AADHAAR not in kept
    assert "2341</b>" not in kept


async def test_a_button_of_an_earlier_step_is_told_kindly_and_changes_nothing(town: Office, meera: Chatter) -> None:
    await tells(meera, "/broadcast")
    old = meera.button("Promotion")
    await answers(meera, "News")
    meera.fake.presses(MEERA, old)
    await meera.hears("That button is from an earlier step")
    await meera.hears("Which workshop")
    assert (await town.draft())["category"] == "news"


async def test_a_double_tap_does_nothing_twice(town: Office, meera: Chatter, fake: FakeTelegram) -> None:
    await write_news(meera)
    await answers(meera, "Send")
    yes = meera.button("Yes, send it")
    fake.presses(MEERA, yes)
    fake.presses(MEERA, yes)
    await tells(meera, "/broadcasts")
    assert len(await town.line.rows("select id from broadcasts")) == 1
    assert len(await town.line.rows("select id from deliveries")) == 5
    assert "no longer does anything" not in str(fake.to(MEERA))


async def test_a_button_of_one_member_means_nothing_from_another(town: Office, meera: Chatter, ravi: Chatter) -> None:
    await town.appoint(ravi.chat, "editor")
    await write_news(meera)
    discard = meera.button("Throw away")
    meera.fake.presses(ravi.chat, discard)
    await ravi.hears("no longer does anything")
    await tells(ravi, "/broadcast")
    meera.fake.presses(ravi.chat, {"callback_data": discard["callback_data"] + "x"})
    await ravi.hears("earlier step")
    assert len(await town.line.rows("select id from broadcasts where status = 'draft'")) == 2


async def test_a_draft_is_thrown_away_at_any_step(town: Office, meera: Chatter) -> None:
    await tells(meera, "/broadcast")
    stale = meera.button("News")
    await answers(meera, "News", "About none", "Go on")
    meera.writes("/cancel")
    await meera.hears("Thrown away")
    assert await town.line.rows("select id from broadcasts") == []
    assert await town.acts() == ["begin", "discard"]
    meera.writes("/cancel")
    await meera.hears("You said: /cancel")
    town.clock.passes(seconds=1)
    await tells(meera, "/broadcast")
    meera.fake.presses(MEERA, stale)
    await meera.hears("earlier step")


async def test_nobody_inherits_the_draft_of_who_left(town: Office, meera: Chatter, ravi: Chatter) -> None:
    await write_news(meera)
    await town.dismiss(MEERA)
    town.clock.passes(days=1)
    await town.appoint(ravi.chat, "editor")
    await tells(ravi, "/broadcast")
    await ravi.hears("What is it?")
    assert len(await town.line.rows("select id from broadcasts where status = 'draft'")) == 2


async def test_what_every_button_carries_is_short_and_says_nothing(town: Office, meera: Chatter) -> None:
    await write_news(meera)
    await answers(meera, "Change", "Who gets it", "Kind of business")
    carried = [one["callback_data"] for message in meera.fake.to(MEERA) for one in message.buttons]
    assert len(carried) > 40
    assert all(len(one) <= 18 and one.startswith("s.") for one in carried)
    assert len(set(carried)) == len(carried)


async def test_nothing_of_what_staff_write_is_in_the_audit_trail(town: Office, meera: Chatter) -> None:
    await write_news(meera, "A secret text")
    await answers(meera, "Send", "Yes, send it")
    await until(lambda: "on its way" in newest(meera))
    trail = await town.line.rows("select actor, act, subject, detail from audit")
    assert [tuple(act.values()) for act in trail] == [
        ("staff:1", "begin", "broadcast:1", None), ("staff:1", "announce", "broadcast:1", "5 people"),
    ]  # fmt: skip
