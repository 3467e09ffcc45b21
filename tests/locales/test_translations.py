"""The catalogues of this checkout: complete, in step with the source, and fit to be read by people."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import polib  # type: ignore[import-untyped]
import pytest

from locales import words
from locales.catalogues import NAMES, available, path_of
from locales.languages import ENGLISH, native, plural_header
from locales.placeholders import placeholder_problem

LONGEST_LABEL = 24
SCRIPTS = {"hi": "\u0900-\u0963\u0966-\u097f", "ta": "\u0b80-\u0bff"}  # the danda । is shared

# Texts and words that stay in Latin letters in Hindi and Tamil too, besides abbreviations in capitals.
LATIN_WORDS = frozenset(
    {
        "English",
        "Flipkart",
        "GeM",
        "Hindi",
        "Mudra",
        "OK",
        "Tamil",
        "Telegram",
        "Udyam",
        "Vriddhi",
        "Walmart",
        "ZED",
        "abc",
    }
)
LATIN_NAMES = ("Ideas to Impact Foundation",)

PLACE = re.compile(r"\{[^{}]*\}")
ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?|[\w.+-]+@[\w.-]+", re.ASCII)
LATIN_WORD = re.compile(r"[A-Za-z]+")
ENGLISH_RUN = re.compile(r"[A-Za-z']+(?:[ ,;-]+[A-Za-z']+){3,}")
MARKUP = re.compile(r"</?[A-Za-z][^>]*>|&(?:[a-z]+|#\d+);")
NATIVE_DIGIT = re.compile(r"[\u0966-\u096f\u0be6-\u0bef]")

CATALOGUES = [(language, name) for language in available() if language != ENGLISH for name in NAMES]
every_catalogue = pytest.mark.parametrize(("language", "name"), CATALOGUES, ids=[" ".join(each) for each in CATALOGUES])


def opened(language: str, name: str) -> polib.POFile:
    return polib.pofile(str(path_of(name, language)), encoding="utf-8")


def forms(entry: polib.POEntry) -> list[str]:
    """What is said; nothing for what is not translated."""
    texts = [entry.msgstr_plural[index] for index in sorted(entry.msgstr_plural)] or [entry.msgstr]
    return [text for text in texts if text]


def said(language: str, name: str) -> Iterator[tuple[str, str]]:
    """Each English text with each form of its translation that people may see."""
    for entry in opened(language, name):
        for form in [] if entry.fuzzy else forms(entry):
            yield entry.msgid, form


def without_names(text: str) -> str:
    """`text` with a stop wherever a place, an address or a name of several words stands."""
    text = ADDRESS.sub(" . ", PLACE.sub(" . ", text))
    for name in LATIN_NAMES:
        text = text.replace(name, " . ")
    return text


def letters_seen(text: str) -> int:
    """The letters as the eye counts them: vowel signs and dots belong to the letter that carries them."""
    return sum(unicodedata.category(point) not in {"Mn", "Mc", "Me", "Cf"} for point in text)


def test_every_language_begun_has_both_catalogues() -> None:
    assert [f"{language} {name}" for language, name in CATALOGUES if not path_of(name, language).is_file()] == []


def test_hindi_and_tamil_are_there() -> None:
    assert {"hi", "ta"} <= set(available())


def test_catalogues_are_in_step_with_the_source() -> None:
    assert words.stale() == []


@every_catalogue
def test_every_text_is_translated_and_reviewed(language: str, name: str) -> None:
    open_ends = [entry.msgid for entry in opened(language, name) if entry.fuzzy or not entry.translated()]
    assert not open_ends, f"{len(open_ends)} texts are open; `python -m locales.words --check` lists them"


@every_catalogue
def test_places_are_those_of_the_english_text(language: str, name: str) -> None:
    problems = {}
    for entry in opened(language, name):
        english = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
        if not entry.fuzzy and forms(entry):
            problems[entry.msgid] = placeholder_problem(english, forms(entry), language)
    assert {text: problem for text, problem in problems.items() if problem} == {}


@every_catalogue
def test_plural_forms_are_those_of_the_header(language: str, name: str) -> None:
    catalogue = opened(language, name)
    assert catalogue.metadata["Plural-Forms"] == plural_header(language)
    assert [entry.msgid for entry in catalogue if entry.msgid_plural and set(entry.msgstr_plural) != {0, 1}] == []
    halves = [entry.msgid for entry in catalogue if entry.msgid_plural and len(forms(entry)) == 1]
    assert halves == []


@every_catalogue
def test_native_catalogues_are_in_their_script(language: str, name: str) -> None:
    if language != native(language):
        pytest.skip("written in Latin letters")
    script = re.compile(f"[{SCRIPTS[language]}]")
    assert [form for _, form in said(language, name) if not script.search(form) and _foreign_words(form)] == []


def _foreign_words(text: str) -> list[str]:
    return [word for word in LATIN_WORD.findall(without_names(text)) if not word.isupper() and word not in LATIN_WORDS]


@every_catalogue
def test_no_letters_of_another_script(language: str, name: str) -> None:
    others = re.compile("[" + "".join(script for own, script in SCRIPTS.items() if own != language) + "]")
    assert [form for english, form in said(language, name) if set(others.findall(form)) - set(english)] == []


@every_catalogue
def test_no_english_sentence_inside_a_native_message(language: str, name: str) -> None:
    if language != native(language):
        pytest.skip("written in Latin letters")
    runs = [run for _, form in said(language, name) for run in ENGLISH_RUN.findall(without_names(form))]
    assert [run for run in runs if re.search(r"\b[a-z]", run)] == []


@every_catalogue
def test_digits_are_ascii(language: str, name: str) -> None:
    assert [form for _, form in said(language, name) if NATIVE_DIGIT.search(form)] == []


@every_catalogue
def test_no_markup(language: str, name: str) -> None:
    assert [form for pair in said(language, name) for form in pair if MARKUP.search(form)] == []


@every_catalogue
def test_lines_and_edges_are_those_of_the_english_text(language: str, name: str) -> None:
    def shape(text: str) -> tuple[int, bool]:
        return text.count("\n"), text == text.strip()

    assert [form for english, form in said(language, name) if shape(form) != shape(english)] == []


@every_catalogue
def test_labels_fit_on_a_button(language: str, name: str) -> None:
    labels = [entry for entry in opened(language, name) if re.search(r"^utter_label_", entry.comment, re.MULTILINE)]
    texts = [text for entry in labels for text in (entry.msgid, *forms(entry))]
    assert [text for text in texts if letters_seen(text) > LONGEST_LABEL] == []


@pytest.mark.parametrize(("text", "seen"), [("OK", 2), ("शनिवार", 4), ("பெயர்", 3), ("📱 नंबर", 5)])
def test_letters_are_counted_as_seen(text: str, seen: int) -> None:
    assert letters_seen(text) == seen


def test_the_sources_texts_have_matching_places() -> None:
    problems = {}
    for template in words.extracted().values():
        for message in template:
            english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            problems[english] = placeholder_problem(english, english, ENGLISH)
    assert {text: problem for text, problem in problems.items() if problem} == {}


def test_a_domain_that_is_there_yields_messages() -> None:
    folders: list[Path] = [words.ROOT / "domain", words.ROOT / "programme" / "faq"]
    if not all(any(folder.glob("*.*")) for folder in folders):
        pytest.skip("the domain or the answers are not written yet")
    assert all(len(template) > 20 for template in words.extracted().values())
