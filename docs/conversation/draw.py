"""Draws docs/conversation.svg from said.yml: two phones with what was said. `uv run python docs/conversation/draw.py`"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import regex
import yaml
from rows import FINENESS, Row, path_of, rows_in

from bot.said import Button
from bot.telegram.writing.keyboards import rows_of
from bot.telegram.writing.markup import Marked, read_html

FOLDER = Path(__file__).parent
DATA, PICTURE = FOLDER / "said.yml", FOLDER.parent / "conversation.svg"

WIDTH, PHONE, MARGIN, TOP, FOOT = 1000, 452, 32, 74, 78
CORNER, HEAD = 30, 58
"""How round a phone's corners are, and how high the bar with the name is."""
BUBBLE, PADDING, ROUND = 402, 14, 14
"""How wide a message may be, the space around its words, and how round its corners are."""
SIZE, SMALL, LARGE = 16, 13.5, 20
LEADING = 1.5
"""From baseline to baseline, in ems: signs of Devanagari and Tamil reach high and low."""
DESK, GLASS, EDGE, BAR = "#e4ded4", "#f6f3ee", "#c9c1b4", "#ffffff"
HEARD, SAID, KEY, PRESSED = "#ffffff", "#7a1f3d", "#efe4e4", "#d9b3bd"
INK, FAINT, PALE, ACCENT = "#1b1b1b", "#6d655b", "#ffffff", "#7a1f3d"


@dataclass
class Screen:
    """A phone that is filled from above; `x` is its left edge, `y` where the next thing begins."""

    x: float
    y: float
    outlines: dict[str, str]
    """The name of every outline drawn so far: what is said twice is written once."""
    drawn: list[str] = field(default_factory=list)

    def box(
        self, x: float, width: float, height: float, colour: str, *, edge: str = "none", rounded: float = ROUND
    ) -> None:
        self.drawn.append(_box(x, self.y, width, height, colour, edge, rounded))

    def write(self, row: Row, x: float, y: float, colour: str) -> None:
        names = [(begins, self._name(path_of(word))) for begins, word in row.words]
        words = "".join(f'<use href="#{name}" x="{round(begins * FINENESS)}"/>' for begins, name in names)
        place = f"translate({x:.1f} {y:.1f})scale({1 / FINENESS})"
        self.drawn.append(f'<g transform="{place}" fill="{colour}">{words}</g>')

    def _name(self, path: str) -> str:
        return self.outlines.setdefault(path, f"w{len(self.outlines)}")


def drawing(conversations: list[dict[str, Any]]) -> str:
    """The picture of some conversations, side by side."""
    outlines: dict[str, str] = {}
    step = WIDTH - 2 * MARGIN - PHONE
    screens = [_screen(one, MARGIN + number * step, outlines) for number, one in enumerate(conversations)]
    bottom = max(screen.y for screen in screens) + FOOT
    phones = [_phone(screen, one, bottom) for screen, one in zip(screens, conversations, strict=True)]
    body = "".join(phone + "".join(screen.drawn) for phone, screen in zip(phones, screens, strict=True))
    title = "; ".join(one["title"] for one in conversations)
    return _sheet(bottom + MARGIN, title, outlines) + body + "</svg>\n"


def _sheet(height: float, title: str, outlines: dict[str, str]) -> str:
    """The beginning of the drawing: its size, its title for who cannot see it, the outlines, what it lies on."""
    paths = "".join(f'<path id="{name}" d="{path}"/>' for path, name in outlines.items())
    size = f'width="{WIDTH}" height="{height:.0f}" viewBox="0 0 {WIDTH} {height:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>'
        f"<title>{escape(title)}</title><defs>{paths}</defs>{_box(0, 0, WIDTH, height, DESK, rounded=20)}"
    )


def _screen(conversation: dict[str, Any], x: float, outlines: dict[str, str]) -> Screen:
    """What was said, as far as it is shown; what was not shown at the very beginning leaves no pause."""
    screen = Screen(x, TOP + HEAD + 20, outlines)
    first, *others = conversation["turns"]
    for turn in others if "unseen" in first else [first, *others]:
        next(draw for kind, draw in TURNS.items() if kind in turn)(screen, turn)
    return screen


def _says(screen: Screen, turn: dict[str, Any]) -> None:
    """What the person typed, on the right, and below it what it means."""
    rows = rows_in(Marked(turn["says"]), SIZE, BUBBLE - 2 * PADDING)
    width = max(row.width for row in rows) + 2 * PADDING
    _bubble(screen, rows, screen.x + PHONE - 16 - width, width, SAID, PALE)
    if "note" in turn:
        [note] = rows_in(Marked(turn["note"]), SMALL, PHONE)
        screen.write(note, screen.x + PHONE - 20 - note.width, screen.y + 11, FAINT)
        screen.y += 22
    screen.y += 10


def _hears(screen: Screen, turn: dict[str, Any]) -> None:
    """What was answered, on the left, with its buttons below."""
    rows = rows_in(read_html(turn["hears"]), SIZE, BUBBLE - 2 * PADDING)
    keys = turn.get("buttons", [])
    width = BUBBLE if keys else max(row.width for row in rows) + 2 * PADDING
    _bubble(screen, rows, screen.x + 16, width, HEARD, INK, EDGE)
    for keys_of_row in rows_of(tuple(Button(label, label) for label in keys)):
        _keys(screen, [key.label for key in keys_of_row], turn.get("pressed"))
    screen.y += 10


