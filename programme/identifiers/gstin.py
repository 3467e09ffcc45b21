"""GST identification numbers of ordinary taxpayers (facts F4.01 to F4.05, and 4.2 for the state codes).

Two digits for the state, the PAN, one character that counts registrations, `Z`, one check character; who pays by the
composition scheme has the same. Those who only deduct or collect the tax, embassies and foreign firms have others;
their forms are those that resilient-tech/india-compliance takes from developer.gst.gov.in. The check is our own:
python-stdnum 2.2 knows no Ladakh (38) and neither of the two codes that are no state's (97, 99).
"""

import re
from typing import Final

from programme.identifiers.candidates import likeliest
from programme.identifiers.problem import Problem
from programme.places import all_states
from programme.writing import unified

_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LENGTH: Final = 15
_FORM: Final = re.compile(r"\d\d[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]", re.ASCII)
_BETWEEN: Final = r"[\s._/-]{0,3}"
_SPACED_OUT: Final = re.compile(
    r"(?<![A-Z\d])"
    + _BETWEEN.join([r"(\d)"] * 2 + ["([A-Z])"] * 5 + [r"(\d)"] * 4 + ["([A-Z])", "([1-9A-Z])", "(Z)", r"([A-Z\d])"])
    + r"(?![A-Z\d])",
    re.ASCII,
)

_MASK: Final = {"9": r"\d", "X": "[A-Z]", "*": r"[A-Z\d]", "+": "[1-9A-Z]"}
# Deducts tax; collects it (a marketplace); an embassy or UN body; a foreigner at a fair; a service from abroad.
_MASKS_OF_OTHERS: Final = {
    "99XXXX*9999X+d*": "TDS", "99XXXXX9999X+c*": "TCS", "9999XXX99999un*": "UIN", "9999XXX99999on*": "UIN", "9999XXX99999nr*": "NRTP",
    "9999XXX99999os*": "OIDAR",
}  # fmt: skip
_OTHERS: Final = tuple(
    (
        re.compile(
            rf"(?<![A-Z\d]){_BETWEEN.join(_MASK.get(each, each.upper()) for each in mask)}(?![A-Z\d])", re.ASCII
        ),
        kind,
    )
    for mask, kind in _MASKS_OF_OTHERS.items()
)
_OLD_STATE_CODES: Final = {"25": "IN-DH", "28": "IN-AP"}  # Daman and Diu; Andhra Pradesh before it was divided
_NO_STATE: Final = ("97", "99")  # other territory; the centre's own jurisdiction


def read_gstin(text: str, state: str | None = None) -> str | Problem:
    """The number in upper case, read from any case, spacing, dashes and native digits, words around it too.

    `state` is the ISO code of the state the business is said to be in. A right check character proves only that the
    number was typed as issued. Problems: `gstin_missing`; `gstin_length` (`digits`: how many letters and digits, of
    15); `gstin_kind` (`kind`: a right one, but of who deducts tax (`TDS`), collects it (`TCS`), of an
    embassy (`UIN`), a non-resident (`NRTP`) or a service from abroad (`OIDAR`)); `gstin_form`; `gstin_check`; `gstin_state_unknown` (`code`); `gstin_other_state` (`gstin_state`, `state`).
    """
    text = unified(text).upper()
    match = _SPACED_OUT.search(text)
    kind = None if match else _other_kind(text)
    if kind:
        return Problem("gstin_kind", {"kind": kind})
    number = "".join(match.groups()) if match else likeliest(text, _LENGTH)
    return (_wrong_writing(number) or _wrong_state(number, state)) or number


def state_of_gstin(number: str) -> str | None:
    """The ISO code of the state that a canonical number belongs to; None for the codes that are no state's."""
    return _iso_of(number[:2])


def pan_of_gstin(number: str) -> str:
    """The PAN inside a canonical number."""
    return number[2:12]


def check_character(first_fourteen: str) -> str:
    """The fifteenth character for fourteen given ones: Luhn's method in base 36."""
    total = 0
    for place, character in enumerate(first_fourteen):
        value = _ALPHABET.index(character) * (1 + place % 2)
        total += value // 36 + value % 36
    return _ALPHABET[-total % 36]


def _other_kind(text: str) -> str | None:
    """The kind of a number that is no business's."""
    return next((kind for pattern, kind in _OTHERS if pattern.search(text)), None)


def _wrong_writing(number: str) -> Problem | None:
    if not number:
        return Problem("gstin_missing")
    if len(number) != _LENGTH:
        return Problem("gstin_length", {"digits": len(number)})
    if not _FORM.fullmatch(number):
        return Problem("gstin_form")
    return None if check_character(number[:-1]) == number[-1] else Problem("gstin_check")


def _wrong_state(number: str, state: str | None) -> Problem | None:
    code = number[:2]
    if code in _NO_STATE:
        return None
    iso = _iso_of(code)
    if iso is None:
        return Problem("gstin_state_unknown", {"code": code})
    if state is not None and state != iso:
        return Problem("gstin_other_state", {"gstin_state": iso, "state": state})
    return None


def _iso_of(code: str) -> str | None:
    return next((state.iso for state in all_states() if state.gst == code), _OLD_STATE_CODES.get(code))
