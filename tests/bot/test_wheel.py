"""The wheel: everything that the assistant needs is in it, so that it talks where there is no checkout."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.bot.environments import conversation_in, run_uv, synced

NEEDED = ("bot/config.yml", "locales/domain/talking.yml", "nlu/examples.vectors", "nlu/glossary.txt", "nlu/rules/rules.yml",
          "locales/hi/LC_MESSAGES/mitra.po", "programme/migrations/env.py")  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run_uv("build", "--wheel", "--quiet", "--out-dir", str(folder), environment=folder / "venv")
    return next(folder.glob("*.whl"))


def test_the_wheel_has_what_is_read_while_running(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in NEEDED if name not in names]
    assert not [name for name in names if name.startswith(("tests/", "var/"))]


@pytest.mark.model
def test_an_installed_wheel_talks_away_from_the_checkout(
    wheel: Path, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment, empty = tmp_path / "venv", tmp_path / "empty"
    empty.mkdir()
    synced(environment, "--no-install-project")
    run_uv("pip", "install", "--quiet", "--no-deps", str(wheel), environment=environment)
    monkeypatch.setenv("MITRA_MODELS", str(model.parent))  # of the same inputs, so it need not be trained again
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    said = ["hello", "udyam registration free ah?"]
    lines = conversation_in(environment / "bin" / "mitra", empty, tmp_path, said)
    assert [json.loads(line)["intent"] for line in lines] == ["greet", "faq/udyam_cost"]
    assert not list(empty.iterdir()), "something was written where one happened to be"
