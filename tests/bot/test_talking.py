"""Language, consent, questions, my data, a person: in three languages."""

from __future__ import annotations

import json
import re

import pytest

from bot.said import Said
from programme import people
from programme.faq import all_answers
from programme.writing import normalise
from tests.bot.conftest import REGISTRATIONS, Talker, World, register

pytestmark = pytest.mark.model
LANGUAGES = ("en", "hi", "ta")


@pytest.mark.parametrize(
    ("first", "language"),
    [("hello, I want to know about the training", "en"), ("नमस्ते, मुझे ट्रेनिंग के बारे में बताइए", "hi"),
     ("வணக்கம், பயிற்சி பத்தி சொல்லுங்க", "ta")],
)  # fmt: skip
async def test_the_first_message_decides_the_language(world: World, asha: Talker, first: str, language: str) -> None:
    await asha.says(first)
    assert asha.answer.language == language
    [person] = await world.rows("select language, language_chosen from people")
    assert (person["language"], person["language_chosen"]) == (language, 0)


@pytest.mark.parametrize(
    ("wish", "language", "question"),
    [
        ("हिंदी में बात करो", "hi", "कारोबार का नाम"),
        ("speak in tamil please", "ta", "தொழில"),
        ("தமிழில் பேசுங்க", "ta", "தொழில"),
    ],
)
async def test_the_language_is_switched_in_the_middle_of_the_form(
    world: World, asha: Talker, wish: str, language: str, question: str
) -> None:
    await asha.says(*REGISTRATIONS["en"][:3], wish)
    assert asha.answer.language == language
    asha.hears(question)
    await asha.says("Lakshmi Stores")
    assert asha.answer.language == language


async def test_the_language_is_switched_by_button_and_remembered(world: World, asha: Talker) -> None:
    await asha.says("change language")
    assert {"English", "हिन्दी", "தமிழ்"} <= {button.label for button in asha.buttons}
    await asha.presses("தமிழ்")
    await asha.says("what is udyam registration please tell")
    assert asha.answer.language == "ta"


async def test_names_and_short_answers_never_switch_the_language(asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["hi"][:2], "Lakshmi Narayan Sharma", "Shree Ganesh Packaging Industries")
    assert asha.answer.language == "hi"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_before_consent_nothing_personal_is_kept(world: World, asha: Talker, language: str) -> None:
    await asha.says(REGISTRATIONS[language][0])
    assert await world.rows("select * from businesses") == []
    assert await world.rows("select * from messages") == []
    assert await world.rows("select * from trackers") == []
    [person] = await world.rows("select name, phone from people")
    assert (person["name"], person["phone"]) == (None, None)


@pytest.mark.parametrize(("language", "no", "question"), [
    ("en", "no", "what is udyam"), ("hi", "नहीं", "उद्यम क्या है"), ("ta", "வேண்டாம்", "உத்யம் என்றால் என்ன"),
])  # fmt: skip
async def test_refusal_is_accepted_and_questions_are_still_answered(
    world: World, asha: Talker, language: str, no: str, question: str
) -> None:
    await asha.says(REGISTRATIONS[language][0], no)
    assert asha.answer.language == language
    await asha.says(question)
    assert asha.answer.intent == "faq/udyam_about"
    for table in ("consents", "businesses", "messages", "trackers"):
        assert await world.rows(f"select * from {table}") == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_full_notice_is_shown_before_agreeing(asha: Talker, language: str) -> None:
    await asha.says(REGISTRATIONS[language][0], "2")
    assert asha.heard.count("•") >= 9
    asha.hears("2026-11", "Aadhaar" if language == "en" else {"hi": "आधार", "ta": "ஆதார்"}[language])
    assert len(asha.buttons) == 2


async def test_who_is_under_eighteen_is_not_registered(world: World, asha: Talker) -> None:
    await asha.says(REGISTRATIONS["en"][0], "I am 16 years old")
    asha.hears("18 or older")
    assert await world.rows("select * from consents") == []


@pytest.mark.parametrize("topic", [answer.topic for answer in all_answers()])
async def test_every_topic_is_answered_with_buttons_for_its_parts_and_two_related_questions(
    world: World, asha: Talker, topic: str
) -> None:
    for language in LANGUAGES:
        ravi = world.person(f"{topic}-{language}")
        await ravi.says({"en": "hello my good friend", "hi": "नमस्ते जी कैसे हैं", "ta": "வணக்கம் எப்படி இருக்கீங்க"}[language])
        await ravi.does(Said(text="/help"))
        answer = await _ask(world, ravi, topic)
        assert answer.intent == f"faq/{topic}"
        asked = [one.payload for one in ravi.buttons if one.payload.startswith("/faq{")]
        assert sum("faq_part" not in payload for payload in asked) == 2
        assert len(asked) >= 3


