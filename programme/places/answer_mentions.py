"""The places of all India that an answer mentions: the whole answer, or names within it, or what sounds nearly like one."""

from collections.abc import Sequence

from programme.places.gazetteer import gazetteer
from programme.places.mentions import Mention, all_found, longer_others, named_whole, others_within
from programme.places.namesakes import ordinary_names
from programme.places.near_mentions import near_whole, nearer
from programme.places.scanning import words_of
from programme.places.sentences import content_of, may_be_an_answer
from programme.places.tables import State


def mentions_in(text: str, state: State | None = None) -> list[Mention]:
    """From left to right. Near ones only where nothing is named, and the answer holds no words of a sentence."""
    words = words_of(text)
    keys = [word.key for word in words]
    whole = named_whole(text, keys)
    if whole:
        return [whole]
    longer = longer_others(keys)
    found = longer + [
        each for each in all_found(text, words, keys) if not any(_within(each, other) for other in longer)
    ]
    found += others_within(keys, found)
    exact = sorted((each for each in found if not each.near), key=lambda each: each.first)
    if not may_be_an_answer(keys):
        return exact
    if exact:
        return exact + nearer(keys, exact)
    asked = [each for each in all_found(text, words, keys, asked=True) if not each.near]
    return [each for each in asked if _explains(each, asked, keys)] or found or near_whole(keys, state)


def mentions_beside_a_no(text: str) -> list[Mention]:
    """Names that count beside a denied one, those that people bear too: `Madurai illa, Theni`."""
    words = words_of(text)
    keys = [word.key for word in words]
    asked = all_found(text, words, keys, asked=True)
    return [
        each for each in asked if not each.near and " ".join(keys[each.first : each.last + 1]) not in ordinary_names()
    ]


def _explains(mention: Mention, all_of_them: Sequence[Mention], keys: Sequence[str]) -> bool:
    """Whether a name that is also a word or initials leaves nothing of the answer unsaid; people's names may leave some."""
    entry = gazetteer().names.get(" ".join(keys[mention.first : mention.last + 1]))
    named = {place for each in all_of_them for place in range(each.first, each.last + 1)}
    return (entry is not None and entry.caution not in ("word", "code")) or named.issuperset(content_of(keys))


def _within(mention: Mention, other: Mention) -> bool:
    return other.first <= mention.first and mention.last <= other.last
