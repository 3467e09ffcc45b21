"""What goes with an act: the field that a correction is about, and which of a question's own buttons a choice means."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from nlu.ngrams import Block, characters, single_and_pairs
from nlu.planes import Planes
from nlu.reading import read
from nlu.replies.examples import Example
from nlu.replies.model import Moment

_SOFTNESS = 0.5


def _blocks() -> list[Block]:
    return [
        Block("glosses in letters", characters(2, 4)),
        Block("glosses", single_and_pairs),
        Block("sounds", single_and_pairs, sounds=True, weight=0.7),
        Block("question", iter, weight=0.5),
    ]


def _texts(text: str, register: str, asked: str) -> list[list[str]]:
    reading = read(text, register)
    return [reading.glosses, reading.glosses, reading.words, [asked]]


@dataclass
class DetailModel:
    """The detail of a reply, by its words and by the question that it answers."""

    names: list[str] = field(default_factory=list)
    planes: Planes = field(default_factory=lambda: Planes(_blocks()))

    @classmethod
    def trained(cls, known: Sequence[Example]) -> DetailModel:
        """A model of examples and their details."""
        model = cls(sorted({one.detail for one in known}))
        labels = np.array([model.names.index(one.detail) for one in known], np.int64)
        rows = model.planes.rows([_texts(one.text, one.register, one.asked) for one in known])
        model.planes.train(rows, labels, len(model.names), _SOFTNESS)
        return model

    def detail(self, moment: Moment) -> str:
        """The likeliest detail."""
        scores = self.planes.scores(_texts(moment.text, moment.register, moment.asked))
        return self.names[int(scores.argmax())]

    def keep(self, folder: Path, name: str) -> None:
        """Writes the model as JSON and plain arrays."""
        (folder / f"{name}_names.json").write_text(json.dumps(self.names), encoding="utf-8")
        self.planes.keep(folder, name)

    @classmethod
    def kept(cls, folder: Path, name: str) -> DetailModel:
        """The model that `keep` wrote there."""
        names = json.loads((folder / f"{name}_names.json").read_text(encoding="utf-8"))
        return cls(names, Planes.kept(folder, name, _blocks()))
