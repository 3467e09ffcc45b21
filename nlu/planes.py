"""N-grams under linear planes, as one thing that is trained, asked and kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nlu.linear import Labels, Scores, Separators
from nlu.ngrams import Block, joined_row, learnt

Texts = Sequence[Sequence[str]]
"""For each block the words of one text that it reads."""


@dataclass
class Planes:
    """Blocks of n-grams and a separating plane a label over them."""

    blocks: list[Block]
    separators: Separators | None = None

    def rows(self, texts: Sequence[Texts]) -> Any:
        """Learns the vocabulary of training texts; their rows, sparse."""
        return learnt(self.blocks, [list(column) for column in zip(*texts, strict=True)])

    def train(self, rows: Any, labels: Labels, count: int, softness: float) -> None:
        """Fits planes for labels 0 … count-1 to the rows of `rows`."""
        self.separators = Separators.fitted(rows, labels, count, softness)

    def scores(self, texts: Texts) -> Scores:
        """The scores of one text."""
        assert self.separators, "trained or read before it is asked"
        return self.separators.score_one(*joined_row(self.blocks, texts))

    def keep(self, folder: Path, name: str) -> None:
        """Writes JSON and plain arrays, `<name>.json` and `<name>.npz`; nothing in them runs code when read."""
        assert self.separators, "trained before it is kept"
        vocabularies = [list(block.vocabulary) for block in self.blocks]
        (folder / f"{name}.json").write_text(json.dumps(vocabularies, ensure_ascii=False), encoding="utf-8")
        rarities = {f"rarity_{place}": block.rarity for place, block in enumerate(self.blocks)}
        planes = self.separators.planes.astype(np.float16)  # half the file, and nothing that can be measured is lost
        np.savez(folder / f"{name}.npz", planes=planes, offsets=self.separators.offsets, **rarities)

    @classmethod
    def kept(cls, folder: Path, name: str, blocks: list[Block]) -> Planes:
        """What `keep` wrote under that name, for the same kinds of blocks."""
        vocabularies = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        with np.load(folder / f"{name}.npz", allow_pickle=False) as arrays:
            for place, (block, pieces) in enumerate(zip(blocks, vocabularies, strict=True)):
                block.vocabulary = {piece: number for number, piece in enumerate(pieces)}
                block.rarity = arrays[f"rarity_{place}"]
            return cls(blocks, Separators(arrays["planes"].astype(np.float32), arrays["offsets"]))
