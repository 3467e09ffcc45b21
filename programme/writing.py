"""How a text is written: one spelling of it for everything that reads, and which script it is in.

People type the same words with native or ASCII digits, curly or straight quotes, invisible joiners from their
keyboard, decomposed vowel signs. `normalise` is applied once, before anything else looks at the text.
"""

import re
import unicodedata
from typing import Final

# All the format and control characters of Unicode lie in these ranges, but for a few historic notations.
_SCANNED: Final = (range(0x20000), range(0xE0000, 0xE0200))

# Each begins a run of ten: the scripts of India from Devanagari to Malayalam, Arabic, Persian, full-width
_DIGIT_ZEROS: Final = "\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0660\u06f0\uff10"
_RUPEES: Final = "₨௹૱৲৳"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SINGLE_QUOTES: Final = "\u2018\u2019\u02bc\u201b\uff07"
_DOUBLE_QUOTES: Final = "\u201c\u201d\u201e\u201f\uff02"
# Variation selectors and the keycap frame are marks to Unicode and nothing to a reader: 1️⃣ is a 1.
_FRAMES: Final = "".join(map(chr, range(0xFE00, 0xFE10))) + "\u20e3\u034f\u115f\u1160\u3164\uffa0"

_MARKS_IN_A_ROW: Final = 8
_LETTERS_IN_A_ROW: Final = 3


def _rewritten() -> dict[int, str | None]:
    """One `str.translate` table for everything that is rewritten character by character."""
    table: dict[int, str | None] = {0xFF01 + place: chr(0x21 + place) for place in range(0x5E)}
    for codes in _SCANNED:
        table.update({code: None for code in codes if unicodedata.category(chr(code)) in ("Cf", "Cc")})
    table.update({ord(frame): None for frame in _FRAMES})
    for zero in _DIGIT_ZEROS:
        table.update({ord(zero) + value: str(value) for value in range(10)})
    for sources, target in ((_RUPEES, "₹"), (_DASHES, "-"), (_SINGLE_QUOTES, "'"), (_DOUBLE_QUOTES, '"')):
        table.update({ord(source): target for source in sources})
    for line_end in "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85":
        table[ord(line_end)] = " "
    return table


def _non_starters() -> str:
    """A character class of every mark that Unicode may reorder."""
    return "".join(chr(code) for codes in _SCANNED for code in codes if unicodedata.combining(chr(code)))


_REWRITTEN: Final = _rewritten()
_DROPPED: Final = {code: target for code, target in _REWRITTEN.items() if target in (None, " ")}
_JOINERS: Final = "\u200c\u200d"
_KEPT: Final = {code: target for code, target in _DROPPED.items() if chr(code) not in _JOINERS}
_IN_A_WORD: Final = "".join(chr(code) for code in range(0x0900, 0x0E00) if unicodedata.category(chr(code))[0] in "LM")
_IN_A_PICTURE: Final = "\u2640\u2642\u2695\u2696\u2708\u2764\u26a7\u2b1b\U0001f000-\U0001faff"
# between two letters of a script of India they choose a shape, between two pictures they make one of both
_LOOSE_JOINER: Final = re.compile(
    f"(?<![{_IN_A_WORD}{_IN_A_PICTURE}])[{_JOINERS}]|[{_JOINERS}](?![{_IN_A_WORD}{_IN_A_PICTURE}])"
    f"|(?<=[{_IN_A_WORD}])[{_JOINERS}](?=[{_IN_A_PICTURE}])|(?<=[{_IN_A_PICTURE}])[{_JOINERS}](?=[{_IN_A_WORD}])"
)
_MANY_LINE_ENDS: Final = re.compile(r"\n{3,}")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_TOO_MANY_MARKS: Final = re.compile(f"([{_non_starters()}]{{{_MARKS_IN_A_ROW}}})[{_non_starters()}]+")
# The five letters a PAN begins with may be AAAAA; every other long run is somebody leaning on a key.
_LETTERS_OF_A_PAN: Final = r"(?<![A-Za-z])[A-Za-z]{5}(?=[ -]{0,3}\d)"
_SAME_AGAIN: Final = re.compile(rf"{_LETTERS_OF_A_PAN}|([^\d\s])\1{{{_LETTERS_IN_A_ROW},}}")
_SPACES: Final = re.compile(r"\s+")
_LATIN_MARKS: Final = re.compile("[\u0300-\u036f]+")
_LETTERS_OF: Final = {
    "Deva": re.compile("[\u0904-\u0939\u0958-\u0961\u0972-\u097f]"),
    "Taml": re.compile("[\u0b83-\u0bb9]"),
    "Latn": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}


def normalise(text: str) -> str:
    """The text as everything here reads it; never raises, takes time in proportion to the text's length, and leaves
    a normalised text as it is.

    NFC; ASCII digits, dashes and straight quotes; `₹` for every rupee sign; one space for any white space, none at the
    ends; no control, zero-width or direction characters (joiners included, so that க்‌ஷ and க்ஷ match);
    a letter at most three times running; `U+FFFD` for half a surrogate pair.
    """
    return _SAME_AGAIN.sub(_thrice, unified(text))


def unified(text: str) -> str:
    """As `normalise`, but letters may repeat: AAAAP is the beginning of many a PAN."""
    return _SPACES.sub(" ", _composed(_whole(text).translate(_REWRITTEN))).strip()


def cleaned(text: str) -> str:
    """The text as it is kept and shown again: NFC, one space for any white space, nothing invisible but the joiners that
    scripts of India and pictures need; the rest as typed. A cleaned text stays as it is."""
    joined = _LOOSE_JOINER.sub("", _whole(text).translate(_KEPT))
    return _SPACES.sub(" ", _composed(joined)).strip()


def cleaned_lines(text: str) -> str:
    """As `cleaned`, line by line: for texts of staff, whose line ends are meant; no two empty lines in a row."""
    lines = (cleaned(line) for line in text.splitlines())
    return _MANY_LINE_ENDS.sub("\n\n", "\n".join(lines)).strip()


def without_marks(text: str) -> str:
    """Latin letters without their diacritics (`Bihār` → `Bihar`); the vowel signs of Indian scripts stay."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", _few_marks(text))
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", apart))


def script_of(text: str) -> str | None:
    """`Deva`, `Taml` or `Latn`: the script with most letters, the native one of two equal; None without any."""
    counts = {script: len(pattern.findall(text)) for script, pattern in _LETTERS_OF.items()}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] else None


def _whole(text: str) -> str:
    """Surrogate halves joined to their character where both are there, replaced where one is missing."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _composed(text: str) -> str:
    return _few_marks(unicodedata.normalize("NFC", _few_marks(text)))


def _few_marks(text: str) -> str:
    """Cuts towers of marks: putting them in order takes quadratic time, and no language writes them."""
    return _TOO_MANY_MARKS.sub(r"\1", text)


def _thrice(run: re.Match[str]) -> str:
    letter = run.group(1)
    if letter and unicodedata.category(letter)[0] in "LM":
        return letter * _LETTERS_IN_A_ROW
    return run.group()
