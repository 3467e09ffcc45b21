"""The districts of the other states and union territories, and their PIN codes: read when first asked for, and never in free text.

From indian-pincode (MIT; the post offices' directory) and `other_districts.csv`, which gives today's name where that one is
old or clipped, other spellings, towns, and districts that are newer. Their names are known in English only.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import indian_pincode

from programme.places.native_sound import consonants
from programme.places.spelling import phrase, sounded
from programme.places.tables import District, State, all_districts, all_states, rows, spellings

_NAMES_OF_STATES: Final = {"THE DADRA AND NAGAR HAVELI AND DAMAN AND DIU": "IN-DH"}
_BRACKETED: Final = re.compile(r"\s*\(.*\)")
_SMALL_WORDS: Final = re.compile(r"\b(?:And|Of)\b")


@dataclass(frozen=True)
class OtherDistricts:
    """`names` and `sounds` of all their spellings, folded; `rows` of consonants, of Tamil and of the other scripts."""

    all: tuple[District, ...]
    names: Mapping[str, tuple[District, ...]]
    sounds: Mapping[str, tuple[District, ...]]
    tamil_rows: Mapping[str, tuple[tuple[str, District], ...]]
    rows: Mapping[str, tuple[tuple[str, District], ...]]


@cache
def other_districts() -> tuple[District, ...]:
    """The districts of all states but the five of `all_districts`, by state and name."""
    return others().all


@cache
def others() -> OtherDistricts:
    """Made at first use in about a twentieth of a second."""
    spelt = list(_spelt())
    names = [(key, district) for text, district in spelt for key in _keys(text)]
    latin = [(name, district) for name, district in names if name.isascii() and " " not in name]
    return OtherDistricts(
        all=tuple(dict.fromkeys(district for _, district in spelt)),
        names=_grouped(names),
        sounds=_grouped([(sounded(name), district) for name, district in names]),
        tamil_rows=_grouped([(consonants(name, tamil=True), (name, district)) for name, district in latin]),
        rows=_grouped([(consonants(name), (name, district)) for name, district in latin]),
    )


def places_of_pin_code(pin: str) -> tuple[District, ...] | None:
    """The districts of its state that a PIN code delivers to; None for a code that there is not.

    The directory is that of 2025: districts that came later are still under the one they were part of.
    """
    details = indian_pincode.get_details(pin)
    if details is None:
        return None
    state = _state_named(details["state"] or "")
    keys = [(state.iso, name) for name in details["districts"]] if state else []
    return tuple(dict.fromkeys(_by_listed()[key] for key in keys if key in _by_listed()))


def is_pin_code(text: str) -> bool:
    """Whether six digits are a PIN code that exists."""
    return indian_pincode.validate(text)


@cache
def _by_listed() -> Mapping[tuple[str, str], District]:
    """Every district by its state and its name in the post offices' directory."""
    of_five = {
        (place.state.iso, spelt.text.upper()): place
        for spelt in spellings()
        if isinstance(place := spelt.place, District)
    }
    table = {}
    for name, state in _pairs():
        joined = {(state.iso, name), (state.iso, name.replace(" ", "")), (state.iso, name.removeprefix("THE "))}
        known = next((of_five[key] for key in joined if key in of_five), None) or _others_by_listed().get(
            (state.iso, name)
        )
        if known:
            table[state.iso, name] = known
    return table


def _pairs() -> Iterator[tuple[str, State]]:
    for name in indian_pincode.list_states():
        state = _state_named(name)
        if state:
            yield from ((district, state) for district in indian_pincode.list_districts(name))


@cache
def _state_named(name: str) -> State | None:
    iso = _NAMES_OF_STATES.get(name)
    return next((state for state in all_states() if iso == state.iso or state.name.upper() == name), None)


@cache
def _others_by_listed() -> Mapping[tuple[str, str], District]:
    five = {district.state for district in all_districts()}
    rewritten = {(row["state"], row["listed"]): row["en"] for row in rows("other_districts.csv") if row["listed"]}
    return {
        (state.iso, name): _district(state, rewritten.get((state.iso, name)) or _titled(name))
        for name, state in _pairs()
        if state not in five
    }


def _spelt() -> Iterator[tuple[str, District]]:
    states = {state.iso: state for state in all_states()}
    for district in _others_by_listed().values():
        yield district.name, district
    for row in rows("other_districts.csv"):
        district = _district(states[row["state"]], row["en"])
        yield from ((text, district) for text in (row["en"], *filter(None, row["names"].split("|"))))


def _district(state: State, name: str) -> District:
    return District(state, name, {"en": name})


def _titled(name: str) -> str:
    return _SMALL_WORDS.sub(lambda word: word.group().lower(), _BRACKETED.sub("", name).title())


def _keys(text: str) -> set[str]:
    name = phrase(text)
    return {name, name.replace(" ", "")}


def _grouped(pairs: list[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    table: dict[str, dict[Any, None]] = {}
    for key, value in pairs:
        table.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in table.items()}
