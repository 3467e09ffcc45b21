"""What is held out to learn from: each row once, what is alike together, every label in training."""

import numpy as np
from scipy.sparse import csr_matrix

from nlu import held_out as trying
from nlu.held_out import held_out_labels, held_out_rows, tried
from nlu.linear import frequencies

ALIKE = [
    "fees kitni hai",
    "fees kitni hai ji",
    "certificate milega",
    "certificate milega kya",
    "kab hai",
    "kab hai bhai",
]


def rows_of(texts: list[str]) -> csr_matrix:
    words = sorted({word for text in texts for word in text.split()})
    return csr_matrix([[float(word in text.split()) for word in words] for text in texts])


def test_each_tested_row_is_held_out_once_and_the_others_are_always_trained_on() -> None:
    labels = np.array([0] * 12 + [1] * 12 + [0, 1])
    splits = held_out_rows(labels, csr_matrix(np.eye(len(labels))), 24)
    assert trying.tested_rows(splits).tolist() == list(range(24))
    for train, held_out in splits:
        assert {24, 25} <= set(train)
        assert not set(train) & set(held_out)
        assert len(train) + len(held_out) == len(labels)


def test_texts_that_are_alike_are_held_out_together() -> None:
    labels = np.zeros(len(ALIKE), np.int64)
    for _, held_out in held_out_rows(labels, rows_of(ALIKE), len(ALIKE)):
        assert {place // 2 for place in held_out} == {place // 2 for place in held_out if place ^ 1 in held_out}


def test_texts_without_anything_known_are_no_obstacle() -> None:
    labels = np.array([0, 0, 0, 0, 1, 1, 1, 1])
    assert trying.tested_rows(held_out_rows(labels, csr_matrix((8, 3)), 8)).tolist() == list(range(8))


def test_a_label_is_held_out_with_all_its_rows() -> None:
    labels = np.array([0, 1, 2, 0, 1, 2])
    for train, held_out in held_out_labels(labels, 3):
        assert not set(labels[train]) & set(labels[held_out])


def test_tried_gives_the_tested_rows_in_their_order() -> None:
    labels = np.array([0, 1] * 6)
    rows = np.arange(12, dtype=np.float32)
    scores = tried(
        rows, labels, held_out_rows(labels, csr_matrix(np.eye(12)), 12), lambda _rows, _labels, held: held[:, None]
    )
    assert scores[:, 0].tolist() == rows.tolist()


def test_frequencies_are_one_on_the_mean_of_the_labels() -> None:
    found = frequencies(np.array([0, 0, 0, 2]))
    assert found.tolist() == [1.5, 1.5, 1.5, 0.5]
