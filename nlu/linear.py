"""Linear classifiers, one against the rest, over sparse rows; stored as plain arrays."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.int64]
Scores = NDArray[np.float32]

_SEED = 7
_TOLERANCE = 1e-2  # a tighter one takes three times as long and changes nothing that can be measured


@dataclass(frozen=True)
class Separators:
    """One separating plane a label: a row's score for a label says how far on its side the row lies."""

    planes: Scores
    """Features × labels."""
    offsets: Scores

    @classmethod
    def fitted(cls, rows: Any, labels: Labels, count: int, softness: float) -> Separators:
        """Planes for labels 0 … count-1; a label without a row gets a plane that nothing lies on the right side of.

        A row counts the less, the more frequent its label is, by the square root: a rare label is heard too.
        """
        from sklearn.exceptions import ConvergenceWarning  # only training needs the library: 30 MB, half a second
        from sklearn.svm import LinearSVC

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # a plane that is still moving a little is good enough
            machine = LinearSVC(C=softness, tol=_TOLERANCE, random_state=_SEED)
            machine.fit(rows, labels, sample_weight=frequencies(labels) ** -0.5)
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


def frequencies(labels: Labels) -> Scores:
    """For each row how frequent its label is; 1 is the mean of the labels that occur."""
    counts = np.bincount(labels)
    return np.asarray(counts[labels] / counts[counts > 0].mean(), np.float32)


def numbered(labels: Sequence[str]) -> tuple[list[str], Labels]:
    """The sorted names and, for each row, the number of its name."""
    names, numbers = np.unique(np.asarray(labels, dtype=str), return_inverse=True)
    return [str(name) for name in names], numbers.astype(np.int64)
