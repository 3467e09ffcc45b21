"""What Telegram answers, and what we make of it: nothing lost, limits kept, the unreachable left in peace."""

from __future__ import annotations

import asyncio
import json
import time
from itertools import pairwise
from typing import Any

import pytest
from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.said import Answer, Button, Document, Reply
from bot.telegram.outgoing.limiter import Limiter
from bot.telegram.writing.keyboards import keyboard_of, rows_of, width
from bot.telegram.writing.letters import SHARE_NUMBER, Letter, announcement, letters_of, new_token
from bot.telegram.writing.markup import Marked, read_html
from programme import outbox
from tests.telegram.conftest import Chatter, Line, until
from tests.telegram.echo import Echo


async def test_a_429_is_waited_out_exactly_and_costs_no_attempt(line: Line, asha: Chatter) -> None:
    line.fake.failing.extend([429, 429, 429])
    began = time.monotonic()
    asha.writes("hello")
    message = await asha.hears("hello")
    assert 3.0 <= message.at - began < 4.0
    assert [row["status"] for row in await _rows(line)] == ["sent"]


async def test_a_429_in_one_chat_does_not_hold_up_another(line: Line, asha: Chatter, ravi: Chatter) -> None:
    line.fake.failing.append(429)
    began = time.monotonic()
    asha.writes("hello")
    await until(lambda: not line.fake.failing)
    ravi.writes("hello")
    assert (await ravi.hears("hello")).at - began < 0.9
    await asha.hears("hello")


@pytest.mark.parametrize("how", [500, 502, 504, 0.2, "drop"])
async def test_a_fault_of_telegrams_is_tried_again(line: Line, asha: Chatter, how: Any) -> None:
    line.fake.failing.append(how)
    asha.writes("hello")
    await asha.hears("hello")


async def test_nothing_is_sent_to_who_blocked_us_and_what_waits_is_given_up(
    line: Line, asha: Chatter, echo: Echo
) -> None:
    line.fake.blocked.add(101)
    echo.script["three"] = (Reply("one"), Reply("two"), Reply("three"))
    asha.writes("three")
    await _until_status(line, ["unreachable"] * 3)
    assert len(await line.rows("select * from unreachable_chats")) == 1
    assert [method for method, _fields in line.fake.calls].count("sendMessage") == 1
    line.fake.blocked.clear()
    asha.writes("/start")
    await asha.hears("You said: /start")
    assert await line.rows("select * from unreachable_chats") == []


async def test_a_chat_that_is_gone_is_unreachable(line: Line, asha: Chatter) -> None:
    line.fake.unknown.add(101)
    asha.writes("hello")
    await _until_status(line, ["unreachable"])


async def test_a_chat_that_moved_gets_its_message_at_the_new_place(line: Line, asha: Chatter, ravi: Chatter) -> None:
    line.fake.moved[101] = 202
    asha.writes("hello")
    await ravi.hears("hello")
    await _until_status(line, ["sent"])


async def test_what_telegram_will_never_take_is_recorded_and_holds_up_nothing(line: Line, asha: Chatter) -> None:
    async def leave(session: Any) -> None:
        rows = await outbox.put(session, "101", ['{"text": "  "}'], line.app.surroundings.now())
        line.parts.delivering.hand_over([Letter("101", Marked("  "), row=rows[0].id)])

    await line.change(leave)
    asha.writes("hello")
    await asha.hears("hello")
    assert [(row["status"], row["failure"]) for row in await _rows(line)] == [("failed", "bad request"), ("sent", None)]


async def test_a_keyboard_that_telegram_refuses_does_not_cost_the_words(line: Line, asha: Chatter) -> None:
    line.parts.delivering.hand_over([Letter("101", Marked("words"), (Button("label", "x" * 65),))])
    assert (await asha.hears("words")).markup.get("inline_keyboard") is None


