"""Training as one sees it: which stage it is at and how long it takes yet; on a screen always, in a pipe each ten seconds."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

from rich.console import Console

from bot.duties.running import settings
from bot.failed import Failed
from bot.rasa import training
from bot.settings import VAR
from nlu import stages, vectors

EVERY = 10.0
ON_SCREEN = 0.5
USUAL = {"examples": 6.0, "registers": 4.0, "intents": 16.0, "replies": 14.0}
"""Seconds of each stage on two cores, in order; how a machine compares is seen by the stages that are over."""
SAID = {
    "examples": "reading the examples", "registers": "languages and scripts", "intents": "what people want",
    "replies": "what people answer",
}  # fmt: skip
FASTEST, SLOWEST = 0.3, 10.0


@dataclass
class Course:
    """How far a training is. Times are of `clock`, in seconds."""

    clock: Callable[[], float] = time.monotonic
    stage: str = "examples"
    share: float | None = None
    """Of the vectors of the stage that have been computed; None where none had to be."""
    began: float = field(init=False)
    stage_began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.stage_began = self.clock()

    def begun(self, stage: str) -> None:
        self.stage, self.stage_began, self.share = stage, self.clock(), None

    def advanced(self, share: float) -> None:
        self.share = share
        if share >= 1:  # what follows takes as long as if the vectors had been there
            self.stage_began, self.share = self.clock(), None

    def left(self) -> float:
        """About how many seconds it takes yet."""
        names = list(USUAL)
        place, spent = names.index(self.stage), self.clock() - self.stage_began
        rest = sum(USUAL[name] for name in names[place + 1 :])
        if self.share is not None:
            return spent * (1 - self.share) / max(self.share, 0.01) + USUAL[self.stage] + rest
        before = sum(USUAL[name] for name in names[:place])
        pace = (self.stage_began - self.began) / before if before else 1.0
        pace = min(max(pace, FASTEST), SLOWEST)
        return max(USUAL[self.stage] * pace - spent, 0.0) + rest * pace

    def line(self) -> str:
        """For people."""
        stage = f"{SAID[self.stage]}, {list(USUAL).index(self.stage) + 1} of {len(USUAL)}"
        vectors = "" if self.share is None else f", vectors of sentences {self.share:.0%}"
        return f"Training the model: {stage}{vectors}; about {max(1, round(self.left()))} s left"


@contextmanager
def shown(course: Course, screen: TextIO, *, every: float | None = None) -> Iterator[None]:
    """Show the course on `screen` until the end: in place on a terminal, a line at a time elsewhere."""
    console, over = Console(file=screen), threading.Event()
    status = console.status(course.line()) if console.is_terminal else None

    def tell() -> None:
        while not over.wait(every or (ON_SCREEN if status else EVERY)):
            status.update(course.line()) if status else print(course.line(), file=screen, flush=True)

    teller = threading.Thread(target=tell, daemon=True)
    if status:
        status.start()
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
        if status:
            status.stop()


def train(*, force: bool = False) -> None:
    """Train where there is no model of the present inputs, telling how it goes and how long it took."""
    models = settings().models
    path = training.model_path(models)
    if path.exists() and not force:
        return
    began, screen, course = time.monotonic(), sys.stderr, Course()  # Rasa's own output goes to a file meanwhile
    print("Training the model, once; later starts use it.", file=screen, flush=True)
    if problem := vectors.problem():
        print(problem, file=screen, flush=True)
    with shown(course, screen), stages.heard_by(course):
        try:
            training.train(models, force=force)
        except training.TrainingFailed as error:
            raise Failed(str(error)) from error
        finally:
            vectors.forget()
    print(f"Model trained in {time.monotonic() - began:.0f} s: {_short(path)}", file=screen)


def _short(path: object) -> str:
    return str(path).removeprefix(f"{VAR.parent}/")
