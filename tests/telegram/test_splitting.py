"""Long texts in parts: no letter lost, none torn from its signs, no mark left open, cut where a reader would pause."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.bench.fake_telegram import parsed
from bot.telegram.writing.markup import Marked, emphasised, read_html
from bot.telegram.writing.splitting import LONGEST, split, units

LETTERS = ["नी", "த", "தொ", "க்ஷி", "a", "👩‍👩‍👧", "é", " ", "\n", ". ", "। ", "x" * 40]
TEXTS = st.lists(st.sampled_from(LETTERS), max_size=120).map("".join)
PIECES = [*LETTERS, "&amp;", "&lt;", "&", "<", "<br>", "<b>", "</b>", "<i>", "</i>", '<a href="https://a.in/?b=1&amp;c=2">', "</a>"]  # fmt: skip
HTML = st.lists(st.sampled_from(PIECES), max_size=120).map("".join)


def texts(text: str, longest: int = LONGEST) -> list[str]:
    return [part.text for part in split(Marked(text), longest)]


@given(TEXTS, st.integers(12, 60))
def test_parts_fit_and_hold_every_letter_whole(text: str, longest: int) -> None:
    parts = texts(text, longest)
    assert all(0 < units(part) <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
    letters = regex.findall(r"\X", text)
    assert all(letter in letters for part in parts for letter in regex.findall(r"\X", part) if units(letter) <= longest)


@given(HTML, st.integers(12, 60))
def test_every_part_of_marked_words_is_html_that_telegram_takes_and_nothing_loses_its_mark(
    html: str, longest: int
) -> None:
    words = read_html(html)
    parts = split(words, longest)
    assert [parsed(part.html()) for part in parts] == [part.text for part in parts]
    assert _letters_in_bold(parts) == _letters_in_bold([words])
    assert [read_html(part.html()) for part in parts] == parts


@given(HTML)
def test_what_staff_write_becomes_html_that_telegram_takes(html: str) -> None:
    assert parsed(read_html(html).html()) == read_html(html).text


@given(st.text())
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    assert read_html(Marked(text).html()) == Marked(text)


def _letters_in_bold(parts: list[Marked]) -> str:
    bold = ""
    for part in parts:
        inside = {place for mark in part.marks if mark.tag == "b" for place in range(mark.start, mark.end)}
        bold += "".join(letter for place, letter in enumerate(part.text) if place in inside)
    return "".join(bold.split())


def test_what_is_marked_across_a_cut_is_marked_on_both_sides() -> None:
    words = read_html('One <b>two &amp; three. <a href="https://a.in">Four</a> five</b> six.')
    assert [part.html() for part in split(words, 18)] == [
        "One <b>two &amp; three.</b>",
        '<b><a href="https://a.in">Four</a> five</b> six.',
    ]


def test_marks_that_cross_stay_open_or_lead_nowhere_are_put_in_order() -> None:
    assert read_html("<b>one <i>two</b> three</i>").html() == "<b>one <i>two</i></b> three"
    assert read_html("<B>one <STRONG>two").html() == "<b>one &lt;STRONG&gt;two</b>"
    assert read_html("</b>one<a>two</a> AT&T <3 &copy; &#2351;").html() == "onetwo AT&amp;T &lt;3 &amp;copy; य"
    assert read_html('<a href="https://a.in/?b=1&c=2">x</a>').html() == '<a href="https://a.in/?b=1&amp;c=2">x</a>'
    assert emphasised("a < b", [(0, 1), (4, 5)]).html() == "<b>a</b> &lt; <b>b</b>"


def test_a_text_is_cut_after_a_paragraph_else_after_a_sentence_else_between_words() -> None:
    assert texts("One two three.\n\nFour five. Six", 25) == ["One two three.", "Four five. Six"]
    assert texts("One two three four. Five six seven.", 25) == ["One two three four.", "Five six seven."]
    assert texts("यह पहला वाक्य है। यह दूसरा वाक्य है।", 22) == ["यह पहला वाक्य है।", "यह दूसरा वाक्य है।"]
    assert texts("one two three four five six", 15) == ["one two three", "four five six"]


def test_what_fits_stays_whole_and_nothing_stays_nothing() -> None:
    assert texts("a" * LONGEST) == ["a" * LONGEST]
    assert [len(part) for part in texts("a" * (LONGEST + 1))] == [LONGEST, 1]
    assert texts("  \n ") == []
    assert units("😀") == 2
