"""Places in a free sentence of any script.

The longest name from the left wins; a name is made of whole words (मऊ is not in मऊरानी) but for a case ending. Longer
names are also found by their sound and with one wrong letter. Names that people bear too, ordinary words and initials
count only with a sign that a place is meant (see `signs`).
"""

from dataclasses import dataclass

from programme.places.scanning import candidates, words_of
from programme.places.signs import Sentence
from programme.places.tables import Kind, Place


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


def find_places(text: str, asked: bool = False) -> list[Found]:
    """The places named in the text, from left to right, without overlap.

    With `asked` (the person was asked for a place) names that need caution count without a sign.
    """
    words = words_of(text)
    sentence = Sentence(text, words, list(candidates(text, words)), text.isupper())
    return [
        Found(each.entry.places, words[each.first].start, words[each.last].end, each.entry.kind)
        for place, each in enumerate(sentence.candidates)
        if asked or sentence.is_meant(place)
    ]
