"""Trying a model on examples that it was not trained with: how it does on what people will type can only be guessed so.

People stray further from the examples than one example strays from the next. So those that are alike are held out
together: the model must then do without all of them, not only without the one in question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from nlu.linear import Labels, Scores

Split = tuple[Labels, Labels]
"""Numbers of the rows to train on, and of those held out."""
Trial = Callable[[Any, Labels, Any], Scores]
"""(rows, their labels, held-out rows) → one row of scores for each that was held out."""

_SEED = 7
_THREADS = 2  # the solvers let go of the interpreter
_PARTS, _PARTS_OF_MANY = 5, 3
_MANY = 4_000  # rows: from here on five trainings would take too long, and one third held out tells as much
_ALIKE = 2  # rows in a group of those that are alike, on the mean
_LABEL_GROUPS = 5


def held_out_rows(labels: Labels, rows: Any, tested: int) -> list[Split]:
    """Each of the first `tested` rows is held out once, of many only a third; the others are always trained on.

    Rows (sparse, labels × features) that are alike are held out together. Each label is spread over the parts as far as
    its rows go.
    """
    labels, always = labels[:tested], np.arange(tested, len(labels))
    many = tested >= _MANY
    part = _parts(labels, rows, _PARTS_OF_MANY if many else _PARTS)
    splits = [(np.flatnonzero(part != own), np.flatnonzero(part == own)) for own in np.unique(part)]
    return [(np.concatenate([train, always]), held_out) for train, held_out in splits[: 1 if many else None]]


def _parts(labels: Labels, rows: Any, count: int) -> Labels:
    """For each row the number of its part: of each label the largest groups first, each into the smallest part."""
    chance, part, sizes = np.random.default_rng(_SEED), np.zeros(len(labels), np.int64), np.zeros(count)
    for label in np.unique(labels):
        own = np.flatnonzero(labels == label)
        group = _alike(rows[own])
        names, members = np.unique(group, return_counts=True)
        for name in names[np.argsort(-members - chance.random(len(names)))]:
            smallest = int(np.argmin(sizes + chance.random(count)))
            part[own[group == name]] = smallest
            sizes[smallest] += np.count_nonzero(group == name)
    return part


def _alike(rows: Any) -> Labels:
    """For each row the number of its group: rows joined by Ward's rule on the distance of their directions."""
    count = rows.shape[0]
    from scipy.cluster.hierarchy import fcluster, linkage  # only training needs them
    from scipy.spatial.distance import squareform

    if count < 2 * _ALIKE or count > _MANY:  # too few to tell, or too many to compare each with each
        return np.arange(count)
    products = (rows @ rows.T).toarray()
    lengths = np.maximum(np.sqrt(products.diagonal()), 1e-9)
    distances = np.sqrt(np.maximum(2 - 2 * products / np.outer(lengths, lengths), 0))
    np.fill_diagonal(distances, 0)
    tree = linkage(squareform(distances, checks=False), "ward")
    return np.asarray(fcluster(tree, count // _ALIKE, "maxclust"), np.int64)


def held_out_labels(labels: Labels, count: int) -> list[Split]:
    """Every label is held out once, with all its rows: what a message looks like that means none of the labels."""
    order = np.random.default_rng(_SEED).permutation(count)
    groups = [np.isin(labels, order[first::_LABEL_GROUPS]) for first in range(min(_LABEL_GROUPS, count))]
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