async def _ask(world: World, talker: Talker, topic: str):  # type: ignore[no-untyped-def]
    """Ask by a button, which needs no understanding: put it before her as if it had just been shown."""
    payload = "/faq" + json.dumps({"faq_topic": topic})
    async with world.app.surroundings.sessions.begin() as session:
        from programme.people import find

        person = await find(session, talker.key)
        assert person is not None
        person.shown = [{"label": "?", "payload": payload}]
    return await talker.does(Said(press=payload))


async def test_an_answer_speaks_of_her_own_state(asha: Talker) -> None:
    await asha.says("which subsidy can I get in Tamil Nadu to start a new unit")
    asha.hears("NEEDS")


async def test_what_the_operator_did_not_say_is_not_yet_announced(asha: Talker) -> None:
    await asha.says("who can join the vriddhi programme, am I eligible")
    assert asha.answer.intent == "faq/programme_eligibility"
    asha.hears("not announced")


async def test_whether_it_helped_is_recorded(world: World, asha: Talker) -> None:
    await asha.says("what is udyam registration")
    await asha.presses("👎")
    [feedback] = await world.rows("select topic, helped from feedback")
    assert (feedback["topic"], feedback["helped"]) == ("udyam_about", 0)
    [question] = await world.rows("select kind, person_id from questions")
    assert (question["kind"], question["person_id"]) == ("not_helpful", None)


@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "my aadhaar is 2341 2341 2346"), ("hi", "मेरा आधार २३४१ २३४१ २३४६ है"), ("ta", "என் ஆதார் 234123412346")],
)
async def test_an_aadhaar_number_is_refused_and_kept_nowhere(
    world: World, asha: Talker, language: str, typed: str
) -> None:
    await asha.says(*REGISTRATIONS[language][:3])
    await asha.says(typed)
    asha.hears({"en": "did not keep it", "hi": "रखा नहीं", "ta": "ஆதார்"}[language])
    kept = await world.everything()
    assert "23412341" not in kept.replace(" ", "")
    assert "२३४१" not in kept
    assert "234123412346" not in str(vars(world.assistant._agent.processor.tracker_store))


async def test_a_phone_number_with_91_is_no_aadhaar(asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:8], "919876543210")
    asha.hears("Udyam")


@pytest.mark.parametrize(
    ("language", "wish"), [("en", "show my details"), ("hi", "मेरी जानकारी दिखाओ"), ("ta", "என் விவரம் காட்டு")]
)
async def test_my_details_are_shown(asha: Talker, language: str, wish: str) -> None:
    await register(asha, language)
    await asha.says(wish)
    asha.hears(REGISTRATIONS[language][3], "M-000001", "9876")


async def test_my_data_is_handed_out_as_a_document(asha: Talker) -> None:
    await register(asha)
    await asha.says("give me a copy of all my data")
    [document] = [reply.document for reply in asha.answer.replies if reply.document]
    copy = json.loads(document.text)
    assert copy["businesses"][0]["name"] == "Asha Pickles"
    assert copy["consents"][0]["purpose"] == "registration"


@pytest.mark.parametrize(
    ("language", "wish", "yes"),
    [("en", "delete all my data", "yes"), ("hi", "मेरा डाटा मिटा दो", "हाँ"), ("ta", "என் தகவல்களை அழி", "ஆமாம்")],
)
async def test_deleting_leaves_nothing_but_the_sealed_consent(
    world: World, asha: Talker, language: str, wish: str, yes: str
) -> None:
    await register(asha, language)
    await asha.says(wish, yes)
    asha.hears("2027")
    kept = await world.everything()
    for gone in (REGISTRATIONS[language][2], REGISTRATIONS[language][3], "9876543210", "9876501234"):
        assert gone not in kept
    assert await world.rows("select * from consents where withdrawn_at is not null")
    await register(asha, language)


async def test_deleting_is_asked_once_and_can_be_refused(world: World, asha: Talker) -> None:
    await register(asha)
    await asha.says("delete all my data", "no")
    asha.hears("nothing is deleted")
    assert len(await world.rows("select * from businesses")) == 1


@pytest.mark.parametrize(
    ("language", "wish"),
    [("en", "I want to talk to a person"), ("hi", "किसी आदमी से बात कराओ"), ("ta", "ஒரு ஆள் கிட்ட பேசணும்")],
)
async def test_a_person_is_asked_for_with_the_question(world: World, asha: Talker, language: str, wish: str) -> None:
    await register(asha, language)
    await asha.says(wish)
    [question] = await world.rows("select kind, text, person_id from questions where kind = 'person_wanted'")
    assert (question["text"], question["person_id"]) == (wish, 1)


