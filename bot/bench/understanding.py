"""`mitra bench nlu`: the product's pipeline trained on any rows and scored on others, beside stock Rasa's default."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.bench import drawing, stock_nlu
from bot.bench.figures import Figure
from bot.failed import Failed
from bot.rasa.absent import NotInstalled
from bot.settings import ROOT, VAR
from nlu import bench
from nlu.bench import NO_INTENT, Row, Score, train_and_score
from nlu.lessons import OUT_OF_SCOPE
from nlu.registers import FOLDERS
from nlu.replies import bench as replies
from nlu.replies.examples import examples
from nlu.replies.reader import ReplyReader

FOLDER = VAR / "bench"
WHERE_SETS_ARE = (
    "no public sets given (--sets): HINT3 v1 is public at github.com/hellohaptik/HINT3 (ODbL), Code-Mixed-Dialog at "
    "github.com/sumanbanerjee1/Code-Mixed-Dialog; one JSON object a line with text, intent, lang"
)
UNITS = {"median_parse_ms": "ms", "median_sure_ms": "ms", "median_second_opinion_ms": "ms", "train_seconds": "s"}

Tell = Callable[[str], None]


@dataclass(frozen=True)
class TestSet:
    """Rows to train on and rows to score."""

    name: str
    train: Sequence[Row]
    test: Sequence[Row]


def of_files(train: Path, test: Path) -> list[TestSet]:
    """One set from two JSON-lines files of `text`, `intent`. Raises `Failed`."""
    return [TestSet("", _rows(train), _rows(test))]


def in_folder(folder: Path | None) -> list[TestSet]:
    """The public sets in `folder`, then our own. Raises `Failed` when the folder has none."""
    public = list(_public(folder)) if folder is not None else []
    if folder is not None and not public:
        raise Failed(f"{folder}: {WHERE_SETS_ARE}")
    return [*public, own_set()]


def _public(folder: Path) -> Iterator[TestSet]:
    for train in sorted(folder.rglob("*_train.jsonl")):
        stem = train.name.removesuffix("_train.jsonl")
        for kind in ("test", "dev"):
            test = train.with_name(f"{stem}_{kind}.jsonl")
            if test.exists():
                # rows of a dialogue set that also stand in its training part say nothing of understanding
                yield TestSet(stem, _rows(train), [row for row in _rows(test) if not row.get("seen_in_train")])


def own_set() -> TestSet:
    """Our examples, and the utterances written apart from them."""
    return TestSet("own", _examples(ROOT / "nlu" / "examples"), _examples(ROOT / "tests" / "nlu" / "unseen"))


def _examples(folder: Path) -> list[Row]:
    rows: list[Row] = []
    for path in sorted(folder.rglob("*.yml")):
        register = FOLDERS[path.stem if path.stem in FOLDERS else path.parent.name]
        for intent in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = intent["examples"].splitlines()
            rows += [{"text": line[2:].strip(), "intent": intent["intent"], "lang": register} for line in lines if line]
    return rows


def _rows(path: Path) -> list[Row]:
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise Failed(f"{path} cannot be read as JSON lines: {error}") from error
    wrong = next((number for number, row in enumerate(rows, start=1) if not {"text", "intent"} <= set(row)), None)
    if wrong is not None or not rows:
        raise Failed(f"{path} line {wrong or 1}: an object with text and intent is wanted")
    return rows


def measure(sets: Sequence[TestSet], *, peer: bool, tell: Tell) -> list[Figure]:
    """Score every set; minutes for each with the peer. Draws a confusion matrix and a reliability curve of each."""
    figures: list[Figure] = []
    for one in sets:
        tell(f"{one.name or 'the set'}: training on {len(one.train)} rows")
        score = train_and_score(one.train, one.test, FOLDER / "embeddings.sqlite")
        try:
            drawing.draw(score, FOLDER, one.name or "set")
        except NotInstalled as problem:  # figures are worth having without pictures
            tell(f"no pictures: {problem}")
        beside = _peer(one, tell) if peer else {}
        prefix = f"{one.name}." if one.name else ""
        figures += [
            Figure(prefix + name, value, UNITS.get(name, "share"), beside.get(name))
            for name, value in _of(one, score).items()
        ]
    return figures


def of_replies(tell: Tell) -> list[Figure]:
    """How replies to standing questions are read, of rows written apart from the examples."""
    tell("replies: training on the examples of replies")
    reader = ReplyReader.trained(list(examples()), FOLDER / "embeddings.sqlite")
    read = replies.read_all(reader, ROOT / "tests" / "nlu" / "replies")
    units = {"answers.no_as_yes": "rows"}
    return [Figure(name, value, units.get(name, "share")) for name, value in replies.figures(read).items()]


def _of(one: TestSet, score: Score) -> dict[str, float]:
    found = score.figures()
    if one.name == "own":
        pairs = [[(str(row["text"]), str(row["lang"])) for row in rows] for rows in (one.train, one.test)]
        found["registers"] = bench.score_registers(pairs[0], pairs[1])
    return found


def _peer(one: TestSet, tell: Tell) -> dict[str, float]:
    tell(f"{one.name or 'the set'}: training stock Rasa's default pipeline (minutes)")
    scored: dict[str, Any] = stock_nlu.train_and_score(_for_peer(one.train), _for_peer(one.test), FOLDER)
    return scored


def _for_peer(rows: Sequence[Row]) -> list[tuple[str, str]]:
    return [(str(row["text"]), OUT_OF_SCOPE if row["intent"] == NO_INTENT else str(row["intent"])) for row in rows]
