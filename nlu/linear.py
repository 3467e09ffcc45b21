"""Linear classifiers, one against the rest, over sparse rows; stored as plain arrays. And trying any model on held-out rows."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

Labels = NDArray[np.int64]
Scores = NDArray[np.float32]
Split = tuple[Labels, Labels]
"""Numbers of the rows to train on, and of those held out."""
Trial = Callable[[Any, Labels, Any], Scores]
"""(rows, their labels, held-out rows) → one row of scores for each that was held out."""

_SEED = 7
_TOLERANCE = 1e-2  # a tighter one takes three times as long and changes nothing that can be measured
_THREADS = 2  # the solvers let go of the interpreter
_PARTS, _PARTS_OF_MANY = 5, 3
_MANY = 4_000  # rows: from here on five trainings would take too long, and one third held out tells as much
_GROUPS = 5


@dataclass(frozen=True)
class Separators:
    """One separating plane a label: a row's score for a label says how far on its side the row lies."""

    planes: Scores
    """Features × labels."""
    offsets: Scores

    @classmethod
    def fitted(cls, rows: Any, labels: Labels, count: int, softness: float) -> Separators:
        """Planes for labels 0 … count-1; a label without a row gets a plane that nothing lies on the right side of."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # a plane that is still moving a little is good enough
            machine = LinearSVC(C=softness, tol=_TOLERANCE, random_state=_SEED).fit(rows, labels)
        found, offsets = machine.coef_, machine.intercept_
        if len(machine.classes_) == 2:
            found, offsets = np.vstack([-found, found]), np.concatenate([-offsets, offsets])
        planes = np.zeros((rows.shape[1], count), np.float32)
        every_offset = np.full(count, -1.0, np.float32)
        planes[:, machine.classes_] = found.T
        every_offset[machine.classes_] = offsets
        return cls(np.ascontiguousarray(planes), every_offset)

    def scores(self, rows: Any) -> Scores:
        """Rows × labels."""
        return np.asarray(rows @ self.planes + self.offsets, np.float32)

    def score_one(self, places: Labels, values: Scores) -> Scores:
        """The scores of one row given by its non-zero places: much cheaper than a sparse matrix of one row."""
        return np.asarray(values @ self.planes[places] + self.offsets, np.float32)


def numbered(labels: Sequence[str]) -> tuple[list[str], Labels]:
    """The sorted names and, for each row, the number of its name."""
    names, numbers = np.unique(np.asarray(labels, dtype=str), return_inverse=True)
    return [str(name) for name in names], numbers.astype(np.int64)


def held_out_rows(labels: Labels) -> list[Split]:
    """Every row is held out once, of many only a third; each label is spread over the parts as far as its rows go."""
    many = len(labels) >= _MANY
    parts = _PARTS_OF_MANY if many else _PARTS
    most = int(np.bincount(labels).max())
    splitter = StratifiedKFold(n_splits=max(2, min(parts, most)), shuffle=True, random_state=_SEED)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of labels with fewer rows than parts
        splits = list(splitter.split(np.zeros(len(labels)), labels))
    return splits[:1] if many else splits


def held_out_labels(labels: Labels, count: int) -> list[Split]:
    """Every label is held out once, with all its rows: what a message looks like that means none of the labels."""
    order = np.random.default_rng(_SEED).permutation(count)
    groups = [np.isin(labels, order[first::_GROUPS]) for first in range(min(_GROUPS, count))]
    return [(np.flatnonzero(~group), np.flatnonzero(group)) for group in groups if group.any()]


def tested_rows(splits: Sequence[Split]) -> Labels:
    """The numbers of the rows that the splits hold out, in order."""
    return np.sort(np.concatenate([held_out for _, held_out in splits]))


def tried(rows: Any, labels: Labels, splits: Sequence[Split], trial: Trial) -> Scores:
    """For each of the tested rows, in order, the scores given by a model that was trained without it."""

    def one(split: Split) -> Scores:
        train, held_out = split
        return trial(rows[train], labels[train], rows[held_out])

    with ThreadPoolExecutor(_THREADS) as threads:
        results = list(threads.map(one, splits))
    order = np.argsort(np.concatenate([held_out for _, held_out in splits]))
    return np.asarray(np.concatenate(results)[order], np.float32)
