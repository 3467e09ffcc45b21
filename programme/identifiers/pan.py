"""Permanent account numbers: five letters, four digits, one letter (facts F4.20 to F4.26)."""

import re
from typing import Final

from stdnum.exceptions import InvalidComponent, ValidationError
from stdnum.in_ import pan

from programme.identifiers.candidates import likeliest
from programme.identifiers.gstin import pan_of_gstin, read_gstin
from programme.identifiers.problem import Problem
from programme.writing import unified

_BETWEEN: Final = r"[\s._/-]{0,3}"
_NUMBER: Final = re.compile(rf"(?<![A-Z\d])([A-Z]{{5}}){_BETWEEN}(\d{{4}}){_BETWEEN}([A-Z])(?![A-Z\d])")
_LENGTH: Final = 10


def read_pan(text: str) -> str | Problem:
    """The PAN in upper case, taken out of a GSTIN where that was given. Its check letter follows an unpublished rule,
    so a well-formed one can still be wrong.

    Problems: `pan_missing`; `pan_length` (`digits`: how many letters and digits there are); `pan_form`;
    `pan_holder` (`letter`: the fourth letter, which names no kind of holder).
    """
    gstin = read_gstin(text)
    if isinstance(gstin, str):
        return pan_of_gstin(gstin)
    text = unified(text).upper()
    match = _NUMBER.search(text)
    number = "".join(match.groups()) if match else likeliest(text, _LENGTH)
    return _checked(number) if number else Problem("pan_missing")


def is_personal(number: str) -> bool:
    """Whether a canonical PAN belongs to a person, which makes it (and a GSTIN around it) personal data."""
    return number[3] == "P"


def _checked(number: str) -> str | Problem:
    if len(number) != _LENGTH:
        return Problem("pan_length", {"digits": len(number)})
    try:
        return str(pan.validate(number))
    except InvalidComponent:
        no_serial = number[5:9] == "0000"
        return Problem("pan_form") if no_serial else Problem("pan_holder", {"letter": number[3]})
    except ValidationError:
        return Problem("pan_form")
