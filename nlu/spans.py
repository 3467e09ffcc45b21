"""Where in a text a value was said, when the reader of the value does not tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nlu.tokens import Word

Holds = Callable[[str], bool]


def shortest_span(typed: str, words: Sequence[Word], holds: Holds) -> tuple[int, int] | None:
    """Start and end of the fewest words in a row of which `holds` is true; None when it is not even true of all.

    Words are dropped from the front, then from the back, as long as the rest still holds: fine for values said once.
    """
    if not words or not holds(typed[words[0].start : words[-1].end]):
        return None
    first, last = 0, len(words) - 1
    while first < last and holds(typed[words[first + 1].start : words[last].end]):
        first += 1
    while first < last and holds(typed[words[first].start : words[last - 1].end]):
        last -= 1
    return words[first].start, words[last].end
