"""Linear classifiers, one against the rest, over any rows of numbers; stored as plain arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import spmatrix
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

Rows = spmatrix | NDArray[np.float32]
Scores = NDArray[np.float32]
_SEED = 7


@dataclass(frozen=True)
class Separators:
    """One separating plane a label: a row's score for a label says how far on its side the row lies."""

    planes: NDArray[np.float32]
    """Features × labels."""
    offsets: NDArray[np.float32]

    @classmethod
    def fitted(cls, rows: Rows, labels: NDArray[np.int64], count: int, softness: float) -> Separators:
        """Planes for labels 0 … count-1; a label without a row gets a plane that nothing lies on the right side of."""
        machine = LinearSVC(C=softness, random_state=_SEED).fit(rows, labels)
        found, offsets = machine.coef_, machine.intercept_
        if len(machine.classes_) == 2:
            found, offsets = np.vstack([-found, found]), np.concatenate([-offsets, offsets])
        planes = np.zeros((rows.shape[1], count), np.float32)
        every_offset = np.full(count, -1.0, np.float32)
        planes[:, machine.classes_] = found.T
        every_offset[machine.classes_] = offsets
        return cls(np.ascontiguousarray(planes), every_offset)

    def scores(self, rows: Rows) -> Scores:
        """Rows × labels."""
        return np.asarray(rows @ self.planes + self.offsets, np.float32)

    def score_one(self, places: NDArray[np.int32], values: NDArray[np.float32]) -> Scores:
        """The scores of one row given by its non-zero places: much cheaper than a sparse matrix of one row."""
        return np.asarray(values @ self.planes[places] + self.offsets, np.float32)


def folds(labels: NDArray[np.int64], parts: int) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """(train, held out) row numbers, each label spread over the parts; labels of few rows are spread as far as they go."""
    fewest = int(np.bincount(labels).max())
    splitter = StratifiedKFold(n_splits=max(2, min(parts, fewest)), shuffle=True, random_state=_SEED)
    return list(splitter.split(np.zeros(len(labels)), labels))


def held_out_scores(rows: Rows, labels: NDArray[np.int64], count: int, softness: float, parts: int = 5) -> Scores:
    """For each row, the scores given by planes that never saw it."""
    scores = np.zeros((len(labels), count), np.float32)
    for train, held_out in folds(labels, parts):
        scores[held_out] = Separators.fitted(rows[train], labels[train], count, softness).scores(rows[held_out])
    return scores


def numbered(labels: Sequence[str]) -> tuple[list[str], NDArray[np.int64]]:
    """The sorted names and, for each row, the number of its name."""
    names, numbers = np.unique(np.asarray(labels, dtype=object).astype(str), return_inverse=True)
    return [str(name) for name in names], numbers.astype(np.int64)
