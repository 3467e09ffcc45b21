"""Sales and worth as owners tell them: by day, month or year, as a range, as so many at such a price.

`read_turnover` makes a year of it; `read_total` is the same without any period, for machines and investment.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from programme.identifiers.money import LARGEST, TO, is_below_zero
from programme.identifiers.periods import Period, SpokenPeriod, periods
from programme.identifiers.phone import read_phone
from programme.identifiers.problem import Problem
from programme.identifiers.quantities import Quantity, quantities
from programme.identifiers.quantity_tokens import plain
from programme.places import is_pin_code

_LETTER: Final = r"a-z\u0900-\u0963\u0971-\u097f\u0b80-\u0be5"
_SMALLEST: Final = {None: 1_000, Period.DAY: 50, Period.WEEK: 100, Period.MONTH: 500, Period.YEAR: 1_000}
"""Below it a bare figure lacks its thousand or lakh."""
_YEARS: Final = range(1900, 2050)
_FINANCIAL_YEAR: Final = re.compile(r"(?:fy ?)?(?:19|20)\d\d ?[-/] ?(?:\d\d)?\d\d")
_ALSO_AN_AMOUNT: Final = (5_000, 10**9)  # beside one with a unit, a bare figure of this size is another
_NOUN: Final = re.compile(rf" ?(?:₹|rs\.?|rupa[iy][ae]?|rupees?|rupaye|रुपये|रुपए|ரூபாய்|ரூபா|rooba)? ?([{_LETTER}]{{2,}})")
_LONGEST: Final = 400  # letters that are read
_MOST_PIECES: Final = 100_000
_CLOSE: Final = Fraction(4, 3)
_EACH: Final = re.compile(
    rf"(?<![{_LETTER}])(?:each|apiece|a piece|per|@|rate|ka ek|ki ek|ke ek|ek ka|ek ki|ek ek|har ek|prati|pratyek|fi|का एक|की एक|एक का|एक की|हर एक|प्रति|प्रत्येक|फी"
    r"|ovv?on+um|ovv?oru|on+ukk?u|aa?lukk?u|thala|ஒவ்வொ[\u0b80-\u0bff]*|ஒ(?:ண்ணு|ன்னு|ன்று)க்கு|ஆளுக்கு|தலா|oru[a-z ]*kk?u|ஒரு [\u0b80-\u0bff]+க்கு)"
    rf"(?![{_LETTER}])"
)
_TIMES: Final = re.compile(r" ?(?:[a-z]+ )?(?:x|×|\*|into|guna|गुणा|பெருக்கல்) ?(?:₹|rs\.?)? ?")
_BETWEEN_WORDS: Final = re.compile(r"between|be?ech|bich|बीच|நடுவ|குள்ள|kulla|naduv")
_FIGURES_TO: Final = re.compile(r" ?(?:-|to|se|till|or|ya|से|या|முதல்|muthal|mudhal|அல்லது) ?")


@dataclass(frozen=True)
class Turnover:
    """Sales of a year in whole rupees, and how they were told.

    `period` is None when nobody said month or year: then `rupees` is the figure itself, and a small one may be worth
    asking about (`periods.a_year` makes a year of it). `said` is the amount for one such period.
    """

    rupees: int
    period: Period | None
    said: int


def read_turnover(text: str) -> Turnover | Problem:
    """What is sold in a year, in rupees.

    A day counts 300 times (Sundays and festivals are closed), a week 52, a month 12 times. Of a range the upper end
    counts; so many at such a price are multiplied. Problems: those of `read_amount` but for `amount_range`, and
    `amount_phone`, `amount_year` and `amount_pin` (`number`) for figures that are something else.
    """
    return _Told(text).turnover()


def read_total(text: str) -> int | Problem:
    """One sum in rupees, of a range the upper end: `8 looms at 1 lakh each`. Problems as `read_turnover` has them."""
    told = _Told(text, with_periods=False).turnover()
    return told if isinstance(told, Problem) else told.rupees


class _Told:
    """A text about money, its quantities and periods. A word or figure that counts periods is no amount."""

    def __init__(self, text: str, with_periods: bool = True) -> None:
        text = text[:_LONGEST]
        self.is_phone = isinstance(read_phone(text), str)
        self.text = plain(text)
        self.periods = periods(self.text) if with_periods else []
        self.found = [each for each in quantities(self.text) if not self._counts_periods(each)]
        if not self.found and quantities(self.text):
            self.periods, self.found = [], quantities(self.text)

    def turnover(self) -> Turnover | Problem:
        if self.is_phone and not any(each.marked for each in self.found):
            return Problem("amount_phone")
        if not self.periods and _FINANCIAL_YEAR.fullmatch(self.text):
            return Problem("amount_year", {"number": self.text})
        amounts = self._multiplied() or self._ranges() or self._meant()
        if not amounts:
            return Problem("amount_missing")
        told = [self._told(amount) for amount in amounts]
        return _agreed(told)

    def _counts_periods(self, each: Quantity) -> bool:
        return not each.marked and any(period.start <= each.start and each.end <= period.end for period in self.periods)

    def _multiplied(self) -> list[Quantity]:
        """`8 looms at 1 lakh each`, `8 x 1 lakh`, `தறி ஒண்ணு 1 லட்சம், 8 தறி`: the price with the count in it."""
        for first, second in pairwise(self.found):
            if _TIMES.fullmatch(self.text, first.end, second.start) or self._are_of_one_thing(first, second):
                return [_times(first, second)]
        each = next((match for match in _EACH.finditer(self.text) if not self._is_per_period(match)), None)
        ones = [one for one in self.found if one.value == 1 and not one.figures and not one.marked]
        others = [other for other in self.found if other not in ones]
        if len(others) != 2 or not (each or ones):
            return []
        at = each.start() if each else ones[0].start
        return self._priced(others, at)

    def _are_of_one_thing(self, count: Quantity, price: Quantity) -> bool:
        """`20 kilo achar, 200 rupaye kilo`."""
        things = [match[1] for each in (count, price) if (match := _NOUN.match(self.text, each.end))]
        return len(things) == 2 and things[0] == things[1] and not count.marked and len(self.found) == 2

    def _priced(self, others: list[Quantity], at: int) -> list[Quantity]:
        marked = [other for other in others if other.marked]
        price = (
            marked[0]
            if len(marked) == 1
            else min(others, key=lambda other: min(abs(other.start - at), abs(other.end - at)))
        )
        count = others[1 - others.index(price)]
        whole = count.value.denominator == 1 and 0 < count.value <= _MOST_PIECES
        return [_times(count, price)] if whole and not count.marked else []

    def _is_per_period(self, each: re.Match[str]) -> bool:
        return any(
            0 <= period.start - each.end() <= 1 or period.start <= each.start() < period.end for period in self.periods
        )

    def _ranges(self) -> list[Quantity]:
        """The upper ends of what is said as a range."""
        between = bool(_BETWEEN_WORDS.search(self.text))
        ends = []
        for first, second in pairwise(self.found):
            gap = self.text[first.end : second.start]
            joined = TO.fullmatch(gap) if second.marked else _FIGURES_TO.fullmatch(gap)
            if (joined or (between and gap.strip() in ("and", "aur", "और"))) and _is_range(first, second):
                ends.append(second)
        return ends

    def _meant(self) -> list[Quantity]:
        marked = [each for each in self.found if each.marked]
        alone = [each for each in self.found if len(self.found) == 1 and (self.periods or _is_all(self.text, each))]
        figures = [each for each in self.found if each.figures]
        if marked:
            return [
                each
                for each in self.found
                if each.marked or (each.figures and _ALSO_AN_AMOUNT[0] <= each.value < _ALSO_AN_AMOUNT[1])
            ]
        return [each for each in figures if each.value not in _YEARS] or figures or alone

    def _told(self, amount: Quantity) -> Turnover | Problem:
        spoken = min(self.periods, key=lambda each: _distance(each, amount), default=None)
        period = spoken.period if spoken else None
        wrong = self._wrong(amount, period)
        if wrong:
            return wrong
        said = amount.value / (spoken.count if spoken else 1)
        return Turnover(_rupees(said * (period.value if period else 1)), period, _rupees(said))

    def _wrong(self, amount: Quantity, period: Period | None) -> Problem | None:
        if not amount.clear:
            return Problem("amount_unclear")
        if amount is self.found[0] and is_below_zero(self.text, amount):
            return Problem("amount_negative")
        if amount.value * (period.value if period else 1) > LARGEST:
            return Problem("amount_too_large")
        if amount.unit > 1 or amount.currency or not amount.value:
            return None
        return _no_amount(self.text, amount, period)


def _no_amount(text: str, amount: Quantity, period: Period | None) -> Problem | None:
    """Why a bare figure is no amount: a year, a PIN code, a small one without its lakh."""
    figure = text[amount.start : amount.end].replace(" ", "")
    if period is None and amount.value in _YEARS and amount.value != 2000:
        return Problem("amount_year", {"number": figure})
    if period is None and len(figure) == 6 and not figure.endswith("00") and is_pin_code(figure):
        return Problem("amount_pin", {"number": figure})
    if amount.value < _SMALLEST[period]:
        return Problem("amount_unit", {"number": str(float(amount.value)).removesuffix(".0")})
    return None


def _agreed(told: list[Turnover | Problem]) -> Turnover | Problem:
    """The one that was told; of several that mean nearly the same in a year (a day's and a month's) the last."""
    right = [each for each in told if isinstance(each, Turnover)]
    if not right:
        return told[0]
    years = [each.rupees for each in right]
    if max(years) > min(years) * _CLOSE:
        return Problem("amount_several", {"count": len(set(years))})
    return right[-1]


def _times(count: Quantity, price: Quantity) -> Quantity:
    start, end = min(count.start, price.start), max(count.end, price.end)
    return Quantity(count.value * price.value, start, end, price.unit, True, True, count.clear and price.clear)


def _is_range(first: Quantity, second: Quantity) -> bool:
    low = first.value * (1 if first.marked or not second.marked else second.unit)
    return 0 < low < second.value or 0 < first.value < second.value <= 100 * first.value


def _is_all(text: str, amount: Quantity) -> bool:
    return not re.search(r"\w", text[: amount.start] + text[amount.end :])


def _distance(period: SpokenPeriod, amount: Quantity) -> int:
    return max(period.start - amount.end, amount.start - period.end)


def _rupees(value: Fraction) -> int:
    return int(value + Fraction(1, 2))
