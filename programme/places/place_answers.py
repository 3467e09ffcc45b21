"""The answer to "where is your business?", of all India: by name in any spelling, by town, by PIN code.

`read_place` never guesses in silence. A name that several districts bear gives `Options`; one that is only nearly spelt
gives `DidYouMean`; a sentence about something else gives a `Problem`, whatever its words sound like.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from programme.identifiers.problem import Problem
from programme.places.answer_mentions import mentions_beside_a_no, mentions_in
from programme.places.mentions import Mention
from programme.places.other_districts import places_of_pin_code
from programme.places.scanning import words_of
from programme.places.sentences import is_denied, may_be_an_answer
from programme.places.tables import District, Place, State
from programme.writing import normalise

MOST_OPTIONS: Final = 6
_LONGEST: Final = 300
_QUARTERS: Final = frozenset({"nagar", "नगर", "நகர்"})
_PIN: Final = re.compile(r"(?<![\d+.,-])([1-9]\d{2})[ -]?(\d{3})(?![\d,]|[.-]\d)")


@dataclass(frozen=True)
class Options:
    """Several places that the answer may mean alike (Hamirpur is in two states): ask which."""

    places: tuple[Place, ...]


@dataclass(frozen=True)
class DidYouMean:
    """Places whose names are near to what was typed, the nearest first: show them, take none unasked."""

    places: tuple[Place, ...]
    typed: str


def read_place(text: str, state: State | None = None) -> Place | Options | DidYouMean | Problem:
    """The district, or the state, that an answer names; `state` is the one known already, and wins among namesakes.

    A state named beside a district decides which is meant ("Bilaspur, Chhattisgarh"). Districts of other states than the
    five of `all_districts` come with their English name. A PIN code stands for its district; a town for the district it is
    in. Problems: `place_missing` (nothing here names a place), `place_unknown` (`typed`: it may be a name, of none
    that is known), `pin_unknown` (`pin`: there is no such PIN code).
    """
    typed = normalise(text[:_LONGEST])
    words = [word.key for word in words_of(typed)]
    named = mentions_in(typed, state)
    mentions = _meant(named, words) or _meant(mentions_beside_a_no(typed) if named else [], words)
    read, pin = _of_mentions([mention for mention in mentions if not mention.near], state), _of_pin_code(typed, state)
    near = _places(mention for mention in mentions if mention.near)
    if read is not None and near:
        return DidYouMean(tuple(dict.fromkeys((*near, *_all_of(read))))[:MOST_OPTIONS], typed)
    if read is not None:
        return _both(read, pin)
    if pin is not None:
        return pin
    if near:
        return DidYouMean(near[:MOST_OPTIONS], typed)
    return (
        Problem("place_unknown", {"typed": typed})
        if may_be_an_answer(words) and not named
        else Problem("place_missing")
    )


def _meant(mentions: list[Mention], words: Sequence[str]) -> list[Mention]:
    """Those that are not denied: `Indore nahi, Ujjain`. Gandhi Nagar beside another place is a part of that."""
    kept = [
        mention
        for place, mention in enumerate(mentions)
        if not is_denied(words, mention.first, mention.last)
        and not _is_a_quarter(mention, mentions[place + 1 :], words)
    ]
    return kept or [mention for mention in mentions if mention.near]


def _is_a_quarter(mention: Mention, following: Sequence[Mention], words: Sequence[str]) -> bool:
    around = {_state_of(place) for other in following if not other.near for place in other.places}
    named_so = mention.first < mention.last and words[mention.last] in _QUARTERS
    return named_so and bool(around) and not around.intersection(map(_state_of, mention.places))


def _of_mentions(mentions: list[Mention], state: State | None) -> Place | Options | None:
    """What the exact mentions come to."""
    named = {mention.places[0] for mention in mentions if _is_state(mention)}
    districts = [mention for mention in mentions if not _is_state(mention)]
    kept = [replace(mention, places=_inside(mention.places, named, state)) for mention in districts]
    places = _places(kept) or _places(mentions)
    if kept and named and not any(_state_of(place) in named for place in places):
        places = tuple(dict.fromkeys((*places, *_places(mention for mention in mentions if _is_state(mention)))))
    if len(places) > 1:
        return Options(places[:MOST_OPTIONS])
    return places[0] if places else None


def _is_state(mention: Mention) -> bool:
    return len(mention.places) == 1 and isinstance(mention.places[0], State)


def _inside(places: tuple[Place, ...], named: Iterable[Place], state: State | None) -> tuple[Place, ...]:
    """Those of the states that were named, else those of the state known already, else all."""
    of_named = tuple(place for place in places if _state_of(place) in set(named))
    of_known = tuple(place for place in places if state is not None and _state_of(place) == state)
    return of_named or of_known or places


def _of_pin_code(text: str, state: State | None) -> Place | Options | Problem | None:
    match = _PIN.search(text)
    if match is None:
        return None
    pin = "".join(match.groups())
    places = places_of_pin_code(pin)
    if not places:
        return Problem("pin_unknown", {"pin": pin})
    inside = _inside(places, (), state)
    return inside[0] if len(inside) == 1 else Options(inside[:MOST_OPTIONS])


def _both(read: Place | Options, pin: Place | Options | Problem | None) -> Place | Options:
    """A PIN code beside a name says which of several is meant, or which district of a state."""
    if pin is None or isinstance(pin, Problem):
        return read
    both = tuple(place for place in _all_of(pin) if place in _all_of(read) or _state_of(place) in _all_of(read))
    return both[0] if len(both) == 1 else Options(both) if both else read


def _all_of(read: Place | Options) -> tuple[Place, ...]:
    return read.places if isinstance(read, Options) else (read,)


def _places(mentions: Iterable[Mention]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(place for mention in mentions for place in mention.places))


def _state_of(place: Place) -> State:
    return place.state if isinstance(place, District) else place
