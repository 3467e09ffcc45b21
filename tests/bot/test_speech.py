"""Facts become sentences: every problem has its words, in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from locales.catalogues import available, catalogue
from locales.responses import responses, text_of

ROOT = Path(__file__).resolve().parents[2]
NEVER_SAID = {"place_again"}
OF_LATER_USE = {"pan_form", "pan_holder", "pan_length", "pan_missing"}


def reasons() -> set[str]:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "programme").rglob("*.py"))
    named = set(re.findall(r'[pP]roblem\(\s*"([a-z_]+)"', source))
    return named | {f"{number}_{how}" for number in ("udyam", "gstin") for how in ("taken", "yours")}


def test_every_problem_has_its_words() -> None:
    unsaid = {reason for reason in reasons() if f"utter_problem_{reason}" not in responses()}
    assert unsaid <= NEVER_SAID | OF_LATER_USE


def test_every_response_that_an_action_says_exists() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "actions").glob("*.py"))
    said = set(re.findall(r'turn\.say\(\s*"([a-z_]+)"', source))
    assert {name for name in said if f"utter_{name}" not in responses()} == set()


@pytest.mark.parametrize("language", available())
def test_every_response_can_be_said_with_its_places(language: str) -> None:
    words = catalogue(language)
    for name in responses():
        places = {place: f"<{place}>" for place in re.findall(r"\{(\w+)\}", text_of(name))}
        words.say(text_of(name)).format(**places)
