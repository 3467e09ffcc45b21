"""Every kind of update has its answer; nothing raises, nothing is dropped without a trace."""

from __future__ import annotations

from typing import Any

import pytest

from bot.bench.fake_telegram import NAME
from bot.telegram.incoming.reading import Incoming, read
from programme.inbox import Update
from tests.telegram.conftest import Chatter, Line, with_buttons
from tests.telegram.echo import Echo

GROUP = {"id": -5, "type": "group"}
MEMBER = {"status": "member"}
KICKED = {"status": "kicked"}
MEDIA: dict[str, Any] = {
    "photo": [{}], "voice": {}, "sticker": {}, "document": {}, "poll": {}, "video": {}, "video_note": {}, "audio": {},
    "animation": {}, "dice": {"value": 3}, "story": {},
}  # fmt: skip


@pytest.mark.parametrize("kind", MEDIA)
async def test_media_are_told_apart_for_the_assistant(line: Line, asha: Chatter, kind: str) -> None:
    asha.sends(**{kind: MEDIA[kind]}, caption="some words")
    await asha.hears(f"You said: {kind}")


async def test_a_message_of_a_kind_yet_unknown_gets_an_answer(line: Line, asha: Chatter) -> None:
    asha.sends(hologram={"height": 3})
    await asha.hears("You said: other")


async def test_only_ones_own_number_is_taken(line: Line, asha: Chatter, echo: Echo) -> None:
    asha.sends(contact={"phone_number": "919876543210", "user_id": 101, "first_name": "A"})
    await asha.hears("919876543210")
    asha.sends(contact={"phone_number": "919999999999", "user_id": 5, "first_name": "B"})
    await asha.hears("somebody else's number")
    asha.sends(contact={"phone_number": "919999999999", "first_name": "B"})
    await asha.hears("somebody else's number")
    assert len(echo.heard) == 1


def test_nobody_elses_number_and_no_place_on_earth_is_taken_over() -> None:
    message = {"message_id": 1, "chat": {"id": 1, "type": "private"}, "from": {"id": 1, "first_name": "Asha"}}
    contact = read({"message": {**message, "contact": {"phone_number": "919999999999"}}}, bot_name=NAME)
    place = read({"message": {**message, "location": {"latitude": 22.7, "longitude": 75.8}}}, bot_name=NAME)
    written = contact.as_json() + place.as_json()
    assert "9999" not in written
    assert "22.7" not in written
    assert "Asha" not in written


async def test_of_a_location_the_assistant_hears_the_district_alone(line: Line, asha: Chatter, echo: Echo) -> None:
    asha.sends(location={"latitude": 22.7, "longitude": 75.8})
    asha.sends(venue={"location": {"latitude": 13.05, "longitude": 80.2}, "title": "Home", "address": "?"})
    asha.sends(location={"latitude": 0.0, "longitude": 0.0})
    await line.has_answered(3)
    heard = [said.meaning for _person, said in echo.heard]
    assert heard == [f'/place_shared{{"place": {place}}}' for place in ('["IN-MP/Indore"]', '["IN-TN/Chennai"]', "[]")]


async def test_an_edit_of_an_answered_message_is_explained(line: Line, asha: Chatter, echo: Echo) -> None:
    first = asha.writes("hello")["message"]
    await asha.hears("hello")
    line.fake.update(edited_message={**first, "text": "hallo", "edit_date": 2})
    await asha.hears("before you changed it")
    assert echo.texts == ["hello"]


async def test_an_edit_of_a_waiting_message_takes_its_place(line: Line, asha: Chatter, echo: Echo) -> None:
    echo.slow = 0.2
    asha.writes("first")
    second = asha.writes("sceond")["message"]
    line.fake.update(edited_message={**second, "text": "second", "edit_date": 2})
    await asha.hears("You said: second")
    assert echo.texts == ["first", "second"]
    assert "before you changed it" not in str(line.fake.sent)


async def test_a_button_is_acknowledged_first_and_carries_no_meaning_of_its_own(
    line: Line, asha: Chatter, echo: Echo
) -> None:
    echo.script["menu"] = with_buttons(
        "Choose", ("தொழிலைப் பதிவு செய்யுங்கள்", '/register_business{"value": "' + "x" * 200 + '"}')
    )
    asha.writes("menu")
    await asha.hears("Choose")
    assert "register" not in asha.button("தொழி")["callback_data"]
    await asha.taps("தொழி")
    await asha.hears("/register_business")
    methods = [method for method, _fields in line.fake.calls if method in ("answerCallbackQuery", "sendMessage")]
    assert methods == ["sendMessage", "answerCallbackQuery", "sendMessage"]


async def test_a_button_of_one_person_means_nothing_from_another(
    line: Line, asha: Chatter, ravi: Chatter, echo: Echo
) -> None:
    echo.script["menu"] = with_buttons("Choose", ("Delete", "/delete_my_data"))
    asha.writes("menu")
    await asha.hears("Choose")
    ravi.writes("hello")
    await ravi.hears("hello")
    line.fake.presses(202, asha.button("Delete"))
    await ravi.hears("You said: -")


async def test_a_second_tap_is_acknowledged_and_does_nothing(line: Line, asha: Chatter, echo: Echo) -> None:
    echo.script["menu"] = with_buttons("Choose", ("Book", "/enrol_workshop"))
    asha.writes("menu")
    await asha.hears("Choose")
    button = asha.button("Book")
    line.fake.presses(101, button)
    line.fake.presses(101, button)
    asha.writes("done")
    await asha.hears("You said: done")
    assert [said.press for _person, said in echo.heard if said.press] == ["/enrol_workshop"]


