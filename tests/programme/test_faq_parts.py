"""Every part of every answer on a phone, in every language: short enough, whole, dated; and what follows on what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import regex

from locales import formats
from locales.catalogues import available, catalogue
from programme.faq import (
    ASPECTS,
    FOR_ME,
    LONGEST,
    MY_STATE,
    NOTHING_KNOWN,
    PARTS,
    SHORT,
    Answer,
    Circumstances,
    all_answers,
    answer_to,
    follow_up,
    message,
    next_part,
    part_for,
)
from programme.faq.circumstances import Applies
from programme.profile import read_profile

EXAMPLE = read_profile(Path(__file__).parents[2] / "programme.example.toml")

each_language = pytest.mark.parametrize("language", available())
each_answer = pytest.mark.parametrize("answer", all_answers(), ids=lambda answer: answer.topic)


def one_of(condition: frozenset[str]) -> str | None:
    return min(condition, default=None)


def met_by(applies: Applies) -> Circumstances:
    """Somebody to whom the sentence applies."""
    return Circumstances(
        state=one_of(applies.states),
        sector=one_of(applies.sectors),
        turnover=applies.turnover_up_to,
        has_gstin=applies.has_gstin,
        has_udyam=applies.has_udyam,
        woman_owned=applies.woman_owned,
        sells_online=applies.sells_online,
    )


def people_for(answer: Answer) -> Iterator[Circumstances]:
    yield NOTHING_KNOWN
    yield from (Circumstances(state=state) for state in answer.by_state)
    yield from (met_by(one) for one in answer.applies)


def rendered(answer: Answer, part: str, who: Circumstances, language: str, profile: dict[str, str]) -> str:
    def month_year(day: date) -> str:
        return formats.month_year(day, language)

    return message(answer, part, who, profile, catalogue(language).say, month_year)


@each_language
@each_answer
@pytest.mark.parametrize("profile", ["silent", "example"])
def test_no_rendering_is_longer_than_a_phone_shows(answer: Answer, language: str, profile: str) -> None:
    said_by_operator = EXAMPLE.in_language(language) if profile == "example" else {}
    for who in people_for(answer):
        for part in (*answer.parts_for(who), *([FOR_ME] if answer.applying(who) else [])):
            said = rendered(answer, part, who, language, said_by_operator)
            assert len(regex.findall(r"\X", said)) <= LONGEST, (part, who)


@each_language
@each_answer
def test_nothing_is_left_out_to_make_it_fit(answer: Answer, language: str) -> None:
    words = catalogue(language)
    for who in people_for(answer):
        for name, part in answer.parts.items():
            said = rendered(answer, name, who, language, {})
            assert words.say(part.text) in said, (name, who)
            assert part.note is None or words.say(part.note.silent) in said


@each_language
@each_answer
def test_every_part_ends_with_its_month_and_the_official_place(answer: Answer, language: str) -> None:
    for part in answer.parts_for(NOTHING_KNOWN):
        last = rendered(answer, part, NOTHING_KNOWN, language, {}).split("\n")[-1]
        assert formats.month_year(answer.as_of, language) in last
        assert answer.official is None or answer.official in last


@each_answer
def test_parts_have_names_that_buttons_know(answer: Answer) -> None:
    assert answer.parts.keys() <= set(PARTS)
    assert all(one.part in answer.parts for one in answer.applies)


# What is asked after an answer


@each_answer
@pytest.mark.parametrize("aspect", ASPECTS)
def test_whatever_is_asked_after_an_answer_has_an_answer_or_is_named_as_missing(answer: Answer, aspect: str) -> None:
    found = part_for(answer.topic, aspect)
    asked = follow_up(answer.topic, aspect)
    if found is None:
        assert asked["faq_topic"] == answer.topic
        assert asked["faq_part"] not in answer.parts
    else:
        topic, part = found
        assert asked == {"faq_topic": topic, "faq_part": part}
        assert part == FOR_ME or part in answer_to(topic).parts


@pytest.mark.parametrize(
    ("topic", "aspect", "expected"),
    [
        ("udyam_documents", "cost", ("udyam_cost", "short")),
        ("udyam_documents", "length", ("udyam_how", "how_long")),
        ("udyam_documents", "where", ("udyam_how", "short")),
        ("udyam_how", "papers", ("udyam_how", "papers")),
        ("gst_required", "length", ("gst_how", "how_long")),
        ("sell_online_how", "papers", ("sell_online_documents", "short")),
        ("programme_about", "language", ("programme_language", "short")),
        ("loan_mudra", "papers", ("loan_working_capital", "papers")),
        ("food_licence", "cost", ("food_licence", "cost")),
        ("quality_zed", "papers", None),
    ],
)
def test_a_follow_up_goes_to_the_subjects_own_answer(topic: str, aspect: str, expected: tuple[str, str] | None) -> None:
    assert part_for(topic, aspect) == expected


# Never the same words twice


def test_the_short_part_comes_first() -> None:
    assert next_part(answer_to("udyam_how"), None, [], NOTHING_KNOWN) == SHORT


def test_a_repeated_question_gets_other_parts_until_all_is_said() -> None:
    answer, told = answer_to("udyam_how"), list[str]()
    while (part := next_part(answer, None, told, NOTHING_KNOWN)) is not None:
        assert part not in told
        told.append(part)
    assert told == list(answer.parts_for(NOTHING_KNOWN))


def test_a_repeated_question_gets_what_applies_to_her_first() -> None:
    who = Circumstances(state="IN-MP", woman_owned=True)
    answer = answer_to("loan_new_unit")
    assert next_part(answer, None, [SHORT], who) == FOR_ME
    assert next_part(answer, None, [SHORT, FOR_ME], who) == MY_STATE


def test_whether_it_applies_is_answered_by_who_it_is_for_where_nothing_is_known_of_her() -> None:
    assert next_part(answer_to("loan_mudra"), FOR_ME, [SHORT], NOTHING_KNOWN) == "who_may"


def test_a_part_may_be_read_again_but_not_twice_running() -> None:
    answer = answer_to("udyam_how")
    assert next_part(answer, "papers", [SHORT, "papers", "how_long"], NOTHING_KNOWN) == "papers"
    assert next_part(answer, "papers", [SHORT, "papers"], NOTHING_KNOWN) == "how_long"


def test_a_part_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        next_part(answer_to("quality_zed"), "papers", [], NOTHING_KNOWN)


@pytest.mark.parametrize("missing", ["state", "sector", "turnover"])
def test_what_is_not_known_meets_no_condition(missing: str) -> None:
    applies = next(one for one in answer_to("gst_required").applies if one.turnover_up_to)
    assert applies.to(met_by(applies))
    assert not applies.to(replace(met_by(applies), **{missing: None}))
