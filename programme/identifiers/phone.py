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
_SEPARATORS: Final = re.compile(r"[ .()_-]")
# Mobile numbers abroad as their owners write them without a plus: the Gulf, the neighbours, where relatives live. Eleven
# digits that begin with 9 may as well be an Indian number with one too many: there the code must stand apart.
_ABROAD: Final = re.compile(
    r"1[2-9]\d{2}[2-9]\d{6}|447\d{9}|614\d{8}|642\d{8}|9715\d{8}|9665\d{8}|9779[78]\d{8}|8801\d{9}|923\d{9}|601\d{8,9}|628\d{9,10}|639\d{9}"
    r"|66[689]\d{8}|491[5-7]\d{8,9}|33[67]\d{8}|393\d{9}|861\d{10}|254[17]\d{8}|234[789]\d{9}|27[678]\d{8}"
)
_NUMBERED: Final = re.compile(r"1[ .)]{1,2}[6-9]\d{9}")  # the first of a list
_ABROAD_APART: Final = re.compile(
    r"(?:94 7\d|965 [569]|968 [79]|973 [36]|974 [3567]|975 [17]7|65 [89]|960 [79])[\d -]{6,11}"
)


def read_phone(text: str) -> str | Problem:
    """The ten digits of the one mobile number in the text, without country code.

    Problems: `phone_missing`; `phone_length` (`digits`: how many there are); `phone_first_digit` (`first`);
    `phone_country` for another country's code, with `+`, `00` or nothing before it; `phone_several` (`count`) when two different numbers fit.
    """
    runs = [run.group() for run in _RUN.finditer(unified(text))]
    if len(runs) == 1 and _is_abroad(runs[0]):
        return Problem("phone_country")
    numbers = {number for run in runs for number in _mobiles(run)}
    if len(numbers) > 1:
        return Problem("phone_several", {"count": len(numbers)})
    return numbers.pop() if numbers else _what_is_wrong(runs)


def _is_abroad(run: str) -> bool:
    if _NUMBERED.fullmatch(run):
        return False
    digits = _SEPARATORS.sub("", run)
    if digits.startswith(("+", "00")):
        digits = digits.removeprefix("+").removeprefix("00")
        return len(digits) > _MOBILE_LENGTH and not digits.startswith(("91", "0"))
    return bool(_ABROAD.fullmatch(digits) or _ABROAD_APART.fullmatch(run))


def _mobiles(run: str) -> list[str]:
    """The numbers in one run of digits; the run as a whole first, then its parts (two numbers with a space between)."""
    whole = _mobile(run)
    if whole:
        return [whole]
    return [number for part in run.split(" ") if (number := _mobile(part))]


def _mobile(run: str) -> str | None:
    match = _MOBILE.fullmatch(_SEPARATORS.sub("", run))
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
