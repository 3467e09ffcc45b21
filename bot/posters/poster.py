"""The poster of a workshop: what, when, where, and the QR code that opens it in the chat. A4 upright, to print."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

import resvg_py
import segno

from bot.lettering import BOLD, REGULAR, Line, line_of, lines_of

WIDTH, HEIGHT, MARGIN = 1240, 1754, 110
"""A4 at 150 dots an inch."""
QR_LEAST, QR_MOST = 400, 700
TEXT_SIZES = (44, 38, 32, 26)
TITLE_SIZES = (96, 84, 72, 60, 50)
MOST_TITLE_LINES = 3
LEADING = 1.45
"""From baseline to baseline, in ems: signs of Devanagari and Tamil reach high and low."""
INK, ACCENT, PAPER = "#1b1b1b", "#7a1f3d", "#ffffff"


@dataclass(frozen=True)
class Words:
    """What a poster says: who invites, the title, lines about when and where, what to do with the code, its link."""

    name: str
    title: str
    lines: tuple[str, ...]
    invitation: str
    link: str


@dataclass
class _Page:
    """A page that is filled from above."""

    y: float = MARGIN
    drawn: list[str] = field(default_factory=list)

    def write(self, lines: list[Line], size: float, colour: str = INK) -> None:
        """Lines below each other, each in the middle."""
        for line in lines:
            self.y += size * LEADING
            place = f"translate({(WIDTH - line.width) / 2:.1f} {self.y:.1f})"
            self.drawn.append(f'<path transform="{place}" fill="{colour}" d="{line.path}"/>')

    def leave(self, space: float) -> None:
        self.y += space


def drawing(words: Words) -> str:
    """The poster as SVG, all text as outlines, with the words as its title for who cannot see it."""
    pages = (_filled(words, size) for size in TEXT_SIZES)
    page = next((page for page in pages if page.y <= HEIGHT - MARGIN / 2), None) or _filled(words, TEXT_SIZES[-1])
    return _page_of(page, ", ".join((words.name, words.title, *words.lines)), words.link)


def _filled(words: Words, size: int) -> _Page:
    """A page with everything on it, its plain text of `size`."""
    inner = WIDTH - 2 * MARGIN
    page = _Page()
    page.write([line_of(words.name, 46, BOLD)], 46, ACCENT)
    page.leave(20)
    page.write(*_title(words.title, inner))
    page.leave(34)
    for line in words.lines:
        page.write(lines_of(line, size, inner), size)
        page.leave(10)
    _code(page, words.link)
    page.write(lines_of(words.invitation, size, inner, BOLD), size, ACCENT)
    page.leave(16)
    page.write(_fitting(words.link.removeprefix("https://"), 32, inner), 32)
    return page


def picture(svg: str, *, dots: int = 300) -> bytes:
    """A drawing as PNG, with so many dots an inch."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, dpi=float(dots), skip_system_fonts=True))


def _title(title: str, width: float) -> tuple[list[Line], float]:
    """The title as large as a few lines allow."""
    for size in TITLE_SIZES:
        lines = lines_of(title, size, width, BOLD)
        if len(lines) <= MOST_TITLE_LINES and all(line.width <= width for line in lines):
            break
    return lines, size


def _fitting(text: str, size: float, width: float) -> list[Line]:
    """One line, smaller where it would be too wide."""
    line = line_of(text, size, REGULAR)
    return [line if line.width <= width else line_of(text, size * width / line.width, REGULAR)]


def _code(page: _Page, link: str) -> None:
    """The QR code, in what is left of the page above the last lines; a quarter of it may be damaged."""
    code = segno.make_qr(link, error="q")
    rows = [list(row) for row in code.matrix_iter(border=0)]
    size = max(QR_LEAST, min(QR_MOST, HEIGHT - MARGIN - page.y - 300))
    module = size / len(rows)
    page.leave(60)
    place = f"translate({(WIDTH - size) / 2:.1f} {page.y:.1f}) scale({module:.4f})"
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    page.drawn.append(f'<path transform="{place}" fill="#000000" shape-rendering="crispEdges" d="{squares}"/>')
    page.leave(size + 10)


def _page_of(page: _Page, title: str, link: str) -> str:
    size = f'width="210mm" height="297mm" viewBox="0 0 {WIDTH} {HEIGHT}"'
    paper = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}><title>{escape(title)}</title>'
        f"<desc>{escape(link)}</desc>{paper}" + "".join(page.drawn) + "</svg>\n"
    )
