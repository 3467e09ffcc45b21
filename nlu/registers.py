"""In which of five registers a message is written: English, Hindi or Tamil, the last two in their own or in Latin letters.

The script tells Hindi and Tamil in their own letters apart. For Latin letters a model of letter n-grams is trained on our
own examples, whose folder names say what they are: no library knows these registers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml

from nlu.calibration import chances, fitted_sharpness
from nlu.english import KNOWN_FROM, english_use
from nlu.held_out import held_out_rows, tested_rows, tried
from nlu.linear import Labels, Scores, Separators, numbered
from nlu.ngrams import Block, characters, learnt, matrix, single_and_pairs
from nlu.tokens import plain

EXAMPLES = Path(__file__).parent / "examples"
FOLDERS = {"en": "en", "hi": "hi", "hi_latn": "hi-Latn", "ta": "ta", "ta_latn": "ta-Latn"}
ENGLISH = "en"
_LATIN_REGISTERS = ("en", "hi-Latn", "ta-Latn")
_NATIVE = {"hi": re.compile("[\u0900-\u097f]"), "ta": re.compile("[\u0b80-\u0bff]")}
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_NATIVE_SHARE = 0.2  # English nouns in Latin letters stand in many a Hindi sentence; hardly ever the other way round
_CLEAR_WORDS = 3
_CLEAR_CHANCE = 0.9
_CHANCE_OF_ENGLISH = 0.3  # enough where every word is English
_SOFTNESS = 0.5


class Register(NamedTuple):
    """A register, and whether the message says so clearly enough to switch the language of the answers to it."""

    code: str
    clear: bool


def labelled_examples(folder: Path = EXAMPLES) -> Iterator[tuple[str, str]]:
    """(text, register) of every training example below the folder; the folder's name says the register."""
    for name, code in FOLDERS.items():
        for path in sorted((folder / name).glob("*.yml")):
            for block in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["nlu"]:
                lines = (line.removeprefix("- ").strip() for line in block.get("examples", "").splitlines())
                yield from ((line, code) for line in lines if line)


def native_register(typed: str) -> str | None:
    """`hi` or `ta` where enough of the letters are Devanagari or Tamil; None otherwise."""
    counts = {code: len(letters.findall(typed)) for code, letters in _NATIVE.items()}
    code = max(counts, key=lambda name: counts[name])
    return code if counts[code] > _NATIVE_SHARE * (sum(counts.values()) + len(_LATIN.findall(typed))) else None


def _kinds() -> list[Block]:
    return [Block("characters", characters(1, 5)), Block("words", single_and_pairs)]


@dataclass
class RegisterModel:
    """Which register a text in Latin letters is written in."""

    names: list[str]
    kinds: list[Block]
    separators: Separators
    sharpness: float

    @classmethod
    def trained(cls, examples: Sequence[tuple[str, str]]) -> RegisterModel:
        """A model of (text, register) pairs; those in native letters are left out, the script tells them."""
        latin = [(text, code) for text, code in examples if code in _LATIN_REGISTERS and native_register(text) is None]
        read = [plain(text).split() for text, _ in latin]
        names, numbers = numbered([code for _, code in latin])
        kinds = _kinds()
        rows = learnt(kinds, [read, read])

        def trial(some: Any, labels: Labels, held_out: Any) -> Scores:
            return Separators.fitted(some, labels, len(names), _SOFTNESS).scores(held_out)

        splits = held_out_rows(numbers, rows, len(numbers))
        sharpness = fitted_sharpness(tried(rows, numbers, splits, trial), numbers[tested_rows(splits)])
        return cls(names, kinds, Separators.fitted(rows, numbers, len(names), _SOFTNESS), sharpness)

    def register(self, typed: str) -> Register:
        """The register of a message; English, not clearly, where there is nothing to go by."""
        text = plain(typed)
        words = text.split()
        long_enough = sum(any(map(str.isalpha, word)) for word in words) >= _CLEAR_WORDS
        native = native_register(text)
        if native:
            return Register(native, long_enough)
        if not _LATIN.search(text):
            return Register(ENGLISH, clear=False)
        code, chance = self.likeliest(words)
        return Register(code, long_enough and chance >= _CLEAR_CHANCE)

    def likeliest(self, words: Sequence[str]) -> tuple[str, float]:
        """The likeliest register of words in Latin letters, and its chance."""
        row = matrix(self.kinds, [[words], [words]])
        if not row.nnz:
            return ENGLISH, 0.0
        probable = dict(zip(self.names, chances(self.separators.scores(row)[0], self.sharpness), strict=True))
        if probable.get(ENGLISH, 0.0) >= _CHANCE_OF_ENGLISH and _all_english(words):
            return ENGLISH, float(probable[ENGLISH])
        code = max(probable, key=lambda name: probable[name])
        return code, float(probable[code])

    def keep(self, folder: Path) -> None:
        """Writes the model as JSON and plain arrays."""
        vocabularies = [list(block.vocabulary) for block in self.kinds]
        facts = {"names": self.names, "sharpness": self.sharpness, "vocabularies": vocabularies}
        (folder / "registers.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
        rarities = {f"rarity_{place}": block.rarity for place, block in enumerate(self.kinds)}
        np.savez(folder / "registers.npz", planes=self.separators.planes, offsets=self.separators.offsets, **rarities)

    @classmethod
    def kept(cls, folder: Path) -> RegisterModel:
        """The model that `keep` wrote there."""
        facts = json.loads((folder / "registers.json").read_text(encoding="utf-8"))
        kinds = _kinds()
        with np.load(folder / "registers.npz", allow_pickle=False) as arrays:
            for place, block in enumerate(kinds):
                block.vocabulary = {piece: number for number, piece in enumerate(facts["vocabularies"][place])}
                block.rarity = arrays[f"rarity_{place}"]
            return cls(facts["names"], kinds, Separators(arrays["planes"], arrays["offsets"]), facts["sharpness"])


def _all_english(words: Sequence[str]) -> bool:
    return all(english_use(word) >= KNOWN_FROM for word in words if word.isalpha())
