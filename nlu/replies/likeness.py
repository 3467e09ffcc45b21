"""Meaning by likeness, given the question: every training reply votes, the more the nearer it is in meaning and moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from nlu.encoder import Vectors
from nlu.linear import Labels, Scores
from nlu.neighbours import likeness, placed_apart
from nlu.replies.questions import FAMILY, KINDS

_SMOOTHNESS = 0.1
_MOST = 14_000  # replies: a kernel of so many takes 800 MB while training
_SEED = 7
_FAMILIES = tuple(dict.fromkeys(FAMILY.values()))
_ANYWHERE, _IN_FAMILY, _SAME_QUESTION = 0.35, 0.70, 1.0


def _nearness_of_questions() -> NDArray[np.float32]:
    """Kinds × kinds: how much a reply to one question says of a reply to another."""
    family = np.array([_FAMILIES.index(FAMILY[kind]) for kind in KINDS])
    near = np.where(family[:, None] == family[None], _IN_FAMILY, _ANYWHERE).astype(np.float32)
    near[np.diag_indices_from(near)] = _SAME_QUESTION
    return near


_NEAR = _nearness_of_questions()


def numbers_of(asked: Sequence[str]) -> Labels:
    """The kinds of question as numbers; an unknown kind is taken for one that is answered by yes and no."""
    return np.array([KINDS.index(kind) if kind in FAMILY else 0 for kind in asked], np.int64)


@dataclass(frozen=True)
class RepliesKnown:
    """The training replies' vectors, the questions they answer, and the weight of each one's vote for each act."""

    centre: Vectors
    vectors: Vectors
    asked: Labels
    votes: NDArray[np.float32]

    @classmethod
    def fitted(cls, vectors: Vectors, asked: Labels, labels: Labels, count: int) -> RepliesKnown:
        """A model for labels 0 … count-1; of more than `_MOST` replies a random part is used."""
        if len(vectors) > _MOST:
            some = np.random.default_rng(_SEED).choice(len(vectors), _MOST, replace=False)
            vectors, asked, labels = vectors[some], asked[some], labels[some]
        centre = vectors.mean(axis=0)
        placed = placed_apart(vectors, centre)
        alike = likeness(placed @ placed.T) * _NEAR[asked[:, None], asked[None]]
        alike[np.diag_indices_from(alike)] += _SMOOTHNESS
        wanted = np.where(labels[:, None] == np.arange(count), 1, -1).astype(np.float32)
        factor = cho_factor(alike, lower=True, overwrite_a=True, check_finite=False)
        votes = np.asarray(cho_solve(factor, wanted, check_finite=False), np.float32)
        return cls(centre, placed, asked, votes)

    def scores(self, vectors: Vectors, asked: Labels) -> Scores:
        """Rows × labels: the votes, from about -1 to 1."""
        alike = likeness(placed_apart(vectors, self.centre) @ self.vectors.T)
        return np.asarray((alike * _NEAR[asked[:, None], self.asked[None]]) @ self.votes, np.float32)

    def keep(self, file: Path) -> None:
        """Writes plain arrays."""
        vectors, votes = self.vectors.astype(np.float16), self.votes.astype(np.float16)
        np.savez(file, centre=self.centre, vectors=vectors, asked=self.asked.astype(np.int8), votes=votes)

    @classmethod
    def kept(cls, file: Path) -> RepliesKnown | None:
        """What `keep` wrote there; None when the reader was trained without an encoder."""
        if not file.exists():
            return None
        with np.load(file, allow_pickle=False) as arrays:
            vectors, votes = arrays["vectors"].astype(np.float32), arrays["votes"].astype(np.float32)
            return cls(arrays["centre"], vectors, arrays["asked"].astype(np.int64), votes)
