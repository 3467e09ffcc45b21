"""From scores to chances that can be believed, and the chance below which the assistant says it did not understand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import softmax
from sklearn.metrics import matthews_corrcoef

Scores = NDArray[np.float32]
_SHARPNESS_RANGE = (-1.0, 4.0)  # of its logarithm
_THRESHOLDS = np.arange(0.02, 0.9, 0.01)


def chances(scores: Scores, sharpness: float) -> NDArray[np.float64]:
    """Scores as probabilities over the labels, the last axis adding up to one."""
    return np.asarray(softmax(sharpness * scores.astype(np.float64), axis=-1))


def fitted_sharpness(scores: Scores, labels: NDArray[np.int64]) -> float:
    """The sharpness under which the held-out labels are likeliest (temperature scaling)."""

    def surprise(log_sharpness: float) -> float:
        right = chances(scores, float(np.exp(log_sharpness)))[np.arange(len(labels)), labels]
        return float(-np.mean(np.log(np.maximum(right, 1e-12))))

    return float(np.exp(minimize_scalar(surprise, bounds=_SHARPNESS_RANGE, method="bounded").x))


def chosen_threshold(best: NDArray[np.float64], predicted: NDArray[np.int64], truth: NDArray[np.int64], outside: int) -> float:
    """The threshold with the best Matthews correlation when all below it counts as label number `outside`.

    `best` are held-out chances of the `predicted` labels; only training data may be given here.
    """
    merits = [matthews_corrcoef(truth, np.where(best < limit, outside, predicted)) for limit in _THRESHOLDS]
    return float(_THRESHOLDS[int(np.argmax(merits))])


def expected_calibration_error(best: NDArray[np.float64], right: NDArray[np.bool_], bins: int = 10) -> float:
    """How far stated chances and the share that was right lie apart, over equal-width bins, weighted by their size."""
    places = np.minimum((best * bins).astype(int), bins - 1)
    gaps = [abs(best[places == b].mean() - right[places == b].mean()) * (places == b).sum() for b in set(places)]
    return float(sum(gaps) / max(1, len(best)))
