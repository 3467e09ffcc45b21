"""Long texts in parts: no letter lost, none torn from its signs, cut where a reader would pause."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.splitting import LONGEST, split, units

LETTERS = st.sampled_from(["नी", "த", "தொ", "க்ஷி", "a", "👩‍👩‍👧", "é", " ", "\n", ". ", "। ", "x" * 40])


@given(st.lists(LETTERS, max_size=120).map("".join), st.integers(12, 60))
def test_parts_fit_and_hold_every_letter_whole(text: str, longest: int) -> None:
    parts = split(text, longest)
    assert all(0 < units(part) <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
    letters = regex.findall(r"\X", text)
    assert all(letter in letters for part in parts for letter in regex.findall(r"\X", part) if units(letter) <= longest)


def test_a_text_is_cut_after_a_paragraph_else_after_a_sentence_else_between_words() -> None:
    assert split("One two three.\n\nFour five. Six", 25) == ["One two three.", "Four five. Six"]
    assert split("One two three four. Five six seven.", 25) == ["One two three four.", "Five six seven."]
    assert split("यह पहला वाक्य है। यह दूसरा वाक्य है।", 22) == ["यह पहला वाक्य है।", "यह दूसरा वाक्य है।"]
    assert split("one two three four five six", 15) == ["one two three", "four five six"]


def test_what_fits_stays_whole_and_nothing_stays_nothing() -> None:
    assert split("a" * LONGEST) == ["a" * LONGEST]
    assert [len(part) for part in split("a" * (LONGEST + 1))] == [LONGEST, 1]
    assert split("  \n ") == []
    assert units("😀") == 2
