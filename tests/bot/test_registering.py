"""An owner registers: in three languages, with questions, corrections, problems, breaks."""

from __future__ import annotations

import pytest

from bot.said import Said
from tests.bot.conftest import REGISTRATIONS, Talker, World, register

pytestmark = pytest.mark.model
LANGUAGES = ("en", "hi", "ta")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_owner_registers_in_her_language(world: World, asha: Talker, language: str) -> None:
    await asha.says(*REGISTRATIONS[language])
    assert asha.answer.language == language
    asha.hears("M-000001")
    [business] = await world.rows("select * from businesses")
    [person] = await world.rows("select * from people")
    assert business["status"] == "registered"
    assert business["sector"]
    assert person["phone"].startswith("9876")
    [consent] = await world.rows("select * from consents where purpose = 'registration'")
    assert (consent["given"], consent["adult"], consent["language"]) == (1, 1, language)


async def test_a_first_message_with_facts_is_used_and_confirmed(asha: Talker) -> None:
    await asha.says("नमस्ते, मैं इंदौर में अचार बनाती हूँ और जुड़ना चाहती हूँ")
    asha.hears("इंदौर", "अचार")
    await asha.says("ठीक है", "आशा", "माँ अन्नपूर्णा")
    asha.hears("इंदौर, मध्य प्रदेश")
    await asha.says("हाँ")
    asha.hears("अचार")


async def test_a_heard_place_is_corrected_in_other_letters_and_her_script_stays(world: World, asha: Talker) -> None:
    await asha.says("नमस्ते, मैं इंदौर में अचार बनाती हूँ और जुड़ना चाहती हूँ", "ठीक है", "आशा", "माँ अन्नपूर्णा", "nahi ujjain")
    assert asha.answer.language == "hi"
    [business] = await world.rows("select * from businesses")
    assert (business["district"], business["state"]) == ("Ujjain", "IN-MP")


async def test_nothing_is_invented_from_a_message_without_facts(asha: Talker) -> None:
    await asha.says("hi, want to register my unit", "yes", "Asha", "Asha Traders")
    asha.hears("In which state")


@pytest.mark.parametrize(
    ("language", "question", "answered", "asked_again"),
    [
        ("en", "how much does the training cost", "free", "name of your business"),
        ("hi", "ट्रेनिंग के पैसे लगेंगे क्या?", "मुफ़्त", "कारोबार का नाम"),
        ("ta", "பயிற்சிக்கு பணம் கட்டணுமா?", "இலவச", "தொழிலின் பெயர்"),
    ],
)
async def test_a_question_in_the_middle_is_answered_and_the_form_goes_on(
    asha: Talker, language: str, question: str, answered: str, asked_again: str
) -> None:
    await asha.says(*REGISTRATIONS[language][:3])
    await asha.says(question)
    asha.hears(answered, asked_again)
    await asha.says("Lakshmi Stores")
    asha.hears_not(asked_again)


@pytest.mark.parametrize(("language", "reason"), [("en", "has 5 digits"), ("hi", "5 अंक"), ("ta", "5 இலக்க")])
async def test_a_short_phone_number_is_explained_with_an_example(asha: Talker, language: str, reason: str) -> None:
    await asha.says(*REGISTRATIONS[language][:8], "98765")
    asha.hears(reason, "98XXX")


@pytest.mark.parametrize(
    "number", ["+91 98765 43210", "९८७६५४३२१०", "௯௮௭௬௫௪௩௨௧௦", "098765-43210", "mera number 98765 43210 hai"]
)
async def test_a_phone_number_is_taken_however_it_is_written(world: World, asha: Talker, number: str) -> None:
    await asha.says(*REGISTRATIONS["en"][:8], number)
    asha.hears("Udyam")
    [person] = await world.rows("select phone from people")
    assert person["phone"] == "9876543210"


