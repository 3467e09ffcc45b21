"""Mobile numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.identifiers.phone import read_phone
from programme.identifiers.problem import Problem

MOBILES = st.from_regex(r"[6-9][0-9]{9}", fullmatch=True)
PREFIXES = st.sampled_from(["", "+91", "91", "0", "0091", "+91 ", "+91-", "91 ", "(+91) ", "091"])
AROUND = st.sampled_from(["{}", "mera number {} hai", "मेरा नंबर {} है", "என் நம்பர் {}", "call me on {}.", "M:{}", "📱{}"])
DIGITS = st.sampled_from(["0123456789", "०१२३४५६७८९", "௦௧௨௩௪௫௬௭௮௯", "૦૧૨૩૪૫૬૭૮૯", "０１２３４５６７８９"])


@pytest.mark.parametrize(
    "typed",
    [
        "9876543210",
        "+91 98765 43210",
        "919876543210",
        "09876543210",
        "00919876543210",
        "98765-43210",
        "(+91) 98765.43210",
        "९८७६५ ४३२१०",
        "௯௮௭௬௫ ௪௩௨௧௦",
        "mera number 98765 43210 hai",
        "9 8 7 6 5 4 3 2 1 0",
        "9876543210, 9876543210",
        "2 baje ke baad 9876543210 par",
        "98765\u200b43210",
        "1 9876543210",
        "change my number to 919876543210",
    ],
)
def test_a_number_is_read_from_any_writing(typed: str) -> None:
    assert read_phone(typed) == "9876543210"


@given(MOBILES, PREFIXES, AROUND, DIGITS, st.sampled_from(["", " ", "-", ".", "  "]), st.integers(1, 9))
def test_every_writing_of_a_number_reads_to_the_same(
    number: str, prefix: str, around: str, digits: str, separator: str, place: int
) -> None:
    written = around.format(prefix + number[:place] + separator + number[place:])
    assert read_phone(written.translate(str.maketrans("0123456789", digits))) == number


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("98765", Problem("phone_length", {"digits": 5})),
        ("+91 98765", Problem("phone_length", {"digits": 5})),
        ("987654321012", Problem("phone_length", {"digits": 12})),
        ("5876543210", Problem("phone_first_digit", {"first": "5"})),
        ("91 5876543210", Problem("phone_first_digit", {"first": "5"})),
        ("0876543210", Problem("phone_first_digit", {"first": "0"})),
        ("+1 415 555 0100", Problem("phone_country")),
        ("+1 9876543210", Problem("phone_country")),
        ("1 415 555 0100", Problem("phone_country")),
        ("14155550100", Problem("phone_country")),
        ("0044 7911 123456", Problem("phone_country")),
        ("447911123456", Problem("phone_country")),
        ("+971 50 123 4567", Problem("phone_country")),
        ("971501234567", Problem("phone_country")),
        ("mera number 00971501234567 hai", Problem("phone_country")),
        ("94 77 123 4567", Problem("phone_country")),
        ("9779841234567", Problem("phone_country")),
        ("98765432101", Problem("phone_length", {"digits": 11})),
        ("nahi dena", Problem("phone_missing")),
        ("", Problem("phone_missing")),
        ("9876543210 ya 9123456780", Problem("phone_several", {"count": 2})),
        ("9876543210 9123456780", Problem("phone_several", {"count": 2})),
        ("9876543210/9123456780", Problem("phone_several", {"count": 2})),
    ],
)
def test_what_is_wrong_is_said(typed: str, problem: Problem) -> None:
    assert read_phone(typed) == problem


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_gets_an_answer(text: str) -> None:
    answer = read_phone(text)
    assert isinstance(answer, Problem) or (len(answer) == 10 and answer[0] in "6789")
