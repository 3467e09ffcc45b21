"""An advisory that nobody reviewed fails when it is older than the list, and warns when it is newer."""

from __future__ import annotations

import importlib.util
import tomllib
from datetime import date
from typing import Any

from bot.settings import ROOT


def _audit() -> Any:
    spec = importlib.util.spec_from_file_location("audit", ROOT / "deploy" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_listed_passes_what_is_older_fails_and_what_is_newer_warns() -> None:
    report = {"dependencies": [
        {"name": "a", "vulns": [{"id": "PYSEC-2024-1", "aliases": ["CVE-2024-9"]}]},
        {"name": "b", "vulns": [{"id": "PYSEC-2024-2"}, {"id": "GHSA-x", "aliases": ["CVE-2027-1"]}]},
        {"name": "c", "skip_reason": "x"},
    ]}  # fmt: skip
    audit = _audit()
    listed = {"reviewed": date(2026, 12, 1), "advisory": [{"id": "CVE-2024-9"}]}
    assert audit.judged(audit.advisories_in(report), listed) == (["b: PYSEC-2024-2"], ["b: GHSA-x CVE-2027-1"])


def test_each_exception_says_why_it_cannot_be_reached() -> None:
    listed = tomllib.loads((ROOT / "deploy" / "advisories.toml").read_text(encoding="utf-8"))
    assert isinstance(listed["reviewed"], date)
    assert all(one["id"] and one["package"] and len(one["why"]) > 20 for one in listed.get("advisory", ()))
