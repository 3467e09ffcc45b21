"""Translations keep the places of the English text."""

import pytest

from locales.placeholders import placeholder_problem, placeholders

SEATS = ("One seat in {district}.", "{count} seats in {district}.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Saved.", set()),
        ("{name}, come on {date}.", {"name", "date"}),
        ("{{not one}} {name}", {"name"}),
        ("{name!r} {date:%d}", {"name!r", "date:%d"}),
        ("{}", {""}),
    ],
)
def test_places_are_what_stands_between_braces(text: str, names: set[str]) -> None:
    assert placeholders(text) == names


@pytest.mark.parametrize("text", ["{name", "name}", "{name}}"])
def test_unmatched_braces_are_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"[{}]"):
        placeholders(text)


def test_order_is_free() -> None:
    assert placeholder_problem(["{name} on {date}"], ["{date} को {name}"], "hi") is None


@pytest.mark.parametrize("form", ["{नाम}", "", "{name} {date}", "{name!r}", "{name.__class__}", "{name"])
def test_other_places_are_a_problem(form: str) -> None:
    assert placeholder_problem(["{name}"], [form], "hi")


def test_tamil_may_leave_the_number_out_of_the_form_for_one() -> None:
    assert placeholder_problem(SEATS, ["{district}: ஒரு இடம்.", "{district}: {count} இடங்கள்."], "ta") is None


def test_hindi_may_not_for_its_first_form_is_for_nought_too() -> None:
    assert placeholder_problem(SEATS, ["{district} में एक सीट।", "{district} में {count} सीटें।"], "hi")


def test_the_form_for_many_must_name_the_number() -> None:
    assert placeholder_problem(SEATS, ["{district}: ஒரு இடம்.", "{district}: இடங்கள்."], "ta")
