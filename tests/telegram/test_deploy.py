"""What is given for running the bot fits what the bot is."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.settings import ROOT, Settings

DEPLOY = ROOT / "deploy"


def test_the_unit_starts_commands_that_exist_and_waits_for_a_graceful_stop() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / "mitra.service")
    assert unit["Service"]["ExecStart"].endswith("/mitra serve")
    assert int(unit["Service"]["TimeoutStopSec"]) > 2 * 20


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze, of Debian's systemd")
@pytest.mark.parametrize("name", ["mitra.service", "mitra-backup.service", "mitra-backup.timer"])
def test_systemd_finds_no_fault_with_the_units(name: str, tmp_path: Path) -> None:
    here = str(Path(sys.executable).parent)
    for unit in DEPLOY.glob("mitra*.*"):
        text = unit.read_text(encoding="utf-8").replace("/opt/msme-mitra/.venv/bin", here)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / name)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_compose_names_settings_that_exist_and_holds_no_secret() -> None:
    text = (DEPLOY / "compose.yml").read_text(encoding="utf-8")
    compose = yaml.safe_load(text)
    named = set(re.findall(r"MITRA_[A-Z_]+", text + (DEPLOY / "Dockerfile").read_text(encoding="utf-8")))
    assert {name.removeprefix("MITRA_").lower() for name in named} <= set(Settings.model_fields)
    assert compose["services"]["bot"]["environment"]["MITRA_TELEGRAM_TOKEN"].startswith("${")


def test_the_guide_names_every_setting_of_this_doorway() -> None:
    guide = (ROOT / "docs" / "telegram.md").read_text(encoding="utf-8")
    ours = [name for name in Settings.model_fields if name.startswith(("telegram_", "webhook_", "health_"))]
    assert [name for name in ours if f"`MITRA_{name.upper()}`" not in guide] == []
