"""What a person wants: the trained model, and how it is trained, kept and asked. Knows nothing of Rasa."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nlu.calibration import Chances
from nlu.encoder import embedded_all
from nlu.judgement import Evidence, Judgement
from nlu.lessons import OUT_OF_SCOPE, Lesson, Tried
from nlu.linear import numbered
from nlu.neighbours import Neighbours
from nlu.reading import Reading, read
from nlu.views import CheapView, EncoderView, cheap_trial, encoder_trial

_NAME_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Understood:
    """The intents of one message, likeliest first, with chances that add up to one."""

    ranking: list[tuple[str, float]]
    refused: bool
    """Whether being about something else is too likely to go by the ranking: then `out_of_scope` is meant."""
    second_opinion: bool = False
    """Whether the encoder was asked."""

    @property
    def intent(self) -> str:
        """The likeliest of our intents, or `out_of_scope`."""
        return OUT_OF_SCOPE if self.refused else next(name for name, _ in self.ranking if name != OUT_OF_SCOPE)

    @property
    def confidence(self) -> float:
        """The chance of `intent`."""
        return dict(self.ranking)[self.intent]


def as_words(name: str) -> str:
    """`faq/loan_mudra` as "loan mudra": what stands before the slash is the same for all of its kind."""
    return " ".join(_NAME_PART.findall(name.rpartition("/")[2]))


@dataclass
class IntentModel:
    """Two views of a message, how far to trust each, and when to ask the second."""

    names: list[str]
    """By label number; `out_of_scope` last where the training data do not have it."""
    cheap: CheapView
    alone: Judgement
    second: EncoderView | None = None
    together: Judgement | None = None
    weight: float = 0.0
    """Of the second view's scores beside the first's."""
    sure_from: float = 0.0
    """The first view's chance from which the second is not asked."""

    @classmethod
    def trained(
        cls, texts: Sequence[str], labels: Sequence[str], registers: Sequence[str], memory: Path | None = None
    ) -> IntentModel:
        """A model of typed texts, their intents (two different ones at least) and registers.

        The name of an intent, as English words, is one more example of it: where the others are few, it says most.
        `memory` is a file that keeps the encoder's vectors, so that training again is quick.
        """
        names, numbers = numbered(labels)
        named = [number for number, name in enumerate(names) if name != OUT_OF_SCOPE]
        readings = [read(text, register) for text, register in zip(texts, registers, strict=True)]
        readings += [read(as_words(names[number]), "en") for number in named]
        numbers = np.concatenate([numbers, np.array(named, np.int64)])
        cheap, count = CheapView(), len(names)
        vectors = embedded_all([reading.encoded for reading in readings], memory)
        with ThreadPoolExecutor(1) as aside:  # the solvers let go of the interpreter: a second core halves the time
            known = aside.submit(Neighbours.fitted, vectors, numbers, count) if vectors is not None else None
            rows = cheap.rows(readings)
            lesson = Lesson.of(names, numbers, rows, len(texts))
            tried = aside.submit(lesson.tried, vectors, encoder_trial(count)) if vectors is not None else None
            cheap.train(rows, numbers, count)
            first = lesson.tried(rows, cheap_trial(count))
        model = cls(lesson.all_names, cheap, lesson.judgement(lesson.alone(first)))
        if known is not None and tried is not None:
            model._learn_when_to_ask(lesson, first, EncoderView(known.result()), tried.result())
        return model

    def _learn_when_to_ask(self, lesson: Lesson, first: Tried, second: EncoderView, tried: Tried) -> None:
        """Sets the second view, its weight, and the chance from which it is not asked."""
        alone, both = lesson.alone(first), lesson.joined(first, tried)
        self.second, self.weight, self.together = second, both.weight, lesson.judgement(both)
        self.sure_from = lesson.sure_from(self.alone, alone, self.together, both)

    def understand(self, reading: Reading) -> Understood:
        """Never raises; takes time in proportion to the text up to the reading limit and none beyond."""
        scores, known = self.cheap.scores(reading)
        if not known:
            return Understood(
                [(OUT_OF_SCOPE, 1.0), *((name, 0.0) for name in self.names if name != OUT_OF_SCOPE)], True
            )
        probable, refused = self.alone.chances(Evidence.of_one(scores))
        if self.second and self.together and probable.max() < self.sure_from:
            opinion = self.second.scores(reading)
            if opinion is not None:
                both = Evidence.of_one(scores + self.weight * opinion[:-1], opinion[-1:])
                probable, refused = self.together.chances(both)
                return self._understood(probable[0], bool(refused[0]), second_opinion=True)
        return self._understood(probable[0], bool(refused[0]))

    def _understood(self, probable: Chances, refused: bool, second_opinion: bool = False) -> Understood:
        order = np.argsort(-probable, kind="stable")
        return Understood([(self.names[place], float(probable[place])) for place in order], refused, second_opinion)

    def keep(self, folder: Path) -> None:
        """Writes the model as JSON and plain arrays; nothing in it runs code when read."""
        facts = {
            "names": self.names,
            "weight": self.weight,
            "sure_from": self.sure_from,
            "alone": self.alone.facts(),
            "together": self.together.facts() if self.together else None,
        }
        (folder / "intents.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
        self.cheap.keep(folder)
        if self.second:
            self.second.keep(folder)

    @classmethod
    def kept(cls, folder: Path) -> IntentModel:
        """The model that `keep` wrote there."""
        facts = json.loads((folder / "intents.json").read_text(encoding="utf-8"))
        together = Judgement(**facts["together"]) if facts["together"] else None
        return cls(
            facts["names"], CheapView.kept(folder), Judgement(**facts["alone"]), EncoderView.kept(folder), together,
            facts["weight"], facts["sure_from"],
        )  # fmt: skip
