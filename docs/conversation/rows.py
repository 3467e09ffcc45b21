"""Words in rows, as outlines, so that Hindi and Tamil look the same wherever the picture is opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.lettering import BOLD, REGULAR, Line, line_of
from bot.telegram.writing.markup import Marked

FINENESS = 10
"""Outlines are whole numbers of so many parts of a unit: shorter to write, and finer than a screen shows."""
_STEP = re.compile(r"([MLQCZ])([^MLQCZ]*)")


@dataclass(frozen=True)
class Row:
    """One line of words, each with the place where it begins."""

    words: tuple[tuple[float, Line], ...]
    width: float


def rows_in(words: Marked, size: float, width: float) -> list[Row]:
    """Words in lines of at most `width`, those with a mark in bold; an empty line stays one."""
    rows, begins = [], 0
    for paragraph in words.text.split("\n"):
        ends = begins + len(paragraph)
        rows += _broken(list(_words(words.part(begins, ends), size)), line_of(" ", size).width, width)
        begins = ends + 1
    return rows


def _words(paragraph: Marked, size: float) -> Iterator[Line]:
    """Each word of one paragraph; a word that is bold in part is bold."""
    for word in re.finditer(r"\S+", paragraph.text):
        bold = any(mark.start < word.end() and word.start() < mark.end for mark in paragraph.marks)
        yield line_of(word[0], size, BOLD if bold else REGULAR)


def _broken(words: list[Line], space: float, width: float) -> list[Row]:
    """Words in lines as full as `width` allows."""
    rows = [Row((), -space)]
    for word in words:
        if rows[-1].words and rows[-1].width + space + word.width > width:
            rows.append(Row((), -space))
        begins = rows[-1].width + space
        rows[-1] = Row((*rows[-1].words, (begins, word)), begins + word.width)
    return rows


def path_of(word: Line) -> str:
    """Its outlines as short as they can be written: whole numbers, each point from where the last one was."""
    steps: list[str] = []
    here = start = (0, 0)
    for command, numbers in _STEP.findall(word.path):
        points = _points(numbers)
        steps.append(command.lower() + _listed((x - here[0], y - here[1]) for x, y in points))
        start = points[-1] if command == "M" else start
        here = points[-1] if points else start
    return "".join(steps)


def _points(numbers: str) -> list[tuple[int, int]]:
    parts = [round(float(number) * FINENESS) for number in numbers.split()]
    return list(zip(parts[::2], parts[1::2], strict=True))


def _listed(points: Iterable[tuple[int, int]]) -> str:
    """Numbers with a space between only where no minus sign tells them apart."""
    return " ".join(f"{x} {y}" for x, y in points).replace(" -", "-")
