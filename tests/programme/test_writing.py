"""One spelling of a text for everything that reads it."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.writing import cleaned, cleaned_lines, normalise, script_of, without_marks

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # half surrogate pairs too


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("९८७६५ ௯௮௭௬௫ ９８૭૬", "98765 98765 9876"),
        ("க்\u200cஷ க்\u200dஷ", "க்ஷ க்ஷ"),
        ("\ufeffइंदौर\u200b \u202eसे\u202c", "इंदौर से"),
        ("कड़ा", unicodedata.normalize("NFC", "कड\u093cा")),
        ("கொ", "கொ"),
        ("₨500 ௹500 ₹500", "₹500 ₹500 ₹500"),
        ("5\u20137 दिन \u2014 ठीक", "5-7 दिन - ठीक"),
        ("don\u2019t say \u201cno\u201d", 'don\'t say "no"'),
        ("  two\u00a0\u2003words\r\nand a line\t", "two words and a line"),
        ("pleeeeeease", "pleeease"),
        ("हाँीीीीीी", "हाँीीी"),
        ("1000000 !!!!! -----", "1000000 !!!!! -----"),
        ("27AAAAA0000A1Z5 aaaaa 1111 a", "27AAAAA0000A1Z5 aaaaa 1111 a"),
        ("1️⃣", "1"),
        ("ＵＤＹＡＭ－ＭＰ", "UDYAM-MP"),
        ("\x00a\x07b\x1b", "ab"),
        ("\ud83d\ude00 \ud83d", "😀 \ufffd"),
        ("", ""),
    ],
)
def test_typed_text_is_read_in_one_spelling(typed: str, read: str) -> None:
    assert normalise(typed) == read


@given(ANY_TEXT)
def test_a_normalised_text_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


@given(ANY_TEXT)
def test_nothing_invisible_is_left(text: str) -> None:
    kinds = {unicodedata.category(letter) for letter in normalise(text) if ord(letter) < 0x1D000}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert not set("\u200b\u200c\u200d\u200e\u200f\ufeff\u202e\u2066") & set(normalise(text))


@given(ANY_TEXT)
def test_cleaned_text_keeps_what_was_typed(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    assert cleaned(text) == unicodedata.normalize("NFC", cleaned(text))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("க்\u200cஷ", "க்\u200cஷ"),  # a shape that was chosen
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d🏭 Asha", "👩\u200d🏭 Asha"),
        ("A\u200dsha", "Asha"),
        ("2\u200d3", "23"),
        ("१\u200c२", "१२"),
        ("क\u200d\u200d", "क"),
        ("2\u31643\u180e4\ufff95\U000e00416\x007", "234567"),
    ],
)
def test_joiners_stay_where_they_are_part_of_a_letter_and_nothing_else_unseen_does(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


def test_lines_of_staff_stay_lines() -> None:
    assert cleaned_lines(" Dear {name},\r\n\n\n\ncome\u200b  at ten \n") == "Dear {name},\n\ncome at ten"


def test_cleaned_text_keeps_quotes_digits_and_tags() -> None:
    assert cleaned(" <b>“शर्मा”</b>\n&  १ Sons\u200b ") == "<b>“शर्मा”</b> & १ Sons"


@pytest.mark.parametrize(
    "unit", ["a\u0301\u0327", "\u0301\u0327", "e" * 3 + "\u0323", "हीं ", "யா", "\u0344", "\ud800", "\u200d", " \n"]
)
def test_a_hostile_text_takes_time_in_proportion_to_its_length(unit: str) -> None:
    text = "a" + unit * (200_000 // len(unit))
    start = time.perf_counter()
    normalise(text), cleaned(text), script_of(text), without_marks(text)
    assert time.perf_counter() - start < 2  # a quadratic step takes over a minute here


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("hello", "Latn"),
        ("नमस्ते", "Deva"),
        ("வணக்கம்", "Taml"),
        ("मुझे loan चाहिए", "Deva"),
        ("GST பற்றி சொல்லுங்கள்", "Taml"),
        ("workshop ka time क्या", "Latn"),
        ("क a", "Deva"),
        ("१२३ 456 ?!", None),
        ("", None),
        ("привет", None),
    ],
)
def test_the_script_with_most_letters_counts(text: str, script: str | None) -> None:
    assert script_of(text) == script


def test_only_latin_letters_lose_their_marks() -> None:
    assert without_marks("Bihār Tamil Nādu") == "Bihar Tamil Nadu"
    assert without_marks("कुँआ கொ") == "कुँआ கொ"
