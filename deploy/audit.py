"""Known vulnerabilities in what `uv.lock` names: `make audit`. Asks PyPI's advisories through pip-audit.

What is known and cannot be reached here stands in deploy/advisories.toml with the reason. An advisory older than that list
and not on it fails; a newer one warns, for nobody could have reviewed it yet. Where the service does not answer, the audit is
skipped and says so.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "deploy" / "advisories.toml"
TOOL = "pip-audit==2.9.0"
KNOWN_BAD = "jinja2==2.11.2"
"""An old release with advisories: where none is found for it, the service does not answer."""
_YEAR = re.compile(r"(?:PYSEC|CVE)-(\d{4})-")

Advisory = tuple[str, str, tuple[str, ...]]
"""Package, id, aliases."""


def advisories_in(report: Mapping[str, Any]) -> list[Advisory]:
    """What pip-audit found."""
    return [
        (one["name"], vuln["id"], tuple(vuln.get("aliases") or ()))
        for one in report["dependencies"]
        for vuln in one.get("vulns") or ()
    ]


def judged(found: Iterable[Advisory], listed: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """What fails, and what only warns: one line each."""
    reviewed: date = listed["reviewed"]
    known = {one["id"] for one in listed.get("advisory", ())}
    fails, warns = [], []
    for package, number, aliases in found:
        if known & {number, *aliases}:
            continue
        year = next((int(match[1]) for name in (number, *aliases) if (match := _YEAR.match(name))), reviewed.year)
        (fails if year < reviewed.year else warns).append(f"{package}: {number} {' '.join(aliases)}".strip())
    return fails, warns


def _audited(uv: str, requirements: Path) -> dict[str, Any] | None:
    """The report, None where the service did not answer."""
    command = [uv, "tool", "run", "--quiet", TOOL, "--no-deps", "--disable-pip", "-f", "json", "-r", str(requirements)]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        report: dict[str, Any] = json.loads(ended.stdout)
    except (ValueError, OSError, subprocess.TimeoutExpired):
        return None
    return report


def main(uv: str) -> int:
    with tempfile.TemporaryDirectory(prefix="mitra-audit-") as folder:
        requirements = Path(folder) / "requirements.txt"
        export = [
            uv,
            "export",
            "--locked",
            "--no-dev",
            "--no-hashes",
            "--no-emit-project",
            "--quiet",
            "-o",
            str(requirements),
        ]
        subprocess.run(export, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        bad = Path(folder) / "known.txt"
        bad.write_text(f"{KNOWN_BAD}\n", encoding="utf-8")
        answers = _audited(uv, bad)
        report = _audited(uv, requirements) if answers and advisories_in(answers) else None
    if report is None:
        print("audit skipped: the advisory service does not answer here")
        return 0
    fails, warns = judged(advisories_in(report), tomllib.loads(LIST.read_text(encoding="utf-8")))
    print(
        *(f"warning, newer than the list: {line}" for line in warns),
        *(f"not reviewed: {line}" for line in fails),
        sep="\n",
    )
    return 1 if fails else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
