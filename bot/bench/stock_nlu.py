"""The peer of `mitra bench nlu`: stock Rasa's default pipeline, trained and scored on the same rows."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from bot.bench import stock_project
from bot.rasa.quiet import prepare
from bot.rasa.training import told_to
from nlu.lessons import OUT_OF_SCOPE

EPOCHS = 100  # what `rasa init` writes into its configuration
SLASH = "__"  # a slash would make a retrieval intent of it

Pair = tuple[str, str]


def train_and_score(train: Sequence[Pair], test: Sequence[Pair], folder: Path) -> dict[str, float]:
    """The peer's figures by the names of ours. `train` and `test` are (text, intent) pairs.

    Training takes minutes, an hour for ten thousand rows; the model stays in `folder` for the next run on the same rows.
    """
    prepare()
    folder.mkdir(parents=True, exist_ok=True)
    config = yaml.safe_dump({**stock_project.CONFIG, "pipeline": _pipeline(), "policies": None})
    data = yaml.safe_dump({"version": "3.1", "nlu": _lessons(train)}, allow_unicode=True)
    name = f"stock-nlu-{_fingerprint(config, data)}"
    model, took = folder / f"{name}.tar.gz", folder / f"{name}.seconds"
    if not took.exists():  # written last: a training that was broken off left none
        began = time.perf_counter()
        _train(config, data, folder, name)
        took.write_text(f"{time.perf_counter() - began:.1f}", encoding="utf-8")
    return {**_scored(str(model), test), "train_seconds": float(took.read_text(encoding="utf-8"))}


def _fingerprint(*texts: str) -> str:
    packages = [f"{name}={version(name)}" for name in stock_project.PACKAGES]
    return hashlib.sha256("\n".join([*packages, *texts]).encode()).hexdigest()[:16]


def _train(config: str, data: str, folder: Path, name: str) -> None:
    from rasa.model_training import train_nlu

    files = folder / f"{name}-config.yml", folder / f"{name}-data.yml"
    for path, text in zip(files, (config, data), strict=True):
        path.write_text(text, encoding="utf-8")
    with told_to(folder / f"{name}.log"):
        path_of_model = train_nlu(str(files[0]), str(files[1]), str(folder), fixed_model_name=name)
    if path_of_model is None:
        raise RuntimeError(f"stock Rasa did not train: see {folder / name}.log")


def _pipeline() -> list[dict[str, Any]]:
    parts = [part for part in stock_project.CONFIG["pipeline"] if part["name"] != "ResponseSelector"]
    return [{**part, "epochs": EPOCHS} if "epochs" in part else part for part in parts]


def _lessons(pairs: Sequence[Pair]) -> list[dict[str, str]]:
    by_intent: dict[str, list[str]] = {}
    for text, intent in pairs:
        by_intent.setdefault(intent.replace("/", SLASH), []).append(" ".join(text.split()))
    return [{"intent": name, "examples": "".join(f"- {text}\n" for text in texts)} for name, texts in by_intent.items()]


def _scored(model: str, test: Sequence[Pair]) -> dict[str, float]:
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import UserMessage
    from rasa.shared.core.trackers import DialogueStateTracker
    from sklearn.metrics import matthews_corrcoef

    processor = Agent.load(model).processor
    tracker = DialogueStateTracker.from_events("bench", [])
    best, decided, milliseconds = [], [], []
    for text, _intent in test:
        began = time.perf_counter()
        parsed = processor._parse_message_with_graph(UserMessage(text), tracker)
        milliseconds.append(1000 * (time.perf_counter() - began))
        ranking = [one["name"].replace(SLASH, "/") for one in parsed["intent_ranking"] if one["name"] != "nlu_fallback"]
        best.append(next((name for name in ranking if name != OUT_OF_SCOPE), OUT_OF_SCOPE))
        fell_back = parsed["intent"]["name"] in ("nlu_fallback", None)
        decided.append(OUT_OF_SCOPE if fell_back else next(iter(ranking), OUT_OF_SCOPE))
    wanted = [intent for _text, intent in test]
    inside = [index for index, intent in enumerate(wanted) if intent != OUT_OF_SCOPE]
    outside = [index for index, intent in enumerate(wanted) if intent == OUT_OF_SCOPE]
    figures = {
        "accuracy": _share(best[index] == wanted[index] for index in inside),
        "mcc": float(matthews_corrcoef(wanted, decided)),
        "median_parse_ms": median(milliseconds),
    }
    if outside:
        figures["out_of_scope_recall"] = _share(decided[index] == OUT_OF_SCOPE for index in outside)
    return figures


def _share(flags: Any) -> float:
    held = list(flags)
    return float(sum(held) / len(held))
