"""Amounts of rupees as people say them: `5 lakh`, `ढाई लाख`, `2.5 cr`, `₹50,000`, `இரண்டரை கோடி`."""

import re
from fractions import Fraction
from itertools import pairwise
from typing import Final

from programme.identifiers.problem import Problem
from programme.identifiers.quantities import Quantity, quantities
from programme.identifiers.quantity_tokens import plain

_SMALLEST_PLAIN: Final = 1_000  # a bare 5 or 50 is seldom rupees: people leave the lakh or thousand out
LARGEST: Final = 10**15
TO: Final = re.compile(
    r" ?(?:-|to|se|till|or|ya|se lekar|से|से लेकर|या|முதல்|muthal|mudhal|அல்லது|லிருந்து|ல இருந்து|லருந்து|la irundhu|la irunthu|lerundhu)? ?"
)


_BESIDE_AN_AMOUNT: Final = re.compile(
    r"[\s\W]|rupees?|rupaye?|rs|inr|rooba|roobai|रुपये|रुपए|रुपया|रु|ரூபாய்|ரூபா|ரூ|about|around|approx|only|lagbhag|karib|sumar|लगभग|करीब|சுமார்"
)


def read_amount(text: str) -> int | Problem:
    """The amount in whole rupees.

    Problems: `amount_missing`; `amount_unit` (`number`: a small one without thousand, lakh or crore); `amount_range`
    (`low`, `high`); `amount_several` (`count`); `amount_unclear` (figures grouped as nobody does); `amount_negative`;
    `amount_too_large`.
    """
    text = plain(text)
    found = quantities(text)
    span = _range(text, found)
    if span and span[1] <= LARGEST:
        return Problem("amount_range", {"low": span[0], "high": span[1]})
    meant = [each for each in found if each.marked] or [
        each for each in found if each.figures or (len(found) == 1 and _is_all(text, each))
    ]
    if not meant:
        return Problem("amount_missing")
    if len({each.value for each in meant}) > 1:
        return Problem("amount_several", {"count": len(meant)})
    return _checked(text, meant[0])


def find_amounts(text: str) -> list[int]:
    """Amounts in a free sentence that a unit or a word for rupees marks as such, in rupees, left to right."""
    text = plain(text)
    found = quantities(text)
    amounts = _range(text, found) or [_rupees(each.value) for each in found if each.marked and each.clear]
    return [amount for amount in amounts if amount <= LARGEST]


def is_amount(text: str) -> bool:
    """Whether the text is an amount of money and nothing else: `5 lakh` is, `5 Lakh Fashion` is not, nor லட்சுமி."""
    text = plain(text)
    found = quantities(text)
    rest = text
    for each in reversed(found):
        rest = rest[: each.start] + rest[each.end :]
    return any(_is_counted(text, each) for each in found) and not _BESIDE_AN_AMOUNT.sub("", rest)


def _is_counted(text: str, each: Quantity) -> bool:
    """A unit alone is too often the beginning of a name."""
    return each.figures or each.currency or (each.marked and " " in text[each.start : each.end])


def is_below_zero(text: str, amount: Quantity) -> bool:
    """Whether a minus stands before the amount, and not a dash."""
    return bool(re.search(r"(?:^- ?₹? ?|[ ₹]-₹?)$", text[: amount.start]))


def _checked(text: str, amount: Quantity) -> int | Problem:
    if not amount.clear:
        return Problem("amount_unclear")
    if is_below_zero(text, amount):
        return Problem("amount_negative")
    if amount.value > LARGEST:
        return Problem("amount_too_large")
    if amount.unit == 1 and not amount.currency and 0 < amount.value < _SMALLEST_PLAIN:
        return Problem("amount_unit", {"number": str(float(amount.value)).removesuffix(".0")})
    return _rupees(amount.value)


def _range(text: str, found: list[Quantity]) -> tuple[int, int] | None:
    """`2-3 lakh`, `2 lakh to 3 lakh`, `दो तीन लाख`: the first takes the second's unit where it has none."""
    for first, second in pairwise(found):
        gap = text[first.end : second.start]
        if not second.marked or not TO.fullmatch(gap):
            continue
        for low in (first.value * (1 if first.marked else second.unit), first.value):
            if low < second.value and (first.marked or low >= _SMALLEST_PLAIN):
                return _rupees(low), _rupees(second.value)
    return None


def _is_all(text: str, amount: Quantity) -> bool:
    """Number words alone are too often other words (`do`, `bis`, `ஆறு`) to be looked for among others."""
    return not re.search(r"\w", text[: amount.start] + text[amount.end :])


def _rupees(value: Fraction) -> int:
    return int(value + Fraction(1, 2))
