"""What a person's words mean as the answer to one question: values to keep, a problem to explain, or no answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from programme.businesses import Business
from programme.identifiers.gstin import read_gstin
from programme.identifiers.money import is_amount
from programme.identifiers.names import read_business_name, read_name
from programme.identifiers.periods import Period, a_year, periods
from programme.identifiers.phone import read_phone
from programme.identifiers.problem import Problem
from programme.identifiers.turnover import read_total, read_turnover
from programme.identifiers.udyam import read_udyam
from programme.registration.interviews import Interview
from programme.registration.places import Found, Near, read_district_answer, read_state_answer, without_place
from programme.registration.steps import INVESTMENT_RANGES, SECTORS_ON_BUTTONS, TURNOVER_RANGES
from programme.registration.words import COMMANDS, NO, SKIP, UNSURE, YES, is_one_of, negates
from programme.writing import normalise

PRODUCTS_MOST = 120
PLACES = ("state", "district")
PERIODS = ("month", "year")
SMALL_FOR_A_YEAR = 100_000
"""Below it, in rupees, a figure without month or year is more often what a month brings."""
ELSEWHERE = "elsewhere"
"""The button's value for none of the districts that were offered."""


@dataclass(frozen=True)
class Heard:
    """One thing said: the words, the value of a pressed button, and what the language model made of it.

    `act` is what the words do to the question that stands (`yes`, `no`, `none`, `later`, `value`, …), and `stated` the name
    or product that they give; without a reading of the moment, `affirmed` and `denied` are the model's reading of yes and
    no by themselves. `sector` is its reading of a trade; `near` the districts around a shared location, as options.
    """

    text: str
    value: str | None = None
    act: str | None = None
    stated: str | None = None
    affirmed: bool = False
    denied: bool = False
    sector: str | None = None
    shared_phone: bool = False
    near: tuple[tuple[str, str, str], ...] = ()

    @property
    def yes(self) -> bool:
        return self._does("yes", ("yes",), self.affirmed, YES)

    @property
    def no(self) -> bool:
        return self._does("no", ("no",), self.denied, NO)

    @property
    def skipped(self) -> bool:
        return self._does("skip", ("none", "no"), self.denied, SKIP)

    @property
    def unsure(self) -> bool:
        return self._does("unsure", ("later",), False, UNSURE)

    def _does(self, value: str, acts: tuple[str, ...], by_itself: bool, phrases: frozenset[str]) -> bool:
        """By the button's value, else by the act; only where no moment was read, by the words alone."""
        if self.value is not None:
            return self.value == value
        if self.act is not None:
            bare = self.act == "unclear" and is_one_of(self.text, phrases)  # "yes" where a name or a product is asked
            return self.act in acts or bare
        return by_itself or is_one_of(self.text, phrases)


@dataclass(frozen=True)
class Taken:
    """Values to keep, by question. `also_answered` are questions that this answer makes needless."""

    values: Mapping[str, Any]
    also_answered: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Choice:
    """More than one thing fits: `options` are (value, district, state) triples to choose from, `question` how to ask."""

    options: tuple[tuple[str, str, str], ...]
    question: str = "place_which"


Reading = Taken | Problem | Choice
Reader = Callable[[Heard, Interview, Business], Reading]


def read_answer(step: str, heard: Heard, interview: Interview, business: Business) -> Reading:
    """Read `heard` as the answer to `step`."""
    if step in PLACES and heard.near:
        return Choice(heard.near, "place_near")
    if step in PLACES and heard.value == ELSEWHERE:
        return Problem("district_needed", {})
    if step in PLACES and interview.options and heard.value is None and (heard.yes or heard.no):
        return _of_the_offered(heard, interview)
    return READERS[step](heard, interview, business)


def _of_the_offered(heard: Heard, interview: Interview) -> Reading:
    """A yes to the one place that was offered takes it; a no, or a yes to several, does not say where it is."""
    offered = tuple((value, district, state) for value, district, state in interview.options)
    if heard.no:
        return Problem("district_needed", {})
    _value, district, state = offered[0]
    return Taken({"state": state, "district": district}) if len(offered) == 1 else Choice(offered)


def _typed(heard: Heard, interview: Interview) -> str:
    """The words to keep: what was typed before, when the person said that it was meant as the answer."""
    return interview.heard.get("typed", "") if heard.value == "as_typed" else heard.stated or heard.text


def _is_short_answer(heard: Heard) -> bool:
    """A yes, a no, a "don't know", a command or an amount where words are wanted; by itself a guess counts for nothing here."""
    if heard.act is not None:
        return heard.act != "value"
    said = any(is_one_of(heard.text, phrases) for phrases in (YES, NO, SKIP, UNSURE, COMMANDS))
    return said or is_amount(heard.text)


def _owner_name(heard: Heard, interview: Interview, _business: Business) -> Reading:
    if heard.value is None and _is_short_answer(heard):
        return Problem("name_missing", {})
    name = read_name(_typed(heard, interview))
    return name if isinstance(name, Problem) else Taken({"owner_name": name})


def _business_name(heard: Heard, interview: Interview, _business: Business) -> Reading:
    if heard.value is None and _is_short_answer(heard):
        return Problem("name_missing", {})
    name = read_business_name(_typed(heard, interview))
    return name if isinstance(name, Problem) else Taken({"name": name})


