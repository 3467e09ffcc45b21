"""What is written to people unasked, as they meet it over Telegram: reminders, changes, offers, broadcasts."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.said import Said
from programme import consents, enrolments, people
from programme.audiences import Audience
from programme.broadcasts import Message
from tests.telegram.conftest import Chatter, Line
from tests.telegram.post import NOON, Post

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "reminded", "today", "button"),
    [("en", "A reminder", "today", "can't come"), ("hi", "दाम तय करना", "आज", "नहीं"), ("ta", "விலை நிர்ணயம்", "இன்று", "வர"),
     ("ta-Latn", "Pricing", "", "")],
)  # fmt: skip
async def test_who_booked_is_reminded_three_times_in_her_language(
    mitra: Line, post: Post, asha: Chatter, language: str, reminded: str, today: str, button: str
) -> None:
    await post.registers(101, language, consents.REMINDERS)
    workshop = await post.workshop(NOON + timedelta(days=4))
    assert await post.books(101, workshop) == "booked"
    await post.goes_out()
    assert asha.fake.to(101) == []
    post.clock.passes(days=1, minutes=1)
    await post.goes_out()
    first = await asha.hears(reminded)
    assert first.document is not None
    assert "BEGIN:VCALENDAR" in first.document
    assert any("google.com/maps" in one.get("url", "") for one in first.buttons)
    assert any(button in one["text"] for one in first.buttons)
    post.clock.passes(days=2)
    await post.goes_out()
    await asha.hears(reminded)
    post.clock.passes(hours=22)
    await post.goes_out()
    last = await asha.hears(today)
    assert last.document is None
    await post.goes_out()
    assert len(asha.fake.to(101)) == 3
    assert {row["status"] for row in await mitra.rows("select status from deliveries")} == {"sent"}


async def test_the_button_of_a_reminder_gives_the_seat_back(mitra: Line, post: Post, asha: Chatter) -> None:
    await post.registers(101, "hi", consents.REMINDERS)
    workshop = await post.workshop(NOON + timedelta(days=2))
    await post.books(101, workshop)
    await post.goes_out()
    post.clock.passes(days=1, minutes=1)
    await post.goes_out()
    await asha.hears("दाम तय करना")
    asha.fake.presses(101, asha.fake.to(101)[-1].buttons[0])
    await mitra.has_answered(1)
    asha.fake.presses(101, asha.fake.to(101)[-1].buttons[0])  # sure
    await mitra.has_answered(2)
    [enrolment] = await mitra.rows("select status, cancelled_by from enrolments")
    assert (enrolment["status"], enrolment["cancelled_by"]) == ("cancelled", "owner")
    post.clock.passes(hours=22)
    before = len(asha.fake.to(101))
    await post.goes_out()
    assert len(asha.fake.to(101)) == before


async def test_a_reminders_button_means_nothing_to_others(
    mitra: Line, post: Post, asha: Chatter, ravi: Chatter
) -> None:
    await post.registers(101, "en", consents.REMINDERS)
    await post.registers(202, "en", consents.REMINDERS)
    workshop = await post.workshop(NOON + timedelta(days=2))
    await post.books(101, workshop)
    await post.goes_out()
    post.clock.passes(days=1, minutes=1)
    await post.goes_out()
    await asha.hears("A reminder")
    mitra.fake.presses(202, asha.fake.to(101)[-1].buttons[0])
    await mitra.has_answered(1)
    await ravi.hears("")
    assert [row["status"] for row in await mitra.rows("select status from enrolments")] == ["booked"]


async def test_a_moved_workshop_is_told_once_and_reminded_of_anew(mitra: Line, post: Post, asha: Chatter) -> None:
    await post.registers(101, "en")  # no reminders wanted: word of changes comes all the same
    await post.registers(202, "ta", consents.REMINDERS)
    workshop = await post.workshop(NOON + timedelta(days=3))
    await post.books(101, workshop)
    await post.books(202, workshop)
    await post.goes_out()
    await post.moves(workshop, NOON + timedelta(days=5))
    await post.moves(workshop, NOON + timedelta(days=6))
    await post.goes_out()
    await asha.hears("new time")
    assert [len(mitra.fake.to(chat)) for chat in (101, 202)] == [1, 1]
    assert "29 November" in asha.fake.to(101)[0].text
    post.clock.passes(days=3, minutes=1)  # three days before the new one
    await post.goes_out()
    assert [len(mitra.fake.to(chat)) for chat in (101, 202)] == [1, 2]


async def test_what_concerns_tomorrow_is_told_at_night_and_the_rest_in_the_morning(mitra: Line, post: Post) -> None:
    await post.registers(101, "en", consents.REMINDERS)
    await post.registers(202, "en", consents.REMINDERS)
    soon, later = await post.workshop(NOON + timedelta(days=1)), await post.workshop(NOON + timedelta(days=9))
    await post.books(101, soon)
    await post.books(202, later)
    post.clock.passes(hours=10)  # 22:00
    await post.moves(soon, NOON + timedelta(days=1, hours=2))
    await post.moves(later, NOON + timedelta(days=9, hours=2))
    await post.goes_out()
    assert [len(mitra.fake.to(chat)) for chat in (101, 202)] == [1, 0]
    post.clock.passes(hours=11)  # 09:00
    await post.goes_out()
    assert len(mitra.fake.to(202)) == 1


async def test_an_offered_seat_is_told_and_taken_by_a_typed_yes(mitra: Line, post: Post, asha: Chatter) -> None:
    for chat in (101, 202):
        await post.registers(chat, "hi-Latn")
    workshop = await post.workshop(NOON + timedelta(days=3), seats=1)
    assert await post.books(202, workshop) == "booked"
    assert await post.books(101, workshop) == "waitlisted"

    async def give_back(session: Any) -> None:
        person = await people.meet(session, "telegram:202", post.clock.now())
        await enrolments.give_back(session, person, workshop, post.clock.now())

    await mitra.change(give_back)
    await post.goes_out()
    assert "Pricing" in (await asha.hears("Pricing")).text
    asha.writes("1")
    await mitra.has_answered(1)
    [mine] = await mitra.rows(
        "select e.status from enrolments e join people p on p.id = e.person_id where p.address = '101'"
    )
    assert mine["status"] == "booked"


async def test_an_offer_to_somebody_who_blocked_the_bot_passes_on_at_once(
    mitra: Line, post: Post, ravi: Chatter
) -> None:
    for chat in (101, 202, 303):
        await post.registers(chat, "en")
    workshop = await post.workshop(NOON + timedelta(days=3), seats=1)
    for chat in (303, 101, 202):
        await post.books(chat, workshop)
    mitra.fake.blocked.add(101)

    async def give_back(session: Any) -> None:
        person = await people.meet(session, "telegram:303", post.clock.now())
        await enrolments.give_back(session, person, workshop, post.clock.now())

    await mitra.change(give_back)
    await post.goes_out()
    await post.goes_out()
    await ravi.hears("Pricing")
    assert await mitra.rows("select chat from unreachable_chats") == [{"chat": "101"}]


async def test_after_a_workshop_one_says_so_and_rates_it_with_a_tap(mitra: Line, post: Post, asha: Chatter) -> None:
    await post.registers(101, "ta", consents.REMINDERS)
    workshop = await post.workshop(NOON + timedelta(hours=3))
    await post.books(101, workshop)
    await post.goes_out()
    post.clock.passes(hours=7)
    await post.goes_out()
    await asha.hears("விலை நிர்ணயம்")
    asha.fake.presses(101, asha.fake.to(101)[-1].buttons[0])
    await mitra.has_answered(1)
    stars = asha.fake.to(101)[-1].buttons
    assert [star["text"] for star in stars] == ["1", "2", "3", "4", "5"]
    asha.fake.presses(101, stars[3])
    await mitra.has_answered(2)
    assert await mitra.rows("select status, rating from enrolments") == [{"status": "attended", "rating": 4}]


async def test_somebody_in_the_middle_of_a_form_gets_a_broadcast_after_it(
    mitra: Line, post: Post, asha: Chatter, ravi: Chatter
) -> None:
    await post.registers(202, "en", consents.NEWS)
    asha.writes("register my business")
    asha.writes("yes")
    await mitra.has_answered(2)

    async def agrees(session: Any) -> None:
        person = await people.meet(session, "telegram:101", post.clock.now())
        consents.record(person, consents.NEWS, given=True, text_hash="x", now=post.clock.now())

    await mitra.change(agrees)
    await post.announces(Message({"en": "Good news"}, Audience()))
    await post.goes_out()
    await ravi.hears("Good news")
    assert "Good news" not in str(mitra.fake.to(101))
    post.clock.passes(hours=2, minutes=1)
    await post.goes_out()
    await asha.hears("Good news")


async def test_a_registration_left_half_done_is_spoken_of_once(mitra: Line, post: Post, asha: Chatter) -> None:
    asha.writes("मुझे अपना काम रजिस्टर करना है")
    asha.writes("हाँ")
    await mitra.has_answered(2)
    said = len(asha.fake.to(101))
    post.clock.passes(hours=25)
    await post.goes_out()
    assert len(asha.fake.to(101)) == said + 1
    post.clock.passes(hours=30)
    await post.goes_out()
    assert len(asha.fake.to(101)) == said + 1
    asha.fake.presses(101, asha.fake.to(101)[-1].buttons[0])
    await mitra.has_answered(3)
    assert "नाम" in asha.fake.to(101)[-1].text


async def test_a_broadcast_comes_whole_in_the_language_of_each_with_its_buttons(mitra: Line, post: Post) -> None:
    workshop = await post.workshop(NOON + timedelta(days=5))
    for chat, language in ((101, "hi"), (202, "ta-Latn"), (303, "hi-Latn")):
        await post.registers(chat, language, consents.NEWS)
    texts = {
        "en": "Dear {name}, <b>{workshop}</b> on {date} at {venue}",
        "hi": "{name} जी, {workshop} <i>{date}</i> {venue}",
    }
    number = await post.announces(Message(texts, Audience(), workshop=workshop, buttons=("book", "details")))
    await post.goes_out()
    [hindi], [tamil], [latin] = (mitra.fake.to(chat) for chat in (101, 202, 303))
    assert hindi.html.startswith("Asha जी, दाम तय करना <i>")
    assert tamil.html.startswith("Dear Asha, <b>Pricing</b> on")
    assert latin.text.startswith("Dear Asha, Pricing")
    assert len(hindi.buttons) == 2
    fallbacks = await mitra.rows(f"select language, wanted from deliveries where broadcast_id = {number} order by id")
    assert [tuple(row.values()) for row in fallbacks] == [("hi", None), ("en", "ta-Latn"), ("en", "hi-Latn")]
    mitra.fake.presses(101, hindi.buttons[1])
    await mitra.has_answered(1)
    assert "दाम तय करना" in mitra.fake.to(101)[-1].text


async def test_nothing_goes_out_at_night_and_everything_in_the_morning(mitra: Line, post: Post, asha: Chatter) -> None:
    await post.registers(101, "en", consents.NEWS)
    post.clock.passes(hours=10)  # 22:00
    await post.announces(Message({"en": "Good news"}, Audience()))
    await post.goes_out()
    assert asha.fake.to(101) == []
    post.clock.passes(hours=11)
    await post.goes_out()
    await asha.hears("Good news")


async def test_replies_are_never_held_up_by_what_goes_out(mitra: Line, post: Post, asha: Chatter) -> None:
    for chat in range(300, 330):
        await post.registers(chat, "en", consents.NEWS)
    await post.announces(Message({"en": "Good news"}, Audience()))
    going = asyncio.create_task(post.goes_out())
    answer = await mitra.assistant.take_turn("telegram:101", Said(text="hello"))  # type: ignore[attr-defined]
    assert answer.replies
    await going
