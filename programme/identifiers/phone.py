"""Mobile numbers: ten digits, the first 6 to 9."""

import re
from typing import Final

from programme.identifiers.problem import Problem
from programme.writing import unified

# Digits with what people put between them. A slash or a comma stands between two numbers, not inside one.
_RUN: Final = re.compile(r"\+?\(?\d(?:[ .()_-]{0,3}\d)*")
_MOBILE: Final = re.compile(r"(?:0{0,2}91|\+91)?0?([6-9]\d{9})")
_COUNTRY: Final = re.compile(r"(?:\+|00)91")
_MOBILE_LENGTH: Final = 10


def read_phone(text: str) -> str | Problem:
    """The ten digits of the one mobile number in the text, without country code.

    Problems: `phone_missing`; `phone_length` (`digits`: how many there are); `phone_first_digit` (`first`);
    `phone_country` for another country's code; `phone_several` (`count`) when two different numbers fit.
    """
    runs = [run.group() for run in _RUN.finditer(unified(text))]
    numbers = {number for run in runs for number in _mobiles(run)}
    if len(numbers) > 1:
        return Problem("phone_several", {"count": len(numbers)})
    return numbers.pop() if numbers else _what_is_wrong(runs)


def _mobiles(run: str) -> list[str]:
    """The numbers in one run of digits; the run as a whole first, then its parts (two numbers with a space between)."""
    whole = _mobile(run)
    if whole:
        return [whole]
    return [number for part in run.split(" ") if (number := _mobile(part))]


def _mobile(run: str) -> str | None:
    match = _MOBILE.fullmatch(re.sub(r"[ .()_-]", "", run))
    return match.group(1) if match else None


def _what_is_wrong(runs: list[str]) -> Problem:
    if not runs:
        return Problem("phone_missing")
    run = re.sub(r"[^+\d]", "", max(runs, key=len))
    if run.startswith("+") and not run.startswith("+91"):
        return Problem("phone_country")
    digits = _COUNTRY.sub("", run, count=1) if _COUNTRY.match(run) else run
    if len(digits) == _MOBILE_LENGTH + 2 and digits.startswith("91"):
        digits = digits[2:]
    if len(digits) == _MOBILE_LENGTH:
        return Problem("phone_first_digit", {"first": digits[0]})
    return Problem("phone_length", {"digits": len(digits)})
