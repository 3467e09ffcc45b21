"""Reading a model's domain: as Rasa does, but with the parser written in C, and without checking again what was trained.

Rasa parses the file three times with one written in Python: more than a second of each start.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain

_MADE_UP_AT_LOADING = "${"
"""Names of environment variables, which Rasa's own reader replaces."""


class _Loader(yaml.CSafeLoader):
    """YAML 1.2, as Rasa writes it: only true and false are truth values, and 12:30 is no number."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$|^[-+]?[0-9]+[eE][-+]?[0-9]+$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def domain_in(folder: Path) -> Domain:
    """The domain that Rasa kept in the folder."""
    written = (folder / "domain.yml").read_text(encoding="utf-8")
    if written.isascii() or _MADE_UP_AT_LOADING in written:  # Rasa reads escapes in ASCII in a way of its own
        return Domain.from_path(folder)
    return Domain.from_dict(yaml.load(written, _Loader))


def _load(
    cls: type[DomainProvider],
    /,
    config: dict[str, Any],
    model_storage: ModelStorage,
    resource: Resource,
    execution_context: ExecutionContext,
    **_further: Any,
) -> DomainProvider:
    with model_storage.read_from(resource) as folder:
        return cls(model_storage, resource, domain_in(folder))


def read_quickly() -> None:
    """Let Rasa load domains so from now on."""
    DomainProvider.load = classmethod(_load)
