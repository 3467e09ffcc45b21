"""Aadhaar numbers are seen in every writing, and little else is taken for one."""

import unicodedata
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import verhoeff
from stdnum.in_ import aadhaar as library

from programme.identifiers.aadhaar import REMOVED, completes_aadhaar, holds_aadhaar, redact_aadhaar
from programme.writing import cleaned, normalise
from tests.programme.disguises import DISGUISES, HARMLESS, disguised, harmless

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
        "aadhaar 2341 2341 2347",  # beside the word, a slip of the finger is one all the same
        "2341234123460000000",  # another number right after it
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
        "2341 2341 2347",  # three figures, as a turnover by years
        "sales 2341 2341 2346",
        "2341 2341 2346 kg",
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


WITHOUT_NUMBERS = st.text(
    st.characters(exclude_categories=("Nd", "No", "Nl")).filter(lambda one: unicodedata.numeric(one, -1) < 0)
)


@given(AADHAARS, WITHOUT_NUMBERS, SEPARATORS, DIGITS, st.lists(st.integers(1, 11)))
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


KINDS_OF_MESSAGES = 400


@pytest.mark.parametrize("kind", list(DISGUISES))
def test_in_no_disguise_one_gets_past_and_nothing_of_it_is_left(kind: str) -> None:
    chance = Random(kind)
    for _message in range(KINDS_OF_MESSAGES):
        text = disguised(chance, kind)
        assert holds_aadhaar(text), text
        assert not holds_aadhaar(redact_aadhaar(text)), text


@pytest.mark.parametrize("kind", list(HARMLESS))
def test_figures_that_people_are_asked_for_are_not_taken_for_one(kind: str) -> None:
    chance = Random(kind)
    refused = [text for text in (harmless(chance, kind) for _ in range(4 * KINDS_OF_MESSAGES)) if holds_aadhaar(text)]
    assert len(refused) <= 0.001 * 4 * KINDS_OF_MESSAGES, refused


@pytest.mark.parametrize("kind", list(DISGUISES))
def test_what_was_normalised_after_the_check_is_checked_as_well(kind: str) -> None:
    """Nobody can write something that becomes a number only after it was looked at."""
    chance = Random(kind)
    for _message in range(KINDS_OF_MESSAGES // 4):
        text = disguised(chance, kind)
        assert holds_aadhaar(normalise(text)) == holds_aadhaar(cleaned(text)) == holds_aadhaar(text), text


@pytest.mark.parametrize(
    ("earlier", "later"), [("2341", "23412346"), ("23412341", "2346"), ("234123", "412346"), ("२३४१ २३४१", "2346.")]
)
def test_two_messages_of_digits_alone_can_be_one_number(earlier: str, later: str) -> None:
    assert completes_aadhaar(earlier, later)


@pytest.mark.parametrize(
    ("earlier", "later"), [("2341", "23412347"), ("2341 pieces", "23412346"), ("234123412346", "1"), ("", "2341")]
)
def test_other_messages_of_digits_are_left_alone(earlier: str, later: str) -> None:
    assert not completes_aadhaar(earlier, later)
