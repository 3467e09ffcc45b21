"""Environments of their own, made by uv from the lock and its cache, and conversations in them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.settings import ROOT


def uv() -> str:
    """The `uv` that installs this project; skips where there is none."""
    found = shutil.which("uv") or shutil.which("uv", path=ROOT / ".venv-uv" / "bin")
    if found is None:
        pytest.skip("uv is not at hand: `make install` fetches it")
    return found


def run_uv(*arguments: str, environment: Path) -> None:
    """Run uv for the virtual environment at `environment`; skips where a package is not cached and cannot be fetched."""
    settings = os.environ | {
        "UV_PROJECT_ENVIRONMENT": str(environment), "VIRTUAL_ENV": str(environment), "UV_HTTP_RETRIES": "0",
    }  # fmt: skip
    done = subprocess.run(
        [uv(), *arguments], cwd=ROOT, env=settings, capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode and any(said in done.stderr for said in ("error sending request", "dns error", "connect error")):
        pytest.skip(f"the package index cannot be reached: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, done.stderr


def synced(environment: Path, *options: str) -> Path:
    """The folder of commands of an environment with the product alone, as people install it."""
    run_uv("sync", "--locked", "--no-dev", *options, environment=environment)
    return environment / "bin"


def conversation_in(mitra: Path, folder: Path, scratch: Path, said: Sequence[str]) -> list[str]:
    """What `mitra chat --json` answers to the lines, run in `folder` with its database in `scratch`."""
    settings = {"MITRA_DATABASE_URL": f"sqlite:///{scratch / 'chat.sqlite3'}", "HOME": str(scratch)}
    done = subprocess.run(
        [mitra, "chat", "--json"], input="\n".join(said) + "\n", cwd=folder, env=os.environ | settings,
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == len(said), done.stderr
    return lines
