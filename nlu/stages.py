"""What training is at: told to whoever listens, so that somebody who waits sees how far it is. Nobody need listen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Listener(Protocol):
    """Hears of training; may be told from several threads."""

    def begun(self, stage: str) -> None:
        """A stage begins, one of `STAGES`; those before it are over."""

    def advanced(self, share: float) -> None:
        """So much of the stage's vectors has been computed, from 0 to 1; said only where some have to be."""


STAGES = ("examples", "registers", "intents", "replies")
_listeners: list[Listener] = []


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """In here `listener` hears of training."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def begin(stage: str) -> None:
    """Say that a stage begins."""
    for listener in _listeners:
        listener.begun(stage)


def advance(done: int, count: int) -> None:
    """Say how many of the texts are embedded."""
    for listener in _listeners:
        listener.advanced(min(1.0, done / max(1, count)))
