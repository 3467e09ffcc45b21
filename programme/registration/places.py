"""Where the business is: state and district from what was typed or tapped, asked again when two fit."""

from __future__ import annotations

from dataclasses import dataclass

from programme.identifiers.problem import Problem
from programme.places import DidYouMean, District, Options, State, find_places, read_place, read_state, state_of
from programme.writing import normalise

Place = dict[str, str]
Option = tuple[str, str, str]


@dataclass(frozen=True)
class Near:
    """Districts whose names are near to what was typed: to be asked about, never taken unasked."""

    options: tuple[Option, ...]


Found = Place | list[Option] | Near | Problem

DISTRICT_MOST = 80
OPTIONS_MOST = 6


def read_state_answer(text: str) -> Found:
    """A state, or a district that says its state: `{"state": iso}` with `district` when it was named too."""
    pressed = state_of(text)
    if pressed is not None:
        return {"state": pressed.iso}
    found = _chosen(text) or _found(read_place(text))
    if not isinstance(found, Problem):
        return found
    named = read_state(text)
    return {"state": named.iso} if isinstance(named, State) else Problem("state_unknown", {})


def read_district_answer(text: str, state_iso: str | None, *, as_typed: bool) -> Found:
    """A district of any state; where nobody knows it, or when the person insists, the name as typed."""
    state = state_of(state_iso) if state_iso else None
    typed = " ".join(normalise(text).split())
    found = (
        Problem("district_unknown", {"typed": typed}) if as_typed else _chosen(text) or _found(read_place(text, state))
    )
    if not isinstance(found, Problem):
        only_state = isinstance(found, dict) and "district" not in found
        return Problem("district_needed", {}) if only_state else found
    if not any(letter.isalpha() for letter in typed) or len(typed) > DISTRICT_MOST or found.reason == "place_missing":
        return Problem("district_needed", {})
    return {"district": typed} if as_typed else Problem("district_unknown", {"typed": typed})


def _found(read: District | State | Options | DidYouMean | Problem) -> Found:
    match read:
        case District():
            return {"state": read.state.iso, "district": read.name}
        case State():
            return {"state": read.iso}
        case Options():
            return [_option(place) for place in read.places if isinstance(place, District)][:OPTIONS_MOST]
        case DidYouMean():
            near = [_option(place) for place in read.places if isinstance(place, District)][:OPTIONS_MOST]
            return Near(tuple(near)) if near else Problem("place_missing", {})
    return read


def _option(place: District) -> Option:
    return f"{place.state.iso}/{place.name}", place.name, place.state.iso


def place_in(text: str) -> Place | None:
    """The one place that a sentence names, or None when it names none or several."""
    named = [found.places for found in find_places(text)]
    states = {place.iso for places in named for place in places if isinstance(place, State)}
    districts = {place for places in named for place in places if isinstance(place, District)}
    fitting = {place for place in districts if place.state.iso in states} or districts
    if len(fitting) == 1:
        district = fitting.pop()
        return {"state": district.state.iso, "district": district.name}
    if not districts and len(states) == 1:
        return {"state": states.pop()}
    return None


def without_place(text: str, district: str) -> str:
    """`text` without its mention of `district` (by its English name)."""
    for found in find_places(text):
        if any(isinstance(place, District) and place.name == district for place in found.places):
            return text[: found.start] + " " + text[found.end :]
    return text


def _chosen(value: str) -> Place | None:
    """A pressed option, `IN-UP/Kanpur Nagar`."""
    iso, slash, name = value.partition("/")
    state = state_of(iso) if slash else None
    read = read_place(name, state) if state else None
    known = isinstance(read, District) and read.state == state and read.name == name
    return {"state": iso, "district": name} if known else None
