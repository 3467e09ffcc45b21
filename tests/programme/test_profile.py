"""The operator's programme file: what it says is said in the person's language, and a bad one is explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from programme.profile import SETTINGS, BadProfile, Profile, read_profile

GOOD = """
operator = "Example Trust"
contact_phone = "1800 000 000"
helpline = ""

[bot_name]
en = "Saathi"
hi = "साथी"

[eligibility]
en = "Anyone who makes things"
hi = "जो भी कुछ बनाते हैं"
"hi-Latn" = "jo bhi kuch banate hain"

[certificate]
hi = "केवल हिन्दी में"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "programme.toml"


def test_without_a_file_everything_is_not_yet_announced() -> None:
    profile = read_profile(None)
    assert profile == Profile()
    assert [profile.said(setting, "hi") for setting in SETTINGS] == [None] * len(SETTINGS)
    assert profile.in_language("hi") == {}


@pytest.mark.parametrize(
    ("setting", "language", "said"),
    [
        ("operator", "ta", "Example Trust"),
        ("eligibility", "hi", "जो भी कुछ बनाते हैं"),
        ("eligibility", "hi-Latn", "jo bhi kuch banate hain"),
        ("eligibility", "ta", "Anyone who makes things"),
        ("eligibility", "ta-Latn", "Anyone who makes things"),
        ("certificate", "ta", None),
        ("helpline", "en", None),  # empty is not announced
        ("institutes", "en", None),
    ],
)
def test_a_setting_is_said_in_the_language_else_in_english_else_not_at_all(
    file: Path, setting: str, language: str, said: str | None
) -> None:
    file.write_text(GOOD, encoding="utf-8")
    profile = read_profile(file)
    assert profile.said(setting, language) == said
    assert profile.in_language(language).get(setting) == said


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Saathi"), ("hi", "साथी"), ("ta", "Saathi"), ("hi-Latn", "साथी")]
)
def test_the_bot_bears_the_operators_name(file: Path, language: str, name: str) -> None:
    file.write_text(GOOD, encoding="utf-8")
    assert read_profile(file).bot_name(language) == name


@pytest.mark.parametrize(("language", "name"), [("en", "Mitra"), ("hi", "मित्र"), ("ta", "மித்ரா"), ("ta-Latn", "Mitra")])
def test_without_a_name_of_the_operators_the_bot_has_its_own(language: str, name: str) -> None:
    assert Profile().bot_name(language) == name


@pytest.mark.parametrize(
    ("content", "explained"),
    [
        (b'operator = "Example', "not valid TOML"),
        (b"operator: Example", "not valid TOML"),
        ('operator = "é"'.encode("latin-1"), "not valid TOML"),
        (b'operater = "Example"', "'operater', which is none of: bot_name, operator"),
        (b"contact_phone = 1800", "contact_phone must be a text"),
        (b'institutes = ["A", "B"]', "institutes must be a text"),
        (b"[eligibility]\nen = 5", "eligibility must be a text"),
        (b'[eligibility]\nhindi = "x"', "eligibility has the language 'hindi'"),
        (b'[eligibility]\nhi_Latn = "x"', "eligibility has the language 'hi_Latn'"),
    ],
)
def test_a_bad_file_is_explained(file: Path, content: bytes, explained: str) -> None:
    file.write_bytes(content)
    with pytest.raises(BadProfile) as raised:
        read_profile(file)
    assert str(file) in str(raised.value)
    assert explained in str(raised.value)


def test_a_missing_file_and_a_folder_are_explained(tmp_path: Path) -> None:
    with pytest.raises(BadProfile, match="No such file"):
        read_profile(tmp_path / "programme.toml")
    with pytest.raises(BadProfile, match="Is a directory"):
        read_profile(tmp_path)
