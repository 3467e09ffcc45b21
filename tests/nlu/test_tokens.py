"""Words keep their matras, pulli and signs, and know where they stand in what was typed."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.tokens import READ_AT_MOST, plain, words

ANY_TEXT = st.text(st.characters(), max_size=200)  # lone surrogates included


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("नमस्ते, दिल्ली से!", "नमस्ते दिल्ली से"),
        ("தமிழ் வேணும்.", "தமிழ் வேணும்"),
        ("हाँ/नहीं", "हाँ नहीं"),
        ("₹50,000 fees?", "₹ 50,000 fees ?"),
        ("12/12 ko", "12/12 ko"),
        ("mera १२ लाख", "mera 12 लाख"),
        ("hiiiii pleaseeee", "hi please"),
        ("don’t", "don't"),
        ("thanks 🙏🏽", "thanks 🙏"),
        ("क्\u200dष க்\u200cஷ", "क्ष க்ஷ"),
        ("", ""),
        ("...", ""),
    ],
)
def test_words_are_normalised_and_whole(typed: str, read: str) -> None:
    assert plain(typed) == read


def test_a_word_stands_where_it_was_typed() -> None:
    typed = "  Ka\u200bl १२ बजे"
    assert [typed[word.start : word.end] for word in words(typed)] == ["Ka\u200bl", "१२", "बजे"]


@given(ANY_TEXT)
def test_any_text_has_words_in_order_within_it(typed: str) -> None:
    ends = 0
    for word in words(typed):
        assert ends <= word.start < word.end <= len(typed)
        assert word.text
        ends = word.end


def test_a_hundred_thousand_characters_are_read_in_no_time() -> None:
    began = process_time()
    assert len(plain("कल workshop है " * 7_000)) <= READ_AT_MOST
    assert process_time() - began < 0.5
