"""Quantities in a text: figures or number words of three languages, with the units of money people count in.

`ढाई लाख`, `5L`, `இரண்டரை கோடி`, `2 crore 50 lakh`, `sadhe teen hazar`. Which of them is the answer, `money` decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from programme.identifiers.quantity_tokens import HUNDRED, THOUSAND, Token, tokens_of

_HUNDREDS: Final = re.compile(r"hundreds?|sau|सौ|நூற்று")
_LARGEST_UNIT: Final = 10**12  # a lakh crore
_ONLY_AFTER_FIGURES: Final = frozenset({"k", "l"})
_CURRENCY_BEFORE: Final = re.compile(r"₹|rs|inr|re|ru|रु|रू|ரூ")
_CURRENCY_AFTER: Final = re.compile(r"₹|/-|rs|inr|rup[aeiy]+[a-z]*|r[uo]+[bv]a[aiy]*|रु|रू|रुप.*|रूप.*|ரூ|ரூபா.*|ரூவா.*")
_MORE: Final = {
    **dict.fromkeys("साढे sadhe saadhe sade saade sarhe".split(), Fraction(1, 2)),
    **dict.fromkeys("सवा sava sawa".split(), Fraction(1, 4)),
    **dict.fromkeys("पौने paune pone".split(), Fraction(-1, 4)),
}
_AND: Final = frozenset("and aur और एवं மற்றும்".split())


@dataclass(frozen=True)
class Quantity:
    """An exact value, standing at `start` to `end` of the plain text. `unit` is the largest unit it has, 1 without any;
    `currency` when a sign or word for rupees stands beside or its figures are grouped by commas; `clear` unless its figures are grouped as nobody does."""

    value: Fraction
    start: int
    end: int
    unit: int
    currency: bool
    figures: bool
    clear: bool

    @property
    def marked(self) -> bool:
        """Whether unit or currency say that money is meant; five hundred may also be people."""
        return self.unit >= THOUSAND or self.currency


_NOTHING: Final = Token("", 0, 0, None, 0, False)


def quantities(text: str) -> list[Quantity]:
    """All quantities of a text as `plain` writes it, left to right."""
    return list(_Reader(tokens_of(text)).quantities())


class _Reader:
    """Goes through the tokens once. Each `_take_…` moves on over what it reads and stays where it reads nothing."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._counted_hundreds = False
        self._currency_taken = 0  # up to here, signs and words for rupees belong to a quantity already

    def quantities(self) -> Iterator[Quantity]:
        while self._at < len(self._tokens):
            first = self._at
            found = self._take_quantity()
            if found is None:
                self._at = first + 1
            elif (quantity := self._quantity(*found, first)) is not None:
                yield quantity

    def _quantity(self, value: Fraction, unit: int, first: int) -> Quantity | None:
        taken = self._tokens[first : self._at]
        currency = self._beside_currency(first) or any(token.figures and "," in token.text for token in taken)
        counted = any(token.number is not None or token.text in _MORE for token in taken)
        if not (counted or currency or len(taken) == len(self._tokens)):
            return None  # `kitne lakh`, `கோடி நன்றி`
        figures = any(token.figures for token in taken)
        clear = all(token.clear for token in taken)
        return Quantity(value, taken[0].start, taken[-1].end, unit, currency, figures, clear)

    def _beside_currency(self, first: int) -> bool:
        before = self._tokens[first - 1] if first > self._currency_taken else _NOTHING
        after = bool(_CURRENCY_AFTER.fullmatch(self._next.text))
        self._currency_taken = self._at + after
        return after or bool(_CURRENCY_BEFORE.fullmatch(before.text))

    @property
    def _next(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else _NOTHING

    def _take_quantity(self) -> tuple[Fraction, int] | None:
        """Value and largest unit; the units must grow smaller (`2 crore 50 lakh`), else another quantity begins."""
        total, unit, largest, back = Fraction(0), 0, 0, self._at
        while unit != 1:
            number = self._take_number()
            size = self._take_unit(has_figures=number is not None and self._tokens[self._at - 1].figures)
            if (number is None and not size) or (unit and not _goes_on(number, size, unit)):
                break
            total += (Fraction(1) if number is None else number) * (size or 1)
            unit, back = size or (HUNDRED if self._counted_hundreds else 1), self._at
            largest = max(largest, unit)
            self._take_and()
        self._at = back
        return (total, largest) if largest else None

    def _take_number(self) -> Fraction | None:
        """`5`, `twenty five`, `साढ़े तीन`, `two and a half`, `do sau pachas`."""
        more = _MORE.get(self._next.text, Fraction(0))
        self._at += more != 0
        number = self._take_simple()
        if number is None and more:
            number = Fraction(1)
        value = None if number is None else number + more
        self._counted_hundreds = bool(_HUNDREDS.fullmatch(self._next.text))
        if not self._counted_hundreds:
            return value
        self._at += 1
        rest = None if self._next.figures else self._take_simple()
        return (1 if value is None else value) * Fraction(HUNDRED) + (rest or 0)

    def _take_simple(self) -> Fraction | None:
        number = self._next.number
        if number is None:
            return None
        in_figures = self._next.figures
        self._at += 1
        if not in_figures:
            number += self._take_ones(number)
        return number + self._take_half(number)

    def _take_ones(self, number: Fraction) -> Fraction:
        """The ones after the tens; `half a crore`: the article counts nothing."""
        following = self._next.number
        if number < 1 and self._next.text in ("a", "an"):
            self._at += 1
        elif (
            following is not None
            and not self._next.figures
            and number in range(20, 100, 10)
            and following in range(1, 10)
        ):
            self._at += 1
            return following
        return Fraction(0)

    def _take_half(self, number: Fraction) -> Fraction:
        """`and a half`, `அரை` after a whole number."""
        words = [token.text for token in self._tokens[self._at : self._at + 3]]
        length = (
            3
            if words == ["and", "a", "half"]
            else 2
            if words[:2] == ["and", "half"]
            else 1
            if words[:1] in (["அரை"], ["arai"])
            else 0
        )
        if not length or number < 1 or number.denominator > 1:
            return Fraction(0)
        self._at += length
        return Fraction(1, 2)

    def _take_unit(self, has_figures: bool) -> int:
        """The unit, several multiplied (`lakh crore`); 0 when there is none."""
        size = 0
        while self._next.unit and size < _LARGEST_UNIT and (has_figures or self._next.text not in _ONLY_AFTER_FIGURES):
            size, has_figures = (size or 1) * self._next.unit, False
            self._at += 1
        return size

    def _take_and(self) -> None:
        if self._next.text in _AND:
            self._at += 1


def _goes_on(number: Fraction | None, size: int, unit: int) -> bool:
    """Whether `number` and `size` belong to a quantity whose last unit is `unit`: `1 lakh 500`, but not `1 lakh 5`."""
    return 1 < size < unit or (not size and number is not None and HUNDRED <= number < unit)
