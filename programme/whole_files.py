"""Files that matter: written whole or not at all, readable by their owner alone, and there after a power cut."""

from __future__ import annotations

import os
from pathlib import Path

OWN_FILE, OWN_FOLDER = 0o600, 0o700


def write_whole(file: Path, text: str) -> None:
    """Put `text` in the place of the file: who reads it finds the old or the new, never a part."""
    own_folder(file.parent)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.unfinished")
    handle = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, OWN_FILE)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as written:
            written.write(text)
            written.flush()
            os.fsync(written.fileno())
        put_in_place(unfinished, file)
    finally:
        unfinished.unlink(missing_ok=True)


def put_in_place(unfinished: Path, file: Path) -> None:
    """Give a complete file its name, and see the name onto the disk."""
    unfinished.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def own_folder(folder: Path) -> None:
    """Make the folder where it is missing, for its owner alone."""
    folder.mkdir(parents=True, exist_ok=True, mode=OWN_FOLDER)


def own_file(file: Path) -> None:
    """Make an empty file where it is missing, and let its owner alone read it."""
    own_folder(file.parent)
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, OWN_FILE))
    for one in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        if one.exists() and one.stat().st_uid == os.geteuid():
            one.chmod(OWN_FILE)
