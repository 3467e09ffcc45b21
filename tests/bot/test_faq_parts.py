"""An answer comes in parts, begins with what applies to her, and is never the same twice running."""

from __future__ import annotations

import itertools
import json

import pytest

from bot.said import Said
from programme.faq import LONGEST, letters_in
from programme.people import find
from tests.bot.conftest import Talker, World, register

pytestmark = pytest.mark.model


async def ask(world: World, talker: Talker, **entities: str) -> None:
    """Press a button of an answer, put before her as if it had just been shown."""
    payload = "/faq" + json.dumps(entities)
    async with world.app.surroundings.sessions.begin() as session:
        person = await find(session, talker.key)
        assert person is not None
        person.shown = [{"label": "?", "payload": payload}]
    await talker.does(Said(press=payload))


@pytest.mark.parametrize(
    ("question", "button", "heard"),
    [
        ("how to register for udyam", "Papers needed", "PAN"),
        ("उद्यम रजिस्ट्रेशन कैसे करें", "कौन से कागज़", "PAN"),
        ("udyam register epdi panrathu", "Enna papers", "PAN"),
    ],
)
async def test_the_short_part_comes_first_and_the_others_by_button(
    asha: Talker, question: str, button: str, heard: str
) -> None:
    await asha.says(question)
    assert asha.answer.intent == "faq/udyam_how"
    assert letters_in(asha.answer.replies[-1].text) <= LONGEST
    await asha.presses(button)
    asha.hears(heard)
    assert button not in [one.label for one in asha.buttons]


async def test_a_repeated_question_is_never_answered_in_the_same_words(asha: Talker) -> None:
    heard = list[str]()
    for _ in range(6):
        await asha.says("how to register for udyam")
        heard.append(asha.answer.replies[-1].text)
    assert all(one != other for one, other in itertools.pairwise(heard))
    assert len(set(heard[:5])) == 5
    assert any("ask a person" in one for one in heard)


async def test_the_next_day_an_answer_begins_anew(world: World, asha: Talker) -> None:
    await asha.says("how to register for udyam")
    first = asha.answer.replies[-1].text
    world.clock.passes(days=1)
    await asha.says("how to register for udyam")
    assert asha.answer.replies[-1].text == first


async def test_what_she_registered_decides_the_first_sentence(world: World, asha: Talker) -> None:
    await register(asha)
    await asha.says("is gst needed to sell online")
    asha.hears("Your sales are below ₹20 lakh, so the exception can fit you.")
    await ask(world, asha, faq_topic="loan_new_unit")
    asha.hears("In Madhya Pradesh look first at Udyam Kranti.")
    await ask(world, asha, faq_topic="loan_new_unit", faq_part="my_state")
    asha.hears("samast.mponline.gov.in")


async def test_does_it_apply_to_me_is_answered_in_other_words(world: World, asha: Talker) -> None:
    await register(asha)
    await ask(world, asha, faq_topic="loan_mudra")
    short = asha.heard
    await ask(world, asha, faq_topic="loan_mudra", faq_part="for_me")
    assert asha.heard != short
    asha.hears("Tarun Plus")


async def test_what_no_answer_knows_is_said_honestly_with_the_official_place_and_a_person(
    world: World, asha: Talker
) -> None:
    await asha.says("hello")
    await ask(world, asha, faq_topic="quality_zed", faq_part="papers")
    asha.hears("no checked answer", "zed.msme.gov.in")
    assert any("talk_to_human" in one.payload for one in asha.buttons)


async def test_her_state_named_afterwards_brings_what_holds_there(asha: Talker) -> None:
    await asha.says("loan to start a new unit please", "Tamil Nadu")
    asha.hears("NEEDS")


async def test_before_consent_nothing_of_it_is_kept(world: World, asha: Talker) -> None:
    await asha.says("how to register for udyam", "how to register for udyam")
    assert await world.rows("select * from trackers") == []


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("someone asked my otp and money is gone", "fraud"),
        ("घर से अचार बेचने को fssai चाहिए क्या", "food_licence"),
        ("kachcha maal lene ko chhota loan chahiye", "loan_working_capital"),
        ("விசைத்தறிக்கு ஏதாவது மானியத் திட்டம் இருக்கா", "loom_schemes"),
        ("america customer ku parcel post la anupanum", "export_parcel"),
        ("how do I get a barcode for my soap", "barcode_label"),
    ],
)
async def test_the_new_topics_are_understood(asha: Talker, question: str, topic: str) -> None:
    await asha.says(question)
    assert asha.answer.intent == f"faq/{topic}"
