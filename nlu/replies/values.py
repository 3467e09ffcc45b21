"""The value that a reply gives for a field, as the rest of the product keeps it."""

from __future__ import annotations

from collections.abc import Callable

from nlu.sectors import SECTORS
from nlu.tokens import words
from programme.identifiers.gstin import read_gstin
from programme.identifiers.names import read_business_name, read_name
from programme.identifiers.phone import read_phone
from programme.identifiers.turnover import Turnover, read_total, read_turnover
from programme.identifiers.udyam import read_udyam
from programme.places import District, State, find_places
from programme.writing import normalise

Value = str | int

_STARS = {
    1: "1 one ek एक onnu ஒன்று ஒன்னு ஒண்ணு",
    2: "2 two do दो rendu ரெண்டு இரண்டு",
    3: "3 three teen तीन moonu மூணு மூன்று",
    4: "4 four char chaar चार naalu nalu நாலு நான்கு",
    5: "5 five paanch panch पांच पाँच anju ainthu அஞ்சு ஐந்து",
}
_BY_STAR = {word: number for number, line in _STARS.items() for word in line.split()}


def value_of(field: str, text: str) -> Value | None:
    """The value of `field` in `text`, normalised as `mitra parse` prints entities; None where there is none."""
    found = READERS[field](text)
    return found if isinstance(found, str | int) and found != "" else None


def _district(text: str) -> Value | None:
    named = [found.place.name for found in find_places(text) if isinstance(found.place, District)]
    return named[-1] if named else None


def _state(text: str) -> Value | None:
    found = [one.place for one in find_places(text)]
    states = [place.name for place in found if isinstance(place, State)]
    return states[-1] if states else next((p.state.name for p in found if isinstance(p, District)), None)


def _turnover(text: str) -> object:
    told = read_turnover(text)
    return told.rupees if isinstance(told, Turnover) else told


def _sector(text: str) -> Value | None:
    return next((found.code for found in SECTORS.find(words(text))), None)


def _products(text: str) -> Value | None:
    return " ".join(normalise(text).split()) or None


def stars(text: str) -> int | None:
    """The one rating from 1 to 5 among the words."""
    found = {_BY_STAR[word.text] for word in words(text) if word.text in _BY_STAR}
    return found.pop() if len(found) == 1 else None


READERS: dict[str, Callable[[str], object]] = {
    "owner_name": read_name,
    "business_name": read_business_name,
    "state": _state,
    "district": _district,
    "products": _products,
    "sector": _sector,
    "turnover": _turnover,
    "investment": read_total,
    "phone": read_phone,
    "udyam": read_udyam,
    "gstin": read_gstin,
    "woman_owned": lambda _text: None,
    "sells_online": lambda _text: None,
}