async def test_a_shared_contact_is_a_verified_phone(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:8])
    await asha.does(Said(contact="+919876543210"))
    [person] = await world.rows("select phone, phone_verified from people")
    assert (person["phone"], person["phone_verified"]) == ("9876543210", 1)


@pytest.mark.parametrize(
    ("gstin", "reason"),
    [("23ZZZPZ9999Z1Z", "14 letters"), ("23ZZZPZ9999Z1Z1", "not right"), ("33ZZZPZ9999Z1ZZ", "Tamil Nadu")],
)
async def test_a_wrong_gstin_is_explained(asha: Talker, gstin: str, reason: str) -> None:
    await asha.says(*REGISTRATIONS["en"][:10], gstin)
    asha.hears(reason)
    await asha.says("23zzzpz9999z1z0")
    asha.hears("owned by a woman")


@pytest.mark.parametrize(
    ("typed", "district", "state"),
    [("Indor", "Indore", "IN-MP"), ("கோவை", "Coimbatore", "IN-TN"), ("kovai", "Coimbatore", "IN-TN"),
     ("पानीपत", "Panipat", "IN-HR"), ("tirupur", "Tiruppur", "IN-TN"), ("Surat, Gujarat", "Surat", "IN-GJ")],
)  # fmt: skip
async def test_a_district_is_found_in_any_script_and_with_small_errors(
    world: World, asha: Talker, typed: str, district: str, state: str
) -> None:
    await asha.says(*REGISTRATIONS["en"][:4], typed)
    [business] = await world.rows("select district, state from businesses")
    assert (business["district"], business["state"]) == (district, state)


async def test_two_districts_that_fit_are_asked_about(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:4], "Kanpur")
    asha.hears("Which of these")
    await asha.presses("Kanpur Nagar")
    [business] = await world.rows("select district from businesses")
    assert business["district"] == "Kanpur Nagar"


async def test_outside_the_five_states_the_district_is_kept_as_typed(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:4], "Maharashtra", "Ratnagiri")
    [business] = await world.rows("select district, state from businesses")
    assert (business["district"], business["state"]) == ("Ratnagiri", "IN-MH")


@pytest.mark.parametrize("choice", ["1", "up to ₹10 crore", "40 lakh", "micro"])
async def test_typed_or_tapped_alike(world: World, asha: Talker, choice: str) -> None:
    await asha.says(*REGISTRATIONS["en"][:6], choice, "1")
    asha.hears("mobile number")


async def test_not_knowing_the_turnover_is_an_answer(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:6], "don't know")
    asha.hears("mobile number")


@pytest.mark.parametrize("wish", ["wrong phone", "phone galat hai", "back"])
async def test_an_earlier_answer_is_asked_again_and_the_rest_is_kept(world: World, asha: Talker, wish: str) -> None:
    await asha.says(*REGISTRATIONS["en"][:9], wish)
    asha.hears("mobile number")
    await asha.says("9876500000")
    [person] = await world.rows("select phone, name from people")
    assert (person["phone"], person["name"]) == ("9876500000", "Asha Patel")
    asha.hears("Udyam")


async def test_any_answer_is_changed_from_the_summary(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:13])
    await asha.presses("Change something")
    await asha.presses("Business name")
    await asha.says("Asha Foods")
    asha.hears("Asha Foods", "Is everything right?")
    await asha.presses("all correct")
    [business] = await world.rows("select name, status from businesses")
    assert (business["name"], business["status"]) == ("Asha Foods", "registered")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_days_she_is_offered_to_go_on(world: World, asha: Talker, language: str) -> None:
    await asha.says(*REGISTRATIONS[language][:5])
    world.clock.passes(days=3)
    await asha.says({"en": "hello", "hi": "नमस्ते", "ta": "வணக்கம்"}[language])
    assert len(asha.buttons) == 2
    await asha.says("1")
    asha.hears({"en": "make or sell", "hi": "बनता या बिकता", "ta": "தயாரிக்கிறீர்கள்"}[language])


