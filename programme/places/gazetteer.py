"""Every spelling of every place, ready to be looked up: by its words, by its sound, by its sound less one letter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from programme.places.spelling import phrase, sounded
from programme.places.tables import District, Kind, Place, Spelling, cautions, spellings

_LONGEST_CODE: Final = 3
# Measured on the 15,000 most frequent words of English, Hindi and Tamil: below these, other words sound like places.
_SHORTEST_SOUND: Final = 5
_SHORTEST_SOUND_OF_A_TOWN: Final = 6
_SHORTEST_BUT_ONE_LETTER: Final = 8


@dataclass(frozen=True)
class Entry:
    """What a spelling means: one place, or several that share it (districts first).

    `caution`: `name` for a person's name, `word` for an ordinary word, `code` for Latin initials, else empty.
    """

    places: tuple[Place, ...]
    kind: Kind
    caution: str


ByLetter = Mapping[str, Mapping[str, Entry]]


@dataclass(frozen=True)
class Gazetteer:
    """`names` by folded words, longer ones also without their spaces; `beginnings` of longer names; `openings`, the
    first two letters of any; `strangers`, words that only sound like a place.

    `sounds` are whole names by their sound; `near`, which sounds come of it that lost one letter; `close_names` and
    `close_sounds`, by first letter, what a misspelt answer may have meant. Towns are in none of the last three.
    """

    names: Mapping[str, Entry]
    beginnings: frozenset[str]
    openings: frozenset[str]
    strangers: frozenset[str]
    sounds: Mapping[str, Entry]
    near: Mapping[str, tuple[str, ...]]
    close_names: ByLetter
    close_sounds: ByLetter


@cache
def gazetteer() -> Gazetteer:
    """The one of this process, made at first use in about a tenth of a second."""
    levels = {phrase(name): level for name, level in cautions().items()}
    names = _merged((name, _entry(name, spelling, levels)) for spelling in spellings() for name in _written(spelling))
    sounds = _merged((sounded(name), entry) for name, entry in names.items() if entry.caution != "code")
    sounds = {sound: entry for sound, entry in sounds.items() if len(sound) >= _shortest(entry)}
    return Gazetteer(
        names=names,
        beginnings=frozenset(_beginnings(names)),
        openings=frozenset(name[:2] for name in names),
        strangers=frozenset(name for name, level in levels.items() if level == "never"),
        sounds=sounds,
        near=_near(sounds),
        close_names=_by_letter({name: entry for name, entry in names.items() if " " not in name}),
        close_sounds=_by_letter(sounds),
    )


def one_letter_less(sound: str) -> Iterator[str]:
    """The sound as it is, then without each of its letters but the first: errors are seldom there."""
    yield sound
    for place in range(1, len(sound)):
        yield sound[:place] + sound[place + 1 :]


def _written(spelling: Spelling) -> set[str]:
    name = phrase(spelling.text)
    return {name, name.replace(" ", "")}


def _entry(name: str, spelling: Spelling, levels: Mapping[str, str]) -> Entry:
    is_code = spelling.kind == "short" and name.isascii() and len(name) <= _LONGEST_CODE
    return Entry((spelling.place,), spelling.kind, "code" if is_code else levels.get(name, ""))


def _merged(entries: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    """One entry for each key, with the places of all and the first one's kind; a caution of one is a caution."""
    merged: dict[str, Entry] = {}
    for key, entry in entries:
        known = merged.get(key, entry)
        places = sorted(
            dict.fromkeys((*known.places, *entry.places)), key=lambda place: not isinstance(place, District)
        )
        merged[key] = Entry(tuple(places), known.kind, known.caution or entry.caution)
    return merged


def _beginnings(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        words = name.split(" ")
        yield from (" ".join(words[:count]) for count in range(1, len(words)))


def _shortest(entry: Entry) -> int:
    return _SHORTEST_SOUND_OF_A_TOWN if entry.kind == "town" else _SHORTEST_SOUND


def _near(sounds: Mapping[str, Entry]) -> dict[str, tuple[str, ...]]:
    near: dict[str, tuple[str, ...]] = {}
    for sound, entry in sounds.items():
        if len(sound) >= _SHORTEST_BUT_ONE_LETTER and entry.kind != "town" and not entry.caution:
            for less in one_letter_less(sound):
                near[less] = (*near.get(less, ()), sound)
    return near


def _by_letter(entries: Mapping[str, Entry]) -> dict[str, dict[str, Entry]]:
    table: dict[str, dict[str, Entry]] = {}
    for key, entry in entries.items():
        if entry.kind != "town" and entry.caution != "code":
            table.setdefault(key[0], {})[key] = entry
    return table
