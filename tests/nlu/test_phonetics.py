"""One word in three scripts has one sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.native_script import native_text
from nlu.phonetics import skeleton
from nlu.romanised import romanised


@pytest.mark.parametrize(
    "spellings",
    [
        ("नमस्ते", "namaste", "nmste"),
        ("लोन", "லோன்", "loan", "lon"),
        ("எனக்கு", "enaku", "enakku"),
        ("வேணும்", "venum", "vaenum"),
        ("करना", "karna", "krna"),
        ("चाहिए", "chahiye", "chahie"),
        ("रजिस्टर", "rajistar"),
        ("घड़ी", "ghari"),
    ],
)
def test_spellings_of_one_word_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("typed", "native"),
    [
        ("kya mujhe loan mil sakta hai", "क्या मुझे loan मिल सकता है"),
        ("mera gst number nhi h", "मेरा gst number नहीं है"),
        ("udyam registration kaise karna hai", "udyam registration कैसे करना है"),
    ],
)
def test_latin_hindi_goes_back_to_devanagari_and_english_stays(typed: str, native: str) -> None:
    assert native_text(typed, "hi-Latn") == native


def test_latin_tamil_goes_back_to_tamil() -> None:
    assert native_text("enaku kadan venum", "ta-Latn") == "எனக்கு கடன் வேணும்"


def test_other_registers_stay_as_they_are() -> None:
    assert native_text("main road pe shop", "en") == "main road pe shop"


@given(st.text(max_size=60))
def test_any_word_has_a_sound_and_a_romanisation(word: str) -> None:
    assert skeleton(word).isascii()
    romanised(word)
    native_text(word, "hi-Latn")
