"""Pieces of words as numbers: character and word n-grams of a text, or of its phonetic spelling, weighted by tf-idf."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from nlu.phonetics import skeleton

Pieces = Callable[[Sequence[str]], Iterator[str]]

_MANY = 4_000  # texts
_LEAST_OF_MANY = (
    2  # of many texts, what one alone has teaches nothing of the others, and is more than half of all pieces
)
_APART = 4  # words


@lru_cache(maxsize=16_384)
def _pieces_of(word: str, shortest: int, longest: int) -> tuple[str, ...]:
    framed = f" {word} "
    return tuple(
        framed[start : start + size]
        for size in range(shortest, longest + 1)
        for start in range(max(1, len(framed) - size + 1))
    )


def characters(shortest: int, longest: int) -> Pieces:
    """N-grams of characters inside each word, its ends marked by spaces."""

    def pieces(words: Sequence[str]) -> Iterator[str]:
        for word in words:
            yield from _pieces_of(word, shortest, longest)

    return pieces


def single_and_pairs(words: Sequence[str]) -> Iterator[str]:
    """Each word, and each word with the next."""
    yield from words
    yield from map(" ".join, pairwise(words))


def pairs_apart(words: Sequence[str]) -> Iterator[str]:
    """Each two words not further apart than three, in whatever order: Hindi and Tamil put them as they like."""
    for place, word in enumerate(words):
        for other in words[place + 1 : place + _APART]:
            yield " ".join(sorted((word, other)))


@dataclass
class Block:
    """One kind of pieces with its vocabulary and inverse document frequencies."""

    name: str
    pieces: Pieces
    sounds: bool = False
    """Whether the pieces are of the phonetic spelling."""
    weight: float = 1.0
    vocabulary: dict[str, int] = field(default_factory=dict)
    rarity: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))

    def of(self, words: Sequence[str]) -> Counter[str]:
        """How often each piece occurs in a text given as words."""
        return Counter(self.pieces([s for s in map(skeleton, words) if s] if self.sounds else words))

    def learn(self, texts: Sequence[Counter[str]]) -> None:
        """Sets vocabulary and rarity from the pieces of each text, see `of`."""
        documents, total = Counter(chain.from_iterable(texts)), len(texts)
        least = _LEAST_OF_MANY if total >= _MANY else 1
        common = {piece: count for piece, count in documents.items() if count >= least}
        self.vocabulary = {piece: place for place, piece in enumerate(common)}
        counts = np.fromiter(common.values(), np.float32, len(common))
        self.rarity = (np.log((1 + total) / (1 + counts)) + 1).astype(np.float32)

    @cached_property
    def rarest(self) -> float:
        """The rarity of a piece that no text had."""
        return float(self.rarity.max(initial=0))

    def row(self, pieces: Mapping[str, int]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Places and values of a text's known pieces: 1 + log(count), times rarity.

        Of length `weight` with the unknown ones: the less of a text is known, the shorter is its row, and the less sure
        what is made of it.
        """
        known = [(self.vocabulary[piece], count) for piece, count in pieces.items() if piece in self.vocabulary]
        if not known:
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        places = np.array([place for place, _ in known], np.int32)
        values = (1 + np.log(np.array([count for _, count in known], np.float32))) * self.rarity[places]
        length = np.hypot(np.linalg.norm(values), self.rarest * np.sqrt(len(pieces) - len(known)))
        return places, (values * (self.weight / length)).astype(np.float32)

    def rows(self, counts: Sequence[Mapping[str, int]]) -> csr_matrix:
        """One row a text."""
        found = [self.row(each) for each in counts]
        ends = np.cumsum([0] + [len(places) for places, _ in found])
        places = np.concatenate([places for places, _ in found]) if found else np.zeros(0, np.int32)
        values = np.concatenate([values for _, values in found]) if found else np.zeros(0, np.float32)
        return csr_matrix((values, places, ends), shape=(len(found), len(self.vocabulary)))


def joined_row(kinds: Sequence[Block], texts: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """One text as a row of all kinds side by side, where `texts` has the words that each kind reads."""
    offset, places, values = 0, [], []
    for block, words in zip(kinds, texts, strict=True):
        own_places, own_values = block.row(block.of(words))
        places.append(own_places.astype(np.int64) + offset)
        values.append(own_values)
        offset += len(block.vocabulary)
    return np.concatenate(places), np.concatenate(values)


def matrix(kinds: Sequence[Block], texts: Sequence[Sequence[Sequence[str]]]) -> csr_matrix:
    """All kinds side by side, where `texts` has one list of texts for each kind."""
    rows = [block.rows([block.of(words) for words in own]) for block, own in zip(kinds, texts, strict=True)]
    return hstack(rows, format="csr", dtype=np.float32)


def learnt(kinds: Sequence[Block], texts: Sequence[Sequence[Sequence[str]]]) -> csr_matrix:
    """Sets the vocabularies of the kinds from their texts; the matrix of the same texts."""
    rows = []
    for block, own in zip(kinds, texts, strict=True):
        counts = [block.of(words) for words in own]
        block.learn(counts)
        rows.append(block.rows(counts))
    return hstack(rows, format="csr", dtype=np.float32)
