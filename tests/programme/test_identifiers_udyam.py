"""Udyam numbers as people copy them from the certificate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.identifiers.problem import Problem
from programme.identifiers.udyam import read_udyam, state_of_udyam, unusual_state_letters
from programme.places import all_states

LETTERS = st.sampled_from([state.udyam for state in all_states()] + ["KA", "TG", "DN"])
SEPARATORS = st.sampled_from(["-", " ", "", "–", " - ", ".", "/"])
AROUND = st.sampled_from(["{}", "mera udyam number {} hai", "उद्यम नंबर {} है", "{} en udyam en", "No: {}."])


@pytest.mark.parametrize(
    "typed",
    [
        "UDYAM-MP-00-0001234",
        "udyam-mp-00-0001234",
        "udyam mp 00 0001234",
        "UDYAMMP000001234",
        "UDYAM–MP–00–0001234",
        "UDYAM-MP-००-०००१२३४",
        "udyam-mp-௦௦-௦௦௦௧௨௩௪",
        "UDYAM-MP-OO-OOO1234",
        "udhyam-mp-00-0001234",
        "MP-00-0001234",
        "उद्यम-MP-00-0001234",
        "my udyam registration number is UDYAM-MP-00-0001234 thanks",
        "UDYAM - MP - 00 - 000 1234",
    ],
)
def test_a_number_is_read_from_any_writing(typed: str) -> None:
    assert read_udyam(typed) == "UDYAM-MP-00-0001234"


@given(LETTERS, st.integers(0, 99), st.integers(0, 9_999_999), SEPARATORS, AROUND, st.booleans())
def test_every_writing_of_a_number_reads_to_the_same(
    letters: str, district: int, serial: int, separator: str, around: str, small: bool
) -> None:
    parts = ["UDYAM", letters, f"{district:02}", f"{serial:07}"]
    written = separator.join(parts)
    assert read_udyam(around.format(written.lower() if small else written)) == "-".join(parts)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("MP23A0012345", Problem("udyam_old_uam")),
        ("mera udyog aadhaar MP 23 A 0012345", Problem("udyam_old_uam")),
        ("UDYAM-XX-00-0001234", Problem("udyam_state_letters", {"letters": "XX"})),
        ("UDYAM-MP-00-000123", Problem("udyam_length", {"digits": 8})),
        ("UDYAM-MP-00-00012345", Problem("udyam_length", {"digits": 10})),
        ("udyam mp 12", Problem("udyam_length", {"digits": 2})),
        ("UDYAM-23-0001234", Problem("udyam_form")),
        ("12345", Problem("udyam_form")),
        ("pata nahi", Problem("udyam_missing")),
        ("", Problem("udyam_missing")),
    ],
)
def test_what_is_wrong_is_said(typed: str, problem: Problem) -> None:
    assert read_udyam(typed) == problem


def test_letters_that_the_portal_seldom_writes_are_taken_and_noted() -> None:
    number = read_udyam("UDYAM-KA-00-0001234")
    assert number == "UDYAM-KA-00-0001234"
    assert unusual_state_letters(number) == "KA"
    assert unusual_state_letters("UDYAM-KR-00-0001234") is None


def test_the_letters_name_the_state() -> None:
    names = [state and state.iso for state in map(state_of_udyam, ["UDYAM-KR-00-0000000", "UDYAM-KA-00-0000000"])]
    assert names == ["IN-KA", "IN-KA"]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_gets_an_answer(text: str) -> None:
    answer = read_udyam(text)
    assert isinstance(answer, Problem) or len(answer) == 19
