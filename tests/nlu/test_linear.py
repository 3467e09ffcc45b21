"""Planes between labels of which one is rare."""

import numpy as np
from scipy.sparse import csr_matrix

from nlu.linear import Separators


def test_a_rare_label_is_heard_beside_a_frequent_one() -> None:
    rows = csr_matrix([[1.0, 0.0]] * 25 + [[0.0, 1.0]])
    separators = Separators.fitted(rows, np.array([0] * 25 + [1]), 2, softness=0.1)
    frequent, rare = separators.scores(csr_matrix([[0.0, 1.0]]))[0]
    assert rare > frequent