async def test_a_button_of_an_earlier_step_is_a_stranger(line: Line, asha: Chatter, echo: Echo) -> None:
    echo.script["menu"] = with_buttons("Choose", ("Book", "/enrol_workshop"))
    asha.writes("menu")
    await asha.hears("Choose")
    old = asha.button("Book")
    asha.writes("menu")
    await asha.hears("Choose")
    line.fake.presses(101, old)
    await asha.hears("You said: -")


async def test_in_a_group_only_who_calls_us_is_pointed_to_a_private_chat(line: Line, echo: Echo) -> None:
    group = Chatter(-5, line.fake)
    line.fake.update(
        my_chat_member={
            "chat": GROUP,
            "from": {"id": 1},
            "old_chat_member": {"status": "left"},
            "new_chat_member": MEMBER,
        }
    )
    await group.hears(f"https://t.me/{NAME}")
    for text in ("hello all", "my Aadhaar 2345 6789 0124", "/help"):
        line.fake.update(message={"message_id": 1, "chat": GROUP, "from": {"id": 1}, "text": text})
    line.fake.update(message={"message_id": 1, "chat": GROUP, "from": {"id": 1}, "text": f"/help@{NAME.upper()}"})
    await group.hears("one person at a time")
    assert len(line.fake.sent) == 2
    assert echo.heard == []


async def test_a_group_is_answered_in_the_language_of_who_calls(line: Line) -> None:
    group = Chatter(-1007, line.fake)
    message = {"message_id": 1, "chat": {"id": -1007, "type": "supergroup"}, "text": f"@{NAME} வணக்கம்"}
    line.fake.update(message={**message, "from": {"id": 1, "language_code": "ta"}})
    await group.hears("ஒரு")
    line.fake.update(message={**message, "from": {"id": 1, "language_code": "fr"}})
    await group.hears("one person at a time")


async def test_a_forwarded_message_is_a_message(line: Line, asha: Chatter, echo: Echo) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1}
    asha.writes("what is udyam?", forward_origin=origin)
    await asha.hears("what is udyam?")
    assert "Somebody" not in str(echo.heard)


async def test_a_slow_turn_shows_typing_and_a_quick_one_does_not(line: Line, asha: Chatter, echo: Echo) -> None:
    asha.writes("quick")
    await asha.hears("quick")
    echo.slow = 1.2
    asha.writes("slow")
    await asha.hears("slow")
    actions = [fields for method, fields in line.fake.calls if method == "sendChatAction"]
    assert [(str(fields["chat_id"]), fields["action"]) for fields in actions] == [("101", "typing")]


async def test_who_blocks_us_is_unreachable_and_reachable_when_back(line: Line, asha: Chatter) -> None:
    member = {"chat": {"id": 101, "type": "private"}, "from": {"id": 101}}
    line.fake.update(my_chat_member={**member, "old_chat_member": MEMBER, "new_chat_member": KICKED})
    await line.has_answered(1)
    assert [row["chat"] for row in await line.rows("select chat from unreachable_chats")] == ["101"]
    line.fake.update(my_chat_member={**member, "old_chat_member": KICKED, "new_chat_member": MEMBER})
    await line.has_answered(2)
    assert await line.rows("select chat from unreachable_chats") == []
    assert line.fake.sent == []


@pytest.mark.parametrize(
    "update",
    [
        {"channel_post": {"message_id": 1, "chat": {"id": -9, "type": "channel"}, "text": "news"}},
        {"business_connection": {"id": "1"}}, {"deleted_business_messages": {}}, {"message_reaction": {"chat": {"id": 1}}},
        {"business_message": {"message_id": 1, "chat": {"id": 1, "type": "private"}, "text": "hello"}},
        {"poll_answer": {"poll_id": "1"}}, {"chat_member": {}}, {"chat_join_request": {}}, {"chat_boost": {}},
        {"pre_checkout_query": {}}, {"purchased_paid_media": {}},
        {"edited_message": {"message_id": 1, "chat": {"id": 1, "type": "private"}, "location": {"latitude": 1}}},
        {"message": {"message_id": 1, "chat": {"id": 1, "type": "private"}, "location": {"latitude": "odd"}}},
        {"message": {"message_id": 1, "chat": {"id": -100, "type": "supergroup"}, "migrate_from_chat_id": -5}},
        {"edited_channel_post": {}}, {"inline_query": {"id": "1"}}, {"poll": {}}, {"something_of_2030": {"a": 1}}, {},
        {"message": None}, {"message": "odd"}, {"message": {"chat": 5}}, {"callback_query": {"id": 1}},
        {"message": {"message_id": 1, "chat": GROUP, "migrate_to_chat_id": -100}}, {"my_chat_member": {}},
        {"message": {"message_id": 1, "chat": {"id": 1, "type": "private"}, "pinned_message": {}}},
    ],
)  # fmt: skip
async def test_odd_and_future_updates_are_written_down_and_done_in_silence(line: Line, update: dict[str, Any]) -> None:
    line.fake.update(**update)
    await line.has_answered(1)
    assert line.fake.sent == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (f"/help@{NAME}", "/help"),
        ("/help@other_bot", "/help@other_bot"),
        ("/start abc", "/start abc"),
        ("a/b@c", "a/b@c"),
    ],
)
def test_a_command_may_name_the_bot(text: str, plain: str) -> None:
    message = {"message_id": 1, "chat": {"id": 1, "type": "private"}, "from": {"id": 1}, "text": text}
    assert read({"message": message}, bot_name=NAME).text == plain


def test_what_is_written_down_is_read_as_it_was() -> None:
    incoming = Incoming("text", "1", 2, "नमस्ते", language="hi")
    assert Incoming.from_json(incoming.as_json()) == incoming
    assert Update.__tablename__ == "updates"