async def test_long_answers_come_in_parts_with_the_buttons_under_the_last(
    line: Line, asha: Chatter, echo: Echo
) -> None:
    sentence = "यह एक लंबा वाक्य है जिसे बीच में नहीं काटना चाहिए। "
    echo.script["long"] = (Reply(sentence * 150, (Button("Yes", "/affirm"),), Document("copy.json", "{}")),)
    asha.writes("long")
    document = await asha.gets_document()
    parts = [message for message in line.fake.to(101) if message.text]
    assert document.document == "{}"
    assert len(parts) == 2
    assert all(part.text.endswith("।") for part in parts)
    assert [len(part.buttons) for part in parts] == [0, 1]


async def test_markup_in_a_name_is_shown_as_written_and_links_have_no_preview(line: Line, asha: Chatter) -> None:
    asha.writes("<b>Asha</b> & *Sons* https://example.org")
    await asha.hears("<b>Asha</b> & *Sons* https://example.org")
    [sent] = [fields for method, fields in line.fake.calls if method == "sendMessage"]
    assert sent["parse_mode"] == "HTML"
    assert "&lt;b&gt;Asha&lt;/b&gt; &amp; *Sons*" in sent["text"]
    assert "true" in str(sent["link_preview_options"])


async def test_what_stands_out_is_bold(line: Line, asha: Chatter, echo: Echo) -> None:
    echo.script["where"] = (Reply("1. GST & you\nIndore", emphasis=((3, 12),)),)
    asha.writes("where")
    assert (await asha.hears("GST & you")).html == "1. <b>GST &amp; you</b>\nIndore"


async def test_words_come_even_when_telegram_dislikes_our_marks(line: Line, asha: Chatter) -> None:
    line.fake.dislikes_markup = True
    line.parts.delivering.hand_over([Letter("101", read_html("one <b>&amp;</b> two"))])
    assert (await asha.hears("one & two")).html == "one & two"


async def test_a_photo_has_what_fits_below_it_and_the_rest_after_it(line: Line, asha: Chatter) -> None:
    words = read_html("<b>" + "यह एक लंबा वाक्य है। " * 120 + "</b>")
    letters = announcement("101", words, photo="AgACAgIAAx0", buttons=(Button("Book", "token"),))
    line.parts.delivering.hand_over(Letter.from_json(0, "101", letter.as_json()) for letter in letters)
    await until(lambda: len(line.fake.to(101)) == 2)
    caption, rest = line.fake.to(101)
    assert (caption.photo, rest.photo) == ("AgACAgIAAx0", None)
    assert (len(caption.buttons), len(rest.buttons)) == (0, 1)
    assert caption.text + " " + rest.text == words.stripped().text


async def test_a_photo_that_is_gone_does_not_cost_the_words(line: Line, asha: Chatter) -> None:
    line.fake.wrong_files.add("gone")
    line.parts.delivering.hand_over(announcement("101", Marked("a workshop"), photo="gone"))
    assert (await asha.hears("a workshop")).photo is None


def test_a_letter_of_an_earlier_version_is_text_and_a_letter_for_it_too() -> None:
    old = Letter.from_json(1, "1", '{"text": "<b>Asha</b> & Sons", "buttons": [["Yes", "t"]], "asks_number": true}')
    assert old.words.html() == "&lt;b&gt;Asha&lt;/b&gt; &amp; Sons"
    assert old.asks_number
    new = Letter("1", read_html("Dear <b>Asha &amp; Sons</b>"), photo="file")
    assert json.loads(new.as_json())["text"] == "Dear Asha & Sons"
    assert Letter.from_json(0, "1", new.as_json()) == new


def test_the_question_for_a_number_has_the_key_that_shares_it() -> None:
    reply = Reply("Your number?", (Button("Skip", "/answer"), Button("Share my number", SHARE_NUMBER)))
    [letter] = letters_of(Answer((reply,)), "1", {})
    keyboard = keyboard_of(Letter.from_json(1, "1", letter.as_json()))
    assert isinstance(keyboard, ReplyKeyboardMarkup)
    assert keyboard.keyboard[0][0].request_contact
    assert keyboard.keyboard[1][0].text == "Skip"


def test_a_message_without_buttons_closes_the_special_keyboard() -> None:
    assert isinstance(keyboard_of(Letter("1", Marked("Thank you"))), ReplyKeyboardRemove)
    assert isinstance(keyboard_of(Letter("1", Marked("Well?"), (Button("Yes", "a"),))), InlineKeyboardMarkup)


