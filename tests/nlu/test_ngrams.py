"""Rows of n-grams: as long as the share of the text that is known."""

import numpy as np
import pytest

from nlu.ngrams import Block, learnt, single_and_pairs


def test_the_less_is_known_the_shorter_the_row() -> None:
    block = Block("words", single_and_pairs, weight=0.5)
    learnt([block], [["seat book".split(), "fees kitni".split()]])
    lengths = [
        np.linalg.norm(block.row(block.of(text.split()))[1])
        for text in ("seat book", "seat book karo", "seat for two of us")
    ]
    assert lengths[0] == pytest.approx(0.5)
    assert lengths[0] > lengths[1] > lengths[2] > 0
