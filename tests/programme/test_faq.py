"""The answers people get to frequent questions: complete, sourced, dated, short, and free of the known mistakes."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from programme.faq import (
    FOR_ME,
    MY_STATE,
    NOTHING_KNOWN,
    SHORT,
    Answer,
    Circumstances,
    all_answers,
    answer_to,
    message,
    overdue,
)
from programme.faq.sources import sources

WRITTEN = date(2026, 11, 23)
HALF_A_YEAR = date(2027, 5, 23)
A_YEAR = date(2027, 11, 23)

TOPICS = [
    *("programme_about", "programme_eligibility", "programme_cost", "programme_benefits", "programme_curriculum"),
    *("programme_language", "programme_certificate", "programme_institutes", "programme_states"),
    *("udyam_about", "udyam_how", "udyam_documents", "udyam_cost", "msme_classification"),
    *("gst_required", "gst_how"),
    *("sell_online_how", "sell_online_documents", "sell_online_charges", "sell_online_shipping", "ondc_gem"),
    *("export_how", "export_iec"),
    *("loan_mudra", "loan_collateral_free", "loan_new_unit", "delayed_payment"),
    *("quality_zed", "food_licence", "barcode_label", "export_parcel"),
    *("loan_working_capital", "loom_schemes", "fraud"),
]
LOANS = {"loan_mudra", "loan_collateral_free", "loan_new_unit", "loan_working_capital"}
FEES_AND_TAXES = LOANS | {
    *("programme_cost", "udyam_cost", "msme_classification", "gst_required", "gst_how", "sell_online_documents"),
    *("sell_online_charges", "ondc_gem", "export_iec", "delayed_payment", "quality_zed"),
    *("food_licence", "barcode_label", "export_parcel", "loom_schemes", "fraud"),
}
STATES = {"IN-MP", "IN-TN", "IN-HR", "IN-GJ", "IN-UP"}
ONLY_THE_OPERATOR_KNOWS = {
    *("eligibility", "joining_link", "training_languages", "certificate"),
    *("contact_phone", "institutes", "cohort_dates", "helpline", "operator"),
}
OFFICIAL_OUTSIDE_GOV_IN = {
    *("cgtmse.in", "mudra.org.in", "seller.flipkart.com", "jansamarth.in"),
    "psbloansin59minutes.com",  # of the public sector banks; named for its fee
}

each_answer = pytest.mark.parametrize("answer", all_answers(), ids=lambda answer: answer.topic)


def words_of(answer: Answer) -> Iterator[str]:
    """Everything in an answer that a person may read."""
    yield answer.title
    yield from answer.by_state.values()
    yield from (one.text for one in answer.applies)
    for part in answer.parts.values():
        yield from filter(None, [part.text])
        if part.note:
            yield part.note.known
            yield part.note.silent


def all_of(topic: str) -> str:
    return "\n".join(words_of(answer_to(topic)))


def in_plain_english(answer: Answer, part: str = SHORT, who: Circumstances = NOTHING_KNOWN, **profile: str) -> str:
    return message(answer, part, who, profile, lambda text: text, lambda day: f"{day:%B %Y}")


def test_every_topic_has_exactly_one_answer() -> None:
    assert sorted(answer.topic for answer in all_answers()) == sorted(TOPICS)


def test_an_answer_is_found_by_its_topic() -> None:
    assert answer_to("udyam_cost").title == "What Udyam costs"


def test_an_unknown_topic_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        answer_to("cricket")


@each_answer
def test_its_title_fits_on_a_button(answer: Answer) -> None:
    assert 0 < len(answer.title) <= 24


@each_answer
def test_it_has_a_short_part_and_others(answer: Answer) -> None:
    assert SHORT in answer.parts
    assert len(answer.parts) >= 2


@each_answer
def test_its_sources_are_listed(answer: Answer) -> None:
    assert answer.sources
    assert len(set(answer.sources)) == len(answer.sources)
    assert set(answer.sources) <= sources().keys()


@each_answer
def test_it_claims_no_later_date_than_its_newest_source(answer: Answer) -> None:
    dated = [sources()[key].dated for key in answer.sources]
    assert answer.as_of <= max(day for day in dated if day)


@each_answer
def test_it_is_reviewed_in_time(answer: Answer) -> None:
    assert WRITTEN < answer.review_by <= (HALF_A_YEAR if answer.topic in FEES_AND_TAXES else A_YEAR)


@pytest.mark.parametrize("topic", ["loan_new_unit", "quality_zed"])
def test_schemes_past_their_period_are_reviewed_first(topic: str) -> None:
    assert answer_to(topic).review_by <= date(2027, 1, 31)
    words = answer_to(topic).parts[SHORT].text
    assert "ended on 31 March 2026" in words or "ran till 31 March 2026" in words


@each_answer
def test_it_leads_on_to_other_answers(answer: Answer) -> None:
    assert len(answer.related) == 2
    assert len(set(answer.related)) == len(answer.related)
    assert answer.topic not in answer.related
    assert set(answer.related) <= set(TOPICS)


@each_answer
def test_state_paragraphs_belong_to_known_states(answer: Answer) -> None:
    assert answer.by_state.keys() <= STATES


def test_sources_are_all_used_and_have_addresses() -> None:
    used = {key for answer in all_answers() for key in answer.sources}
    assert used == sources().keys()
    assert all(source.address.startswith("http") and source.publisher for source in sources().values())


def test_the_page_on_facts_lists_every_source_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "facts.md").read_text(encoding="utf-8")
    for source in sources().values():
        dated = source.dated.isoformat() if source.dated else "undated"
        assert f"| {source.key} | {source.publisher} | {dated} | <{source.address}> |" in page


# What the answers must never say


FORBIDDEN = {
    "a phone number": r"\d[\d \-]{6,}\d(?! crore)",
    "a web address with its scheme": r"https?:|www\.",
    "Markdown or HTML": r"[*_`<>\[\]#]",
    "a bare rupee word": r"\bRs\b|\bINR\b|rupees",
    "western grouping": r"\d{3},\d{3}\b|million|billion",
    "one per cent of TCS or TDS": r"(?<![\d.])1(\.0)?\s?(%|per cent)",
    "bureaucratic words": r"(?i)\b(avail|aforesaid|herewith|kindly|stipulated|pursuant)\b",
    "he or she": r"(?i)\b(he|she|his|her|him|sir|madam)\b",
}


@each_answer
@pytest.mark.parametrize("what", FORBIDDEN)
def test_it_never_contains(answer: Answer, what: str) -> None:
    for words in words_of(answer):
        found = re.search(FORBIDDEN[what], words)
        assert not found, f"{what}: {found and found[0]!r}"


@each_answer
def test_it_names_only_official_places(answer: Answer) -> None:
    named = {place for words in words_of(answer) for place in re.findall(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", words)}
    named |= {answer.official} if answer.official else set()
    named = {place for place in named if not re.fullmatch(r"[\d.]+", place)}  # 2.5 is a number, not a place
    assert {place for place in named if not place.endswith(".gov.in")} <= OFFICIAL_OUTSIDE_GOV_IN


def test_size_classes_are_those_since_april_2025() -> None:
    words = answer_to("msme_classification").parts[SHORT].text
    assert re.findall(r"₹([\d.]+) crore", words) == ["2.5", "10", "25", "100", "125", "500"]


def test_guarantee_ceiling_is_not_the_old_one_and_leaves_medium_firms_out() -> None:
    words = all_of("loan_collateral_free")
    assert re.findall(r"₹([\d.]+) crore", words) == ["10"]
    assert "micro or small" in words
    assert "medium" not in words


def test_loans_without_security_go_to_twenty_lakh_since_april_2026() -> None:
    words = answer_to("loan_collateral_free").parts[SHORT].text
    assert "₹20 lakh given or renewed since 1 April 2026" in words


def test_marketplace_deductions_are_the_present_ones() -> None:
    assert re.findall(r"[\d.]+%", all_of("sell_online_charges")) == ["0.5%", "0.1%"]


def test_gst_for_online_sellers_names_the_exception_and_who_decides() -> None:
    words = answer_to("gst_required").parts[SHORT].text
    assert "enrolment number" in words
    assert "The marketplace decides" in words


def test_unpaid_bills_go_to_the_new_portal_and_count_from_acceptance() -> None:
    words = all_of("delayed_payment")
    assert "not to Samadhaan" in words
    short = answer_to("delayed_payment").parts[SHORT].text
    assert "odr.msme.gov.in" in short
    assert "45 days after accepting" in short
    assert "15 days" in short


# The traps of the newer facts


def test_food_limits_are_those_since_april_2026_and_no_fee_is_named() -> None:
    answer = answer_to("food_licence")
    assert re.findall(r"₹([\d.]+) crore", answer.parts[SHORT].text) == ["1.5", "50"]
    assert "₹" not in answer.parts["cost"].text
    assert "old limits of ₹12 lakh" in answer.parts["what_if"].text


def test_hand_made_goods_get_the_safe_reading_and_no_relief_on_platforms() -> None:
    words = answer_to("gst_required").parts["what_if"].text
    assert "up to ₹20 lakh a year (₹10 lakh in some states)" in words
    assert "Through an online platform, sales to other states need a GSTIN" in words


def test_parcels_have_no_value_limit_by_courier_and_no_rates_are_named() -> None:
    answer = answer_to("export_parcel")
    assert "no value limit since 1 April 2026" in answer.parts[SHORT].text
    assert "%" not in all_of("export_parcel")


def test_women_are_not_promised_zed_for_nothing() -> None:
    assert "100%" not in all_of("quality_zed")


def test_street_vendors_loan_is_never_called_free_of_interest() -> None:
    assert "interest-free" not in all_of("loan_working_capital")


def test_a_scheme_that_ended_is_not_offered() -> None:
    assert "PowerTex India ended in March 2021" in all_of("loom_schemes")
    assert "Stand-Up India ended on 31 March 2025" in all_of("loan_collateral_free")


def test_haryana_is_not_promised_a_scheme_that_ended() -> None:
    assert "ended on 31 December 2025" in answer_to("loan_new_unit").by_state["IN-HR"]


@pytest.mark.parametrize("topic", sorted(LOANS))
def test_money_answers_say_who_decides(topic: str) -> None:
    assert re.search(r"Terms change, and the [a-z ]+ decides?\.", answer_to(topic).parts[SHORT].text)


def test_the_programme_is_described_from_outside() -> None:
    words = in_plain_english(answer_to("programme_about"))
    assert "independent" in words
    assert "not a government scheme" in words
    assert "does not promise" in all_of("programme_benefits")


# Only the operator can say


def test_what_no_source_has_comes_from_the_operator_only() -> None:
    asked = {part.note.setting for answer in all_answers() for part in answer.parts.values() if part.note}
    assert asked == ONLY_THE_OPERATOR_KNOWS


@each_answer
def test_places_stand_only_in_what_the_operator_fills(answer: Answer) -> None:
    notes = [part.note for part in answer.parts.values() if part.note]
    assert all(re.findall(r"{.*?}", note.known) == ["{value}"] for note in notes)
    filled = {note.known for note in notes}
    assert not any("{" in words or "}" in words for words in words_of(answer) if words not in filled)


@pytest.mark.parametrize(
    ("topic", "setting", "general"),
    [
        ("programme_about", "operator", "independent"),
        ("programme_eligibility", "eligibility", "not announced"),
        ("programme_institutes", "institutes", "Panipat"),
        ("programme_certificate", "certificate", "not announced"),
        ("programme_language", "training_languages", "only the organiser"),
    ],
)
def test_the_operators_word_takes_the_place_of_the_general_one(topic: str, setting: str, general: str) -> None:
    assert general in in_plain_english(answer_to(topic))
    said = in_plain_english(answer_to(topic), **{setting: "OURS"})
    assert "OURS" in said
    assert general not in said


def test_an_operators_long_word_is_said_whole_and_the_general_ones_left_out() -> None:
    said = in_plain_english(answer_to("programme_institutes"), institutes="x" * 300)
    assert "x" * 300 in said
    assert "You need not live near one" not in said


def test_the_operators_word_is_passed_on() -> None:
    said = in_plain_english(answer_to("programme_language"), training_languages="Tamil, English")
    assert "The organiser says that the training is in these languages: Tamil, English" in said


@pytest.mark.parametrize("profile", [{}, {"training_languages": "  "}])
def test_an_operator_who_said_nothing_is_not_put_words_in_the_mouth(profile: dict[str, str]) -> None:
    said = in_plain_english(answer_to("programme_language"), **profile)
    assert "The organiser has not announced the languages of the training yet." in said


def test_braces_in_the_operators_word_do_no_harm() -> None:
    assert "call: {x} {0}" in in_plain_english(answer_to("programme_states"), "where_how", contact_phone="{x} {0}")


# How it is said


def test_a_person_hears_her_own_state_and_no_other() -> None:
    answer = answer_to("loan_new_unit")
    in_mp = Circumstances(state="IN-MP")
    for part in (SHORT, MY_STATE):
        assert "Udyam Kranti" in in_plain_english(answer, part, in_mp)
        assert "UYEGP" not in in_plain_english(answer, part, in_mp)
    assert in_plain_english(answer, SHORT, Circumstances(state="IN-KL")) == in_plain_english(answer)


@pytest.mark.parametrize(
    ("topic", "who", "sentence"),
    [
        (
            "gst_required",
            Circumstances(state="IN-MP", sector="food", turnover=1_200_000),
            "Your sales are below ₹20 lakh, so the exception can fit you.",
        ),
        ("gst_required", Circumstances(has_gstin=True, turnover=100_000), "You gave me a GSTIN, so you are ready"),
        ("loan_new_unit", Circumstances(state="IN-TN", woman_owned=True), "TWEES is for women"),
        ("loan_working_capital", Circumstances(state="IN-HR", woman_owned=True), "Matrushakti Udyamita"),
        ("food_licence", Circumstances(sector="food", turnover=1_200_000), "the basic registration is the one for you"),
        ("loom_schemes", Circumstances(state="IN-TN", sector="handloom"), "free units of electricity"),
        ("delayed_payment", Circumstances(sector="trade"), "pure traders cannot use these councils"),
    ],
)
def test_what_applies_to_her_is_said_first(topic: str, who: Circumstances, sentence: str) -> None:
    for part in (SHORT, FOR_ME):
        assert sentence in in_plain_english(answer_to(topic), part, who).split("\n")[0]


@pytest.mark.parametrize("woman_owned", [None, False])
def test_womens_schemes_are_told_first_only_to_women(woman_owned: bool | None) -> None:
    for state in ("IN-TN", "IN-HR", "IN-MP", None):
        who = Circumstances(state=state, woman_owned=woman_owned)
        for answer in all_answers():
            assert not any("wom" in one.text.lower() for one in answer.applying(who))


def test_a_turnover_above_the_limit_is_not_told_of_the_exception() -> None:
    who = Circumstances(state="IN-MP", sector="food", turnover=2_000_001)
    assert "exception can fit" not in in_plain_english(answer_to("gst_required"), SHORT, who)


def test_it_ends_with_its_date_and_where_to_check() -> None:
    assert in_plain_english(answer_to("udyam_cost")).split("\n")[-1] == (
        "As of May 2023; check at udyamregistration.gov.in."
    )
    assert in_plain_english(answer_to("programme_cost")).split("\n")[-1] == (
        "As of September 2021; it may have changed since."
    )


@each_answer
def test_a_paragraph_has_no_blank_line_inside(answer: Answer) -> None:
    assert not any("\n\n" in words or words != words.strip() for words in words_of(answer))


# Reading them again in time


def test_nothing_is_overdue_on_the_day_of_writing() -> None:
    assert overdue(WRITTEN) == []


def test_an_answer_is_overdue_the_day_after_its_review_date() -> None:
    assert overdue(date(2027, 1, 31)) == []
    assert {answer.topic for answer in overdue(date(2027, 2, 1))} == {"loan_new_unit", "quality_zed"}


def test_overdue_answers_come_longest_waiting_first() -> None:
    late = overdue(date(2030, 1, 1))
    assert len(late) == len(TOPICS)
    assert [answer.review_by for answer in late] == sorted(answer.review_by for answer in late)
