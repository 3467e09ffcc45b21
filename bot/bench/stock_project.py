"""The peer's project: the configuration that `rasa init` brings, on our domain, examples and rules; trained once."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

from bot.rasa.training import TrainingFailed
from bot.settings import ROOT

EPOCHS = 1  # enough for timing: an epoch more changes the weights, not the work of a turn
PACKAGES = ("rasa", "tensorflow-cpu")
CONFIG: dict[str, Any] = {
    "recipe": "default.v1",
    "assistant_id": "stock-peer",
    "language": "en",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": EPOCHS, "constrain_similarities": True},
        {"name": "EntitySynonymMapper"},
        {"name": "ResponseSelector", "epochs": EPOCHS, "constrain_similarities": True, "retrieval_intent": "faq"},
        {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
    ],
    "policies": [
        {"name": "MemoizationPolicy"},
        {"name": "RulePolicy"},
        {"name": "UnexpecTEDIntentPolicy", "max_history": 5, "epochs": EPOCHS},
        {"name": "TEDPolicy", "max_history": 5, "epochs": EPOCHS, "constrain_similarities": True},
    ],
}
DATA = ("domain", "nlu/examples", "nlu/rules")


def trained(folder: Path) -> Path:
    """The peer's model under `folder`, trained unless it is there for this very data. Raises `TrainingFailed`."""
    files = _files()
    model = folder / f"peer-{_fingerprint(files)}.tar.gz"
    if not model.exists():
        _train(folder, model)
    return model


def _files() -> list[Path]:
    return sorted(path for place in DATA for path in (ROOT / place).rglob("*.yml"))


def _fingerprint(files: list[Path]) -> str:
    digest = hashlib.sha256(yaml.safe_dump(CONFIG).encode())
    for name in PACKAGES:
        digest.update(f"{name}={version(name)}\n".encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _train(folder: Path, model: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    config, stories = folder / "config.yml", folder / "stories.yml"
    config.write_text(yaml.safe_dump(CONFIG, sort_keys=False), encoding="utf-8")
    stories.write_text(yaml.safe_dump(_stories(), sort_keys=False), encoding="utf-8")
    command = [
        sys.executable, "-m", "rasa", "train", "--config", str(config), "--domain", str(ROOT / "domain"),
        "--data", str(ROOT / "nlu" / "examples"), str(ROOT / "nlu" / "rules"), str(stories),
        "--skip-validation", "--out", str(folder), "--fixed-model-name", model.name.removesuffix(".tar.gz"),
    ]  # fmt: skip
    with (folder / "training.log").open("w", encoding="utf-8") as log:
        ended = subprocess.run(command, cwd=folder, env=environment_of(folder), stdout=log, stderr=log, check=False)
    if ended.returncode != 0 or not model.exists():
        raise TrainingFailed(f"the peer could not be trained: see {folder / 'training.log'}")
    for older in set(folder.glob("peer-*.tar.gz")) - {model}:  # each is some 350 MB
        older.unlink()


def _stories() -> dict[str, Any]:
    """Our rules told as stories: the policies of `rasa init` that learn, learn from stories only."""
    told = yaml.safe_load((ROOT / "nlu" / "rules" / "rules.yml").read_text(encoding="utf-8"))["rules"]
    stories = [{"story": rule["rule"], "steps": rule["steps"]} for rule in told if "condition" not in rule]
    return {"version": "3.1", "stories": stories}


def environment_of(home: Path) -> dict[str, str]:
    """The environment of a stock process: no telemetry, no cache, and a home of its own, since it writes to it."""
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}
    return {**os.environ, **quiet, "RASA_MAX_CACHE_SIZE": "0", "HOME": str(home)}
