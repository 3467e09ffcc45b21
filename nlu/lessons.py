"""What held-out training messages teach: how far to believe each view, and when the first is enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from nlu.calibration import Chances
from nlu.held_out import Split, Trial, held_out_labels, held_out_rows, tested_rows, tried
from nlu.judgement import Evidence, Judgement
from nlu.linear import Labels, Scores

OUT_OF_SCOPE = "out_of_scope"
_WEIGHTS = (0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 8.0)
_SURE_FROM = np.arange(0.95, 1.0, 0.005)  # people stray further from the examples than held-out examples do
_MAY_LOSE = 0.003
"""How much of the accuracy may be given up for not asking the encoder."""


Tried = tuple[Scores, Scores | None]
"""Scores of held-out rows, and scores of rows whose label was held out where that is done."""


@dataclass(frozen=True)
class HeldOut:
    """Evidence on training messages by models that did not know them, and by models that did not know their intents."""

    own: Evidence
    strangers: Evidence | None
    weight: float = 0.0


@dataclass(frozen=True)
class Lesson:
    """The training labels and how they are held out."""

    all_names: list[str]
    labels: Labels
    tested: Labels
    """The labels of the rows that are held out, in order."""
    outside: int | None
    by_row: list[Split]
    by_label: list[Split]

    @classmethod
    def of(cls, names: list[str], labels: Labels, rows: Any, tested: int) -> Lesson:
        """Of labels and sparse rows that tell which are alike; those after the first `tested` are only ever trained on.

        Whole labels are held out only where no example says what is out of scope.
        """
        by_row = held_out_rows(labels, rows, tested)
        answers = labels[tested_rows(by_row)]
        if OUT_OF_SCOPE in names:
            return cls(names, labels, answers, names.index(OUT_OF_SCOPE), by_row, [])
        return cls([*names, OUT_OF_SCOPE], labels, answers, None, by_row, held_out_labels(labels, len(names)))

    def tried(self, rows: Any, trial: Trial) -> Tried:
        """The scores by models that did not know the rows, and by such as did not know their labels."""
        own = tried(rows, self.labels, self.by_row, trial)
        return own, tried(rows, self.labels, self.by_label, trial) if self.by_label else None

    def alone(self, first: Tried) -> HeldOut:
        """The evidence of the first view without the second."""
        own, strangers = first
        return HeldOut(_without_signs(own), None if strangers is None else _without_signs(strangers))

    def joined(self, first: Tried, second: Tried) -> HeldOut:
        """The evidence of both views, the second with the weight that `_weight` finds."""
        weight = self._weight(first[0], second[0][:, :-1])
        strangers = None
        if first[1] is not None and second[1] is not None:
            strangers = _joined(first[1], second[1], weight)
        return HeldOut(_joined(first[0], second[0], weight), strangers, weight)

    def judgement(self, held_out: HeldOut) -> Judgement:
        """How far to believe such evidence."""
        return Judgement.learnt(held_out.own, self.tested, self.outside, held_out.strangers)

    def sure_from(self, alone: Judgement, first: HeldOut, together: Judgement, both: HeldOut) -> float:
        """The lowest chance by the first view from which asking the second as well brings next to nothing."""
        chances, opinion = alone.chances(first.own)[0], together.chances(both.own)[0]
        sure, wanted = chances.max(axis=1), self._accuracy(opinion) - _MAY_LOSE
        kept = (
            float(level)
            for level in _SURE_FROM
            if self._accuracy(np.where((sure >= level)[:, None], chances, opinion)) >= wanted
        )
        return next(kept, 1.0)

    def _weight(self, first: Scores, second: Scores) -> float:
        """With which most is right; of equals the heaviest, since people stray less in meaning than in letters."""
        return max(_WEIGHTS, key=lambda each: (self._accuracy(first + each * second), each))

    def _accuracy(self, merits: Scores | Chances) -> float:
        return float((merits.argmax(axis=1) == self.tested).mean())


def _without_signs(scores: Scores) -> Evidence:
    return Evidence(scores, np.zeros((len(scores), 0), np.float32))


def _joined(first: Scores, second: Scores, weight: float) -> Evidence:
    """The last column of the second view's scores is no score: how near a known message is."""
    return Evidence(first + weight * second[:, :-1], second[:, -1:])
