"""The interview from the first question to the registered business, and why an answer is not taken."""

from __future__ import annotations

from typing import Any

import pytest

from programme.businesses import REGISTERED
from programme.registration.outcomes import Outcome, problem
from programme.registration.places import read_district_answer
from programme.registration.steps import ORDER, STEPS
from programme.store import Sessions
from tests.conftest import Clock
from tests.programme.owners import Owner, gstin, udyam, values_kept

# how words are read is no matter of the database
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ASHAS = {
    "owner_name": "Asha Patel", "name": "Asha Pickles & Papad", "state": "IN-MP", "district": "Indore",
    "products": "mango pickle", "sector": "food", "turnover": 1_200_000, "investment": 300_000, "phone": "9893012345",
    "udyam": None, "gstin": None, "woman_owned": True, "sells_online": False,
}  # fmt: skip
RAVIS = {
    "owner_name": "ரவி குமார்", "name": "ரவி டெக்ஸ்டைல்ஸ்", "state": "IN-TN", "district": "Coimbatore",
    "products": "பருத்தி சேலை", "sector": "textile", "turnover": 25_000_000, "investment": 5_000_000,
    "phone": "9876543210", "udyam": "UDYAM-TN-02-0012345", "gstin": gstin(7, "33"), "woman_owned": False,
    "sells_online": True,
}  # fmt: skip


async def test_every_question_is_asked_once_and_every_answer_is_kept(asha: Owner, clock: Clock) -> None:
    await (await asha.agrees()).begins()
    asked = []
    while (question := await asha.question()) != "summary":
        asked.append(question)
        clock.passes(minutes=1)
        await asha.answers(str(question))
    assert asked == list(ORDER)
    assert await asha.kept() == ASHAS
    assert (await asha.taps("correct")).kind == "registered"
    assert await asha.question() is None
    (business,) = await asha.businesses()
    assert (business.status, business.registered_at, business.updated_at) == (REGISTERED, clock(), clock())
    assert (business.size, business.created_at < business.registered_at) == ("micro", True)
    assert values_kept(await asha.person(), business) == ASHAS


async def test_she_may_answer_in_tamil_and_with_tamil_digits(ravi: Owner) -> None:
    await ravi.comes_to(
        "summary", owner_name="என் பெயர் ரவி குமார்", name="ரவி டெக்ஸ்டைல்ஸ்", state="தமிழ்நாடு", district="கோவை",
        products="பருத்தி சேலை", sector="=textile", turnover="இரண்டரை கோடி", investment="௫௦ லட்சம்",
        phone="+91 ௯௮௭௬௫ ௪௩௨௧௦", udyam="udyam tn ௦௨ ௦௦௧௨௩௪௫", gstin=gstin(7, "33").lower(), woman_owned="=no",
        sells_online="ஆமா",
    )  # fmt: skip
    assert await ravi.kept() == RAVIS
    assert (await ravi.says("சரி")).kind == "registered"


async def test_she_may_answer_in_hindi_and_with_hindi_digits(asha: Owner) -> None:
    await asha.comes_to(
        "summary", owner_name="मेरा नाम आशा पटेल है", name="आशा अचार", state="म.प्र.", district="इंदौर",
        products="आम का अचार", turnover="ढाई लाख", investment="=unsure", phone="९८९३० १२३४५", udyam="नहीं है",
        gstin="बाद में", woman_owned="हाँ", sells_online="नहीं",
    )  # fmt: skip
    assert await asha.kept() == ASHAS | {
        "owner_name": "आशा पटेल", "name": "आशा अचार", "products": "आम का अचार", "turnover": 250_000, "investment": None,
    }  # fmt: skip
    assert (await asha.says("सही है")).kind == "registered"


async def test_an_answer_is_kept_as_it_comes(asha: Owner) -> None:
    """Not only when all is done: a restart between two questions loses nothing."""
    await asha.comes_to("district")
    kept = await asha.kept()
    assert (kept["owner_name"], kept["name"], kept["state"], kept["district"]) == (
        "Asha Patel", "Asha Pickles & Papad", "IN-MP", None,
    )  # fmt: skip
    (business,) = await asha.businesses()
    assert business.status == "draft"


