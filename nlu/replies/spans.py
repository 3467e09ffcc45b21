"""Where in a reply the value stands: "firm ka naam [Sri Textiles] rakho". Every word is weighed, the best stretch is it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from nlu.ngrams import Block
from nlu.phonetics import skeleton
from nlu.planes import Planes
from nlu.replies.examples import Example
from nlu.tokens import Word, words

_SOFTNESS = 0.5
_AROUND = (-2, -1, 1, 2)
_ENDS = 3
_FILE = "reply_spans"


def _signs(field_name: str, act: str, said: Sequence[Word], typed: str, place: int) -> list[str]:
    """What tells of one word whether it belongs to the value."""
    word = said[place].text
    found = [f"word={word}", f"sound={skeleton(word)}", f"end={word[-_ENDS:]}", f"field={field_name}", f"act={act}"]
    found.append(f"{field_name}:{word}")
    found.append("capital" if typed[said[place].start].isupper() else "small")
    found.append("digit" if word[0].isdigit() else "letters")
    found += ["first"] * (place == 0) + ["last"] * (place == len(said) - 1) + ["alone"] * (len(said) == 1)
    for distance in _AROUND:
        there = place + distance
        other = said[there].text if 0 <= there < len(said) else "-"
        found += [f"{distance}={other}", f"{distance}~{skeleton(other)}"]
    return found


def _blocks() -> list[Block]:
    return [Block("signs of a word", iter)]


@dataclass
class SpanModel:
    """Which stretch of words is the value of a field."""

    planes: Planes = field(default_factory=lambda: Planes(_blocks()))

    @classmethod
    def trained(cls, marked: Iterable[Example], fields: Iterable[str]) -> SpanModel:
        """A model of the examples whose value is marked, each with the field that it is of."""
        rows, labels = [], []
        for example, name in zip(marked, fields, strict=True):
            assert example.span, "only marked examples teach where a value stands"
            said = words(example.text)
            start, end = example.span
            for place, word in enumerate(said):
                rows.append([_signs(name, example.act, said, example.text, place)])
                labels.append(int(start <= word.start < end))
        model = cls()
        model.planes.train(model.planes.rows(rows), np.array(labels, np.int64), 2, _SOFTNESS)
        return model

    def value_in(self, field_name: str, act: str, text: str) -> str | None:
        """The words of `text` that are the value; None where there is no word at all."""
        said = words(text)
        if not said:
            return None
        merits = []
        for place in range(len(said)):
            outside, inside = self.planes.scores([_signs(field_name, act, said, text, place)])
            merits.append(float(inside - outside))
        first, last = _best_stretch(merits)
        if (first, last) == (0, len(said) - 1):
            return text.strip()  # with the signs around its words
        return text[said[first].start : said[last].end]

    def keep(self, folder: Path) -> None:
        """Writes the model as JSON and plain arrays."""
        self.planes.keep(folder, _FILE)

    @classmethod
    def kept(cls, folder: Path) -> SpanModel:
        """The model that `keep` wrote there."""
        return cls(Planes.kept(folder, _FILE, _blocks()))


def _best_stretch(merits: Sequence[float]) -> tuple[int, int]:
    """The first and last place of the stretch with the greatest sum; one word at least."""
    best, found, begun, total = -np.inf, (0, 0), 0, 0.0
    for place, merit in enumerate(merits):
        if total <= 0:
            begun, total = place, 0.0
        total += merit
        if total > best:
            best, found = total, (begun, place)
    return found
