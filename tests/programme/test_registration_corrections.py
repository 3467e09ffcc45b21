"""Corrections in passing: another place, a wrong answer, one step back; all the rest is kept."""

from __future__ import annotations

import pytest

from programme.registration.outcomes import moved, problem
from tests.programme.owners import Owner, gstin, udyam

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@on_sqlite
@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("products", "not Indore, Ujjain"),
        ("turnover", "Ujjain, not Indore"),
        ("phone", "इंदौर नहीं, उज्जैन"),
        ("udyam", "indore nahi ujjain"),
        ("summary", "இந்தூர் இல்ல, உஜ்ஜைன்"),
    ],
)
async def test_another_place_replaces_the_one_kept_and_the_question_stands(asha: Owner, step: str, said: str) -> None:
    await asha.comes_to(step)
    before = await asha.kept()
    assert await asha.says(said) == moved("place_corrected", {"state": "IN-MP", "district": "Ujjain"})
    assert await asha.question() == step
    assert await asha.kept() == before | {"district": "Ujjain"}


async def test_another_state_comes_with_its_district(asha: Owner) -> None:
    await asha.comes_to("phone")
    await asha.says("not Indore, Coimbatore")
    kept = await asha.kept()
    assert (kept["state"], kept["district"]) == ("IN-TN", "Coimbatore")
    assert await asha.question() == "phone"


@on_sqlite
@pytest.mark.parametrize(
    "said",
    [
        "we do not sell in Ujjain and never will, only pickle from home",  # a place and a no are not yet a correction
        "mango pickle, not sweet",
        "Indore",
    ],
)
async def test_a_place_in_passing_corrects_nothing(asha: Owner, said: str) -> None:
    await asha.comes_to("products")
    await asha.says(said)
    kept = await asha.kept()
    assert (kept["district"], kept["products"]) == ("Indore", said)


@on_sqlite
@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("wrong phone", "phone"),
        ("फोन नंबर गलत है", "phone"),
        ("போன் நம்பர் தப்பு", "phone"),
        ("change shop name", "name"),
        ("मेरा नाम गलत है", "owner_name"),
        ("ज़िला बदलना है", "district"),
        ("udyam galat hai", "udyam"),
        ("gst number wrong", "gstin"),
        ("turnover change", "turnover"),
        ("சாமான் இல்ல பொருள் தப்பு", "products"),
    ],
)
async def test_a_complaint_asks_that_question_again_and_keeps_the_rest(asha: Owner, said: str, asked: str) -> None:
    await asha.comes_to("woman_owned")
    before = await asha.kept()
    assert await asha.says(said) == moved()
    assert await asha.question() == asked
    assert await asha.kept() == before
    await asha.answers(asked)
    assert await asha.question() == "woman_owned"


async def test_a_complaint_with_the_right_number_is_taken_at_once(asha: Owner) -> None:
    await asha.comes_to("gstin", udyam=udyam(5))
    await asha.says("wrong phone, it is 98765 43210")
    assert await asha.question() == "gstin"
    await asha.says(f"udyam number galat, {udyam(6)}")
    assert await asha.question() == "gstin"
    kept = await asha.kept()
    assert (kept["phone"], kept["udyam"]) == ("9876543210", udyam(6))


async def test_a_wish_for_a_change_that_the_model_hears_is_taken_too(asha: Owner) -> None:
    await asha.comes_to("summary")
    await asha.says("I have a different phone these days", wants_change=True, field="phone")
    assert await asha.question() == "phone"


@pytest.mark.parametrize("back", ["back", "पीछे", "பின்னால்", "peeche"])
async def test_back_is_one_question_at_a_time_and_keeps_all_answers(asha: Owner, back: str) -> None:
    await asha.comes_to("turnover")
    before = await asha.kept()
    asked = []
    for _each in range(5):
        await asha.says(back)
        asked.append(await asha.question())
    assert asked == ["products", "district", "state", "name", "owner_name"]
    assert await asha.kept() == before
    await asha.answers("owner_name", owner_name="Asha P.")
    assert await asha.question() == "turnover"
    assert await asha.kept() == before | {"owner_name": "Asha P."}


