"""The places of all India that an answer mentions: the whole answer, or names within it, or what sounds nearly like one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from programme.places.endings import without_ending
from programme.places.finding import Found, find_places
from programme.places.gazetteer import Entry, gazetteer
from programme.places.near_names import native_places, near_places
from programme.places.other_districts import others
from programme.places.scanning import Word, words_of
from programme.places.sentences import content_of, is_ordinary, may_be_an_answer
from programme.places.signs import says_that_a_place_is_meant
from programme.places.spelling import phrase, sounded
from programme.places.tables import District, Place, State, cautions, spellings

_MOST_WORDS: Final = 5
_MOST_OF_A_NEAR_NAME: Final = 2
_SHORTEST_ALONE: Final = 6  # below it a name within a sentence wants a sign
_CODES_IN_SMALL: Final = frozenset(
    "mp up tn gj hp uk mh wb rj cg jk ts kl dl pb jh ap hr od tg cbe lko dnh bihar ncr".split()
)
_STATES_FIRST: Final = frozenset({"IN-DL", "IN-PY"})
"""Union territories with a district of the same name: whoever says New Delhi or Pondicherry may live in another one."""


@dataclass(frozen=True)
class Mention:
    """What words `first` to `last` name: one place, or namesakes. `near` when they are only nearly spelt so."""

    places: tuple[Place, ...]
    first: int
    last: int
    near: bool = False


def mentions_in(text: str, state: State | None = None) -> list[Mention]:
    """From left to right. Near ones only where nothing is named, and the answer holds no words of a sentence."""
    words = words_of(text)
    keys = [word.key for word in words]
    whole = _whole(text, keys)
    if whole:
        return [whole]
    longer = _longer_others(keys)
    found = longer + [
        each for each in _all_found(text, words, keys) if not any(_within(each, other) for other in longer)
    ]
    found += _others_within(keys, found)
    exact = sorted((each for each in found if not each.near), key=lambda each: each.first)
    if not may_be_an_answer(keys):
        return exact
    if exact:
        return exact + _nearer(keys, exact)
    asked = [each for each in _all_found(text, words, keys, asked=True) if not each.near]
    return [each for each in asked if _explains(each, asked, keys)] or found or _near(keys, state)


def mentions_beside_a_no(text: str) -> list[Mention]:
    """Names that count beside a denied one, those that people bear too: `Madurai illa, Theni`."""
    words = words_of(text)
    keys = [word.key for word in words]
    asked = _all_found(text, words, keys, asked=True)
    return [
        each for each in asked if not each.near and " ".join(keys[each.first : each.last + 1]) not in _ordinary_names()
    ]


def _explains(mention: Mention, all_of_them: Sequence[Mention], keys: Sequence[str]) -> bool:
    """Whether a name that is also a word or initials leaves nothing of the answer unsaid; people's names may leave some."""
    entry = gazetteer().names.get(" ".join(keys[mention.first : mention.last + 1]))
    named = {place for each in all_of_them for place in range(each.first, each.last + 1)}
    return (entry is not None and entry.caution not in ("word", "code")) or named.issuperset(content_of(keys))


def _nearer(keys: Sequence[str], exact: Sequence[Mention]) -> list[Mention]:
    """What else the answer may be when a name leaves words unsaid: `Mumbai Suburbn` whole, `Inodre, MP` in its state."""
    named = {place for each in exact for place in range(each.first, each.last + 1)}
    rest = [place for place in content_of(keys) if place not in named]
    places = [place for each in exact for place in each.places]
    if not rest or len(exact) > 1:
        return []
    whole = near_places("".join(keys[place] for place in content_of(keys)))
    if any(place not in places for place in whole):
        return [Mention(whole, rest[0], rest[-1], near=True)]
    state = places[0]
    inside = _near([keys[place] for place in rest], state) if isinstance(state, State) else []
    return [each for each in inside if isinstance(state, State) and _all_in(each.places, state)]


def _within(mention: Mention, other: Mention) -> bool:
    return other.first <= mention.first and mention.last <= other.last