async def test_what_was_not_understood_is_stored_without_traces_of_who_asked(world: World, asha: Talker) -> None:
    await asha.says("who won the cricket match yesterday, call me on 98765 43210")
    [question] = await world.rows("select kind, text, person_id from questions")
    assert question["kind"] == "not_understood"
    assert question["person_id"] is None
    assert "98765" not in question["text"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [("are you a robot", "bot_identity"), ("आप कौन हो, सरकारी हो क्या", "bot_identity"), ("நீங்க யாரு", "bot_identity"),
     ("thanks a lot", "thank"), ("धन्यवाद", "thank"), ("நன்றி", "thank"),
     ("bye", "goodbye"), ("help", "help"), ("मदद चाहिए", "help"), ("உதவி", "help")],
)  # fmt: skip
async def test_small_talk_is_answered(asha: Talker, text: str, intent: str) -> None:
    await asha.says(text)
    assert asha.answer.intent == intent
    assert asha.answer.replies


async def test_who_is_speaking_says_that_it_is_independent(asha: Talker) -> None:
    await asha.says("are you from the government or walmart?")
    asha.hears("not a person", "independent", "Walmart")


@pytest.mark.parametrize("text", ["am I ready to sell online, what is missing", "teach me about gst here"])
async def test_readiness_and_lessons_answer_honestly(asha: Talker, text: str) -> None:
    await register(asha)
    await asha.says(text)
    assert asha.answer.intent in ("check_readiness", "start_lesson")
    assert asha.answer.replies


async def test_messages_of_our_own_are_stopped_and_resumed(world: World, asha: Talker) -> None:
    await register(asha)
    await asha.says("start sending me reminders again")
    rows = await world.rows("select purpose, given from consents where purpose != 'registration' order by id")
    assert {row["purpose"] for row in rows[-2:] if row["given"]} == {"reminders", "news"}
    await asha.says("stop sending me messages")
    in_force = await world.rows(
        "select * from consents where purpose != 'registration' and given and withdrawn_at is null"
    )
    assert in_force == []


SECRETS = {
    "otp": {
        "en": "my otp is 482913", "hi": "मेरा ओटीपी ४८२९१३ है", "ta": "ஓடிபி 482913", "hi-Latn": "mera otp 482913 hai", "ta-Latn": "en otp 482913",
    },
    "pin": {"en": "my atm pin is 4829", "hi": "एटीएम पिन 4829 है", "ta": "ஏடிஎம் பின் 4829", "hi-Latn": "mera upi pin 4829 hai", "ta-Latn": "en atm pin 4829"},
    "card": {"en": "4111 1111 1111 1111", "hi": "कार्ड ४१११ ११११ ११११ ११११", "ta": "கார்டு 4111111111111111", "hi-Latn": "card 4111-1111-1111-1111", "ta-Latn": "en card 4111 1111 1111 1111"},
    "account": {"en": "my account number is 30201234567", "hi": "खाता नंबर 30201234567", "ta": "கணக்கு எண் 30201234567", "hi-Latn": "mera khata 30201234567", "ta-Latn": "en kanakku 30201234567"},
    "pan": {"en": "my pan is ABCPE1234F", "hi": "पैन ABCPE1234F", "ta": "பான் ABCPE1234F", "hi-Latn": "mera pan ABCPE1234F hai", "ta-Latn": "en pan ABCPE1234F"},
}  # fmt: skip
WARNED = {
    "en": "did not keep it", "hi": "रखा नहीं गया", "ta": "வைத்துக்கொள்ளவில்லை", "hi-Latn": "nahi rakha", "ta-Latn": "vechukkala",
}  # fmt: skip


@pytest.mark.parametrize("language", list(WARNED))
@pytest.mark.parametrize("kind", list(SECRETS))
async def test_a_secret_is_warned_of_and_kept_nowhere(world: World, asha: Talker, kind: str, language: str) -> None:
    await asha.says(*REGISTRATIONS["en"][:3])
    async with world.app.surroundings.sessions.begin() as session:
        people.speak(await people.meet(session, asha.key, world.clock.now()), language, chosen=True)
    typed = SECRETS[kind][language]
    await asha.says(typed)
    asha.hears(WARNED[language])
    kept = await world.everything()
    secret = "ABCPE1234F" if kind == "pan" else re.sub(r"\D", "", normalise(typed))
    assert secret not in kept.replace(" ", "").replace("-", "")
    assert typed not in kept


async def test_a_postal_code_is_no_secret(asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:4], "pin code 452001")
    asha.hears_not("did not keep it")


async def test_two_messages_that_are_one_number_are_refused_and_the_first_is_blanked(
    world: World, asha: Talker
) -> None:
    await register(asha)
    await asha.says("2341", "23412346")
    asha.hears("did not keep it")
    said = [row["text"] for row in await world.rows("select text from messages where direction = 'in'")]
    assert "23412346" not in said
    assert "2341" not in said


async def test_two_figures_that_were_asked_for_are_no_number(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:6], "2341", "for the whole year", "23412346")
    asha.hears_not("did not keep it")
    [business] = await world.rows("select turnover, investment from businesses")
    assert (business["turnover"], business["investment"]) == (2341, 23412346)
