"""What staff write: problems are found before anybody gets it, and everybody gets one whole message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.broadcasts import LANGUAGES
from programme.composition import PLACES, fill, language_for, plain, problems


def kinds(
    texts: dict[str, str], *, about_a_workshop: bool = True, with_picture: bool = False
) -> list[tuple[str, str, str]]:
    found = problems(texts, about_a_workshop=about_a_workshop, with_picture=with_picture)
    return [(one.language, one.kind, one.detail) for one in found]


def test_a_good_text_in_two_languages_has_no_problem() -> None:
    good = '<b>{name}</b>, <a href="https://example.org">{workshop}</a> &amp; more, 5 &lt; 6, {date}'
    assert kinds({"en": good, "hi": "{name} जी, {workshop} {date}"}) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ("", "no_text", "")),
        ({"en": "{nmae}"}, ("en", "unknown_place", "nmae")),
        ({"en": "Dear {name}", "hi": "नमस्ते"}, ("hi", "missing_place", "name")),
        ({"en": "hello", "ta": "   "}, ("ta", "empty", "")),
        ({"en": "<b>hello"}, ("en", "tag", "<b>")),
        ({"en": "<b><i>hello</b></i>"}, ("en", "tag", "</b>")),
        ({"en": "hello</i>"}, ("en", "tag", "</i>")),
        ({"en": "<h1>hello</h1>"}, ("en", "tag", "<h1>")),
        ({"en": "<b onclick='x'>hello</b>"}, ("en", "tag", "<b>")),
        ({"en": "<a>hello</a>"}, ("en", "tag", "<a>")),
        ({"en": "<a href='javascript:x'>hello</a>"}, ("en", "tag", "<a>")),
        ({"en": "<a href='tg://user?id=1'>hello</a>"}, ("en", "tag", "<a>")),
        ({"en": "call 2341 <b>2341</b> 2346"}, ("en", "aadhaar", "")),
        ({"en": "<a href='https://example.org/234123412346'>hello</a>"}, ("en", "aadhaar", "")),
        ({"en": "5 < 6"}, ("en", "tag", "<")),
        ({"en": "salt & pepper"}, ("en", "tag", "&")),
        ({"en": "x" * 4097}, ("en", "too_long", "4097")),
        ({"en": "😀" * 2049}, ("en", "too_long", "4098")),
    ],
)
def test_each_problem_is_named_with_its_language(texts: dict[str, str], expected: tuple[str, str, str]) -> None:
    assert expected in kinds(texts)


def test_a_place_of_a_workshop_needs_a_workshop() -> None:
    assert kinds({"en": "{venue}"}, about_a_workshop=False) == [("en", "needs_workshop", "venue")]


def test_under_a_picture_there_is_less_room_and_places_need_theirs() -> None:
    text = "x" * 990 + "{name}"
    assert kinds({"en": text}) == []
    assert kinds({"en": text}, with_picture=True) == [("en", "too_long", "1030")]


def test_tags_do_not_count_as_length() -> None:
    assert kinds({"en": "<b>" + "x" * 4096 + "</b>"}) == []
    assert plain("<b>a &amp; b</b>") == "a & b"


@pytest.mark.parametrize(
    ("wanted", "texts", "got"),
    [
        ("hi-Latn", ("en", "hi"), "en"), ("hi-Latn", ("hi", "ta"), "hi"), ("hi", ("hi-Latn", "en"), "hi-Latn"),
        ("ta", ("hi", "en"), "en"), ("ta-Latn", ("ta",), "ta"), ("en", ("ta",), "ta"), ("hi", ("hi", "en"), "hi"),
    ],
)  # fmt: skip
def test_who_has_no_text_of_her_own_gets_the_nearest_whole(wanted: str, texts: tuple[str, ...], got: str) -> None:
    assert language_for(wanted, dict.fromkeys(texts, "x")) == got


@given(wanted=st.sampled_from(LANGUAGES), texts=st.sets(st.sampled_from(LANGUAGES), min_size=1))
def test_everybody_gets_some_text(wanted: str, texts: set[str]) -> None:
    got = language_for(wanted, dict.fromkeys(texts, "x"))
    assert got in texts
    assert got == wanted or wanted not in texts


@given(text=st.text(), values=st.dictionaries(st.sampled_from(PLACES), st.text(alphabet="abc{}<&")))
def test_values_are_never_read_as_places(text: str, values: dict[str, str]) -> None:
    filled = fill("{name}" + text.replace("{", "").replace("}", ""), {"name": "{workshop}", **values})
    assert filled.startswith(values.get("name", "{workshop}"))