@pytest.mark.parametrize("back", ["back", "पीछे", "முந்தைய கேள்வி"])
async def test_back_before_the_first_answer_is_no_name(asha: Owner, back: str) -> None:
    await (await asha.agrees()).begins()
    assert (await asha.says(back)).kind == "moved"
    assert await asha.question() == "owner_name"
    assert (await asha.kept())["owner_name"] is None


@on_sqlite
@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("owner_name", "Badal Kumar Mobile"),
        ("name", "Mobile Change Shop"),
        ("name", "बदल सामान दुकान"),
        ("products", "machine change parts and phone covers"),
        ("products", "gst change consulting"),
    ],
)
async def test_words_of_a_complaint_in_a_first_answer_are_that_answer(asha: Owner, step: str, name: str) -> None:
    """What was not asked yet cannot be wrong."""
    await asha.comes_to(step)
    assert (await asha.says(name)).kind == "moved"
    assert (await asha.kept())[step] == name


async def test_a_new_state_asks_for_the_district_again(asha: Owner) -> None:
    await asha.comes_to("phone")
    await asha.says("state change")
    assert await asha.question() == "state"
    await asha.says("Tamil Nadu")
    assert await asha.question() == "district"
    assert (await asha.kept())["district"] is None
    await asha.says("Madurai")
    assert await asha.question() == "phone"


async def test_the_same_state_again_keeps_the_district(asha: Owner) -> None:
    await asha.comes_to("phone")
    await asha.says("state change")
    await asha.says("MP")
    assert await asha.question() == "phone"
    assert (await asha.kept())["district"] == "Indore"


@pytest.mark.parametrize("how", ["in passing", "as an answer"])
async def test_a_gstin_of_another_state_is_asked_again_when_the_place_changes(asha: Owner, how: str) -> None:
    await asha.comes_to("woman_owned", gstin=gstin(3))
    if how == "in passing":
        await asha.says("not Indore, Coimbatore")
    else:
        await asha.says("district galat hai")
        await asha.says("Coimbatore")
    assert await asha.question() == "gstin"
    assert await asha.says(gstin(3)) == problem("gstin_other_state", {"gstin_state": "IN-MP", "state": "IN-TN"})
    await asha.says(gstin(3, "33"))
    assert await asha.question() == "woman_owned"
    assert (await asha.kept())["gstin"] == gstin(3, "33")


async def test_a_gstin_of_the_same_state_stays_when_the_district_changes(asha: Owner) -> None:
    await asha.comes_to("woman_owned", gstin=gstin(3))
    await asha.says("not Indore, Ujjain")
    assert await asha.question() == "woman_owned"
    assert (await asha.kept())["gstin"] == gstin(3)


@on_sqlite
@pytest.mark.parametrize(
    "field", ["owner_name", "name", "district", "products", "turnover", "phone", "udyam", "sells_online"]
)
async def test_any_field_is_asked_again_from_the_summary_by_button(asha: Owner, field: str) -> None:
    await asha.comes_to("summary")
    await asha.taps("change")
    assert await asha.question() == "change"
    await asha.taps(field)
    assert await asha.question() == field
    await asha.answers(field)
    assert await asha.question() == "summary"


async def test_a_field_named_at_the_summary_is_asked_again(asha: Owner) -> None:
    await asha.comes_to("summary")
    await asha.says("नहीं")
    assert await asha.question() == "change"
    await asha.says("மொபைல் நம்பர்")
    assert await asha.question() == "phone"


async def test_nothing_to_change_after_all_shows_the_summary_again(asha: Owner) -> None:
    await asha.comes_to("summary")
    await asha.taps("change")
    assert (await asha.says("nonsense words here")).kind == "not_understood"
    assert await asha.question() == "change"
    await asha.says("नहीं")
    assert await asha.question() == "summary"
