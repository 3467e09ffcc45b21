"""The English wording of every response, by its name, as it stands in the Rasa domain's files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).resolve().parent
DOMAIN = next(place for place in (_HERE.parent / "domain", _HERE / "domain") if place.is_dir())
"""Beside the packages in a checkout, within this one in a wheel."""


@cache
def responses() -> dict[str, dict[str, Any]]:
    """Each response's first variant (`text`, and `metadata` where it has a plural) by its name."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(DOMAIN.glob("*.yml")):
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        found.update({name: variants[0] for name, variants in (content.get("responses") or {}).items()})
    return found


def text_of(name: str) -> str:
    """The English text of the response `name`; KeyError where there is none."""
    return str(responses()[name]["text"])
