"""Places whose names are nearly spelt like what was typed, for asking "did you mean": never for taking."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from programme.places.native_sound import consonants, likeness, sound_alike
from programme.places.other_districts import others
from programme.places.spelling import phrase, sounded
from programme.places.tables import District, Place, State, spellings

# How many wrong letters from which length on, of the longer of the two words
_EDITS: Final = {11: 3, 8: 2, 5: 1}
_EDITS_IN_NATIVE: Final = {12: 3, 9: 2, 5: 1}
_SHORTEST: Final = 4
_SURELY_ALIKE: Final = 88.0
_LIKE_ENOUGH: Final = 80.0
_LIKE_THOUGH_SHORT: Final = 92.0
_FEWEST_CONSONANTS: Final = {True: 3, False: 2}  # Tamil tells fewer of them apart


@dataclass(frozen=True)
class _Names:
    """Folded names without spaces, and their sounds, by first letter, of all India; towns only where they are well known."""

    names: Mapping[str, Mapping[str, tuple[Place, ...]]]
    sounds: Mapping[str, Mapping[str, tuple[Place, ...]]]


def near_places(attempt: str, state: State | None = None) -> tuple[Place, ...]:
    """The places whose name is nearest to a folded word, best first: the same sound, or few enough letters off.

    Those of `state` are kept alone where there are any.
    """
    found = sorted(
        {place: edits for edits, place in sorted(_near(attempt), key=lambda each: -each[0])}.items(),
        key=lambda each: each[1],
    )
    best = found[0][1] if found else 0
    places = [place for place, edits in found if edits <= best + (best > 0)]
    inside = [place for place in places if state and _state_of(place) == state]
    return tuple(inside or places)


def native_places(attempt: str) -> tuple[tuple[Place, ...], bool]:
    """Districts outside the five states that a folded word of an Indian script sounds like, and whether it surely does."""
    tamil = "\u0b80" <= attempt[:1] <= "\u0bff"
    table = others().tamil_rows if tamil else others().rows
    alike = [
        (likeness(attempt, name), district)
        for name, district in table.get(consonants(attempt, tamil=tamil), ())
        if sound_alike(attempt, name)
    ]
    best = max((score for score, _ in alike), default=0.0)
    few = len(consonants(attempt, tamil=tamil)) < _FEWEST_CONSONANTS[tamil]
    if best < (_LIKE_THOUGH_SHORT if few else _LIKE_ENOUGH):
        return (), False
    places = tuple(
        dict.fromkeys(district for score, district in sorted(alike, key=lambda each: -each[0]) if score > best - 5)
    )
    return places, best >= _SURELY_ALIKE and not few and len(places) == 1


def _near(attempt: str) -> Iterator[tuple[int, Place]]:
    if len(attempt) < _SHORTEST:
        return
    sound = sounded(attempt)
    yield from ((0, place) for place in _known().sounds.get(sound[:1], {}).get(sound, ()))
    reach = _EDITS if attempt.isascii() else _EDITS_IN_NATIVE
    if attempt.isascii():
        yield from _within(attempt, _known().names, reach)
    yield from _within(sound, _known().sounds, reach)


def _within(
    key: str, table: Mapping[str, Mapping[str, tuple[Place, ...]]], reach: Mapping[int, int]
) -> Iterator[tuple[int, Place]]:
    names = table.get(key[:1], {})
    most = _allowed(len(key) + 1, reach)
    for name, edits, _ in process.extract(key, names.keys(), scorer=OSA.distance, score_cutoff=most, limit=None):
        if edits <= _allowed(max(len(name), len(key)), reach):
            yield from ((max(1, int(edits)), place) for place in names[name])


def _allowed(length: int, reach: Mapping[int, int]) -> int:
    return next((edits for shortest, edits in reach.items() if length >= shortest), 0)


@cache
def _known() -> _Names:
    names = list(_all_names())
    return _Names(_by_letter(names), _by_letter([(sounded(name), place) for name, place in names]))


def _all_names() -> Iterator[tuple[str, Place]]:
    for spelling in spellings():
        if spelling.kind not in ("short", "town"):
            yield phrase(spelling.text).replace(" ", ""), spelling.place
    for name, districts in others().names.items():
        yield from ((name.replace(" ", ""), district) for district in districts)


def _by_letter(names: Sequence[tuple[str, Place]]) -> dict[str, dict[str, tuple[Place, ...]]]:
    table: dict[str, dict[str, tuple[Place, ...]]] = {}
    for name, place in names:
        if len(name) >= _SHORTEST:
            row = table.setdefault(name[0], {})
            row[name] = tuple(dict.fromkeys((*row.get(name, ()), place)))
    return table


def _state_of(place: Place) -> State:
    return place.state if isinstance(place, District) else place
