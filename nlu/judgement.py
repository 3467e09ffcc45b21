"""From scores to chances that can be believed, and to the decision that a message is about none of our subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from nlu.calibration import Chances, chances, fitted_sharpness
from nlu.linear import Labels, Scores

_PRESUMED_OUTSIDE = 1 / 3
"""Share of messages about something else, where the training data have no example of it."""
_REFUSED_OF_OURS = 0.03
"""Share of training messages about our subjects that may be taken for something else."""
_REFUSED_WITHOUT_EXAMPLES = 0.20
"""The same where the training data have no example of something else: then people will ask for more of it."""


@dataclass(frozen=True)
class Evidence:
    """What is known of messages before judging them: one row each."""

    scores: Scores
    """Rows × labels, a label `out_of_scope` among them or not."""
    signs: Scores
    """Further signs of being about something else or not: how near a known message is; no column where there is none."""

    @classmethod
    def of_one(cls, scores: Scores, signs: Scores | None = None) -> Evidence:
        """The evidence of one message."""
        return cls(scores[None], np.zeros((1, 0), np.float32) if signs is None else signs[None])


@dataclass(frozen=True)
class Judgement:
    """How sure to be of each label, and from which chance on a message counts as about something else."""

    outside: int | None
    """The number of the label `out_of_scope`, where the training data have it."""
    sharpness: float
    weights: list[float]
    bias: float
    limit: float

    @classmethod
    def learnt(cls, evidence: Evidence, labels: Labels, outside: int | None, strangers: Evidence | None) -> Judgement:
        """From held-out training messages; `strangers` are held out with their labels where there is no label for outside."""
        ours = labels != outside
        sharpness = fitted_sharpness(_of_ours(evidence.scores[ours], outside), _renumbered(labels[ours], outside))
        features, is_outside = _features(evidence, outside), ~ours
        if strangers:
            other = _features(strangers, outside)
            features, is_outside = np.vstack([features, other]), np.arange(len(labels) + len(other)) >= len(labels)
        weights, bias = _logistic(features, is_outside, _PRESUMED_OUTSIDE if strangers else None)
        doubts = expit(features @ weights + bias)[~is_outside]
        refused = _REFUSED_WITHOUT_EXAMPLES if strangers else _REFUSED_OF_OURS
        return cls(outside, sharpness, weights.tolist(), bias, float(np.quantile(doubts, 1 - refused)))

    def chances(self, evidence: Evidence) -> tuple[Chances, NDArray[np.bool_]]:
        """(rows × labels, adding up to one, the chance of being outside last where no label says so; which are refused)."""
        doubts = np.asarray(expit(_features(evidence, self.outside) @ np.asarray(self.weights) + self.bias))
        ours = chances(_of_ours(evidence.scores, self.outside), self.sharpness) * (1 - doubts[:, None])
        place = ours.shape[1] if self.outside is None else self.outside
        return np.insert(ours, place, doubts, axis=1), doubts >= self.limit

    def facts(self) -> dict[str, Any]:
        """For JSON; `Judgement(**facts)` is the same again."""
        return asdict(self)


def _of_ours(scores: Scores, outside: int | None) -> Scores:
    return scores if outside is None else np.delete(scores, outside, axis=1)


def _renumbered(labels: Labels, outside: int | None) -> Labels:
    return labels if outside is None else labels - (labels > outside)


def _features(evidence: Evidence, outside: int | None) -> NDArray[np.float64]:
    """The best score, its lead over the second, the further signs and the score for `out_of_scope`."""
    best_two = np.sort(_of_ours(evidence.scores, outside), axis=1)[:, -2:]
    columns: Sequence[Any] = [best_two[:, -1], best_two[:, -1] - best_two[:, 0], evidence.signs]
    own = [] if outside is None else [evidence.scores[:, outside]]
    return np.column_stack([*columns, *own]).astype(np.float64)


def _logistic(
    features: NDArray[np.float64], is_outside: NDArray[np.bool_], share: float | None
) -> tuple[NDArray[np.float64], float]:
    from sklearn.linear_model import LogisticRegression  # only training needs the library
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(features)
    weight = np.ones(len(features))
    if share is not None:
        weight[is_outside] = share / (1 - share) * (~is_outside).sum() / is_outside.sum()
    machine = LogisticRegression().fit(scaler.transform(features), is_outside, sample_weight=weight)
    weights = machine.coef_[0] / scaler.scale_
    return weights, float(machine.intercept_[0] - weights @ scaler.mean_)
