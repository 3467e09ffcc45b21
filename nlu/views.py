"""The two views of a message that are scored: the cheap one always, the encoder's when the first is not sure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from nlu import encoder
from nlu.encoder import Vectors
from nlu.held_out import Trial
from nlu.linear import Labels, Scores, Separators
from nlu.neighbours import Neighbours
from nlu.ngrams import Block, characters, joined_row, learnt, pairs_apart, single_and_pairs
from nlu.reading import Reading

_SOFTNESS = 0.5


def _kinds() -> list[Block]:
    return [
        Block("glosses in letters", characters(2, 5)),
        Block("glosses", single_and_pairs),
        Block("glosses apart", pairs_apart, weight=0.5),
        Block("sounds in letters", characters(2, 4), sounds=True, weight=0.7),
        Block("sounds", single_and_pairs, sounds=True, weight=0.7),
    ]


@dataclass
class CheapView:
    """N-grams of plain English meaning and of sound under linear planes: about a millisecond."""

    kinds: list[Block] = field(default_factory=_kinds)
    separators: Separators | None = None

    def rows(self, readings: Sequence[Reading]) -> object:
        """Learns the vocabulary of training messages; their rows."""
        glosses, words = [r.glosses for r in readings], [r.words for r in readings]
        return learnt(self.kinds, [glosses, glosses, glosses, words, words])

    def train(self, rows: object, labels: Labels, count: int) -> None:
        """Fits the planes to the rows of `rows`."""
        self.separators = Separators.fitted(rows, labels, count, _SOFTNESS)

    def scores(self, reading: Reading) -> tuple[Scores, bool]:
        """The scores of one message, and whether anything in it was known."""
        assert self.separators, "trained or read before it is asked"
        places, values = joined_row(self.kinds, [*[reading.glosses] * 3, *[reading.words] * 2])
        return self.separators.score_one(places, values), len(places) > 0

    def keep(self, folder: Path) -> None:
        """Writes the view as JSON and plain arrays; nothing in them runs code when read."""
        assert self.separators, "trained before it is kept"
        vocabularies = json.dumps([list(block.vocabulary) for block in self.kinds], ensure_ascii=False)
        (folder / "cheap_view.json").write_text(vocabularies, encoding="utf-8")
        rarities = {f"rarity_{place}": block.rarity for place, block in enumerate(self.kinds)}
        planes = self.separators.planes.astype(np.float16)  # half the file, and seconds less to pack it
        np.savez(folder / "cheap_view.npz", planes=planes, offsets=self.separators.offsets, **rarities)

    @classmethod
    def kept(cls, folder: Path) -> CheapView:
        """The view that `keep` wrote there."""
        view = cls()
        vocabularies = json.loads((folder / "cheap_view.json").read_text(encoding="utf-8"))
        with np.load(folder / "cheap_view.npz", allow_pickle=False) as arrays:
            view.separators = Separators(arrays["planes"].astype(np.float32), arrays["offsets"])
            for place, (block, pieces) in enumerate(zip(view.kinds, vocabularies, strict=True)):
                block.vocabulary = {piece: number for number, piece in enumerate(pieces)}
                block.rarity = arrays[f"rarity_{place}"]
        return view


def cheap_trial(count: int) -> Trial:
    """Trains on some rows of the cheap view and scores others."""

    def trial(rows: object, labels: Labels, held_out: object) -> Scores:
        return Separators.fitted(rows, labels, count, _SOFTNESS).scores(held_out)

    return trial


@dataclass
class EncoderView:
    """Likeness of meaning to the training messages, by the sentence encoder on the native-script text: about 12 ms."""

    neighbours: Neighbours

    def scores(self, reading: Reading) -> Scores | None:
        """The scores of one message and, last, how near the nearest training message is; None without an encoder."""
        vector = encoder.embedded(reading.encoded)
        return None if vector is None else self.neighbours.scores(vector[None])[0]

    def keep(self, folder: Path) -> None:
        """Writes the view as plain arrays."""
        known = self.neighbours
        np.savez(
            folder / "encoder_view.npz",
            centre=known.centre,
            vectors=known.vectors.astype(np.float16),
            votes=known.votes.astype(np.float16),
        )

    @classmethod
    def kept(cls, folder: Path) -> EncoderView | None:
        """The view that `keep` wrote there; None when the model was trained without an encoder."""
        if not (folder / "encoder_view.npz").exists():
            return None
        with np.load(folder / "encoder_view.npz", allow_pickle=False) as arrays:
            return cls(
                Neighbours(arrays["centre"], arrays["vectors"].astype(np.float32), arrays["votes"].astype(np.float32))
            )


def encoder_trial(count: int) -> Trial:
    """Trains on some vectors and scores others."""

    def trial(vectors: Vectors, labels: Labels, held_out: Vectors) -> Scores:
        return Neighbours.fitted(vectors, labels, count).scores(held_out)

    return trial
