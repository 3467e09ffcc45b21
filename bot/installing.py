"""What `make` shows while packages are fetched. Runs before anything is installed: the standard library only.

On a screen `uv` draws its own progress. In a pipe it is silent until all is there; then a line every ten seconds says
how much has come and about how long the rest takes, going by the space that is used up meanwhile.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

EVERY = 10.0
MEGABYTE = 1_000_000
PRODUCT, EVERYTHING = 700, 2_100
"""Megabytes of the environment that people run, and of the one for developing."""
TELLING = 0.1  # the share from which on the time that is left can be told


def line(seconds: float, come: int, all_of_it: int) -> str:
    """How far it is after so many seconds, when so many megabytes of all have come."""
    told = f"Installing: {seconds:.0f} s, {come} of about {all_of_it} MB"
    share = come / all_of_it
    return f"{told}, about {seconds * (1 - share) / share:.0f} s left" if TELLING <= share < 1 else told


def used() -> int:
    """Megabytes in use on the disk of this folder."""
    return shutil.disk_usage(".").used // MEGABYTE


def run(command: Sequence[str], *, every: float = EVERY, used: Callable[[], int] = used) -> int:
    """Run the command; its exit status."""
    began, before = time.monotonic(), used()
    size = EVERYTHING if "--group" in command else PRODUCT
    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait(None if sys.stderr.isatty() else every)
        except subprocess.TimeoutExpired:
            come = max(0, used() - before)
            print(line(time.monotonic() - began, come, size), file=sys.stderr, flush=True)


if __name__ == "__main__":
    print("Installing what is needed…", file=sys.stderr, flush=True)
    raise SystemExit(run(sys.argv[1:]))