def _state(heard: Heard, interview: Interview, business: Business) -> Reading:
    told = interview.heard.get("district")
    text = without_place(heard.text, told) if told and heard.value is None and negates(heard.text) else heard.text
    found = _place(read_state_answer(heard.value or text))
    if not (interview.heard.get("district") or interview.heard.get("state")) or not isinstance(found, Problem):
        return found
    if heard.yes:
        return _place_heard(interview)
    return Problem("place_again", {}) if heard.no else found


def _place_heard(interview: Interview) -> Taken:
    state, district = interview.heard.get("state"), interview.heard.get("district")
    return Taken({"state": state, "district": district} if district else {"state": state})


def _district(heard: Heard, interview: Interview, business: Business) -> Reading:
    as_typed = heard.value == "as_typed"
    if heard.value is None and _is_short_answer(heard):
        return Problem("district_needed", {})
    text = interview.heard.get("place_typed", "") if as_typed else (heard.value or heard.text)
    return _place(read_district_answer(text, business.state, as_typed=as_typed))


def _place(found: Found) -> Reading:
    if isinstance(found, Problem):
        return found
    if isinstance(found, Near):
        return Choice(found.options, "place_meant" if len(found.options) == 1 else "place_which")
    return Choice(tuple(found)) if isinstance(found, list) else Taken(found)


def _products(heard: Heard, interview: Interview, _business: Business) -> Reading:
    told = interview.heard.get("products")
    if told and heard.yes:
        values = {"products": told, "sector": interview.heard.get("sector")}
        return Taken({name: value for name, value in values.items() if value})
    if _is_short_answer(heard) or (told and heard.no):
        return Problem("products_needed", {})
    products = " ".join(normalise(_typed(heard, interview)).split())
    if not any(letter.isalpha() for letter in products):
        return Problem("products_needed", {})
    if len(products) > PRODUCTS_MOST:
        return Problem("products_long", {"most_count": PRODUCTS_MOST})
    return Taken({"products": products, "sector": heard.sector} if heard.sector else {"products": products})


def _sector(heard: Heard, _interview: Interview, _business: Business) -> Reading:
    if heard.unsure or heard.skipped:
        return Taken({"sector": "other"})
    sector = heard.value if heard.value in SECTORS_ON_BUTTONS else heard.sector
    return Taken({"sector": sector}) if sector else Problem("choose_one", {})


def _figure(step: str, ranges: Mapping[str, int]) -> Reader:
    def read(heard: Heard, interview: Interview, _business: Business) -> Reading:
        if heard.unsure or heard.skipped:
            return Taken({step: None}, also_answered=("investment",) if step == "turnover" else ())
        word = heard.value or normalise(heard.text).strip().lower()
        if word in ranges:
            return Taken({step: ranges[word]})
        if isinstance(read_phone(heard.text), str):
            return Problem("amount_phone", {})
        return _rupees(step, heard, interview)

    return read


def _rupees(step: str, heard: Heard, interview: Interview) -> Reading:
    """Sales of a year; a small figure without a word of month or year is asked about before it is kept."""
    if step != "turnover":
        total = read_total(heard.text)
        return total if isinstance(total, Problem) else Taken({step: total})
    asked_about = interview.heard.get("figure")
    said = heard.value if heard.value in PERIODS else None
    period = Period[said.upper()] if said else next((one.period for one in periods(heard.text)), None)
    if asked_about and period and not any(sign.isdigit() for sign in heard.text):
        return Taken({step: a_year(int(asked_about), period)})
    told = read_turnover(heard.text)
    if isinstance(told, Problem):
        return told
    if told.period is None and told.rupees < SMALL_FOR_A_YEAR:
        return Problem("turnover_period", {"figure": told.rupees})
    return Taken({step: told.rupees})


def _phone(heard: Heard, _interview: Interview, _business: Business) -> Reading:
    number = read_phone(heard.text)
    if isinstance(number, Problem):
        return number
    return Taken({"phone": number, "phone_verified": heard.shared_phone})


def _udyam(heard: Heard, _interview: Interview, _business: Business) -> Reading:
    if heard.skipped or heard.unsure:
        return Taken({"udyam": None})
    number = read_udyam(heard.text)
    return number if isinstance(number, Problem) else Taken({"udyam": number})


def _gstin(heard: Heard, _interview: Interview, business: Business) -> Reading:
    if heard.skipped or heard.unsure:
        return Taken({"gstin": None})
    number = read_gstin(heard.text, business.state)
    return number if isinstance(number, Problem) else Taken({"gstin": number})


def _yes_or_no(step: str, *, optional: bool) -> Reader:
    def read(heard: Heard, _interview: Interview, _business: Business) -> Reading:
        if heard.yes:
            return Taken({step: True})
        if heard.no:
            return Taken({step: False})
        if optional and heard.skipped:
            return Taken({step: None})
        return Problem("yes_or_no", {})

    return read


READERS: dict[str, Reader] = {
    "owner_name": _owner_name,
    "name": _business_name,
    "state": _state,
    "district": _district,
    "products": _products,
    "sector": _sector,
    "turnover": _figure("turnover", TURNOVER_RANGES),
    "investment": _figure("investment", INVESTMENT_RANGES),
    "phone": _phone,
    "udyam": _udyam,
    "gstin": _gstin,
    "woman_owned": _yes_or_no("woman_owned", optional=True),
    "sells_online": _yes_or_no("sells_online", optional=False),
}