@on_sqlite
@pytest.mark.parametrize(
    ("step", "value", "kept"),
    [
        ("state", "IN-TN", {"state": "IN-TN"}),
        ("sector", "handicraft", {"sector": "handicraft"}),
        ("turnover", "small", {"turnover": 1_000_000_000}),
        ("turnover", "unsure", {"turnover": None}),
        ("investment", "micro", {"investment": 25_000_000}),
        ("udyam", "skip", {"udyam": None}),
        ("gstin", "skip", {"gstin": None}),
        ("woman_owned", "skip", {"woman_owned": None}),
        ("woman_owned", "no", {"woman_owned": False}),
        ("sells_online", "yes", {"sells_online": True}),
    ],
)
async def test_a_button_answers_like_its_words(asha: Owner, step: str, value: str, kept: dict[str, Any]) -> None:
    await asha.stands_at(step, state="IN-MP", district="Indore")
    assert value in STEPS[step].choices
    assert (await asha.taps(value)).kind == "moved"
    assert await asha.question() != step
    assert kept.items() <= (await asha.kept()).items()


async def test_who_does_not_know_the_turnover_is_not_asked_for_the_investment(asha: Owner) -> None:
    await asha.stands_at("turnover")
    await asha.says("मालूम नहीं")
    assert await asha.question() == "phone"
    (business,) = await asha.businesses()
    assert business.size == "unknown"


async def test_who_does_not_know_the_sector_is_of_another_one(asha: Owner) -> None:
    await asha.stands_at("sector")
    await asha.says("पता नहीं")
    assert await asha.question() == "turnover"
    assert (await asha.kept())["sector"] == "other"


async def test_naming_the_district_at_once_answers_the_state_too(asha: Owner) -> None:
    await asha.stands_at("state")
    await asha.says("कोयंबटूर")
    assert await asha.question() == "products"
    assert (await asha.kept())["state"] == "IN-TN"
    assert (await asha.kept())["district"] == "Coimbatore"


async def test_products_with_a_known_trade_answer_the_sector_too(asha: Owner) -> None:
    await asha.stands_at("products")
    await asha.says("mango pickle", sector="food")
    assert await asha.question() == "turnover"
    assert (await asha.kept())["sector"] == "food"


async def test_what_the_first_message_told_is_confirmed_not_assumed(asha: Owner) -> None:
    await (await asha.agrees()).begins(state="IN-MP", district="Indore", products="pickle", sector="food")
    await asha.answers("owner_name", "name")
    assert await asha.question() == "state"
    assert (await asha.kept())["district"] is None
    await asha.says("हाँ")
    assert await asha.question() == "products"
    assert (await asha.kept())["district"] == "Indore"
    await asha.taps("yes")
    assert await asha.question() == "turnover"
    assert (await asha.kept())["products"] == "pickle"
    assert (await asha.kept())["sector"] == "food"


async def test_what_was_heard_wrongly_is_asked_plainly(asha: Owner) -> None:
    await (await asha.agrees()).begins(state="IN-MP", district="Indore", products="pickle", sector="food")
    await asha.answers("owner_name", "name")
    assert (await asha.says("नहीं")).kind == "moved"
    assert await asha.question() == "state"
    await asha.says("Ujjain")
    assert await asha.question() == "products"
    assert (await asha.taps("no")).kind == "moved"
    assert await asha.question() == "products"
    await asha.answers("products", "sector", products="papad")
    assert ((await asha.kept())["district"], (await asha.kept())["products"]) == ("Ujjain", "papad")


async def test_another_place_than_the_one_heard_is_taken_at_once(asha: Owner) -> None:
    await (await asha.agrees()).begins(state="IN-MP", district="Indore")
    await asha.answers("owner_name", "name")
    await asha.says("Ujjain")
    assert await asha.question() == "products"
    assert (await asha.kept())["district"] == "Ujjain"


async def test_two_districts_of_one_name_are_asked_about(asha: Owner) -> None:
    await asha.stands_at("state")
    assert await asha.says("Kanpur") == problem("place_which", {})
    await asha.taps("IN-UP/Kanpur Nagar")
    assert await asha.question() == "products"
    assert (await asha.kept())["district"] == "Kanpur Nagar"


async def test_a_yes_to_two_districts_is_asked_which_again(asha: Owner) -> None:
    await asha.stands_at("state")
    await asha.says("Kanpur")
    assert await asha.says("haan") == problem("place_which", {})
    await asha.taps("IN-UP/Kanpur Nagar")
    assert (await asha.kept())["district"] == "Kanpur Nagar"


