"""A worker's name: its own among the living, and the same again after a restart, so that it takes up what it left."""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOST = 1000


@contextmanager
def own_name(folder: Path) -> Iterator[str]:
    """`host-N`, with the first N that no living process of this machine has: a lock on a file, which dies with us."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(MOST):
        handle = os.open(folder / f"{number}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            continue
        try:
            yield f"{socket.gethostname()[:40]}-{number}"
        finally:
            os.close(handle)
        return
    raise OSError(f"no free place for a worker in {folder}")
