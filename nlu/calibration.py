"""From scores to chances that can be believed, and the chance below which the assistant says it did not understand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

Scores = NDArray[np.float32]
Chances = NDArray[np.float64]
_SHARPNESS_RANGE = (-1.0, 4.0)  # of its logarithm


def chances(scores: Scores, sharpness: float) -> Chances:
    """Scores as probabilities over the labels, the last axis adding up to one."""
    return np.asarray(softmax(sharpness * scores.astype(np.float64), axis=-1))


def surprise(scores: Scores, labels: NDArray[np.int64], sharpness: float) -> float:
    """How unexpected the true labels are: the mean negative logarithm of their chances."""
    right = chances(scores, sharpness)[np.arange(len(labels)), labels]
    return float(-np.mean(np.log(np.maximum(right, 1e-12))))


def fitted_sharpness(scores: Scores, labels: NDArray[np.int64]) -> float:
    """The sharpness under which the held-out labels are least surprising (temperature scaling)."""
    from scipy.optimize import minimize_scalar  # only training needs it

    def of(log_sharpness: float) -> float:
        return surprise(scores, labels, float(np.exp(log_sharpness)))

    return float(np.exp(minimize_scalar(of, bounds=_SHARPNESS_RANGE, method="bounded").x))


def expected_calibration_error(best: Chances, right: NDArray[np.bool_], bins: int = 10) -> float:
    """How far stated chances and the share that was right lie apart, over equal-width bins, weighted by their size."""
    places = np.minimum((best * bins).astype(int), bins - 1)
    gaps = [abs(best[places == b].mean() - right[places == b].mean()) * (places == b).sum() for b in set(places)]
    return float(sum(gaps) / max(1, len(best)))
