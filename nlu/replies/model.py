"""The act of a reply: a trained model of words, signs and the kind of question, with a second opinion by the encoder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlu import encoder
from nlu.calibration import chances, fitted_sharpness
from nlu.linear import Labels, Scores, Separators
from nlu.ngrams import Block, characters, pairs_apart, single_and_pairs
from nlu.planes import Planes
from nlu.reading import read
from nlu.replies import signs
from nlu.replies.choosing import labelled
from nlu.replies.likeness import RepliesKnown, numbers_of
from nlu.replies.positions import position
from nlu.replies.questions import FAMILY, FIELDS, Act, field_of
from nlu.replies.values import stars, value_of
from nlu.tokens import words

_SOFTNESS = 0.4
_PARTS = 4
_WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0)
_SURE_FROM = 0.97
_SEED = 7
_MEASURED = frozenset(FIELDS) - {"owner_name", "business_name", "products", "woman_owned", "sells_online"}
"""Fields whose values can be told from other words without a model."""
_SPELLING, _ACTS = "reply_spelling", "reply_acts"
ACTS = tuple(act.value for act in Act)


class Moment(NamedTuple):
    """A reply with what it answers: the kind of question, and the labels shown under it."""

    asked: str
    text: str
    register: str
    shown: tuple[str, ...] = ()


class Seen(NamedTuple):
    """A reply as the model sees it."""

    words: list[str]
    glosses: list[str]
    crossed: list[str]
    """Words and signs, each said within the family and the kind of the question."""
    encoded: str


def seen(moment: Moment) -> Seen:
    """The views of a reply; a millisecond or so."""
    reading = read(moment.text, moment.register)
    typed = [word.text for word in words(moment.text)]
    family = FAMILY.get(moment.asked, "agree")
    marks = [*signs.tokens(typed), *_fitting(moment, typed), f"length{min(len(typed), 8)}"]
    ends = [f"first={reading.glosses[0]}", f"last={reading.glosses[-1]}"] if reading.glosses else []
    crossed = [f"{family}:{one}" for one in (*marks, *ends, *reading.glosses)]
    crossed += [f"{moment.asked}:{one}" for one in (*marks, *ends, *reading.glosses)]
    return Seen(reading.words, reading.glosses, [*marks, *ends, f"kind={moment.asked}", *crossed], reading.encoded)


def _fitting(moment: Moment, typed: list[str]) -> list[str]:
    """What of the reply fits the question: a value of its field, a number, a label that is shown."""
    found, wanted = [], field_of(moment.asked)
    if wanted in _MEASURED and value_of(wanted, moment.text) is not None:
        found.append("fits")
    if moment.shown:
        found += ["label"] if labelled(moment.text, moment.shown) else []
        found += ["number"] if position(typed, len(moment.shown)) else []
    if moment.asked == "rating" and stars(moment.text):
        found.append("fits")
    if any(word.isdigit() for word in typed):
        found.append("digits")
    return [*found, "?"] if "?" in moment.text else found


def _blocks() -> list[Block]:
    return [
        Block("glosses in letters", characters(2, 5)),
        Block("glosses", single_and_pairs),
        Block("glosses apart", pairs_apart, weight=0.5),
        Block("sounds in letters", characters(2, 4), sounds=True, weight=0.6),
        Block("sounds", single_and_pairs, sounds=True, weight=0.6),
        Block("within the question", iter, weight=1.2),
    ]


def _texts(view: Seen) -> list[list[str]]:
    return [view.glosses, view.glosses, view.glosses, view.words, view.words, view.crossed]


@dataclass
class ActModel:
    """Which act a reply is, with a chance that can be believed."""

    spelling: Planes = field(default_factory=lambda: Planes(_blocks()))
    sharpness: float = 1.0
    known: RepliesKnown | None = None
    """The encoder's opinion; None where the model was trained without one."""
    weight: float = 0.0
    """Of the encoder's scores beside the first."""
    sharpness_of_both: float = 1.0

    @classmethod
    def trained(cls, moments: Sequence[Moment], acts: Sequence[str], memory: Path | None = None) -> ActModel:
        """A model of replies and their acts; `memory` keeps the encoder's vectors."""
        model, labels = cls(), np.array([ACTS.index(act) for act in acts], np.int64)
        views = [seen(moment) for moment in moments]
        rows = model.spelling.rows([_texts(view) for view in views])
        known = _known_to_the_trial([moment.text for moment in moments])
        first = Separators.fitted(rows[known], labels[known], len(ACTS), _SOFTNESS).scores(rows[~known])
        model.sharpness = fitted_sharpness(first, labels[~known])
        vectors = encoder.embedded_all([view.encoded for view in views], memory)
        if vectors is not None:
            asked = numbers_of([moment.asked for moment in moments])
            trial = RepliesKnown.fitted(vectors[known], asked[known], labels[known], len(ACTS))
            model._weigh(first, trial.scores(vectors[~known], asked[~known]), labels[~known])
            model.known = RepliesKnown.fitted(vectors, asked, labels, len(ACTS))
        model.spelling.train(rows, labels, len(ACTS), _SOFTNESS)
        return model

    def _weigh(self, first: Scores, second: Scores, labels: Labels) -> None:
        """Learns from held-out replies what the encoder's opinion weighs, and how sharp chances are with it."""
        self.weight = max(_WEIGHTS, key=lambda each: ((first + each * second).argmax(1) == labels).mean())
        self.sharpness_of_both = fitted_sharpness(first + self.weight * second, labels)

    def chances(self, moment: Moment) -> dict[str, float]:
        """The chance of each act; the encoder is asked where spelling alone does not make sure."""
        view = seen(moment)
        scores = self.spelling.scores(_texts(view))
        sure = chances(scores, self.sharpness)
        if self.known and self.weight and sure.max() < _SURE_FROM:
            vector = encoder.embedded(view.encoded)
            if vector is not None:
                opinion = self.known.scores(vector[None], numbers_of([moment.asked]))[0]
                sure = chances(scores + self.weight * opinion, self.sharpness_of_both)
        return dict(zip(ACTS, map(float, sure), strict=True))

    def keep(self, folder: Path) -> None:
        """Writes the model as JSON and plain arrays; nothing in it runs code when read."""
        self.spelling.keep(folder, _SPELLING)
        facts = {"sharpness": self.sharpness, "weight": self.weight, "sharpness_of_both": self.sharpness_of_both}
        (folder / f"{_ACTS}.json").write_text(json.dumps(facts), encoding="utf-8")
        if self.known:
            self.known.keep(folder / f"{_ACTS}.npz")

    @classmethod
    def kept(cls, folder: Path) -> ActModel:
        """The model that `keep` wrote there."""
        facts = json.loads((folder / f"{_ACTS}.json").read_text(encoding="utf-8"))
        return cls(Planes.kept(folder, _SPELLING, _blocks()), known=RepliesKnown.kept(folder / f"{_ACTS}.npz"), **facts)


def _known_to_the_trial(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Which rows are known to the trial; a text is known or held out as a whole, whatever it answers."""
    names, numbers = np.unique(np.asarray(texts, dtype=str), return_inverse=True)
    known = np.random.default_rng(_SEED).random(len(names)) > 1 / _PARTS
    return np.asarray(known[numbers], np.bool_)
