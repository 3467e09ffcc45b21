"""Aadhaar numbers are seen in every writing, and little else is taken for one."""

import unicodedata
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import verhoeff
from stdnum.in_ import aadhaar as library

from programme.identifiers.aadhaar import REMOVED, holds_aadhaar, redact_aadhaar

GOOD = "234123412346"  # published as an example, nobody's
DIGITS = st.sampled_from(["0123456789", "०१२३४५६७८९", "௦௧௨௩௪௫௬௭௮௯", "૦૧૨૩૪૫૬૭૮૯"])
SEPARATORS = st.sampled_from([" ", "-", ".", " - ", "–", "\u00a0", "\n", "\u200b", "  "])


def with_check(digits: str) -> str:
    return digits + str(verhoeff.calc_check_digit(digits))


AADHAARS = st.from_regex(r"[2-8][0-9]{10}", fullmatch=True).map(with_check).filter(library.is_valid)


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "2341 2341 2346",
        "2341-2341-2346",
        "2341.2341.2346",
        "2341 2341 2347",  # 4-4-4 with a slip of the finger is one all the same
        "मेरा आधार २३४१ २३४१ २३४६ है",
        "ஆதார் ௨௩௪௧௨௩௪௧௨௩௪௬",
        "aadhaar234123412346",
        "234123 412346",
        "9876543210 2341 2341 2346",
        "2341\u200b2341\u200b2346",
        "2341234123412341",  # a virtual id
        "2341 2341 2341 2341",
        "UDYAM-MP-00-0001234, 234123412346",
    ],
)
def test_an_aadhaar_number_is_seen_and_taken_out(text: str) -> None:
    assert holds_aadhaar(text)
    redacted = redact_aadhaar(text)
    assert REMOVED in redacted
    assert not holds_aadhaar(redacted)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "namaste",
        "9876543210",
        "98765 43210",
        "234123412347",  # joined, with a wrong check digit
        "123412341234",  # none begins with 1
        "23ZZZPZ9999Z1Z0",
        "UDYAM-MP-23-0001234",
        "UDYAM-MP-23-0001234 100",
        "2019 2020 2021",
        "2019 2020 2021 2022",
        "2026-12-24 10.30",
        "₹2,34,123 aur 4,12,346",
        "2341234123460000000",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not holds_aadhaar(text)
    assert redact_aadhaar(text) == text


def mobiles_that_pass_the_check() -> list[str]:
    seeded = Random(7)
    numbers = (f"91{seeded.randint(6_000_000_000, 9_999_999_999)}" for _ in range(2_000))
    return [number for number in numbers if verhoeff.is_valid(number)]


@pytest.mark.parametrize("number", mobiles_that_pass_the_check()[:40])
def test_a_phone_number_with_91_is_a_phone_number(number: str) -> None:
    mobile = number[2:]
    for text in (f"+{number}", f"+91 {mobile}", f"+91-{mobile[:5]}-{mobile[5:]}", f"91 {mobile}", f"91-{mobile}"):
        assert not holds_aadhaar(text), text
    assert not holds_aadhaar(number, phone_expected=True)
    assert holds_aadhaar(number)  # joined and unasked for: rather once too often


@pytest.mark.parametrize("number", mobiles_that_pass_the_check()[:20])
def test_a_phone_number_that_is_called_so_is_one(number: str) -> None:
    for text in (
        f"change my number to {number}",
        f"mera nya mobile {number} hai",
        f"मेरा नंबर {number}",
        f"என் போன் நம்பர் {number}",
    ):
        assert not holds_aadhaar(text), text
    for text in (
        f"my aadhaar number is {number}",
        f"आधार नंबर {number}",
        f"number {number[:4]} {number[4:8]} {number[8:]}",
    ):
        assert holds_aadhaar(text), text


@given(AADHAARS, st.text(st.characters(exclude_categories=("Nd",))), SEPARATORS, DIGITS, st.lists(st.integers(1, 11)))
def test_no_writing_of_one_survives_redaction(
    number: str, around: str, separator: str, digits: str, breaks: list[int]
) -> None:
    cuts = [0, *sorted(set(breaks)), len(number)]
    pieces = [number[start:end] for start, end in pairwise(cuts)]
    written = separator.join(pieces).translate(str.maketrans("0123456789", digits))
    redacted = redact_aadhaar(f"{around}{written} {around}")
    left = "".join(str(unicodedata.decimal(letter)) for letter in redacted if letter.isdecimal())
    assert number not in left


@given(st.text(st.sampled_from("0123456789 -.+२३௪abZUDYM\u200b")), st.booleans())
def test_after_redaction_nothing_is_left_to_find(text: str, phone_expected: bool) -> None:
    redacted = redact_aadhaar(text, phone_expected)
    assert not holds_aadhaar(redacted, phone_expected)
    assert holds_aadhaar(text, phone_expected) == (redacted != text)


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_looked_through(text: str) -> None:
    assert holds_aadhaar(text) == (REMOVED in redact_aadhaar(text) and REMOVED not in text)
