"""Dates, times, money, numbers and lists in the five languages."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.formats import date_text, join, month_year, number, rupees, short_date, time_text
from locales.languages import LANGUAGES

SATURDAY = date(2026, 12, 5)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, 5, hour, minute, tzinfo=ZoneInfo("Asia/Kolkata"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Saturday, 5 December 2026"),
        ("hi", "शनिवार, 5 दिसंबर 2026"),
        ("ta", "சனி, 5 டிசம்பர் 2026"),
        ("hi-Latn", "Shanivaar, 5 December 2026"),
        ("ta-Latn", "Saturday, 5 December 2026"),
    ],
)
def test_date(language: str, text: str) -> None:
    assert date_text(SATURDAY, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sunday, 1 February 2026"),
        ("hi", "रविवार, 1 फ़रवरी 2026"),
        ("ta", "ஞாயிறு, 1 பிப்ரவரி 2026"),
        ("hi-Latn", "Ravivaar, 1 February 2026"),
        ("ta-Latn", "Sunday, 1 February 2026"),
    ],
)
def test_sunday_is_the_last_weekday(language: str, text: str) -> None:
    assert date_text(date(2026, 2, 1), language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sat 5 Dec"),
        ("hi", "शनि 5 दिसंबर"),
        ("ta", "சனி 5 டிசம்பர்"),
        ("hi-Latn", "Shani 5 Dec"),
        ("ta-Latn", "Sat 5 Dec"),
    ],
)
def test_short_date(language: str, text: str) -> None:
    assert short_date(SATURDAY, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "December 2026"),
        ("hi", "दिसंबर 2026"),
        ("ta", "டிசம்பர் 2026"),
        ("hi-Latn", "December 2026"),
        ("ta-Latn", "December 2026"),
    ],
)
def test_month_and_year(language: str, text: str) -> None:
    assert month_year(SATURDAY, language) == text


@pytest.mark.parametrize(
    ("language", "moment", "text"),
    [
        ("en", at(10, 30), "10:30 am"),
        ("en", at(0, 5), "12:05 am"),
        ("en", at(12), "12 pm"),
        ("en", at(18), "6 pm"),
        ("hi", at(3, 59), "रात 3:59 बजे"),
        ("hi", at(4), "सुबह 4 बजे"),
        ("hi", at(10, 30), "सुबह 10:30 बजे"),
        ("hi", at(12), "दोपहर 12 बजे"),
        ("hi", at(15, 59), "दोपहर 3:59 बजे"),
        ("hi", at(16), "शाम 4 बजे"),
        ("hi", at(20), "रात 8 बजे"),
        ("hi", at(0), "रात 12 बजे"),
        ("hi-Latn", at(10, 30), "subah 10:30 baje"),
        ("hi-Latn", at(13), "dopahar 1 baje"),
        ("hi-Latn", at(17, 15), "shaam 5:15 baje"),
        ("hi-Latn", at(21), "raat 9 baje"),
        ("ta", at(2), "இரவு 2 மணி"),
        ("ta", at(4, 30), "அதிகாலை 4:30 மணி"),
        ("ta", at(10, 30), "காலை 10:30 மணி"),
        ("ta", at(14), "மதியம் 2 மணி"),
        ("ta", at(18), "மாலை 6 மணி"),
        ("ta", at(20), "இரவு 8 மணி"),
        ("ta-Latn", at(4, 30), "adhikaalai 4:30 mani"),
        ("ta-Latn", at(10, 30), "kaalai 10:30 mani"),
        ("ta-Latn", at(12, 15), "madhiyam 12:15 mani"),
        ("ta-Latn", at(16), "maalai 4 mani"),
        ("ta-Latn", at(23), "iravu 11 mani"),
    ],
)
def test_time(language: str, moment: datetime, text: str) -> None:
    assert time_text(moment, language) == text


def test_time_is_shown_in_its_own_zone() -> None:
    stored = datetime(2026, 12, 5, 5, 0, tzinfo=UTC)
    assert time_text(stored.astimezone(ZoneInfo("Asia/Kolkata")), "en") == "10:30 am"


def test_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        time_text(datetime(2026, 12, 5, 10, 30), "en")  # that is the case under test


@pytest.mark.parametrize(
    ("amount", "language", "text"),
    [
        (2_50_00_000, "en", "₹2.5 crore"),
        (2_50_00_000, "hi", "₹2.5 करोड़"),
        (2_50_00_000, "ta", "₹2.5 கோடி"),
        (2_50_00_000, "hi-Latn", "₹2.5 crore"),
        (2_50_00_000, "ta-Latn", "₹2.5 crore"),
        (5_00_000, "en", "₹5 lakh"),
        (5_00_000, "hi", "₹5 लाख"),
        (5_00_000, "ta", "₹5 லட்சம்"),
        (5_00_000, "hi-Latn", "₹5 lakh"),
        (5_00_000, "ta-Latn", "₹5 lakh"),
        (0, "en", "₹0"),
        (500, "hi", "₹500"),
        (50_000, "ta", "₹50,000"),
        (1_00_000, "en", "₹1 lakh"),
        (1_25_000, "en", "₹1.25 lakh"),
        (1_23_456, "hi", "₹1,23,456"),
        (1_00_00_000, "en", "₹1 crore"),
        (1_23_45_678, "ta", "₹1,23,45,678"),
        (10_00_00_000, "en", "₹10 crore"),
        (500_00_00_000, "en", "₹500 crore"),
        (1_00_000_00_00_000, "en", "₹1,00,000 crore"),
        (-5_00_000, "en", "-₹5 lakh"),
    ],
)
def test_rupees(amount: int, language: str, text: str) -> None:
    assert rupees(amount, language) == text


@given(st.integers(min_value=0, max_value=10**13))
def test_rupees_never_round(amount: int) -> None:
    value, _, unit = rupees(amount, "en").removeprefix("₹").replace(",", "").partition(" ")
    whole, _, hundredths = value.partition(".")
    worth = {"": 1, "lakh": 1_00_000, "crore": 1_00_00_000}[unit]
    assert int(whole) * worth + int(hundredths.ljust(2, "0")) * worth // 100 == amount


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_grouped_the_indian_way(language: str) -> None:
    assert [number(n, language) for n in (0, 999, 1_000, 1_00_000, 12_34_567)] == [
        "0",
        "999",
        "1,000",
        "1,00,000",
        "12,34,567",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Indore, Ujjain and Dewas"),
        ("hi", "Indore, Ujjain और Dewas"),
        ("ta", "Indore, Ujjain மற்றும் Dewas"),
        ("hi-Latn", "Indore, Ujjain aur Dewas"),
        ("ta-Latn", "Indore, Ujjain matrum Dewas"),
    ],
)
def test_lists(language: str, text: str) -> None:
    assert join(["Indore", "Ujjain", "Dewas"], language) == text
    assert join(["Indore", "Dewas"], language) == text.replace(", Ujjain", "")
    assert join(["Indore"], language) == "Indore"
    assert join([], language) == ""


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_digits_are_ascii_and_short_dates_short(day: date, language: str) -> None:
    for text in (date_text(day, language), short_date(day, language)):
        assert not any(letter.isdigit() and not letter.isascii() for letter in text)
    assert len(short_date(day, language)) <= 22  # code points; vowel signs and dots included


@pytest.mark.parametrize(
    "call",
    [
        lambda: date_text(SATURDAY, "fr"),
        lambda: short_date(SATURDAY, "fr"),
        lambda: month_year(SATURDAY, "fr"),
        lambda: time_text(at(10), "fr"),
        lambda: rupees(5_00_000, "fr"),
        lambda: rupees(5, "fr"),
        lambda: number(5, "fr"),
        lambda: join(["a", "b"], "fr"),
    ],
)
def test_an_unknown_language_is_a_key_error(call: Callable[[], str]) -> None:
    with pytest.raises(KeyError):
        call()
