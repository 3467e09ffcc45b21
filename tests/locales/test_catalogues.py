"""What is said from the catalogues, and what is refused at the start."""

from pathlib import Path

import pytest

from locales.catalogues import available, catalogue, check, missing, nearest, path_of
from locales.languages import LANGUAGES, form_number, plural_header

SEATS = ("{count} seat is free.", "{count} seats are free.")
HINDI = """
msgid "What is your name?"
msgstr "आपका नाम क्या है?"

#, fuzzy
msgid "Noted."
msgstr "नाम?"

msgid "Saved."
msgstr ""

msgid "{count} seat is free."
msgid_plural "{count} seats are free."
msgstr[0] "{count} सीट खाली है।"
msgstr[1] "{count} सीटें खाली हैं।"
"""


def put(folder: Path, language: str, name: str, body: str = "") -> None:
    path = path_of(name, language, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    header = f'"Plural-Forms: {plural_header(language)}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    path.write_text(f'msgid ""\nmsgstr ""\n{header}\n{body}', encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A `locales` folder with a little Hindi and an empty Tamil."""
    folder = tmp_path / "locales"
    put(folder, "hi", "mitra", HINDI)
    put(folder, "hi", "faq", 'msgid "It is free."\nmsgstr "मुफ़्त है।"\n')
    put(folder, "ta", "mitra")
    put(folder, "ta", "faq")
    return folder


def test_says_what_is_translated_from_both_catalogues(folder: Path) -> None:
    hindi = catalogue("hi", folder)
    assert hindi.say("What is your name?") == "आपका नाम क्या है?"
    assert hindi.say("It is free.") == "मुफ़्त है।"
    assert hindi.language_of("It is free.") == "hi"


@pytest.mark.parametrize("text", ["Saved.", "Noted.", "Never seen."], ids=["empty", "fuzzy", "unknown"])
def test_falls_back_to_the_whole_english_message(folder: Path, text: str) -> None:
    assert catalogue("hi", folder).say(text) == text
    assert catalogue("hi", folder).language_of(text) == "en"


@pytest.mark.parametrize(("count", "form"), [(0, 0), (1, 0), (2, 1), (5, 1)])
def test_hindi_counts_nought_as_one(folder: Path, count: int, form: int) -> None:
    forms = ("{count} सीट खाली है।", "{count} सीटें खाली हैं।")
    assert catalogue("hi", folder).say_count(*SEATS, count) == forms[form]


@pytest.mark.parametrize(("count", "form"), [(0, 1), (1, 0), (2, 1), (5, 1)])
@pytest.mark.parametrize("language", ["en", "ta", "ta-Latn"])
def test_english_counts_nought_as_many_also_where_it_stands_in(
    folder: Path, language: str, count: int, form: int
) -> None:
    assert catalogue(language, folder).say_count(*SEATS, count) == SEATS[form]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", [1, 0, 1, 1]),
        ("hi", [0, 0, 1, 1]),
        ("hi-Latn", [0, 0, 1, 1]),
        ("ta", [1, 0, 1, 1]),
        ("ta-Latn", [1, 0, 1, 1]),
    ],
)
def test_plural_forms_of_0_1_2_5(language: str, forms: list[int]) -> None:
    assert [form_number(language, count) for count in (0, 1, 2, 5)] == forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_has_the_same_rule_as_the_code(language: str) -> None:
    rule = plural_header(language).partition("plural=")[2].rstrip(";")
    condition, _, outcome = rule[1:-1].rpartition(" ? ")
    assert outcome == "0 : 1"
    as_python = condition.replace("&&", "and").replace("||", "or")
    for count in range(1_000):
        assert (0 if eval(as_python, {"n": count}) else 1) == form_number(language, count)  # our own text


def test_a_script_without_catalogue_is_served_by_the_nearest(folder: Path) -> None:
    assert available(folder) == ("en", "hi", "ta")
    assert [nearest(language, folder) for language in LANGUAGES] == ["en", "hi", "ta", "hi", "ta"]
    assert catalogue("hi-Latn", folder).language == "hi"


def test_a_script_with_catalogue_is_served_by_itself(folder: Path) -> None:
    put(folder, "hi-Latn", "mitra")
    assert nearest("hi-Latn", folder) == "hi-Latn"


@pytest.mark.parametrize("language", ["fr", "", "hi-IN", "HI"])
def test_an_unknown_language_is_answered_in_english(folder: Path, language: str) -> None:
    assert nearest(language, folder) == "en"
    assert catalogue(language, folder).say("Saved.") == "Saved."


def test_missing_lists_what_is_empty_fuzzy_or_only_in_other_languages(folder: Path) -> None:
    assert missing("hi", folder) == ["Noted.", "Saved."]
    assert missing("ta", folder) == ["It is free.", "Noted.", "Saved.", "What is your name?", SEATS[0]]
    assert missing("ta-Latn", folder) == missing("ta", folder)
    assert missing("en", folder) == []


def test_a_good_folder_has_no_problems(folder: Path) -> None:
    assert check(LANGUAGES, folder) == []


def test_an_absent_file_is_named(folder: Path) -> None:
    path_of("faq", "ta", folder).unlink()
    [problem] = check(LANGUAGES, folder)
    assert problem.startswith("locales/ta/LC_MESSAGES/faq.po is missing.")
    assert "make words" in problem


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        ('msgid "Saved."\n<<<<<<< ours\nmsgstr "x"\n', "line 7"),
        ('msgid "Saved."\nmsgstr "sahej\n', "line 7"),
        ('msgid "Saved."\nmsgstr "यह "सही" है"\n', "line 7"),
        ("msgstr oops\n", "line 6"),
    ],
)
def test_a_file_that_does_not_parse_is_named_with_the_line(folder: Path, broken: str, where: str) -> None:
    put(folder, "hi", "mitra", broken)
    [problem] = check(["hi"], folder)
    assert problem.startswith(f"locales/hi/LC_MESSAGES/mitra.po cannot be read: {where}")


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    path_of("faq", "hi", folder).write_bytes(b'msgid "Saved."\nmsgstr "caf\xe9"\n')
    [problem] = check(["hi"], folder)
    assert problem.startswith("locales/hi/LC_MESSAGES/faq.po cannot be read:")


def test_a_wrong_place_is_named_and_a_fuzzy_one_let_pass(folder: Path) -> None:
    wrong = 'msgid "Hello {name}."\nmsgstr "नमस्ते {naam}।"\n\n#, fuzzy\nmsgid "Bye {name}."\nmsgstr "विदा"\n'
    put(folder, "hi", "faq", wrong)
    [problem] = check(["hi"], folder)
    assert "'Hello {name}.'" in problem
    assert "{naam} where the English has {name}" in problem


def test_an_unknown_language_is_refused_with_the_known_ones(folder: Path) -> None:
    [problem] = check(["en", "fr"], folder)
    assert "'fr' is not known; choose from en, hi, ta, hi-Latn, ta-Latn" in problem


def test_the_catalogues_of_this_checkout_let_the_product_start() -> None:
    assert check(LANGUAGES) == []
