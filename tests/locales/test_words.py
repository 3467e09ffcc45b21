"""Extraction and update: `make words` and its check."""

from pathlib import Path

import polib  # type: ignore[import-untyped]
import pytest

from locales import words
from locales.catalogues import Unreadable, check, path_of

DOMAIN = """\
responses:
  utter_name:
  - text: "What is your name?"
  utter_saved:
  - text: "Saved, {name}. That is 10% of it."
  utter_seats:
  - text: "{count} seat left."
    metadata: {plural: "{count} seats left.", count: count}
"""
FAQ = """\
from locales.marking import mark as _

# Translators: said after the price
ANSWER = _("It is free. "
    "Nobody may ask for money.")
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small source tree with a Hindi folder that is still empty."""
    for path, text in {"domain/talking.yml": DOMAIN, "programme/faq/money.py": FAQ}.items():
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    words.begin("hi", tmp_path)
    return tmp_path


def po(root: Path, name: str = "mitra", language: str = "hi") -> polib.POFile:
    return polib.pofile(str(path_of(name, language, root / "locales")), encoding="utf-8")


def translate(root: Path, english: str, hindi: str) -> None:
    path = path_of("mitra", "hi", root / "locales")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{hindi}"'), encoding="utf-8"
    )


def change(root: Path, old: str, new: str) -> None:
    path = root / "domain/talking.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_each_text_goes_into_its_catalogue(root: Path) -> None:
    assert words.write(root) == ["locales/hi/LC_MESSAGES/mitra.po", "locales/hi/LC_MESSAGES/faq.po"]
    assert [entry.msgid for entry in po(root)] == [
        "What is your name?",
        "Saved, {name}. That is 10% of it.",
        "{count} seat left.",
    ]
    assert [entry.msgid for entry in po(root, "faq")] == ["It is free. Nobody may ask for money."]
    assert po(root, "faq")[0].comment == "said after the price"


def test_files_tell_the_translator_where_and_nothing_that_changes_by_itself(root: Path) -> None:
    words.write(root)
    name, saved, seats = po(root)
    assert (name.comment, name.occurrences) == ("utter_name", [("domain/talking.yml", "")])
    assert saved.flags == ["python-brace-format"]
    assert seats.msgstr_plural == {0: "", 1: ""}
    assert not [key for key in po(root).metadata if "Date" in key or key == "Generated-By"]


def test_writing_twice_changes_nothing(root: Path) -> None:
    words.write(root)
    translate(root, "What is your name?", "नाम क्या है?")
    change(root, "What is your name?", "What is your full name?")
    words.write(root)
    assert words.write(root) == []
    assert words.stale(root) == []


def test_a_moved_text_keeps_its_translation(root: Path) -> None:
    words.write(root)
    translate(root, "What is your name?", "नाम क्या है?")
    change(root, "responses:\n", "responses:\n  utter_first:\n  - text: First of all.\n")
    words.write(root)
    assert {entry.msgid: entry.msgstr for entry in po(root)}["What is your name?"] == "नाम क्या है?"


def test_a_changed_text_waits_for_review(root: Path) -> None:
    words.write(root)
    translate(root, "What is your name?", "नाम क्या है?")
    change(root, "What is your name?", "What is your full name?")
    words.write(root)
    assert (po(root)[0].msgstr, po(root)[0].fuzzy) == ("नाम क्या है?", True)
    assert any(
        "fuzzy, to be reviewed: 'What is your full name?' utter_name" in line for line in words.untranslated(root)
    )


def test_a_text_that_is_gone_is_dropped(root: Path) -> None:
    words.write(root)
    translate(root, "What is your name?", "नाम क्या है?")
    change(root, '  utter_name:\n  - text: "What is your name?"\n', "")
    words.write(root)
    assert "नाम क्या है?" not in path_of("mitra", "hi", root / "locales").read_text(encoding="utf-8")


def test_a_source_that_is_not_there_costs_no_translation(root: Path) -> None:
    words.write(root)
    translate(root, "What is your name?", "नाम क्या है?")
    (root / "domain/talking.yml").unlink()
    assert words.write(root) == []
    assert po(root)[0].msgstr == "नाम क्या है?"


def test_without_any_source_valid_empty_catalogues_are_made(tmp_path: Path) -> None:
    words.begin("ta-Latn", tmp_path)
    words.write(tmp_path)
    assert list(po(tmp_path, "mitra", "ta-Latn")) == list(po(tmp_path, "faq", "ta-Latn")) == []
    assert po(tmp_path, "faq", "ta-Latn").metadata["Language"] == "ta_Latn"
    assert check(["ta-Latn"], tmp_path / "locales") == []


def test_stale_and_untranslated_are_listed(root: Path) -> None:
    assert words.stale(root)[0] == "locales/hi/LC_MESSAGES/mitra.po is out of step with the source: run `make words`."
    words.write(root)
    assert words.stale(root) == []
    assert len(words.untranslated(root)) == 4
    assert words.untranslated(root)[0] == (
        "locales/hi/LC_MESSAGES/mitra.po: not translated: 'What is your name?' utter_name"
    )
    translate(root, "What is your name?", "नाम क्या है?")
    assert words.stale(root) == []
    assert len(words.untranslated(root)) == 3


def test_a_broken_catalogue_is_not_overwritten(root: Path) -> None:
    words.write(root)
    path = path_of("mitra", "hi", root / "locales")
    path.write_text("<<<<<<< ours\n", encoding="utf-8")
    with pytest.raises(Unreadable):
        words.write(root)
    assert path.read_text(encoding="utf-8") == "<<<<<<< ours\n"
