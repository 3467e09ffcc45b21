"""Names of places within an answer, exactly spelt: what they name, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from programme.places.finding import Found, find_places
from programme.places.gazetteer import gazetteer
from programme.places.namesakes import districts_first, may_stand, names_of_states, ordinary_names, places_named, stems
from programme.places.other_districts import others
from programme.places.scanning import Word
from programme.places.sentences import content_of, is_ordinary, may_be_an_answer
from programme.places.signs import says_that_a_place_is_meant
from programme.places.spelling import sounded
from programme.places.tables import District, Place, State

_MOST_WORDS: Final = 5
_SHORTEST_ALONE: Final = 6  # below it a name within a sentence wants a sign


@dataclass(frozen=True)
class Mention:
    """What words `first` to `last` name: one place, or namesakes. `near` when they are only nearly spelt so."""

    places: tuple[Place, ...]
    first: int
    last: int
    near: bool = False


def named_whole(text: str, keys: Sequence[str]) -> Mention | None:
    """The whole answer as one name, as it is or without the words around names."""
    content = content_of(keys)
    for places in (range(len(keys)), content):
        if not places or len(places) > 2 * _MOST_WORDS:
            continue
        named = [keys[place] for place in places]
        for name in (" ".join(named), "".join(named)):
            found = places_named(name, text)
            if found:
                return Mention(found, places[0], places[-1])
    return None


def _of_found(found: Found, words: Sequence[Word], keys: Sequence[str]) -> Mention:
    first = next(place for place, word in enumerate(words) if word.start >= found.start)
    last = max(place for place, word in enumerate(words) if word.end <= found.end)
    for stem in stems(keys, first, last):
        if stem in gazetteer().names:
            return Mention(districts_first(found.places, others().names.get(stem, ()), stem), first, last)
    for stem in stems(keys, first, last):
        if sounded(stem) in gazetteer().sounds:
            return Mention(districts_first(found.places, others().sounds.get(sounded(stem), ()), stem), first, last)
    return Mention(found.places, first, last, near=True)


def all_found(text: str, words: Sequence[Word], keys: Sequence[str], *, asked: bool = False) -> list[Mention]:
    """What `find_places` finds, with the districts of the other states that share the name."""
    mentions = [_of_found(each, words, keys) for each in find_places(text, asked)]
    return [each for each in mentions if may_stand(" ".join(keys[each.first : each.last + 1]), text)]


def longer_others(keys: Sequence[str]) -> list[Mention]:
    """Districts of the other states with a name of several words: Bengaluru Rural is not Bengaluru."""
    mentions: list[Mention] = []
    first = 0
    while first < len(keys):
        lasts = range(min(first + _MOST_WORDS, len(keys)) - 1, first, -1)
        found = ((last, places) for last in lasts if (places := others().names.get(" ".join(keys[first : last + 1]))))
        last, places = next(found, (first, ()))
        mentions += [Mention(places, first, last)] if places and not _is_a_states(keys, first, last) else []
        first = last + 1
    return mentions


def _is_a_states(keys: Sequence[str], first: int, last: int) -> bool:
    return " ".join(keys[first : last + 1]) in names_of_states()


def others_within(keys: Sequence[str], found: Sequence[Mention]) -> list[Mention]:
    """Districts of the other states among the words that name nothing else yet, the longest name first."""
    taken = {place for mention in found for place in range(mention.first, mention.last + 1)}
    mentions: list[Mention] = []
    place = 0
    while place < len(keys):
        mention = _other_from(keys, place, taken, found)
        mentions += [mention] if mention else []
        place = mention.last + 1 if mention else place + 1
    return mentions


def _other_from(keys: Sequence[str], first: int, taken: set[int], found: Sequence[Mention]) -> Mention | None:
    for last in range(min(first + _MOST_WORDS, len(keys)) - 1, first - 1, -1):
        if taken.intersection(range(first, last + 1)):
            continue
        for stem in stems(keys, first, last):
            places = others().names.get(stem)
            if places and _is_meant(keys, first, last, places, found):
                return Mention(places, first, last)
    return None


def _is_meant(keys: Sequence[str], first: int, last: int, places: Sequence[District], found: Sequence[Mention]) -> bool:
    """Beside its state, with a word for in or from, or long and with little else around it."""
    states = {place for mention in found for place in mention.places if isinstance(place, State)}
    if any(place.state in states for place in places):
        return True
    name = "".join(keys[first : last + 1])
    if says_that_a_place_is_meant(keys, first, last) and not is_ordinary(name) and name not in ordinary_names():
        return True
    return len(name) >= _SHORTEST_ALONE and may_be_an_answer(keys)
