"""What a person wants: the trained model, and how it is trained, kept and asked. Knows nothing of Rasa."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nlu.calibration import chances, chosen_threshold, fitted_sharpness
from nlu.linear import Separators, held_out_scores, numbered
from nlu.ngrams import Block, blocks, matrix
from nlu.tokens import plain

OUT_OF_SCOPE = "out_of_scope"
_SOFTNESS = 1.0


@dataclass(frozen=True)
class Understood:
    """The intents of one message, likeliest first, with their chances; `unsure` when the first lies below the threshold."""

    ranking: list[tuple[str, float]]
    unsure: bool


@dataclass
class IntentModel:
    """The cheap view (n-grams of text and sound) with its calibration."""

    names: list[str]
    kinds: list[Block]
    separators: Separators
    sharpness: float
    threshold: float

    @classmethod
    def trained(cls, texts: Sequence[str], labels: Sequence[str]) -> IntentModel:
        """A model of these typed texts and their intents; at least two different intents are needed."""
        read = [plain(text).split() for text in texts]
        names, numbers = numbered(labels)
        kinds = blocks()
        for block in kinds:
            block.learn(read)
        rows = matrix(kinds, read)
        held_out = held_out_scores(rows, numbers, len(names), _SOFTNESS)
        sharpness = fitted_sharpness(held_out, numbers)
        threshold = _threshold(chances(held_out, sharpness), numbers, names)
        return cls(names, kinds, Separators.fitted(rows, numbers, len(names), _SOFTNESS), sharpness, threshold)

    def understand(self, typed: str) -> Understood:
        """Never raises; takes time in proportion to the text up to the reading limit and none beyond."""
        words = plain(typed).split()
        places, values = self._row(words)
        probable = chances(self.separators.score_one(places, values), self.sharpness)
        order = np.argsort(-probable, kind="stable")
        ranking = [(self.names[place], float(probable[place])) for place in order]
        return Understood(ranking, ranking[0][1] < self.threshold or not len(places))

    def _row(self, words: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        offset, places, values = 0, [], []
        for block in self.kinds:
            own_places, own_values = block.row(words)
            places.append(own_places.astype(np.int64) + offset)
            values.append(own_values)
            offset += len(block.vocabulary)
        return np.concatenate(places), np.concatenate(values)

    def keep(self, folder: Path) -> None:
        """Writes the model as JSON and plain arrays; nothing in it runs code when read."""
        vocabularies = [list(block.vocabulary) for block in self.kinds]
        facts = {"names": self.names, "sharpness": self.sharpness, "threshold": self.threshold, "vocabularies": vocabularies}
        (folder / "intents.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
        rarities = {f"rarity_{place}": block.rarity for place, block in enumerate(self.kinds)}
        np.savez(folder / "intents.npz", planes=self.separators.planes, offsets=self.separators.offsets, **rarities)

    @classmethod
    def kept(cls, folder: Path) -> IntentModel:
        """The model that `keep` wrote there."""
        facts = json.loads((folder / "intents.json").read_text(encoding="utf-8"))
        kinds = blocks()
        with np.load(folder / "intents.npz", allow_pickle=False) as arrays:
            separators = Separators(arrays["planes"], arrays["offsets"])
            for place, block in enumerate(kinds):
                block.vocabulary = {piece: number for number, piece in enumerate(facts["vocabularies"][place])}
                block.rarity = arrays[f"rarity_{place}"]
        return cls(facts["names"], kinds, separators, facts["sharpness"], facts["threshold"])


def _threshold(held_out: NDArray[np.float64], numbers: NDArray[np.int64], names: Sequence[str]) -> float:
    outside = names.index(OUT_OF_SCOPE) if OUT_OF_SCOPE in names else len(names)
    return chosen_threshold(held_out.max(axis=1), held_out.argmax(axis=1), numbers, outside)
