"""GSTINs, and the PANs inside them."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.in_ import gstin as library

from programme.identifiers.gstin import check_character, pan_of_gstin, read_gstin, state_of_gstin
from programme.identifiers.pan import is_personal, read_pan
from programme.identifiers.problem import Problem

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LINES = Path(__file__).with_name("synthetic_gstin.csv").read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(line for line in _LINES if not line.startswith("#")))
NUMBERS = st.sampled_from([row["gstin"] for row in ROWS])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["gstin"])
def test_every_made_up_number_reads_in_its_state(row: dict[str, str]) -> None:
    number = row["gstin"]
    assert read_gstin(number, row["state_iso"]) == number
    assert state_of_gstin(number) == row["state_iso"]
    assert read_pan(pan_of_gstin(number)) == pan_of_gstin(number)


@pytest.mark.parametrize("number", [row["gstin"] for row in ROWS])
def test_any_single_wrong_character_is_refused(number: str) -> None:
    for place in range(len(number)):
        for wrong in set(ALPHABET + "-? ") - {number[place]}:
            changed = number[:place] + wrong + number[place + 1 :]
            assert isinstance(read_gstin(changed), Problem), changed


@given(
    NUMBERS,
    st.sampled_from(["", " ", "-", " - "]),
    st.sampled_from(["{}", "mera gst number {} hai", "GSTIN: {}.", "என் ஜிஎஸ்டி {}", "जीएसटी {} है"]),
    st.booleans(),
)
def test_every_writing_of_a_number_reads_to_the_same(number: str, separator: str, around: str, small: bool) -> None:
    written = separator.join([number[:2], number[2:7], number[7:11], number[11], number[12:]])
    assert read_gstin(around.format(written.lower() if small else written)) == number


@given(NUMBERS)
def test_digits_of_other_scripts_are_read(number: str) -> None:
    assert read_gstin(number.translate(str.maketrans("0123456789", "०१२३४५६७८९"))) == number
    assert read_gstin(" ".join(number)) == number


@pytest.mark.parametrize("code", ["97", "99", "25", "28"])
def test_codes_that_are_no_state_of_today_are_known(code: str) -> None:
    body = f"{code}ZZZPZ9999Z1Z"
    number = body + check_character(body)
    assert read_gstin(number) == number


@given(NUMBERS)
def test_the_library_agrees_where_it_knows_the_state(number: str) -> None:
    assert library.is_valid(number) or number[:2] == "38"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("23ZZZPZ9999Z1Z", Problem("gstin_length", {"digits": 14})),
        ("gst 23 ZZZPZ 9999 Z1Z", Problem("gstin_length", {"digits": 14})),
        ("23ZZZPZ9999Z1Z00", Problem("gstin_length", {"digits": 16})),
        ("23ZZZPZ9999Z1Z1", Problem("gstin_check")),
        ("23ZZZPZ9999Z0Z0", Problem("gstin_form")),
        ("2ZZZZPZ9999Z1Z0", Problem("gstin_form")),
        ("nahi hai", Problem("gstin_missing")),
        ("", Problem("gstin_missing")),
    ],
)
def test_what_is_wrong_is_said(typed: str, problem: Problem) -> None:
    assert read_gstin(typed) == problem


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("27ABCD12345E1DX", "TDS"),
        ("27ABCDE1234F1DX", "TDS"),
        ("our tds number is 27 abcd 12345 e1dx", "TDS"),
        ("29ABCDE1234F1C5", "TCS"),
        ("0717USA12345UN1", "UIN"),
        ("0719FRA00007OND", "UIN"),
        ("3318USA00006NRA", "NRTP"),
        ("9917USA12345OSQ", "OIDAR"),
    ],
)
def test_a_right_number_that_is_no_businesss_is_said_to_be_another_kind(typed: str, kind: str) -> None:
    assert read_gstin(typed) == Problem("gstin_kind", {"kind": kind})


def test_a_number_of_another_state_is_said_with_both_states() -> None:
    problem = read_gstin("33ZZZPZ9999Z1ZZ", "IN-MP")
    assert problem == Problem("gstin_other_state", {"gstin_state": "IN-TN", "state": "IN-MP"})


def test_an_unknown_state_code_is_said() -> None:
    body = "55ZZZPZ9999Z1Z"
    assert read_gstin(body + check_character(body)) == Problem("gstin_state_unknown", {"code": "55"})


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("zzzpz9999z", "ZZZPZ9999Z"),
        ("PAN: ZZZPZ 9999 Z", "ZZZPZ9999Z"),
        ("mera pan zzzpz९९९९z hai", "ZZZPZ9999Z"),
        ("AAAPA1111A", "AAAPA1111A"),
        ("gstin 23ZZZPZ9999Z1Z0", "ZZZPZ9999Z"),
        ("ZZZPZ9999", Problem("pan_length", {"digits": 9})),
        ("ZZZPZ99999", Problem("pan_form")),
        ("ZZZXZ9999Z", Problem("pan_holder", {"letter": "X"})),
        ("ZZZPZ0000Z", Problem("pan_form")),
        ("nahi", Problem("pan_missing")),
    ],
)
def test_pan(typed: str, read: str | Problem) -> None:
    assert read_pan(typed) == read


def test_a_pan_with_p_is_a_persons() -> None:
    assert is_personal("ZZZPZ9999Z")
    assert not is_personal("ZZZCZ9999Z")


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(read_gstin(text), str | Problem)
    assert isinstance(read_pan(text), str | Problem)