async def test_after_days_an_answer_to_the_question_is_simply_taken(asha: Talker, world: World) -> None:
    await asha.says(*REGISTRATIONS["en"][:8])
    world.clock.passes(days=3)
    await asha.says("9876543210")
    asha.hears("Udyam")


async def test_starting_over_forgets_the_answers(world: World, asha: Talker) -> None:
    await asha.says(*REGISTRATIONS["en"][:6])
    world.clock.passes(days=1)
    await asha.says("hello")
    await asha.presses("Start over")
    asha.hears("your name")
    [business] = await world.rows("select name, district from businesses")
    assert (business["name"], business["district"]) == (None, None)


@pytest.mark.parametrize(("language", "wish"), [("en", "stop this"), ("hi", "रहने दो, बंद करो"), ("ta", "இதை நிறுத்துங்க")])
async def test_cancel_asks_once_and_keeps_nothing_if_told_so(
    world: World, asha: Talker, language: str, wish: str
) -> None:
    await asha.says(*REGISTRATIONS[language][:6], wish)
    assert len(asha.buttons) == 3, asha.heard
    await asha.says("2")
    assert await world.rows("select * from businesses") == []
    [person] = await world.rows("select name, phone from people")
    assert (person["name"], person["phone"]) == (None, None)


async def test_a_number_of_another_account_is_refused_without_saying_whose(world: World, asha: Talker) -> None:
    number = "UDYAM-MP-00-0000001"
    ravi = world.person("ravi")
    await ravi.says(*REGISTRATIONS["en"][:9], number, "skip", "skip", "no", "yes")
    await asha.says(*REGISTRATIONS["en"][:9], number)
    asha.hears("already registered with another account")
    asha.hears_not("Asha Patel", "ravi")
    assert any("person" in button.label for button in asha.buttons)


async def test_one_owner_registers_a_second_business(world: World, asha: Talker) -> None:
    await register(asha)
    await asha.says("register my business")
    asha.hears("another business")
    await asha.presses("Yes")
    asha.hears("name of your business")
    await asha.says("Asha Textiles", "Bhopal", "cotton shirts", "1", "1", "skip", "skip", "skip", "no", "yes")
    asha.hears("M-000002")
    assert len(await world.rows("select * from businesses where status = 'registered'")) == 2


@pytest.mark.parametrize(
    ("language", "wish", "saved"),
    [("en", "my new phone number is 98765 99999", "Saved"), ("hi", "मेरा फोन नंबर बदलना है 98765 99999", "")],
)
async def test_a_registered_detail_is_changed(world: World, asha: Talker, language: str, wish: str, saved: str) -> None:
    await register(asha, language)
    await asha.says(wish)
    asha.hears(saved)
    [person] = await world.rows("select phone from people")
    assert person["phone"] == "9876599999"


@pytest.mark.parametrize(("language", "word"), [("en", "register"), ("hi", "रजिस्टर"), ("ta", "பதிவு")])
async def test_register_typed_again_is_no_name(world: World, asha: Talker, language: str, word: str) -> None:
    await asha.says(*REGISTRATIONS[language][:3], word)
    [business] = await world.rows("select name from businesses")
    assert business["name"] is None
    assert asha.heard


@pytest.mark.parametrize(
    ("language", "place", "stop"), [("en", "Indore Dewas", "stop this"), ("hi", "इंदौर देवास", "रहने दो, बंद करो")]
)
async def test_stopping_while_two_places_are_offered_offers_to_keep_or_delete(
    asha: Talker, language: str, place: str, stop: str
) -> None:
    await asha.says(*REGISTRATIONS[language][:4], place)
    assert len(asha.buttons) == 2
    await asha.says(stop)
    assert [button.payload for button in asha.buttons] != []
    assert not any("Indore" in button.payload for button in asha.buttons)
