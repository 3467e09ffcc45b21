"""Answers to "which state?" and "which district?", small spelling errors included."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from programme.places.finding import Found, find_places
from programme.places.gazetteer import ByLetter, Entry, gazetteer
from programme.places.sentences import may_be_an_answer
from programme.places.spelling import WORD, folded, phrase, sounded
from programme.places.tables import District, Place, State

# A longer answer is a sentence: only what is clearly named in it counts
_MOST_WORDS: Final = 6
_MOST_LETTERS: Final = 120
_NOT_NAMES: Final = frozenset(
    phrase(word)
    for word in "district dist distt zila jila zilla state rajya city town village gaon is in from the my mera meri main mai "
    "mein hum ham hai hain hu hoon hun no not yes nahi nahin haan han ka ki ke ko se sir madam ji jee please wala wale salam "
    "salaam maavattam mavattam maanilam oor en naan illa aama "
    "जिला जिले ज़िला राज्य शहर गांव मेरा मेरी मैं हम है हैं हूं हूँ नहीं हां जी सर का की के को से में "
    "மாவட்டம் மாநிலம் ஊர் என் எங்கள் நான் இல்லை ஆமா ஆம் சார்".split()
)
_P = TypeVar("_P", State, District)
# How many wrong letters are forgiven from which length on. Native spellings are compared by sound only: they are longer
# for the same word, and vowel signs make other words look near. With one wrong letter in the tables' own names, 91 % of
# English, 80 % of Hindi and 85 % of Tamil spellings are read, 0.3 % as another place (tests/programme/test_places.py).
_EDITS_IN_LATIN: Final = {12: 3, 9: 2, 6: 1}
_EDITS_IN_SOUND: Final = {12: 3, 9: 2, 7: 1}
_EDITS_IN_NATIVE_SOUND: Final = {14: 3, 10: 2, 6: 1}


def read_state(text: str) -> State | list[State] | None:
    """The state or union territory meant: by its name, its initials, a district of it or a well-known town in it.

    A list when several fit.
    """
    meanings = _meanings(text, State) or _meanings(text, District)
    named = [places for places in meanings if all(isinstance(place, State) for place in places)]
    return _one_or_list([_state_of(place) for places in named or meanings for place in places])


def read_district(text: str, state: State | None = None) -> District | list[District] | None:
    """The district meant: by its name, a former one or a well-known town in it; only of `state`, where that is given.

    A list when several fit (two districts are called Kanpur): ask. None also for a place in a state whose districts
    are not listed.
    """
    meanings = _meanings(text, District)
    named = {place for places in meanings for place in places if len(places) == 1 and isinstance(place, State)}
    districts = [
        place
        for places in meanings
        if not named.intersection(places)  # `Hamirpur HP` is the one of Himachal
        for place in places
        if isinstance(place, District) and state in (None, place.state)
    ]
    return _one_or_list([district for district in districts if district.state in named] or districts)


def name_of(place: Place, language: str) -> str:
    """The place's name in `en`, `hi` or `ta`; registers in Latin letters (`hi_Latn`, `ta_Latn`) get the English."""
    return place.names.get(language, place.name)


def _meanings(text: str, wanted: type[Place]) -> list[tuple[Place, ...]]:
    """What each name in the answer may mean; names that need caution count when nothing else of the wanted sort is
    there, and spelling errors when there is no name at all."""
    words = [folded(word) for word in WORD.findall(text)]
    joined = ("".join(words), "".join(word for word in words if word not in _NOT_NAMES))
    whole = next((entry for name in joined if (entry := gazetteer().names.get(name))), None)
    if whole:
        return [whole.places]
    found = [place.places for place in find_places(text)]
    is_answer = len(words) <= _MOST_WORDS and len(text) <= _MOST_LETTERS and may_be_an_answer(words)
    if not is_answer or any(isinstance(place, wanted) for places in found for place in places):
        return found
    return [place.places for place in find_places(text, asked=True) if _is_no_code(place, text)] or _alike(words)


def _is_no_code(found: Found, text: str) -> bool:
    """Initials count in capitals, and otherwise only as the whole answer or beside another place: `ka` is a word."""
    written = text[found.start : found.end]
    return found.kind != "short" or not written.isascii() or written.isupper()


def _alike(words: list[str]) -> list[tuple[Place, ...]]:
    """What is spelt or sounds most like the whole answer, or else like a word of it."""
    words = [word for word in words if word not in _NOT_NAMES | gazetteer().strangers]
    for attempts in (["".join(words)], words):
        places = _nearest([word for word in attempts if word])
        if places:
            return [places]
    return []


def _nearest(attempts: list[str]) -> tuple[Place, ...]:
    known = gazetteer()
    found: list[tuple[int, Entry]] = []
    for attempt in attempts:
        sound = sounded(attempt)
        found += [(0, known.sounds[sound])] if sound in known.sounds else []
        if attempt.isascii():
            found += _within_reach(attempt, known.close_names, _EDITS_IN_LATIN)
        reach = _EDITS_IN_SOUND if attempt.isascii() else _EDITS_IN_NATIVE_SOUND
        found += _within_reach(sound, known.close_sounds, reach)
    best = min((edits for edits, _ in found), default=0)
    return tuple(dict.fromkeys(place for edits, entry in found if edits == best for place in entry.places))


def _within_reach(key: str, by_letter: ByLetter, reach: Mapping[int, int]) -> Iterator[tuple[int, Entry]]:
    """Names with the same first letter and few enough edits away: the longer of the two words says how few."""
    names = by_letter.get(key[:1], {})
    most = _allowed(len(key) + 1, reach)
    for name, edits, _ in process.extract(key, names.keys(), scorer=OSA.distance, score_cutoff=most, limit=None):
        if edits <= _allowed(max(len(name), len(key)), reach):
            yield int(edits), names[name]


def _allowed(length: int, reach: Mapping[int, int]) -> int:
    return next((edits for shortest, edits in reach.items() if length >= shortest), 0)


def _state_of(place: Place) -> State:
    return place.state if isinstance(place, District) else place


def _one_or_list(places: list[_P]) -> _P | list[_P] | None:
    different = list(dict.fromkeys(places))
    return different if len(different) > 1 else next(iter(different), None)