def _all_in(places: Sequence[Place], state: State) -> bool:
    return all(isinstance(place, District) and place.state == state for place in places)


def _whole(text: str, keys: Sequence[str]) -> Mention | None:
    """The whole answer as one name, as it is or without the words around names."""
    content = content_of(keys)
    for places in (range(len(keys)), content):
        if not places or len(places) > 2 * _MOST_WORDS:
            continue
        named = [keys[place] for place in places]
        for name in (" ".join(named), "".join(named)):
            found = _named(name, text)
            if found:
                return Mention(found, places[0], places[-1])
    return None


def _named(name: str, text: str) -> tuple[Place, ...]:
    """The places with exactly this folded name."""
    entry = gazetteer().names.get(name)
    if entry and not _is_meant_as_code(entry, name, text):
        entry = None
    return _districts_first(entry.places if entry else (), others().names.get(name, ()), name)


def _is_meant_as_code(entry: Entry, name: str, text: str) -> bool:
    """`up` and UP, but KA and AS in capitals only; whatever is no code at all."""
    capitals = name.isascii() and name.upper().replace(" ", "") in text.replace(".", "").replace(" ", "")
    return entry.caution != "code" or name in _CODES_IN_SMALL or capitals


def _districts_first(places: Sequence[Place], districts: Sequence[District], name: str) -> tuple[Place, ...]:
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


def _of_found(found: Found, words: Sequence[Word], keys: Sequence[str]) -> Mention:
    first = next(place for place, word in enumerate(words) if word.start >= found.start)
    last = max(place for place, word in enumerate(words) if word.end <= found.end)
    for stem in _stems(keys, first, last):
        if stem in gazetteer().names:
            return Mention(_districts_first(found.places, others().names.get(stem, ()), stem), first, last)
    for stem in _stems(keys, first, last):
        if sounded(stem) in gazetteer().sounds:
            return Mention(_districts_first(found.places, others().sounds.get(sounded(stem), ()), stem), first, last)
    return Mention(found.places, first, last, near=True)


def _all_found(text: str, words: Sequence[Word], keys: Sequence[str], *, asked: bool = False) -> list[Mention]:
    mentions = [_of_found(each, words, keys) for each in find_places(text, asked)]
    return [each for each in mentions if _may_stand(" ".join(keys[each.first : each.last + 1]), text)]


def _may_stand(name: str, text: str) -> bool:
    entry = gazetteer().names.get(name)
    return entry is None or _is_meant_as_code(entry, name, text)


@cache
def _ordinary_names() -> frozenset[str]:
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


def _stems(keys: Sequence[str], first: int, last: int) -> Iterator[str]:
    """What the words may be: as they are, or the last without its case ending."""
    before = " ".join(keys[first:last])
    for word in (keys[last], *without_ending(keys[last])):
        yield f"{before} {word}".strip()


def _longer_others(keys: Sequence[str]) -> list[Mention]:
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


def _others_within(keys: Sequence[str], found: Sequence[Mention]) -> list[Mention]:
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
        for stem in _stems(keys, first, last):
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
    if says_that_a_place_is_meant(keys, first, last) and not is_ordinary(name) and name not in _ordinary_names():
        return True
    return len(name) >= _SHORTEST_ALONE and may_be_an_answer(keys)


def _near(keys: Sequence[str], state: State | None) -> list[Mention]:
    """What the answer as a whole sounds or is spelt like; of two words also what the first is."""
    content = content_of(keys)
    joined = "".join(keys[place] for place in content)
    attempts = [joined, keys[content[0]]] if len(content) == _MOST_OF_A_NEAR_NAME else [joined]
    for attempt in attempts if len(content) <= _MOST_OF_A_NEAR_NAME else ():
        for stem in (attempt, *without_ending(attempt)):
            native, is_sure = ((), False) if stem.isascii() else native_places(stem)
            near = () if is_sure else near_places(stem, state)
            if native or near:
                return [Mention(native if is_sure else (near or native), content[0], content[-1], near=not is_sure)]
    return []