def _bubble(screen: Screen, rows: list[Row], x: float, width: float, colour: str, ink: str, edge: str = "none") -> None:
    screen.box(x, width, len(rows) * SIZE * LEADING + 14, colour, edge=edge)
    for row in rows:
        screen.y += SIZE * LEADING
        screen.write(row, x + PADDING, screen.y, ink)
    screen.y += 14 + 5


def _keys(screen: Screen, labels: list[str], pressed: str | None) -> None:
    """One row of buttons of the same width; the pressed one is darker and has an edge."""
    width = (BUBBLE - 6 * (len(labels) - 1)) / len(labels)
    for number, label in enumerate(labels):
        x = screen.x + 16 + number * (width + 6)
        down = label == pressed
        screen.box(x, width, 34, PRESSED if down else KEY, edge=ACCENT if down else "none", rounded=9)
        [row] = rows_in(Marked(label), SIZE, width)
        screen.write(row, x + (width - row.width) / 2, screen.y + 22.5, ACCENT)
    screen.y += 34 + 5


def _gets(screen: Screen, turn: dict[str, Any]) -> None:
    """A file: a sheet with a folded corner, and its name."""
    [row] = rows_in(Marked(turn["gets"]), SIZE, BUBBLE)
    screen.y -= 5
    x, middle = screen.x + 16, screen.y + 19
    screen.box(x, row.width + 52, 38, HEARD, edge=EDGE)
    sheet = f"M{x + 15} {middle - 10:.1f}h9l6 6v14h-15zm9 0v6h6"
    screen.drawn.append(f'<path d="{sheet}" fill="none" stroke="{ACCENT}" stroke-width="1.5"/>')
    screen.write(row, x + 40, middle + 6, INK)
    screen.y += 48


def _pause(screen: Screen, turn: dict[str, Any]) -> None:
    """Three dots: something was said here that is not shown."""
    middle = screen.x + PHONE / 2
    dots = "".join(f'<circle cx="{middle + step:.0f}" cy="{screen.y + 6:.1f}" r="2.6"/>' for step in (-12, 0, 12))
    screen.drawn.append(f'<g fill="{FAINT}">{dots}</g>')
    screen.y += 26


def _later(screen: Screen, turn: dict[str, Any]) -> None:
    """That days have passed."""
    [row] = rows_in(Marked(turn["note"]), SMALL, PHONE)
    width = row.width + 28
    screen.y += 4
    screen.box(screen.x + (PHONE - width) / 2, width, 26, EDGE, rounded=13)
    screen.write(row, screen.x + (PHONE - row.width) / 2, screen.y + 17.5, INK)
    screen.y += 40


TURNS: dict[str, Callable[[Screen, dict[str, Any]], None]] = {
    "says": _says, "hears": _hears, "gets": _gets, "unseen": _pause, "days": _later,
}  # fmt: skip


def _phone(screen: Screen, conversation: dict[str, Any], bottom: float) -> str:
    """The phone around a conversation: its caption, the name at the top, the field to write in at the bottom."""
    phone = Screen(screen.x, TOP, screen.outlines)
    [caption] = rows_in(read_html(f"<b>{conversation['title']}</b>"), LARGE, PHONE)
    phone.write(caption, screen.x + 6, TOP - 22, INK)
    phone.box(screen.x, PHONE, bottom - TOP, GLASS, edge=EDGE, rounded=CORNER)
    _name(phone, conversation["name"])
    phone.y = bottom - 56
    phone.box(screen.x + 16, PHONE - 32, 40, BAR, edge=EDGE, rounded=20)
    return "".join(phone.drawn)


def _name(phone: Screen, name: str) -> None:
    """The bar at the top: the first letter of the name in a disc, and the name."""
    x, across = phone.x, PHONE - 2 * CORNER
    bar = f"M{x} {TOP + HEAD}v{CORNER - HEAD}a{CORNER} {CORNER} 0 0 1 {CORNER}-{CORNER}h{across}"
    bar += f"a{CORNER} {CORNER} 0 0 1 {CORNER} {CORNER}v{HEAD - CORNER}z"
    phone.drawn.append(f'<path d="{bar}" fill="{BAR}" stroke="{EDGE}"/>')
    phone.drawn.append(f'<circle cx="{x + 42}" cy="{TOP + HEAD / 2}" r="18" fill="{ACCENT}"/>')
    [whole] = rows_in(read_html(f"<b>{name}</b>"), SIZE + 1, PHONE)
    [first] = rows_in(Marked(regex.findall(r"\X", name)[0]), SIZE, PHONE)
    phone.write(first, x + 42 - first.width / 2, TOP + HEAD / 2 + 6, PALE)
    phone.write(whole, x + 72, TOP + HEAD / 2 + 6, INK)


def _box(x: float, y: float, width: float, height: float, colour: str, edge: str = "none", rounded: float = 0) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{rounded}"'
    return f'<rect {place} fill="{colour}" stroke="{edge}"/>'


if __name__ == "__main__":
    picture = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    picture.write_text(drawing(yaml.safe_load(DATA.read_text(encoding="utf-8"))), encoding="utf-8")
