"""Words as they are drawn: shaped by HarfBuzz, so that signs stand and letters join as readers of the script expect.

Outlines instead of text, because whoever opens or prints the drawing may have no font for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import fontpkg
import regex
import uharfbuzz

FAMILIES = ("Noto Sans Devanagari", "Noto Sans Tamil")
"""Both hold Latin letters too; which one a letter is taken from, the letters before it decide."""
REGULAR, BOLD = 400, 700
EVENNESS = 20
"""In how many steps a narrower page is tried, for lines of about the same length."""
_GRAPHEME = regex.compile(r"\X")


@dataclass(frozen=True)
class Line:
    """One line: its outlines as SVG path data, from (0, 0) on the baseline to the right, and how wide it is."""

    path: str
    width: float


@dataclass
class _Pen:
    """Traces outlines, moved to `x` and `y` and turned upside down, as drawings count downwards."""

    scale: float
    x: float = 0.0
    y: float = 0.0
    path: list[str] = field(default_factory=list)

    def moveTo(self, point: tuple[float, float]) -> None:
        self._trace("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._trace("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        self._trace("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._trace("C", *points)

    def closePath(self) -> None:
        self.path.append("Z")

    def _trace(self, command: str, *points: tuple[float, float]) -> None:
        placed = (f"{(self.x + x) * self.scale:.2f} {-(self.y + y) * self.scale:.2f}" for x, y in points)
        self.path.append(command + " ".join(placed))


def line_of(text: str, size: float, weight: int = REGULAR) -> Line:
    """`text` in one line, `size` to the em."""
    paths: list[str] = []
    x = 0.0
    for family, run in _runs(text):
        font = _font(family, weight)
        pen = _Pen(size / font.face.upem, x * font.face.upem / size)
        _shape(font, run, pen)
        x = pen.x * pen.scale
        paths += pen.path
    return Line("".join(paths), x)


@lru_cache(maxsize=4096)
def width_of(text: str) -> float:
    """How wide `text` is, in ems; what no font of ours has, such as a smiley, is one em wide."""
    return sum(_advance(family, run) for family, run in _runs(text))


def _advance(family: str, run: str) -> float:
    unknown = [letter for letter in _GRAPHEME.findall(run) if not any(_holds(one, letter) for one in FAMILIES)]
    known = "".join(letter for letter in _GRAPHEME.findall(run) if letter not in unknown)
    font = _font(family, REGULAR)
    _glyphs, positions = _shaped(font, known)
    return len(unknown) + float(sum(position.x_advance for position in positions)) / float(font.face.upem)


def lines_of(text: str, size: float, width: float, weight: int = REGULAR) -> list[Line]:
    """`text` broken between words into lines of at most `width`, and of about the same length; a word that is wider has
    a line of its own."""
    words = text.split()
    widths = [line_of(word, size, weight).width for word in words]
    space = line_of(" ", size, weight).width
    filled = _filled(widths, space, width)
    tried = (_filled(widths, space, width * part / EVENNESS) for part in range(EVENNESS // 2, EVENNESS))
    broken = next(
        (lines for lines in tried if len(lines) == len(filled) and _widest(lines, widths, space) <= width), filled
    )
    return [line_of(" ".join(words[index] for index in line), size, weight) for line in broken]


def _filled(widths: list[float], space: float, width: float) -> list[list[int]]:
    """The words' numbers, line by line, each line as full as `width` allows."""
    lines: list[list[int]] = []
    left = -1.0
    for number, wide in enumerate(widths):
        if lines and wide + space <= left:
            lines[-1].append(number)
            left -= wide + space
        else:
            lines.append([number])
            left = width - wide
    return lines


def _widest(lines: list[list[int]], widths: list[float], space: float) -> float:
    return max((sum(widths[number] + space for number in line) - space for line in lines), default=0.0)


def _shape(font: uharfbuzz.Font, run: str, pen: _Pen) -> None:
    for glyph, position in zip(*_shaped(font, run), strict=True):
        pen.x, pen.y = pen.x + position.x_offset, float(position.y_offset)
        font.draw_glyph_with_pen(glyph.codepoint, pen)
        pen.x += position.x_advance - position.x_offset


def _shaped(font: uharfbuzz.Font, run: str) -> tuple[list[Any], list[Any]]:
    """The glyphs of one run, and where they stand; both empty for nothing."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return buffer.glyph_infos or [], buffer.glyph_positions or []


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """`text` in pieces of one font each, whole graphemes."""
    family, run = _first_for(text), ""
    for letter in _GRAPHEME.findall(text):
        if not _holds(family, letter):
            other = next((one for one in FAMILIES if _holds(one, letter)), family)
            if other != family and run:
                yield family, run
                run = ""
            family = other
        run += letter
    if run:
        yield family, run


def _first_for(text: str) -> str:
    """The font that holds most of `text`, so that Latin words among Tamil ones are of the same make."""
    return max(FAMILIES, key=lambda family: sum(_holds(family, letter) for letter in text))


def _holds(family: str, letters: str) -> bool:
    return all(_font(family, REGULAR).get_nominal_glyph(ord(letter)) is not None for letter in letters)


@cache
def _font(family: str, weight: int) -> uharfbuzz.Font:
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(fontpkg.path(family)))))
    font.set_variations({"wght": weight})
    return font
