"""The answers people get to frequent questions: complete, sourced, dated, short, and free of the known mistakes."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from programme.faq import Answer, all_answers, answer_to, message, overdue
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
    "quality_zed",
]
LOANS = {"loan_mudra", "loan_collateral_free", "loan_new_unit"}
FEES_AND_TAXES = LOANS | {
    *("programme_cost", "udyam_cost", "msme_classification", "gst_required", "gst_how", "sell_online_documents"),
    *("sell_online_charges", "ondc_gem", "export_iec", "delayed_payment", "quality_zed"),
}
STATES = {"IN-MP", "IN-TN", "IN-HR", "IN-GJ", "IN-UP"}
ONLY_THE_OPERATOR_KNOWS = {
    *("eligibility", "joining_link", "training_languages", "certificate"),
    *("contact_phone", "institutes", "cohort_dates", "helpline"),
}
OFFICIAL_OUTSIDE_GOV_IN = {"cgtmse.in", "mudra.org.in", "seller.flipkart.com"}

each_answer = pytest.mark.parametrize("answer", all_answers(), ids=lambda answer: answer.topic)


def words_of(answer: Answer) -> Iterator[str]:
    """Everything in an answer that a person may read."""
    yield answer.title
    yield answer.text
    yield from answer.by_state.values()
    for note in answer.operator:
        yield note.known
        yield note.silent


def in_plain_english(answer: Answer, state: str | None = None, **profile: str) -> str:
    return message(answer, state, profile, lambda text: text, lambda day: f"{day:%B %Y}")


def test_every_topic_has_exactly_one_answer() -> None:
    assert sorted(answer.topic for answer in all_answers()) == sorted(TOPICS)


def test_an_answer_is_found_by_its_topic() -> None:
    assert answer_to("udyam_cost").title == "What Udyam costs"


def test_an_unknown_topic_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        answer_to("cricket")


@each_answer
def test_it_fits_a_small_screen(answer: Answer) -> None:
    assert 250 <= len(answer.text) <= 700
    assert 0 < len(answer.title) <= 24
    assert all(len(paragraph) <= 450 for paragraph in answer.by_state.values())


@each_answer
def test_its_longest_form_fits_one_telegram_message(answer: Answer) -> None:
    filled = dict.fromkeys(ONLY_THE_OPERATOR_KNOWS, "x" * 200)
    assert max(len(in_plain_english(answer, state, **filled)) for state in [None, *STATES]) < 2000


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
    assert "ended on 31 March 2026" in answer_to(topic).text or "ran till 31 March 2026" in answer_to(topic).text


@each_answer
def test_it_leads_on_to_other_answers(answer: Answer) -> None:
    assert 2 <= len(answer.related) <= 3
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
    words = answer_to("msme_classification").text
    assert re.findall(r"₹([\d.]+) crore", words) == ["2.5", "10", "25", "100", "125", "500"]


def test_guarantee_ceiling_is_not_the_old_one_and_leaves_medium_firms_out() -> None:
    words = answer_to("loan_collateral_free").text
    assert re.findall(r"₹([\d.]+) crore", words) == ["10"]
    assert "micro or small" in words
    assert "medium" not in words


def test_marketplace_deductions_are_the_present_ones() -> None:
    assert re.findall(r"[\d.]+%", answer_to("sell_online_charges").text) == ["0.5%", "0.1%"]


def test_gst_for_online_sellers_names_the_exception_and_who_decides() -> None:
    words = answer_to("gst_required").text
    assert "enrolment number" in words
    assert "The marketplace decides" in words


def test_unpaid_bills_go_to_the_new_portal_and_count_from_acceptance() -> None:
    words = answer_to("delayed_payment").text
    assert "odr.msme.gov.in" in words
    assert "not to Samadhaan" in words
    assert "45 days after accepting" in words
    assert "15 days" in words


def test_haryana_is_not_promised_a_scheme_that_ended() -> None:
    assert "ended on 31 December 2025" in answer_to("loan_new_unit").by_state["IN-HR"]


@pytest.mark.parametrize("topic", sorted(LOANS))
def test_money_answers_say_who_decides(topic: str) -> None:
    assert re.search(r"Terms change, and the [a-z ]+ decides?\.", answer_to(topic).text)


def test_the_programme_is_described_from_outside() -> None:
    words = answer_to("programme_about").text
    assert "independent" in words
    assert "not a government scheme" in words
    assert "does not promise" in answer_to("programme_benefits").text


# Only the operator can say


def test_what_no_source_has_comes_from_the_operator_only() -> None:
    asked = {note.setting for answer in all_answers() for note in answer.operator}
    assert asked == ONLY_THE_OPERATOR_KNOWS


@each_answer
def test_places_stand_only_in_what_the_operator_fills(answer: Answer) -> None:
    for note in answer.operator:
        assert re.findall(r"{.*?}", note.known) == ["{value}"]
        assert "not announced" in note.silent
    filled = {note.known for note in answer.operator}
    assert not any("{" in words or "}" in words for words in words_of(answer) if words not in filled)


def test_the_operators_word_is_passed_on() -> None:
    said = in_plain_english(answer_to("programme_language"), training_languages="Tamil, English")
    assert "The organiser says that the training is in these languages: Tamil, English" in said


@pytest.mark.parametrize("profile", [{}, {"training_languages": "  "}])
def test_an_operator_who_said_nothing_is_not_put_words_in_the_mouth(profile: dict[str, str]) -> None:
    said = in_plain_english(answer_to("programme_language"), **profile)
    assert "The organiser has not announced the languages of the training yet." in said


def test_braces_in_the_operators_word_do_no_harm() -> None:
    assert "call: {x} {0}" in in_plain_english(answer_to("programme_states"), contact_phone="{x} {0}")


# How it is said


def test_a_person_hears_her_own_state_and_no_other() -> None:
    answer = answer_to("loan_new_unit")
    assert "Udyam Kranti" in in_plain_english(answer, "IN-MP")
    assert "UYEGP" not in in_plain_english(answer, "IN-MP")
    assert in_plain_english(answer, "IN-KL") == in_plain_english(answer, None)


def test_it_ends_with_its_date_and_where_to_check() -> None:
    assert in_plain_english(answer_to("udyam_cost")).split("\n\n")[-1] == (
        "My sources for this go up to May 2023. Rules change, so check udyamregistration.gov.in before you act."
    )
    assert in_plain_english(answer_to("programme_cost")).split("\n\n")[-1] == (
        "My sources for this go up to September 2021. Things may have changed since."
    )


@each_answer
def test_every_text_is_translated_whole(answer: Answer) -> None:
    asked: list[str] = []

    def say(text: str) -> str:
        asked.append(text)
        return f"«{text}»"

    said = message(answer, "IN-TN", {}, say, lambda day: "MONTH")
    expected = [answer.text, *filter(None, [answer.by_state.get("IN-TN")]), *(note.silent for note in answer.operator)]
    assert asked[:-1] == expected
    assert all(paragraph[0] == "«" and paragraph[-1] == "»" for paragraph in said.split("\n\n"))
    assert "MONTH" in said


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
