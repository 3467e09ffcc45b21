"""What an answer that names no place, or leaves words unsaid beside one, is nearly spelt like."""

from collections.abc import Sequence
from typing import Final

from programme.places.endings import without_ending
from programme.places.mentions import Mention
from programme.places.near_names import native_places, near_places
from programme.places.sentences import content_of
from programme.places.tables import District, Place, State

_MOST_WORDS: Final = 2


def nearer(keys: Sequence[str], exact: Sequence[Mention]) -> list[Mention]:
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
    if not isinstance(state, State):
        return []
    inside = [each.places for each in near_whole([keys[place] for place in rest], state) if _all_in(each.places, state)]
    return [Mention(found, rest[0], rest[-1], near=True) for found in inside]


def _all_in(places: Sequence[Place], state: State) -> bool:
    return all(isinstance(place, District) and place.state == state for place in places)


def near_whole(keys: Sequence[str], state: State | None) -> list[Mention]:
    """What the answer as a whole sounds or is spelt like; of two words also what the first is."""
    content = content_of(keys)
    joined = "".join(keys[place] for place in content)
    attempts = [joined, keys[content[0]]] if len(content) == _MOST_WORDS else [joined]
    for attempt in attempts if len(content) <= _MOST_WORDS else ():
        for stem in (attempt, *without_ending(attempt)):
            native, is_sure = ((), False) if stem.isascii() else native_places(stem)
            near = () if is_sure else near_places(stem, state)
            if native or near:
                return [Mention(native if is_sure else (near or native), content[0], content[-1], near=not is_sure)]
    return []
