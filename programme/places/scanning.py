"""Going through a text word by word: where names of places may stand, the longest from the left first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from programme.places.endings import without_ending
from programme.places.gazetteer import Entry, gazetteer, one_letter_less
from programme.places.spelling import WORD, folded, sounded

_MOST_WORDS: Final = 8
_LONGEST_WORD: Final = 40
_SHORTEST_BY_SOUND: Final = 6
_SHORTEST_BUT_ONE_LETTER: Final = 8
_BETWEEN: Final = re.compile(r"[\s.&'\u2019\u2010\u2011\u2013-]{1,3}")


@dataclass(frozen=True)
class Word:
    """A folded word and where it stands in the text."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Candidate:
    """Words `first` to `last` (both included) that may name a place; `in_case` when they bear a case ending."""

    first: int
    last: int
    entry: Entry
    in_case: bool


def words_of(text: str) -> list[Word]:
    """The words of a text; a change of script ends a word."""
    return [Word(key, match.start(), match.end()) for match in WORD.finditer(text) if (key := folded(match.group()))]


def candidates(text: str, words: list[Word]) -> Iterator[Candidate]:
    """From left to right, without overlap."""
    first = 0
    while first < len(words):
        candidate = _longest(text, words, first) or _by_sound(words, first)
        if candidate:
            yield candidate
        first = candidate.last + 1 if candidate else first + 1


def _longest(text: str, words: list[Word], first: int) -> Candidate | None:
    known, longest, name = gazetteer(), None, ""
    for last in range(first, min(first + _MOST_WORDS, len(words))):
        if last > first and not _stand_together(text, words[last - 1], words[last]):
            break
        before, name = name, f"{name} {words[last].key}".strip()
        longest = _exactly(first, last, name) or _with_ending(first, last, before, words[last].key) or longest
        if name not in known.beginnings:
            break
    return longest


def _exactly(first: int, last: int, name: str) -> Candidate | None:
    entry = gazetteer().names.get(name)
    return Candidate(first, last, entry, in_case=False) if entry else None


def _with_ending(first: int, last: int, before: str, word: str) -> Candidate | None:
    known = gazetteer()
    if not before and word[:2] not in known.openings:
        return None
    for stem in without_ending(word):
        entry = known.names.get(f"{before} {stem}".strip())
        if entry and not (entry.caution and stem.isascii()) and entry.caution != "code":
            return Candidate(first, last, entry, in_case=True)
    return None


def _by_sound(words: list[Word], first: int) -> Candidate | None:
    key = words[first].key
    if len(key) > _LONGEST_WORD:
        return None
    for stem in (key, *without_ending(key)):
        if stem in gazetteer().strangers:
            return None
        if entry := _sounding(sounded(stem)):
            return Candidate(first, first, entry, in_case=stem != key)
    return None


def _sounding(sound: str) -> Entry | None:
    """The place with this sound, or with one letter of it wrong, missing, too many, or changed with the next one."""
    known = gazetteer()
    entry = known.sounds.get(sound)
    if entry and not entry.caution and len(sound) >= _SHORTEST_BY_SOUND:
        return entry
    for less in one_letter_less(sound) if len(sound) >= _SHORTEST_BUT_ONE_LETTER else ():
        for name in known.near.get(less, ()):
            if name[0] == sound[0] and OSA.distance(name, sound) == 1:
                return known.sounds[name]
    return None


def _stand_together(text: str, word: Word, following: Word) -> bool:
    return bool(_BETWEEN.fullmatch(text, word.end, following.start))
