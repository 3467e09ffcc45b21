"""Parts trained before, taken again where everything that they learn from is as it was.

Rasa trains every part anew when any example changes; the examples of intents and those of replies teach different parts.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from rasa.engine.caching import LocalTrainingCache

from nlu import encoder

_HOME = Path(__file__).parent.parent
_PACKAGES = ("numpy", "scipy", "scikit-learn")


def trained_or_reused(name: str, taught: object, folder: Path, train: Callable[[Path], None]) -> None:
    """Fill `folder` by `train`, or with what that wrote when it was taught the same (anything that JSON can tell)."""
    parts = Path(LocalTrainingCache._get_cache_location()).parent / "parts"
    place = parts / f"{name}-{_fingerprint(taught)}"
    if not place.is_dir():
        parts.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=parts) as scratch:
            train(Path(scratch))
            _forget(parts, name)
            shutil.copytree(scratch, place)
    shutil.copytree(place, folder, dirs_exist_ok=True)


def _forget(parts: Path, name: str) -> None:
    for older in parts.glob(f"{name}-*"):
        shutil.rmtree(older, ignore_errors=True)


def _fingerprint(taught: object) -> str:
    """Of what is taught, the code and the word lists, the versions of what trains, and whether there is an encoder."""
    facts = [taught, encoder.engine() is not None, [version(package) for package in _PACKAGES]]
    found = hashlib.sha256(json.dumps(facts).encode())
    for path in sorted([*_HOME.rglob("*.py"), *_HOME.glob("*.txt")]):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