def test_short_buttons_share_a_row_and_long_ones_stand_alone() -> None:
    short = rows_of(tuple(Button(label, label) for label in ("Yes", "No", "Later")))
    tamil = rows_of(tuple(Button(label, label) for label in ("ஆமாம்", "இல்லை", "தொழிலைப் பதிவு செய்யுங்கள்")))
    assert [len(row) for row in short] == [3]
    assert [len(row) for row in tamil] == [2, 1]
    assert width("க்") == width("க") < width("கொ")


def test_a_token_is_far_below_64_bytes_and_never_the_same() -> None:
    tokens = {new_token() for _number in range(1000)}
    assert len(tokens) == 1000
    assert max(len(token.encode()) for token in tokens) <= 16


async def test_no_window_of_a_second_holds_more_than_the_overall_limit() -> None:
    limiter, ended = Limiter(10, per_chat=0.0), []

    async def send(chat: int) -> None:
        async with limiter.slot(str(chat)):
            ended.append(time.monotonic())

    await asyncio.gather(*(send(chat) for chat in range(25)))
    assert all(later - earlier > 0.999 for earlier, later in zip(ended, ended[10:], strict=False))
    assert ended[-1] - ended[0] < 2.5


async def test_a_chat_hears_no_more_than_its_rate() -> None:
    limiter, begun = Limiter(0, per_chat=0.1), []

    async def send() -> None:
        async with limiter.slot("1"):
            begun.append(time.monotonic())

    await asyncio.gather(*(send() for _number in range(4)))
    assert all(later - earlier > 0.099 for earlier, later in pairwise(begun))


async def test_replies_go_before_bulk() -> None:
    limiter, order = Limiter(5, per_chat=0.0), []

    async def send(name: str, *, bulk: bool) -> None:
        async with limiter.slot(name, bulk=bulk):
            order.append(name)

    bulk = [asyncio.create_task(send(f"bulk {number}", bulk=True)) for number in range(8)]
    await asyncio.sleep(0.05)
    await asyncio.gather(*bulk, *(send(f"reply {number}", bulk=False) for number in range(3)))
    assert {"reply 0", "reply 1", "reply 2"} < set(order[5:10])  # all in the first second with room again
    assert order[-1] == "bulk 7"


async def test_a_reply_to_who_waits_for_bulk_goes_before_it() -> None:
    limiter, order = Limiter(2, per_chat=0.1), []

    async def send(chat: str, *, bulk: bool) -> None:
        async with limiter.slot(chat, bulk=bulk):
            order.append(f"{'bulk' if bulk else 'reply'} {chat}")

    bulk = [asyncio.create_task(send(str(number), bulk=True)) for number in range(4)]
    await asyncio.sleep(0.05)
    await send("3", bulk=False)
    await asyncio.gather(*bulk)
    assert order == ["bulk 0", "bulk 1", "reply 3", "bulk 2", "bulk 3"]


async def test_who_gives_up_waiting_takes_no_room() -> None:
    limiter = Limiter(1, per_chat=0.0)

    async def send(chat: str) -> None:
        async with limiter.slot(chat):
            pass

    await send("1")
    waiting = asyncio.create_task(send("2"))
    await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.wait_for(send("3"), 1.5)


async def _rows(line: Line) -> list[dict[str, Any]]:
    for _attempt in range(200):
        rows = await line.rows("select * from replies order by id")
        if all(row["status"] != "waiting" for row in rows):
            return rows
        await asyncio.sleep(0.01)
    raise AssertionError(rows)


async def _until_status(line: Line, statuses: list[str]) -> None:
    for _attempt in range(400):
        rows = await line.rows("select status from replies order by id")
        if [row["status"] for row in rows] == statuses:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(rows)


async def test_a_message_whose_answer_was_lost_comes_twice_at_most(line: Line, asha: Chatter) -> None:
    line.fake.failing.append("drop after")
    asha.writes("hello")
    await _until_status(line, ["sent"])
    assert [message.text for message in line.fake.to(101)] == ["You said: hello"] * 2
