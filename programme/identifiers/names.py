"""Names of people and businesses: kept as typed, without the words people put around them."""

import re
from typing import Final

from programme.identifiers.business_introductions import NOTHING, OF_A_BUSINESS
from programme.identifiers.introductions import Words
from programme.identifiers.name_endings import without_called, without_politeness
from programme.identifiers.person_introductions import NOBODY, OF_A_PERSON
from programme.identifiers.problem import Problem
from programme.writing import cleaned

SHORTEST: Final = 2
LONGEST: Final = 80

_AROUND_A_NAME: Final = " ,।!;:"
_QUOTES: Final = (('"', '"'), ("'", "'"), ("\u201c", "\u201d"), ("\u2018", "\u2019"))
_FULL_STOP: Final = re.compile(
    r"(?<=[^\W\d_]{2}|[\u0900-\u0be5]{2})(?<!\b(?:Jr|Sr|Co))(?<!\b(?:Ltd|Pvt|Inc))(?<!\bBros)\.$"
)
_SIR: Final = re.compile(
    r"(?<=\S)(?:,? +(?:sir|madam|ma'?am|ji|जी|सर|सार|சார்|மேடம்)|, *(?:anna|akka|bhaiya|bhai|didi|அண்ணா|அக்கா))[.!]*$",
    re.IGNORECASE,
)
_YES: Final = re.compile(
    r"^(?:(?:ji|yes|haan|hello|hi|namaste|vanakkam|हाँ|हां|जी|नमस्ते|வணக்கம்|ஆமா) *[,!] *)+(?=\w)", re.IGNORECASE
)


def read_name(text: str) -> str | Problem:
    """A person's name out of `my name is …`, `मेरा नाम … है`, `en peru …`, or the whole answer.

    NFC, single spaces, all else as typed (quotes, tags, digits). Problems: `name_missing` (no letter of any script);
    `name_short`, `name_long` (`characters`, `least` or `most`).
    """
    name = _read(text, OF_A_PERSON, NOBODY)
    return _checked(without_politeness(_SIR.sub("", _YES.sub("", name))))


def read_business_name(text: str) -> str | Problem:
    """A business's name, as `read_name` reads a person's; one of digits only will not do, `24 Carat` will."""
    return _checked(without_politeness(_read(text, OF_A_BUSINESS, NOTHING)))


def _read(text: str, patterns: tuple[re.Pattern[str], ...], label: re.Pattern[str]) -> str:
    """What stands where one of the patterns has the name; the whole text where none fits."""
    whole = cleaned(text)
    if len(whole) > 4 * LONGEST:
        return whole
    words = Words(whole)
    if label.fullmatch(words.keys):
        return ""
    for pattern in patterns:
        if match := pattern.fullmatch(words.keys):
            return _introduced(words, match)
    return whole


def _introduced(words: Words, match: re.Match[str]) -> str:
    if "called" in match.groupdict():
        return without_called(words.between(*match.span("called")))
    name = words.between(*match.span("name"))
    name = _FULL_STOP.sub("", name.strip(_AROUND_A_NAME))
    for opening, closing in _QUOTES:
        if len(name) > 2 and name.startswith(opening) and name.endswith(closing):
            name = name[1:-1].strip()
    return name


def _checked(name: str) -> str | Problem:
    return _problem(name) or name


def _problem(name: str) -> Problem | None:
    if not any(map(str.isalpha, name)):
        return Problem("name_missing")
    if len(name) < SHORTEST:
        return Problem("name_short", {"characters": len(name), "least": SHORTEST})
    if len(name) > LONGEST:
        return Problem("name_long", {"characters": len(name), "most": LONGEST})
    return None
