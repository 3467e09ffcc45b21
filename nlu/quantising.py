"""Vectors in fewer bits: turned so that their directions of most change come first, each then told in up to eight steps.

Directions get bits by how much the sentences differ along them, the most important 5, the least 1 or none. Against keeping
only the first directions in full it loses a third as much at the same size.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Codes = NDArray[np.uint8]

_MOST_BITS = 6
_ROUNDS = 20
_STEPS = 127  # of a number of the basis


@dataclass(frozen=True)
class Quantiser:
    """How vectors are written: their middle, the directions, and for each direction the numbers it may take."""

    centre: Vectors
    basis: NDArray[np.int8]
    """Directions × width, each direction in steps of its largest number."""
    bits: NDArray[np.uint8]
    """Of each direction, one at least."""
    levels: NDArray[np.float16]
    """One direction after the other, 2 to the power of its bits each, ascending."""

    @classmethod
    def fitted(cls, vectors: Vectors, size: int) -> Quantiser:
        """One that writes such vectors in `size` bytes each with little loss."""
        centre = vectors.mean(axis=0)
        apart = vectors - centre
        variances, directions = np.linalg.eigh(np.asarray(apart.T @ apart, np.float64) / len(apart))
        bits = _shared_out(variances[::-1], 8 * size)
        basis = directions[:, ::-1].T[bits > 0]
        steps = np.round(_STEPS * basis / np.abs(basis).max(axis=1, keepdims=True)).astype(np.int8)
        turned = apart @ _orthonormal(steps).T
        levels = [_levels(column, bit) for column, bit in zip(turned.T, bits[bits > 0], strict=True)]
        return cls(centre, steps, bits[bits > 0].astype(np.uint8), np.concatenate(levels).astype(np.float16))

    @property
    def size(self) -> int:
        """Bytes a vector."""
        return int(self.bits.sum()) // 8

    @cached_property
    def _directions(self) -> Vectors:
        return _orthonormal(self.basis)

    @cached_property
    def _levels_of(self) -> list[Vectors]:
        ends = np.cumsum(2 ** self.bits.astype(int))
        return np.split(self.levels.astype(np.float32), ends[:-1])

    def written(self, vectors: Vectors) -> Codes:
        """Vectors × bytes."""
        turned, bits = (vectors - self.centre) @ self._directions.T, []
        for column, levels, count in zip(turned.T, self._levels_of, self.bits, strict=True):
            nearest = np.searchsorted((levels[1:] + levels[:-1]) / 2, column).astype(np.uint8)
            bits.append(np.unpackbits(nearest[:, None], axis=1)[:, 8 - count :])
        return np.packbits(np.concatenate(bits, axis=1), axis=1)

    def read(self, codes: Codes) -> Vectors:
        """Vectors of length 1, about those that were written."""
        bits, counts = np.unpackbits(codes, axis=1), self.bits.astype(int)
        first_bits, first_levels = np.cumsum(counts) - counts, np.cumsum(2**counts) - 2**counts
        turned = np.empty((len(codes), len(counts)), np.float32)
        for count in np.unique(counts):
            places = np.flatnonzero(counts == count)
            numbers = np.zeros((len(codes), len(places)), np.intp)
            for bit in range(count):
                numbers = 2 * numbers + bits[:, first_bits[places] + bit]
            turned[:, places] = self.levels.astype(np.float32)[first_levels[places] + numbers]
        found = turned @ self._directions + self.centre
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)

    def to_bytes(self) -> bytes:
        """For a file."""
        head = struct.pack("<HH", len(self.bits), len(self.centre))
        return head + b"".join(
            part.tobytes() for part in (self.centre.astype("<f4"), self.bits, self.basis, self.levels.astype("<f2"))
        )

    @classmethod
    def from_bytes(cls, written: bytes) -> tuple[Quantiser, bytes]:
        """The quantiser at the beginning, and what follows it. Raises `ValueError`, `struct.error` where it is cut."""
        directions, width = struct.unpack_from("<HH", written)
        rest = memoryview(written)[4:]
        centre, rest = np.frombuffer(rest[: 4 * width], "<f4"), rest[4 * width :]
        bits, rest = np.frombuffer(rest[:directions], np.uint8), rest[directions:]
        steps, rest = np.frombuffer(rest[: directions * width], np.int8), rest[directions * width :]
        count = int((2 ** bits.astype(int)).sum())
        levels = np.frombuffer(rest[: 2 * count], "<f2")
        return cls(centre, steps.reshape(directions, width), bits, levels), bytes(rest[2 * count :])


def _orthonormal(steps: NDArray[np.int8]) -> Vectors:
    """The directions, exactly at right angles again after rounding."""
    turned, lengths = np.linalg.qr(steps.T.astype(np.float64))
    return np.ascontiguousarray((turned * np.sign(np.diag(lengths))).T, np.float32)


def _shared_out(variances: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    """So many bits over the directions: each goes where most is still lost. A multiple of eight altogether."""
    bits, lost = np.zeros(len(variances), np.int64), variances.copy()
    for _ in range(count):
        place = int(np.where(bits < _MOST_BITS, lost, -1).argmax())
        bits[place] += 1
        lost[place] /= 4
    return bits


def _levels(column: Vectors, bits: int) -> NDArray[np.float64]:
    """The numbers that stand for all in the column with the least loss (Lloyd's algorithm)."""
    levels = np.quantile(column, (np.arange(2**bits) + 0.5) / 2**bits)
    for _ in range(_ROUNDS):
        nearest = np.searchsorted((levels[1:] + levels[:-1]) / 2, column)
        counts = np.bincount(nearest, minlength=len(levels))
        sums = np.bincount(nearest, column, minlength=len(levels))
        levels = np.where(counts > 0, sums / np.maximum(counts, 1), levels)
    return np.sort(levels)
