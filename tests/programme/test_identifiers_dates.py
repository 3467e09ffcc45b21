"""Dates, read on Wednesday 25 November 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.identifiers.dates import read_date

TODAY = date(2026, 11, 25)


def december(day: int) -> date:
    return date(2026, 12, day)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-12-05", december(5)),
        ("கடைக்கு 12/5 வரேன்", date(2027, 5, 12)),
        ("5/12/26", december(5)),
        ("05-12-2026", december(5)),
        ("12/12", december(12)),
        ("५/१२", december(5)),
        ("23-11", date(2027, 11, 23)),
        ("5 December", december(5)),
        ("December 5th, 2027", date(2027, 12, 5)),
        ("5th dec ko", december(5)),
        ("५ दिसम्बर को", december(5)),
        ("पांच दिसंबर", december(5)),
        ("டிசம்பர் 5", december(5)),
        ("5 டிசம்பர்ல", december(5)),
        ("25 nov", TODAY),
        ("24 nov", date(2027, 11, 24)),
        ("aaj", TODAY),
        ("kal", date(2026, 11, 26)),
        ("कल कोई ट्रेनिंग है", date(2026, 11, 26)),
        ("परसों", date(2026, 11, 27)),
        ("parson", date(2026, 11, 27)),
        ("நாளைக்கு", date(2026, 11, 26)),
        ("naalai", date(2026, 11, 26)),
        ("நாளை மறுநாள்", date(2026, 11, 27)),
        ("day after tomorrow", date(2026, 11, 27)),
        ("innaiku", TODAY),
        ("monday", date(2026, 11, 30)),
        ("next monday", date(2026, 11, 30)),
        ("next wednesday", december(2)),
        ("wednesday", TODAY),
        ("next week friday", december(4)),
        ("अगले सोमवार", date(2026, 11, 30)),
        ("agle somvar ko", date(2026, 11, 30)),
        ("அடுத்த திங்கள்", date(2026, 11, 30)),
        ("வெள்ளிக்கிழமை", date(2026, 11, 27)),
        ("velli", date(2026, 11, 27)),
        ("last tuesday", date(2026, 11, 24)),
        ("5 तारीख को", december(5)),
        ("on the 5th", december(5)),
        ("5ஆம் தேதி", december(5)),
        ("3 din baad", date(2026, 11, 28)),
        ("in 3 days", date(2026, 11, 28)),
        ("adutha thingakezhama", date(2026, 11, 30)),
        ("thingal kezhama", date(2026, 11, 30)),
        ("சோமவாரம் இல்ல, திங்கக்கெழமை", date(2026, 11, 30)),
        ("chevva kezhama", december(1)),
        ("puthan kelamai", TODAY),
        ("viyalakezhama", date(2026, 11, 26)),
        ("velli kezhama", date(2026, 11, 27)),
        ("வெள்ளிக்கெழம", date(2026, 11, 27)),
        ("வர்ற சனிக்கிழமை", date(2026, 11, 28)),
        ("vara sanikizhama", date(2026, 11, 28)),
        ("nyaayithu kezhama", date(2026, 11, 29)),
        ("ஞாயித்துக்கெழமை", date(2026, 11, 29)),
        ("adutha vaaram velli", december(4)),
        ("adutha vara velli kezhama", december(4)),
        ("naalanaiku", date(2026, 11, 27)),
        ("naalaanaikku", date(2026, 11, 27)),
        ("நாளன்னைக்கி", date(2026, 11, 27)),
        ("nalaikki", date(2026, 11, 26)),
        ("inniki", TODAY),
        ("aane wale somvar", date(2026, 11, 30)),
        ("aane wale budhwar ko", december(2)),
        ("आने वाले सोमवार", date(2026, 11, 30)),
        ("is shukravar", date(2026, 11, 27)),
        ("is friday ok", date(2026, 11, 27)),
        ("इस शुक्रवार", date(2026, 11, 27)),
        ("jumme ko", date(2026, 11, 27)),
        ("kal nahi parson", date(2026, 11, 27)),
        ("narson", date(2026, 11, 28)),
        ("day after tmrw", date(2026, 11, 27)),
        ("2mrw", date(2026, 11, 26)),
        ("next week wednesday", december(2)),
        ("agle hafte budhwar", december(2)),
        ("15 tarikh ko", december(15)),
        ("15 ko", december(15)),
        ("15-am thethi", december(15)),
        ("agle mahine ki 5 tarikh", december(5)),
        ("next month 10", december(10)),
        ("adutha maasam 5 thethi", december(5)),
        ("3 naal apram", date(2026, 11, 28)),
        ("2 வாரம் கழித்து", december(9)),
    ],
)
def test_a_day_is_read(said: str, day: date) -> None:
    assert read_date(said, TODAY) == day


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("this week", TODAY, date(2026, 11, 29)),
        ("agle hafte", date(2026, 11, 30), december(6)),
        ("அடுத்த வாரம்", date(2026, 11, 30), december(6)),
        ("next month", december(1), december(31)),
        ("next month 2 workshops", december(1), december(31)),
        ("this weekend", date(2026, 11, 28), date(2026, 11, 29)),
        ("next weekend", december(5), december(6)),
        ("इस महीने", TODAY, date(2026, 11, 30)),
        ("december", december(1), december(31)),
        ("in may", date(2027, 5, 1), date(2027, 5, 31)),
        ("5-7 dec", december(5), december(7)),
        ("5 से 7 दिसंबर", december(5), december(7)),
    ],
)
def test_a_span_of_days_is_read(said: str, first: date, last: date) -> None:
    assert read_date(said, TODAY) == (first, last)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "hello",
        "31/02",
        "30 feb 2027",
        "99/99",
        "24/7",
        "2-3 lakh",
        "10.30",
        "may i join",
        "sun lo bhai",
        "aaj kal bahut fraud hai",
        "आज कल काम मंदा है",
        "कल-पुर्जे की दुकान",
        "shop no 14/3 main road",
        "கடை எண் 12/5",
        "வெள்ளி நகை",
        "velli nagai kadai",
        "15 ko workshop",
        "thinga",
        "12th result",
        "ஒரு நாளைக்கு எத்தனை மணி",
        "9876543210",
        "UDYAM-MP-12-0001234",
    ],
)
def test_what_names_no_day_is_no_date(said: str) -> None:
    assert read_date(said, TODAY) is None


@given(st.dates(date(2020, 1, 1), date(2090, 12, 31)), st.integers(0, 364))
def test_every_writing_of_a_day_to_come_reads_to_the_same(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    for written in (
        f"{day:%Y-%m-%d}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day.day} {day:%B}",
        f"{day:%b} {day.day}",
    ):
        assert read_date(written, today) == day


WORDS = "kal next week monday 5 12 / - dec agle hafte din baad இந்த வாரம் 31 feb தேதி को तारीख th 2026 last".split(" ")


@given(st.text(st.characters(exclude_categories=())) | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_text_gets_an_answer(text: str) -> None:
    answer = read_date(text, TODAY)
    if isinstance(answer, tuple):
        assert answer[0] <= answer[1]
