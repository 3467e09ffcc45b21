"""What a trained part depends on besides its configuration and Rasa's training data, so that Rasa trains it again in time."""

from __future__ import annotations

import hashlib
from pathlib import Path

from nlu import encoder

_HOME = Path(__file__).parent.parent
_SUFFIXES = {".py", ".txt", ".yml", ".tsv"}


def fingerprint(examples: Path) -> str:
    """A hash of this package's code and lists, the example folders, and whether the sentence encoder is there."""
    found = hashlib.sha256(str(encoder.engine() is not None).encode())
    for path in sorted({*_HOME.rglob("*"), *examples.rglob("*")}):
        if path.suffix in _SUFFIXES:
            found.update(path.name.encode())
            found.update(path.read_bytes())
    return found.hexdigest()