async def test_a_district_we_do_not_know_is_taken_as_typed_when_she_insists(asha: Owner) -> None:
    await asha.stands_at("district", state="IN-MP")
    assert await asha.says("Chhotagaonpur") == problem("district_unknown", {"typed": "Chhotagaonpur"})
    await asha.taps("as_typed")
    assert await asha.question() == "products"
    assert (await asha.kept())["district"] == "Chhotagaonpur"


async def test_outside_the_five_states_the_district_is_that_of_the_town(asha: Owner) -> None:
    await asha.stands_at("state")
    await asha.says("Kerala")
    assert await asha.question() == "district"
    await asha.says("Wayanad  Town")
    assert await asha.question() == "products"
    assert ((await asha.kept())["state"], (await asha.kept())["district"]) == ("IN-KL", "Wayanad")


async def test_a_phone_that_she_shared_is_verified_and_a_typed_one_is_not(asha: Owner) -> None:
    await asha.stands_at("phone")
    await asha.says("+919893012345", shared_phone=True)
    assert (await asha.person()).phone_verified
    await asha.says("wrong phone, 98765 43210")
    person = await asha.person()
    assert (person.phone, person.phone_verified) == ("9876543210", False)


@pytest.mark.parametrize(
    "name", ["<b>Asha</b>", "'; DROP TABLE people; --", "{{ config }}", "%s {name}", 'O"Brien & अम्मा']
)
async def test_markup_and_code_in_a_name_are_kept_as_letters(asha: Owner, name: str) -> None:
    await (await asha.agrees()).begins()
    await asha.answers("owner_name", "name", owner_name=name, name=name)
    assert ((await asha.kept())["owner_name"], (await asha.kept())["name"]) == (name, name)


@pytest.mark.parametrize("step", ["owner_name", "name", "products"])
async def test_invisible_and_broken_characters_do_no_harm(asha: Owner, step: str) -> None:
    """PostgreSQL refuses a NUL, both refuse half a surrogate pair."""
    await asha.stands_at(step)
    await asha.says("Asha\x00 Pat\u200bel\u202e \ud83d")
    kept = (await asha.kept())[step]
    assert kept.startswith("Asha Patel")
    assert not set(kept) & set("\x00\u200b\u202e\ud83d")


PROBLEMS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("owner_name", "नहीं", "name_missing", {}),
    ("owner_name", "12345", "name_missing", {}),
    ("owner_name", "A", "name_short", {"characters": 1, "least": 2}),
    ("owner_name", "Asha " * 17, "name_long", {"characters": 84, "most": 80}),
    ("name", "ok", "name_missing", {}),
    ("name", "5 lakh", "name_missing", {}),
    ("name", "🙂🙂", "name_missing", {}),
    ("name", "க", "name_short", {"characters": 1, "least": 2}),
    ("name", "அ" + "ஆம்" * 40, "name_long", {"characters": 121, "most": 80}),
    ("state", "Atlantis", "state_unknown", {}),
    ("state", "नहीं", "state_unknown", {}),
    ("state", "Kanpur", "place_which", {}),
    ("district", "Kanpur", "place_which", {}),
    ("district", "42", "district_needed", {}),
    ("district", "ஆமா", "district_needed", {}),
    ("district", "a village beyond the river, " * 3, "district_needed", {}),
    ("district", "Chhotagaonpur", "district_unknown", {"typed": "Chhotagaonpur"}),
    ("products", "हाँ", "products_needed", {}),
    ("products", "123", "products_needed", {}),
    ("products", "mango pickle, " * 10, "products_long", {"most_count": 120}),
    ("sector", "something nice", "choose_one", {}),
    ("turnover", "a lot", "amount_missing", {}),
    ("turnover", "5", "amount_unit", {"number": "5"}),
    ("turnover", "2 lakh in 2024 and 3 lakh now", "amount_several", {"count": 2}),
    ("turnover", "1,23,45", "amount_unclear", {}),
    ("turnover", "-5 lakh", "amount_negative", {}),
    ("turnover", "99999999999 crore", "amount_too_large", {}),
    ("turnover", "98930 12345", "amount_phone", {}),
    ("investment", "some machines", "amount_missing", {}),
    ("phone", "later", "phone_missing", {}),
    ("phone", "98930 1234", "phone_length", {"digits": 9}),
    ("phone", "58930 12345", "phone_first_digit", {"first": "5"}),
    ("phone", "+1 202 555 0100", "phone_country", {}),
    ("phone", "98930 12345, 98765 43210", "phone_several", {"count": 2}),
    ("udyam", "I have it at home", "udyam_missing", {}),
    ("udyam", "udyam number", "udyam_form", {}),
    ("udyam", "UDYAM-MP-23-000001", "udyam_length", {"digits": 8}),
    ("udyam", "UDYAM-ZZ-23-0000001", "udyam_state_letters", {"letters": "ZZ"}),
    ("udyam", "MP23A0000001", "udyam_old_uam", {}),
    ("gstin", "🙂", "gstin_missing", {}),
    ("gstin", "23ABCDE1234F1Z", "gstin_length", {"digits": 14}),
    ("gstin", "23ABCDE12345F1Z5", "gstin_length", {"digits": 16}),
    ("gstin", "AAABCDE1234F1Z5", "gstin_form", {}),
    ("gstin", gstin(1)[:-1] + ("A" if gstin(1)[-1] != "A" else "B"), "gstin_check", {}),
    ("gstin", gstin(1, "45"), "gstin_state_unknown", {"code": "45"}),
    ("gstin", gstin(1, "33"), "gstin_other_state", {"gstin_state": "IN-TN", "state": "IN-MP"}),
    ("woman_owned", "partly", "yes_or_no", {}),
    ("sells_online", "sometimes", "yes_or_no", {}),
]


