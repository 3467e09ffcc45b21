"""Days and spans of days as people write them, read against today's date: days yet to come, unless a year says else.

`kal` and कल mean tomorrow here, a weekday the next one to come (today, when it is that day and nobody says *next*), a
week runs from Monday to Sunday. Figures are day first, as in India.
"""

import re
from datetime import date
from typing import Final

from programme.identifiers import date_words as words
from programme.identifiers.date_spellings import spelt
from programme.identifiers.days import Span, coming, existing
from programme.identifiers.spoken_dates import READINGS
from programme.places.endings import without_ending
from programme.writing import normalise, without_marks

_NUKTA: Final = "़"
_TOKEN: Final = re.compile(r"\d+|[a-z]+|[\u0900-\u0963\u0971-\u097f]+|[\u0b80-\u0be5]+|[-/.]")
_ISO: Final = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST: Final = re.compile(r"(?<![\d/.-])(\d{1,2}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{4}|\d{2}))?(?![\d/]|[.-]\d|%)")
_NUMBERED: Final = re.compile(  # shop no 14/3, கடை எண் 12/5: an address
    r"(?:\b(?:no|nos|num|number|plot|flat|door|house|survey|khasra|ward|gala)|नंबर|नम्बर|न|नं|मकान|प्लॉट|खसरा|எண்|நம்பர்|நெம்பர்)[ .:#-]*$"
)
_TAMIL: Final = re.compile("[\u0b80-\u0bff]")
_ALWAYS: Final = "24/7"
_LONGEST_TEXT: Final = 2_000


def read_date(text: str, today: date) -> date | Span | None:
    """The day, or the first and last day, that the text names; None when it names none, or one that does not exist."""
    plain = without_marks(normalise(text[:_LONGEST_TEXT])).lower().replace(_NUKTA, "")
    written = _in_figures(plain, today)
    if written:
        return written
    tokens = [_without_ending(token) for token in spelt(_TOKEN.findall(plain))]
    return next((found for reading in READINGS if (found := reading(tokens, today))), None)


def _without_ending(token: str) -> str:
    """டிசம்பரில் → டிசம்பர், where only the latter is known."""
    if token in words.ALL or not _TAMIL.match(token):
        return token
    return next((stem for stem in without_ending(token) if stem in words.ALL), token)


def _in_figures(plain: str, today: date) -> date | None:
    """`2026-12-05`, `5/12/26`; without a year `5/12` anywhere, but `5-12` and `5.12` only as the whole answer."""
    if match := _ISO.search(plain):
        return existing(int(match[1]), int(match[2]), int(match[3]))
    for match in _DAY_FIRST.finditer(plain):
        day, month, year = int(match[1]), int(match[2]), match[3]
        if not year and _NUMBERED.search(plain[: match.start()]):
            continue
        if year:
            return existing(int(year) + (2000 if len(year) == 2 else 0), month, day)
        if match.group() != _ALWAYS and ("/" in match.group() or match.group() == plain):
            return coming(month, day, today)
    return None
