"""Places in a free sentence of any script.

The longest name from the left wins; a name is made of whole words (मऊ is not in मऊरानी) but for a case ending. Longer
names are also found by their sound and with one wrong letter. Three sorts of names need a sign that a place is meant:

- names that people bear too (Anand, Sagar, Salem; `name` in cautions.csv): they are the whole message, have a word or
  an ending for in, at, to or from, stand before "district" or "city", or beside the name of their own state;
- ordinary words (मंडी, gaya; `word`): the same, but a word or an ending for in or from is not enough;
- Latin initials: beside another place or in capitals within small letters (`UP`, `GJ`); `mp`, `tn` and `cbe` as they
  are; `up` before a Hindi word for from or in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from programme.places.endings import without_ending
from programme.places.gazetteer import Entry, gazetteer, one_letter_less
from programme.places.spelling import WORD, folded, phrase, sounded
from programme.places.tables import District, Kind, Place, State

_MOST_WORDS: Final = 8
_LONGEST_WORD: Final = 40
_SHORTEST_BY_SOUND: Final = 6
_SHORTEST_BUT_ONE_LETTER: Final = 8
_BETWEEN: Final = frozenset(" .-\u2010\u2011\u2013\u00a0\n&'\u2019")
_IN_OR_FROM: Final = frozenset(
    phrase(word)
    for word in "se sey me mein mei ke la le il ila lendhu lerundhu irundhu irunthu wale wala wali से में मे "
    "वाले वाला वाली तक "
    "ல ல்ல இல் லே இருந்து லிருந்து".split()
) - {"ke"}
_TALKED_TO: Final = frozenset(phrase(word) for word in "baat bat baath milna puchna poochna बात मिलना पूछना पूछो".split())
_BEFORE: Final = frozenset("in at from near around".split())
_DISTRICT: Final = frozenset(
    phrase(word)
    for word in "district dist distt zila jila zilla jile zile city shahar sheher जिला जिले ज़िला ज़िले शहर "
    "மாவட்டம் மாவட்ட "
    "மாவட்டத்தில் மாவட்டத்தில மாவட்டத்துல மாவட்டத்திலிருந்து நகரம் maavattam mavattam mavatam".split()
)
_CODES_IN_SMALL: Final = frozenset("mp tn cbe dnh lko".split())
_CODES_IN_CAPITALS: Final = frozenset("mp up tn gj ap hp uk mh wb rj cg jk ts kl dl pb cbe".split())
_CODES_BESIDE_A_PLACE: Final = _CODES_IN_CAPITALS | {"hr"}
_FROM_OR_IN_HINDI: Final = frozenset("se me mein mei ke ka ki wale wala wali".split())


@dataclass(frozen=True)
class Found:
    """A place named at `text[start:end]`, its case ending included. More than one in `places`: they share the name."""

    places: tuple[Place, ...]
    start: int
    end: int
    kind: Kind

    @property
    def place(self) -> Place:
        """The only one, or the first of several."""
        return self.places[0]


@dataclass(frozen=True)
class _Word:
    key: str
    start: int
    end: int


@dataclass(frozen=True)
class _Candidate:
    """Words `first` to `last` (both included) that may name a place; `in_case` when they bear a case ending."""

    first: int
    last: int
    entry: Entry
    in_case: bool


def find_places(text: str, asked: bool = False) -> list[Found]:
    """The places named in the text, from left to right, without overlap.

    With `asked` (the person was asked for a place) names that need caution count without a sign.
    """
    words = [_Word(key, match.start(), match.end()) for match in WORD.finditer(text) if (key := folded(match.group()))]
    candidates = list(_candidates(text, words))
    return [
        Found(each.entry.places, words[each.first].start, words[each.last].end, each.entry.kind)
        for place, each in enumerate(candidates)
        if asked or not each.entry.caution or _is_meant(text, words, candidates, place)
    ]


def _candidates(text: str, words: list[_Word]) -> Iterator[_Candidate]:
    first = 0
    while first < len(words):
        candidate = _longest(text, words, first) or _by_sound(words, first)
        if candidate:
            yield candidate
        first = candidate.last + 1 if candidate else first + 1


def _longest(text: str, words: list[_Word], first: int) -> _Candidate | None:
    known, longest, name = gazetteer(), None, ""
    for last in range(first, min(first + _MOST_WORDS, len(words))):
        if last > first and not _stand_together(text, words[last - 1], words[last]):
            break
        before, name = name, f"{name} {words[last].key}".strip()
        longest = _exactly(first, last, name) or _with_ending(first, last, before, words[last].key) or longest
        if name not in known.beginnings:
            break
    return longest


def _exactly(first: int, last: int, name: str) -> _Candidate | None:
    entry = gazetteer().names.get(name)
    return _Candidate(first, last, entry, in_case=False) if entry else None


def _with_ending(first: int, last: int, before: str, word: str) -> _Candidate | None:
    known = gazetteer()
    if not before and word[:2] not in known.openings:
        return None
    for stem in without_ending(word):
        entry = known.names.get(f"{before} {stem}".strip())
        if entry and not (entry.caution and stem.isascii()) and entry.caution != "code":
            return _Candidate(first, last, entry, in_case=True)
    return None


def _by_sound(words: list[_Word], first: int) -> _Candidate | None:
    key = words[first].key
    if len(key) > _LONGEST_WORD:
        return None
    for stem in (key, *without_ending(key)):
        if stem in gazetteer().strangers:
            return None
        if entry := _sounding(sounded(stem)):
            return _Candidate(first, first, entry, in_case=stem != key)
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


def _stand_together(text: str, word: _Word, following: _Word) -> bool:
    gap = text[word.end : following.start]
    return 0 < len(gap) <= 3 and _BETWEEN.issuperset(gap)


def _is_meant(text: str, words: list[_Word], candidates: list[_Candidate], place: int) -> bool:
    each = candidates[place]
    following = [word.key for word in words[each.last + 1 : each.last + 3]]
    if len(words) == each.last - each.first + 1 or _DISTRICT.intersection(following[:1]):
        return True
    if each.entry.caution == "code":
        return _is_a_code(text, words, each, following) or _is_a_code_beside(words, candidates, place)
    if _beside_its_state(candidates, place):
        return True
    return each.entry.caution == "name" and _is_in_or_from(words, each, following)


def _is_in_or_from(words: list[_Word], each: _Candidate, following: list[str]) -> bool:
    if each.in_case or (each.first and words[each.first - 1].key in _BEFORE):
        return True
    return bool(_IN_OR_FROM.intersection(following[:1])) and not _TALKED_TO.intersection(following)


def _is_a_code(text: str, words: list[_Word], each: _Candidate, following: list[str]) -> bool:
    code = words[each.first].key
    if text[words[each.last].end :][:1].isdecimal():  # mp3, mp4
        return False
    if code in _CODES_IN_SMALL or (code == "up" and _FROM_OR_IN_HINDI.intersection(following[:1])):
        return True
    in_capitals = text[words[each.first].start : words[each.last].end].isupper()
    return in_capitals and code in _CODES_IN_CAPITALS and not text.isupper()


def _is_a_code_beside(words: list[_Word], candidates: list[_Candidate], place: int) -> bool:
    beside = any(not other.entry.caution for other in _neighbours(candidates, place))
    return beside and words[candidates[place].first].key in _CODES_BESIDE_A_PLACE


def _beside_its_state(candidates: list[_Candidate], place: int) -> bool:
    states = {known.state for known in candidates[place].entry.places if isinstance(known, District)}
    states |= {known for known in candidates[place].entry.places if isinstance(known, State)}
    return any(states.intersection(other.entry.places) for other in _neighbours(candidates, place))


def _neighbours(candidates: list[_Candidate], place: int) -> Iterator[_Candidate]:
    each = candidates[place]
    for other in candidates[max(0, place - 1) : place + 2]:
        if other.last + 1 == each.first or each.last + 1 == other.first:
            yield other
