"""A few words mean what was shown before them makes them mean."""

from __future__ import annotations

import pytest

from tests.bot.conftest import Talker, World, register

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("question", "follow_up", "topic"),
    [
        ("what is udyam registration", "fees?", "udyam_cost"),
        ("what is udyam registration", "and the documents", "udyam_documents"),
        ("उद्यम क्या होता है बताइए", "कितने पैसे लगेंगे", "udyam_cost"),
        ("udyam kya hota hai batao", "kitna paisa lagega", "udyam_cost"),
        ("उद्यम क्या होता है बताइए", "कैसे", "udyam_how"),
        ("உத்யம்னா என்ன சொல்லுங்க", "எவ்வளவு", "udyam_cost"),
        ("udyam na enna sollunga", "documents enna venum", "udyam_documents"),
        ("how do I get a gst number", "kitne din lagte hai", "gst_how"),
        ("how can i sell on flipkart", "documents?", "sell_online_documents"),
        ("mudra loan kaise milta hai", "kagaz?", "loan_working_capital"),
        ("what is the walmart vriddhi programme", "fees?", "programme_cost"),
        ("loan to start a new unit please", "Tamil Nadu", "loan_new_unit"),
    ],
)
async def test_a_bare_question_is_about_what_was_answered_last(
    asha: Talker, question: str, follow_up: str, topic: str
) -> None:
    await asha.says(question, follow_up)
    assert asha.answer.intent == f"faq/{topic}"


async def test_a_question_that_names_its_subject_is_about_that(asha: Talker) -> None:
    await asha.says("what is udyam registration", "gst ke liye documents kya lagenge")
    assert asha.answer.intent == "faq/gst_how"


async def test_without_an_answer_before_it_a_bare_question_is_about_the_programme(asha: Talker) -> None:
    await asha.says("fees?")
    assert asha.answer.intent == "faq/programme_cost"


@pytest.mark.parametrize(
    ("said", "value"), [("yes", "yes"), ("हाँ", "yes"), ("நஹி", None), ("nahi", "no"), ("இல்லை", "no")]
)
async def test_a_bare_yes_or_no_after_an_answer_says_whether_it_helped(
    world: World, asha: Talker, said: str, value: str | None
) -> None:
    await asha.says("what is udyam registration", said)
    rows = await world.rows("select topic, helped from feedback")
    assert rows == ([{"topic": "udyam_about", "helped": value == "yes"}] if value else [])


@pytest.mark.parametrize(
    ("wish", "narrowed"),
    [("which workshops are coming", "Indore"), ("कौन सी वर्कशॉप आ रही है", "इंदौर में"), ("enna workshop iruku", "Kovai la"),
     ("என்ன பயிற்சி இருக்கு", "கோவை")],
)  # fmt: skip
async def test_a_place_under_a_list_of_workshops_narrows_it(asha: Talker, wish: str, narrowed: str) -> None:
    await asha.says(wish, narrowed)
    assert asha.answer.intent == "list_workshops"
    assert asha.buttons


@pytest.mark.parametrize("day", ["kal wali", "aaj", "Saturday", "நாளைக்கு", "रविवार वाली"])
async def test_a_day_under_a_list_of_workshops_narrows_it(asha: Talker, day: str) -> None:
    await asha.says("which workshops are coming", day)
    assert asha.answer.intent == "list_workshops"


@pytest.mark.parametrize("said", ["2", "the second one", "doosri wali", "दूसरा वाला", "ரெண்டாவது", "2nd"])
async def test_a_number_in_words_is_that_workshop(asha: Talker, said: str) -> None:
    await asha.says("which workshops are coming")
    second = asha.buttons[1].payload
    await asha.says(said)
    assert asha.answer.intent == "show_workshop"
    assert any(second.split('"workshop": ')[1] in button.payload for button in asha.buttons)


@pytest.mark.parametrize("said", ["book the second one", "doosri wali me seat book karo", "ரெண்டாவது புக் பண்ணுங்க"])
async def test_a_seat_in_the_second_one_is_booked(world: World, asha: Talker, said: str) -> None:
    await register(asha)
    await asha.says("which workshops are coming")
    second = int(asha.buttons[1].payload.split('"workshop": ')[1].rstrip("}"))
    await asha.says(said)
    assert await world.rows("select workshop_id, status from enrolments") == [
        {"workshop_id": second, "status": "booked"}
    ]


@pytest.mark.parametrize("said", ["book it", "seat book karo", "சீட் புக் பண்ணுங்க"])
async def test_the_workshop_just_shown_is_booked(world: World, asha: Talker, said: str) -> None:
    await register(asha)
    await asha.says("which workshops are coming", "1", said)
    assert len(await world.rows("select * from enrolments where status = 'booked'")) == 1


@pytest.mark.parametrize("said", ["more", "aur dikhao", "और दिखाओ", "இன்னும் காட்டுங்க", "vera iruka"])
async def test_more_is_the_rest_of_the_list(asha: Talker, said: str) -> None:
    await asha.says("which workshops are coming")
    first = [button.payload for button in asha.buttons[:3]]
    await asha.says(said)
    assert asha.answer.intent == "list_workshops"
    assert first != [button.payload for button in asha.buttons[:3]]


async def test_an_answer_to_the_form_is_no_question_about_anything_else(asha: Talker) -> None:
    await asha.says("what is udyam registration", "register my business", "yes", "Asha Patel", "Asha Pickles", "Indore")
    asha.hears("make")
    assert not asha.buttons
