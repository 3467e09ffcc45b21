"""All places of one name, of the five states and the others: which of them a folded name may mean."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from programme.places.endings import without_ending
from programme.places.gazetteer import gazetteer
from programme.places.near_names import native_places
from programme.places.other_districts import others
from programme.places.spelling import phrase
from programme.places.tables import District, Place, State, cautions, spellings

_CODES_IN_SMALL: Final = frozenset("mp up tn gj hp uk mh wb rj cg jk ts kl dl pb jh ap hr od tg cbe lko dnh".split())
_STATES_FIRST: Final = frozenset({"IN-DL", "IN-PY"})
"""Union territories with a district of the same name: whoever says New Delhi or Pondicherry may live in another one."""


def places_named(name: str, text: str) -> tuple[Place, ...]:
    """The places with exactly this folded name."""
    entry = gazetteer().names.get(name) if may_stand(name, text) else None
    return districts_first(entry.places if entry else (), others().names.get(name, ()), name)


def may_stand(name: str, text: str) -> bool:
    """Whether a name may count in the text: `up` and UP may, KA and AS in capitals only, whatever is no initials may."""
    entry = gazetteer().names.get(name)
    if entry is None or entry.caution != "code" or name in _CODES_IN_SMALL:
        return True
    return name.isascii() and name.upper().replace(" ", "") in text.replace(".", "").replace(" ", "")


def districts_first(places: Sequence[Place], districts: Sequence[District], name: str) -> tuple[Place, ...]:
    """The places and the districts of this name; a state that is only meant by a town or a district gives way to it."""
    states = [place for place in places if isinstance(place, State)]
    if states and name in names_of_states() and any(state.iso in _STATES_FIRST for state in states):
        return tuple(places)
    known = [*districts, *(district for state in states for district in _only_district_of(state))]
    for state in states:
        if not any(district.state == state for district in known) and not name.isascii():
            known += _sounding(name, state)
    kept = [place for place in places if not any(district.state == place for district in known)]
    return tuple(dict.fromkeys((*kept, *known)))


def _sounding(name: str, state: State) -> list[District]:
    """The district of the state that sounds like a name which is none of the state itself."""
    if name in names_of_states():
        return []
    alike = [
        place
        for place in native_places(name.replace(" ", ""))[0]
        if isinstance(place, District) and place.state == state
    ]
    return alike if len(alike) == 1 else []


@cache
def ordinary_names() -> frozenset[str]:
    """Names of places that are words before they are places: mandi, thane, puri."""
    return frozenset(phrase(name) for name, level in cautions().items() if level in ("word", "never"))


@cache
def _only_district_of(state: State) -> tuple[District, ...]:
    """The district of Chandigarh and of Lakshadweep, which have but one."""
    districts = tuple(district for district in others().all if district.state == state)
    return districts if len(districts) == 1 else ()


@cache
def names_of_states() -> frozenset[str]:
    """Folded names of states as such, without those of towns in them."""
    return frozenset(phrase(each.text) for each in spellings() if isinstance(each.place, State) and each.kind != "town")


def stems(keys: Sequence[str], first: int, last: int) -> Iterator[str]:
    """What the words may be: as they are, or the last without its case ending."""
    before = " ".join(keys[first:last])
    for word in (keys[last], *without_ending(keys[last])):
        yield f"{before} {word}".strip()
