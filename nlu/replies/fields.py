"""Which field a correction is about: "firm ka naam galat hai" → `business_name`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from nlu.ngrams import Block, characters, single_and_pairs
from nlu.planes import Planes
from nlu.reading import read
from nlu.replies.examples import Example
from nlu.replies.model import Moment
from nlu.replies.questions import FIELDS

_SOFTNESS = 0.5
_FILE = "reply_fields"


def _blocks() -> list[Block]:
    return [
        Block("glosses in letters", characters(2, 4)),
        Block("glosses", single_and_pairs),
        Block("sounds", single_and_pairs, sounds=True, weight=0.7),
        Block("question", list, weight=0.5),
    ]


def _texts(text: str, register: str, asked: str) -> list[list[str]]:
    reading = read(text, register)
    return [reading.glosses, reading.glosses, reading.words, [asked]]


@dataclass
class FieldModel:
    """The field of a correction, by its words and by the question it was said to."""

    planes: Planes = field(default_factory=lambda: Planes(_blocks()))

    @classmethod
    def trained(cls, corrections: Sequence[Example]) -> FieldModel:
        """A model of examples of act `correction`, whose detail is the field."""
        model, labels = cls(), np.array([FIELDS.index(one.detail) for one in corrections], np.int64)
        rows = model.planes.rows([_texts(one.text, one.register, one.asked) for one in corrections])
        model.planes.train(rows, labels, len(FIELDS), _SOFTNESS)
        return model

    def field(self, moment: Moment) -> str:
        """The likeliest field."""
        return FIELDS[int(self.planes.scores(_texts(moment.text, moment.register, moment.asked)).argmax())]

    def keep(self, folder: Path) -> None:
        """Writes the model as JSON and plain arrays."""
        self.planes.keep(folder, _FILE)

    @classmethod
    def kept(cls, folder: Path) -> FieldModel:
        """The model that `keep` wrote there."""
        return cls(Planes.kept(folder, _FILE, _blocks()))