@on_sqlite
@pytest.mark.parametrize(("step", "said", "reason", "facts"), PROBLEMS, ids=lambda each: str(each)[:25])
async def test_an_answer_that_cannot_be_taken_is_explained_and_nothing_is_lost(
    asha: Owner, step: str, said: str, reason: str, facts: dict[str, Any]
) -> None:
    await asha.stands_at(step, state=None if step == "state" else "IN-MP", name="Asha Pickles")
    before = await asha.kept()
    assert await asha.says(said) == Outcome("problem", reason, facts)
    assert await asha.question() == step
    assert await asha.kept() == before


NEEDED = [step for step in ORDER if not STEPS[step].optional and step not in ("sector", "turnover", "investment")]


@on_sqlite
@pytest.mark.parametrize("step", NEEDED)
@pytest.mark.parametrize("said", ["skip", "छोड़ें"])
async def test_what_is_needed_cannot_be_skipped(asha: Owner, step: str, said: str) -> None:
    await asha.stands_at(step, state=None if step == "state" else "IN-MP")
    assert (await asha.says(said)).kind == "problem"
    assert await asha.question() == step


async def test_the_summary_wants_a_clear_answer(asha: Owner) -> None:
    await asha.comes_to("summary")
    assert await asha.says("what a nice day it is today") == problem("choose_one", {})
    assert await asha.question() == "summary"


async def test_numbers_are_kept_as_the_portals_write_them(asha: Owner) -> None:
    await asha.stands_at("udyam", state="IN-MP")
    await asha.says("my number is udyam mp 23 oooo123, see")
    await asha.says(" ".join(gstin(12).lower()))
    kept = await asha.kept()
    assert (kept["udyam"], kept["gstin"]) == (udyam(123), gstin(12))


async def test_every_answer_moves_the_time_of_the_interview_on(asha: Owner, clock: Clock, sessions: Sessions) -> None:
    await asha.comes_to("district")
    later = clock.passes(days=3)
    await asha.answers("district")
    (business,) = await asha.businesses()
    assert business.updated_at == later


@pytest.mark.parametrize(
    ("text", "meant"),
    [("indore nahi dewas", "Dewas"), ("इंदौर नहीं, देवास", "Dewas"), ("salem illa coimbatore", "Coimbatore"),
     ("சேலம் இல்லை, கோயம்புத்தூர்", "Coimbatore")],
)  # fmt: skip
def test_of_two_places_the_one_behind_the_no_is_meant(text: str, meant: str) -> None:
    found = read_district_answer(text, None, as_typed=False)
    assert isinstance(found, dict)
    assert found["district"] == meant


def test_of_two_places_without_a_no_both_are_offered() -> None:
    assert isinstance(read_district_answer("indore dewas", None, as_typed=False), list)
