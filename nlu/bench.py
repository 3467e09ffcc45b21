"""How well the pipeline understands: trains its own parts on some rows and scores them on others. No Rasa needed."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

import numpy as np
from sklearn.metrics import matthews_corrcoef

from nlu.calibration import expected_calibration_error
from nlu.intents import IntentModel, Understood
from nlu.lessons import OUT_OF_SCOPE
from nlu.reading import read
from nlu.registers import FOLDERS, RegisterModel, labelled_examples

NO_INTENT = "NO_NODES_DETECTED"
"""How the public sets label what is out of scope."""

Row = Mapping[str, object]
"""`text` and `intent`; `lang` where known, one of the five registers or `en-IN`; anything else is found out."""


@dataclass(frozen=True)
class Answer:
    """What was understood of one test row, and what should have been."""

    text: str
    wanted: str
    register: str
    understood: Understood
    milliseconds: float

    @property
    def best(self) -> str:
        """The likeliest of the intents proper, whatever the threshold says."""
        return next(name for name, _ in self.understood.ranking if name != OUT_OF_SCOPE)


@dataclass(frozen=True)
class Score:
    """The answers to a test set and how long training took."""

    answers: list[Answer]
    train_seconds: float

    def figures(self) -> dict[str, float]:
        """Shares from 0 to 1, times in milliseconds or seconds; a figure without rows to measure it on is left out."""
        ours = [answer for answer in self.answers if answer.wanted != OUT_OF_SCOPE]
        outside = [answer for answer in self.answers if answer.wanted == OUT_OF_SCOPE]
        sure = [a.milliseconds for a in self.answers if not a.understood.second_opinion]
        unsure = [a.milliseconds for a in self.answers if a.understood.second_opinion]
        found = {
            "accuracy": _share([a.best == a.wanted for a in ours]),
            "accuracy_with_threshold": _share([a.understood.intent == a.wanted for a in ours]),
            "mcc": float(
                matthews_corrcoef([a.wanted for a in self.answers], [a.understood.intent for a in self.answers])
            ),
            "out_of_scope_recall": _share([a.understood.refused for a in outside]),
            "in_scope_refused": _share([a.understood.refused for a in ours]),
            "calibration_error": self._calibration_error(),
            "median_parse_ms": median([a.milliseconds for a in self.answers]),
            "median_sure_ms": median(sure) if sure else None,
            "median_second_opinion_ms": median(unsure) if unsure else None,
            "second_opinions": _share([a.understood.second_opinion for a in self.answers]),
            "train_seconds": self.train_seconds,
        }
        registers = {code: [a for a in ours if a.register == code] for code in FOLDERS.values()}
        by_register = {
            f"accuracy.{code}": _share([a.best == a.wanted for a in some]) for code, some in registers.items()
        }
        return {name: value for name, value in {**found, **by_register}.items() if value is not None}

    def _calibration_error(self) -> float:
        right = np.array([a.understood.intent == a.wanted for a in self.answers])
        return expected_calibration_error(np.array([a.understood.confidence for a in self.answers]), right)


def train_and_score(train_rows: Sequence[Row], test_rows: Sequence[Row], memory: Path | None = None) -> Score:
    """Trains the two views and their calibration on some rows, and answers others one by one.

    Rows labelled `NO_NODES_DETECTED` are out of scope. `memory` is a file that keeps the encoder's vectors.
    """
    began = time.perf_counter()
    model = IntentModel.trained(
        [str(row["text"]) for row in train_rows],
        [_intent(row) for row in train_rows],
        [_register(row) for row in train_rows],
        memory,
    )
    train_seconds = time.perf_counter() - began
    return Score([_answer(model, row) for row in test_rows], train_seconds)


def score_registers(train: Sequence[tuple[str, str]], test: Sequence[tuple[str, str]], least_words: int = 3) -> float:
    """The share of (text, register) test pairs of at least so many words whose register is found."""
    model = RegisterModel.trained(train)
    long_enough = [(text, code) for text, code in test if len(text.split()) >= least_words]
    return float(np.mean([model.register(text).code == code for text, code in long_enough]))


def _answer(model: IntentModel, row: Row) -> Answer:
    text, register = str(row["text"]), _register(row)
    began = time.perf_counter()
    understood = model.understand(read(text, register))
    return Answer(text, _intent(row), register, understood, 1000 * (time.perf_counter() - began))


def _intent(row: Row) -> str:
    return OUT_OF_SCOPE if row["intent"] == NO_INTENT else str(row["intent"])


def _register(row: Row) -> str:
    known = str(row.get("lang") or "")
    if known.startswith("en-"):  # English of some country, as the public sets have it
        return "en"
    return known if known in FOLDERS.values() else _registers().register(str(row["text"])).code


@cache
def _registers() -> RegisterModel:
    return RegisterModel.trained(list(labelled_examples()))


def _share(flags: Sequence[bool]) -> float | None:
    return float(np.mean(flags)) if flags else None
