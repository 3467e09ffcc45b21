"""Udyam registration numbers: `UDYAM-XX-00-0000000`, the state's two letters, then nine digits and no check digit.

The form is the portal's own (facts F3.20 to F3.27). A well-formed number can still be false: only the portal knows.
"""

import re
from typing import Final

from programme.identifiers.problem import Problem
from programme.places import State, all_states
from programme.writing import unified

# Rare outside invented examples, but no proof of an error: the portal writes KR, TS and DD for these states.
_UNUSUAL: Final = {"KA": "IN-KA", "TG": "IN-TS", "DN": "IN-DH"}

_BETWEEN: Final = r"[\s._:/-]{0,3}"
_PREFIX: Final = r"(?:UD[HAY]{0,3}[YI][AO]{1,2}M|உத்யம்|உத்யாம்|उद्यम|उध्यम)"
_DIGIT: Final = r"[\dO]"  # a letter O typed for a zero
_NUMBER: Final = re.compile(
    rf"(?:(?<![A-Z]){_PREFIX}{_BETWEEN}|(?<![A-Z]))([A-Z]{{2}}){_BETWEEN}"
    rf"({_DIGIT}{_BETWEEN}{_DIGIT}){_BETWEEN}({_DIGIT}(?:{_BETWEEN}{_DIGIT}){{6}})(?!{_BETWEEN}{_DIGIT}|[A-Z])"
)
_OLD_UAM: Final = re.compile(rf"(?<![A-Z])[A-Z]{{2}}{_BETWEEN}\d\d{_BETWEEN}[A-Z]{_BETWEEN}\d{{7}}(?!\d)")
_LETTERS_AND_DIGITS: Final = re.compile(
    rf"(?<![A-Z])(?:{_PREFIX}{_BETWEEN})?([A-Z]{{2}}){_BETWEEN}(\d(?:{_BETWEEN}\d)*)"
)
_PREFIX_ALONE: Final = re.compile(_PREFIX)


def read_udyam(text: str) -> str | Problem:
    """The number in canonical form, read from any case, spacing, dashes and native digits, words around it too.

    Problems: `udyam_old_uam` (an Udyog Aadhaar number, which Udyam replaced); `udyam_state_letters` (`letters` that
    are no state's); `udyam_length` (`digits` after the state's letters, of 9); `udyam_form`; `udyam_missing`.
    """
    text = unified(text).upper()
    match = _NUMBER.search(text)
    if not match:
        return _what_is_wrong(text)
    letters = match.group(1)
    if _state_of(letters) is None:
        return Problem("udyam_state_letters", {"letters": letters})
    district, serial = (_digits(match.group(part)) for part in (2, 3))
    return f"UDYAM-{letters}-{district}-{serial}"


def unusual_state_letters(number: str) -> str | None:
    """The letters of a canonical number that the portal is not known to use: worth a second look, not an error."""
    letters = number[6:8]
    return letters if letters in _UNUSUAL else None


def state_of_udyam(number: str) -> State | None:
    """The state whose letters a canonical number bears."""
    return _state_of(number[6:8])


def _state_of(letters: str) -> State | None:
    iso = _UNUSUAL.get(letters)
    return next((state for state in all_states() if letters == state.udyam or iso == state.iso), None)


def _what_is_wrong(text: str) -> Problem:
    if _OLD_UAM.search(text):
        return Problem("udyam_old_uam")
    near = _LETTERS_AND_DIGITS.search(text)
    if near:
        return Problem("udyam_length", {"digits": len(_digits(near.group(2)))})
    if _PREFIX_ALONE.search(text) or re.search(r"\d", text):
        return Problem("udyam_form")
    return Problem("udyam_missing")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text.replace("O", "0"))
