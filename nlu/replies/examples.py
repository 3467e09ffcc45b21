"""The examples of replies: a table a subject below a folder a register, columns asked, act, detail, shown, text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nlu.registers import FOLDERS

EXAMPLES = Path(__file__).parent / "examples"
_BETWEEN_LABELS = " | "
_COLUMNS = 5


class BadExample(ValueError):
    """A line that is no example; the message names file, line and fault."""


class Example(NamedTuple):
    """One reply to one kind of question. `span` is where its value stands in `text`, where the example marks it."""

    asked: str
    act: str
    detail: str
    shown: tuple[str, ...]
    text: str
    register: str
    span: tuple[int, int] | None = None


def examples(folder: Path = EXAMPLES) -> Iterator[Example]:
    """Every example below the folder, once for each kind of question that it answers. Raises `BadExample`."""
    for name, register in FOLDERS.items():
        for path in sorted((folder / name).glob("*.tsv")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                yield from _read(line, register, f"{path.name}:{number}")


def _read(line: str, register: str, place: str) -> Iterator[Example]:
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        raise BadExample(f"{place}: {len(columns)} columns instead of {_COLUMNS}")
    asked, act, detail, shown, marked = columns
    text, span = _without_marks(marked)
    labels = tuple(shown.split(_BETWEEN_LABELS)) if shown else ()
    for kind in asked.split(","):
        yield Example(kind, act, detail, labels, text, register, span)


def _without_marks(marked: str) -> tuple[str, tuple[int, int] | None]:
    """`mera naam [Harish] hai` as the text and the place of the value in it."""
    before, opens, rest = marked.partition("[")
    value, closes, after = rest.partition("]")
    if not (opens and closes):
        return marked, None
    return before + value + after, (len(before), len(before) + len(value))
