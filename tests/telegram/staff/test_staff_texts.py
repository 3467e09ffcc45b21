"""What staff write in Telegram arrives as they made it; what cannot go is told at once."""

from __future__ import annotations

from typing import Any

import pytest

from bot.bench.fake_telegram import FakeTelegram
from bot.telegram.staff.entities import html_of, typed_tags
from programme.composition import problems
from tests.telegram.conftest import Chatter
from tests.telegram.staff.office import MEERA, Office, answers, newest, tells

LINK = {"type": "text_link", "offset": 3, "length": 4, "url": 'https://example.org/?a=1&b="2"'}


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("plain", [], "plain"),
        ("a < b & c", [], "a &lt; b &amp; c"),
        ("very bold", [{"type": "bold", "offset": 5, "length": 4}], "very <b>bold</b>"),
        ("😀 bold", [{"type": "bold", "offset": 3, "length": 4}], "😀 <b>bold</b>"),
        ("நல்ல செய்தி", [{"type": "italic", "offset": 0, "length": 4}], "<i>நல்ல</i> செய்தி"),
        (
            "all three",
            [{"type": "bold", "offset": 0, "length": 9}, {"type": "underline", "offset": 4, "length": 5}],
            "<b>all <u>three</u></b>",
        ),
        ("go here", [LINK], 'go <a href="https://example.org/?a=1&amp;b=&quot;2&quot;">here</a>'),
        ("hidden", [{"type": "spoiler", "offset": 0, "length": 6}], "hidden"),
        ("/help #tag @name", [{"type": "bot_command", "offset": 0, "length": 5}], "/help #tag @name"),
        ("odd", [{"type": "bold", "offset": "x", "length": 3}], "odd"),
        ("odd", [{"type": "bold"}], "odd"),
    ],
)
def test_formatting_becomes_html_that_may_be_sent(text: str, entities: list[dict[str, Any]], html: str) -> None:
    assert html_of(text, entities) == html
    assert problems({"en": html}, about_a_workshop=False) == []


def test_tags_typed_as_letters_are_found() -> None:
    assert typed_tags("&lt;b&gt;bold&lt;/b&gt; 3 &lt; 5 &amp; 7 &gt; 2") == ["<b>", "</b>"]


async def _to_the_text(meera: Chatter, workshop: str) -> None:
    await tells(meera, "/broadcast")
    await answers(meera, "News", workshop, "Go on")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hello {nmae}", "{nmae} is nothing that I can fill in. I know: {name}"),
        ("{workshop} is near", "{workshop} speaks of a workshop, and none is chosen"),
        ("<b>Hello</b>", "people would read <b> as it stands"),
        ("{name} " + "x" * 4060, "4101 characters"),
    ],
)
async def test_a_wrong_text_is_explained_and_not_taken(town: Office, meera: Chatter, text: str, told: str) -> None:
    await _to_the_text(meera, "About none")
    await tells(meera, text)
    message = await meera.hears("so I did not take it")
    assert told in message.text.replace(",", "", 0 if "characters" not in told else 9)
    assert (await town.draft())["texts"] == {}
    assert "English" in newest(meera)


async def test_a_place_missing_in_another_language_is_told(town: Office, meera: Chatter) -> None:
    await _to_the_text(meera, "1.")
    await tells(meera, "{name}, come to {venue}")
    await tells(meera, "{name}, आइए")
    await meera.hears("हिन्दी: {venue} is missing; another language has it")
    await tells(meera, "{name}, {venue} आइए")
    assert set((await town.draft())["texts"]) == {"en", "hi"}


async def test_a_text_can_be_written_anew_from_the_preview(town: Office, meera: Chatter) -> None:
    await _to_the_text(meera, "About none")
    await tells(meera, "first")
    for _language in range(3):
        await answers(meera, "Skip")
    await answers(meera, "Without a picture", "Change", "Texts", "தமிழ்")
    await tells(meera, "இரண்டாவது")
    assert "English 3 · தமிழ் 2" in newest(meera)
    assert await town.step() == "preview"


async def test_an_edit_before_its_turn_is_read_as_changed_with_its_formatting(town: Office, meera: Chatter) -> None:
    await _to_the_text(meera, "About none")
    sent = meera.fake.message(MEERA, text="Helo")
    bold = [{"type": "bold", "offset": 0, "length": 5}]
    first = meera.fake.numbered(message=sent)
    edit = meera.fake.numbered(edited_message={**sent, "text": "Hello", "entities": bold, "edit_date": 2})
    meera.fake.deliver(first, edit)
    await meera.hears("हिन्दी (1 person)")
    assert (await town.draft())["texts"] == {"en": "<b>Hello</b>"}


async def test_a_text_that_was_not_taken_is_mended_by_editing_it(town: Office, meera: Chatter) -> None:
    await _to_the_text(meera, "About none")
    sent = meera.writes("Hello {nmae}")["message"]
    await meera.hears("so I did not take it")
    meera.fake.update(edited_message={**sent, "text": "Hello {name}", "edit_date": 2})
    await meera.hears("हिन्दी (1 person)")
    meera.fake.update(edited_message={**sent, "text": "Hello, {name}", "edit_date": 3})
    await meera.hears("choose Change… in the preview")
    await meera.hears("हिन्दी (1 person)")
    assert (await town.draft())["texts"] == {"en": "Hello {name}"}


async def test_a_picture_is_kept_as_telegrams_number_of_it_and_sent_along(
    town: Office, meera: Chatter, fake: FakeTelegram
) -> None:
    await _to_the_text(meera, "1.")
    await tells(meera, "{workshop}")
    for _language in range(3):
        await answers(meera, "Skip")
    await tells(meera, "no picture yet")
    await meera.hears("waiting for a picture")
    number = fake.to(MEERA)[-1].number
    meera.sends(photo=[{"file_id": "small", "width": 90}, {"file_id": "large", "width": 900}], caption="ignored")
    await meera.hears("Which buttons")
    assert (await town.draft())["picture"] == "large"
    assert number
    await answers(meera, "Book and details", "See each message")
    shown = await meera.hears("Packaging")
    while shown.photo is None:
        shown = await meera.hears("Packaging")
    assert shown.photo == "large"


async def test_a_picture_over_too_long_a_text_is_not_taken(town: Office, meera: Chatter) -> None:
    await _to_the_text(meera, "About none")
    await tells(meera, "x" * 1025)
    for _language in range(3):
        await answers(meera, "Skip")
    meera.sends(photo=[{"file_id": "large"}])
    await meera.hears("Under a picture that does not fit")
    await meera.hears("Shall there be a picture?")
    assert (await town.draft())["picture"] is None


async def test_a_picture_sent_at_any_other_time_is_not_kept(town: Office, meera: Chatter) -> None:
    await _to_the_text(meera, "About none")
    meera.sends(photo=[{"file_id": "private"}])
    await meera.hears("waiting for a text")
    await meera.hears("English")
    assert "private" not in str(await town.line.rows("select * from updates"))
    assert (await town.draft())["picture"] is None
