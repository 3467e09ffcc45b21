"""A poster can be scanned, is in the asked language, and its letters are shaped as readers expect."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import uharfbuzz
import zxingcpp
from PIL import Image

from bot.lettering import FAMILIES, _font, _runs, line_of, lines_of
from bot.posters.poster import HEIGHT, WIDTH, Words, drawing, picture
from bot.posters.words import words_of
from bot.settings import ROOT
from programme.profile import Profile
from programme.workshops import Workshop

LINK = "https://t.me/mitra_test_bot?start=Zb3_x-9Qw1k"
STARTS = datetime(2026, 12, 5, 5, 0, tzinfo=UTC)
WORDS = Words("Mitra", "GST basics", ("Saturday, 5 December 2026",), "Point your camera here", LINK)


def workshop(**columns: object) -> Workshop:
    values = {
        "titles": {"en": "Packaging and labelling", "hi": "पैकेजिंग और लेबल", "ta": "பேக்கேஜிங் மற்றும் லேபிள்"},
        "venues": {"en": "Town hall", "hi": "टाउन हॉल", "ta": "நகர மன்றம்"}, "state": "IN-MP", "district": "Indore",
        "mode": "in_person", "languages": ["hi"], "starts_at": STARTS, "ends_at": STARTS + timedelta(hours=3),
    }  # fmt: skip
    return Workshop(**{**values, **columns})


def scanned(svg: str, dots: int = 150) -> list[str]:
    image = Image.open(io.BytesIO(picture(svg, dots=dots))).convert("L")
    return [found.text for found in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize("language", ["en", "hi", "ta", "hi-Latn", "ta-Latn"])
def test_a_poster_in_any_language_opens_the_workshop_when_scanned(language: str) -> None:
    words = words_of(workshop(), language, LINK, profile=Profile(), zone=ZoneInfo("Asia/Kolkata"))
    assert scanned(drawing(words)) == [LINK]


def test_it_says_what_when_and_where_in_the_language() -> None:
    words = words_of(workshop(), "hi", LINK, profile=Profile(), zone=ZoneInfo("Asia/Kolkata"))
    assert (words.name, words.title) == ("मित्र", "पैकेजिंग और लेबल")
    assert words.lines[0] == "शनिवार, 5 दिसंबर 2026, सुबह 10:30 बजे से दोपहर 1:30 बजे तक"
    assert words.lines[1] == "टाउन हॉल, इंदौर"
    online = words_of(
        workshop(mode="online", state=None, district=None), "en", LINK, profile=Profile(), zone=ZoneInfo("UTC")
    )
    assert "online" in online.lines[1]


@pytest.mark.parametrize("text", ["लंबा शीर्षक " * 12, "நீண்ட தலைப்பு " * 12, "W" * 60])
def test_long_words_stay_on_the_page_and_the_code_readable(text: str) -> None:
    svg = drawing(replace(WORDS, title=text, lines=(text,) * 3))
    assert scanned(svg) == [LINK]
    places = [part.split(")")[0].split(" ") for part in svg.split("translate(")[1:]]
    assert all(float(y) < HEIGHT for _x, y, *_scale in places)


def test_lines_are_no_wider_than_the_page_and_of_about_the_same_length() -> None:
    lines = lines_of("शुक्रवार, 4 दिसंबर 2026, सुबह 10:30 बजे से दोपहर 2:30 बजे तक", 44, 900)
    assert len(lines) == 2
    assert all(line.width <= 900 for line in lines)
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)
    assert lines_of("", 44, WIDTH) == []


@pytest.mark.parametrize(
    ("family", "text", "fewer"),
    [
        ("Noto Sans Devanagari", "क्ष", True),  # three letters become one sign
        ("Noto Sans Devanagari", "प्र", True),
        ("Noto Sans Tamil", "க்ஷ", True),
        ("Noto Sans Tamil", "து", True),
    ],
)
def test_letters_join(family: str, text: str, fewer: bool) -> None:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(family, 400), buffer)
    assert (len(buffer.glyph_infos) < len(text)) is fewer
    assert all(glyph.codepoint for glyph in buffer.glyph_infos)


def test_a_sign_written_before_its_letter_is_drawn_before_it() -> None:
    """The short i of Devanagari is typed after its consonant and stands to the left of it; so does the e of Tamil."""
    for family, text in zip(FAMILIES, ("कि", "கெ"), strict=True):
        font = _font(family, 400)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        assert buffer.glyph_infos[-1].codepoint == font.get_nominal_glyph(ord(text[0]))


def test_mixed_scripts_are_taken_from_the_fonts_that_have_them() -> None:
    assert list(_runs("GST வகுப்பு")) == [("Noto Sans Tamil", "GST வகுப்பு")]
    assert list(_runs("मित्र தமிழ்")) == [("Noto Sans Devanagari", "मित्र "), ("Noto Sans Tamil", "தமிழ்")]
    assert line_of("मित्र தமிழ்", 40).width > line_of("मित्र", 40).width


def test_the_command_writes_a_file_and_says_what_is_wrong_in_one_line(sqlite_url: str, tmp_path: Path) -> None:
    def mitra(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "MITRA_DATABASE_URL": sqlite_url, "PYTHONPATH": str(ROOT)}
        environment.pop("MITRA_TELEGRAM_TOKEN", None)
        return subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments], check=False, env=environment, cwd=tmp_path,
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip

    assert mitra("seed").returncode == 0
    drawn = mitra("workshops", "qr", "3", "--language", "ta", "--format", "svg", "--bot", "@mitra_test_bot")
    assert drawn.stdout.strip() == "workshop-3-ta.svg"
    assert scanned((tmp_path / "workshop-3-ta.svg").read_text()) == ["https://t.me/mitra_test_bot?start=sample-03"]
    for arguments, told in (
        (("99", "--bot", "x"), "there is no workshop 99"), (("3", "--language", "fr"), "--language fr is none of"),
        (("3",), "with --bot"), (("3", "--bot", "x", "--output", "no/where.png"), "cannot be written"),
    ):  # fmt: skip
        failed = mitra("workshops", "qr", *arguments)
        assert (failed.returncode, "Traceback" in failed.stderr) == (1, False)
        assert told in failed.stderr
