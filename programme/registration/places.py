"""Where the business is: state and district from what was typed or tapped, asked again when two fit."""

from __future__ import annotations

import regex

from programme.identifiers.problem import Problem
from programme.places import District, State, districts_of, find_places, read_district, read_state, state_of
from programme.writing import normalise

Place = dict[str, str]
Option = tuple[str, str, str]
Found = Place | list[Option] | Problem

DISTRICT_MOST = 80
OPTIONS_MOST = 6
DENIED_BEFORE = regex.compile(r"(?<!\S)(?:nahi|nahin|nhi|नहीं|नही|illa|illai|ille|இல்லை|இல்ல)[\s,;।.]+", regex.IGNORECASE)
"""In Hindi and Tamil the no stands behind what it denies: "Indore nahi, Dewas"."""


def read_state_answer(text: str) -> Found:
    """A state, or a district that says its state: `{"state": iso}` with `district` when it was named too."""
    pressed = state_of(text)
    if pressed is not None:
        return {"state": pressed.iso}
    place = _chosen(text) or _district_in(text, None)
    if place:
        return place
    named = read_state(text)
    return {"state": named.iso} if isinstance(named, State) else Problem("state_unknown", {})


def read_district_answer(text: str, state_iso: str | None, *, as_typed: bool) -> Found:
    """A district; outside the states of the tables, or when the person insists, the name as typed."""
    state = state_of(state_iso) if state_iso else None
    typed = " ".join(normalise(text).split())
    place = None if as_typed else _chosen(text) or _district_in(text, state) or _district_in(text, None)
    if place:
        return place
    if not any(letter.isalpha() for letter in typed) or len(typed) > DISTRICT_MOST:
        return Problem("district_needed", {})
    if as_typed or (state is not None and not districts_of(state)):
        return {"district": typed}
    return Problem("district_unknown", {"typed": typed})


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
    names = [district.name for district in districts_of(state)] if state else []
    return {"state": iso, "district": name} if name in names else None


def _district_in(text: str, state: State | None) -> Place | list[Option] | None:
    found = read_district(text, state)
    if isinstance(found, District):
        return {"state": found.state.iso, "district": found.name}
    if isinstance(found, list):
        rather = read_district(DENIED_BEFORE.split(text)[-1], state)
        if isinstance(rather, District):
            return {"state": rather.state.iso, "district": rather.name}
        return [(f"{fit.state.iso}/{fit.name}", fit.name, fit.state.iso) for fit in found[:OPTIONS_MOST]]
    return None
