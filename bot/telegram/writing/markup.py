"""Words with marks on them, and how they are written as Telegram's HTML.

Text and marks are held apart, so that whatever is cut or shortened, every tag is closed and no `&amp;` is torn; only on
the way out do they become HTML, with every character of the text escaped (https://core.telegram.org/bots/api#html-style).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape, unescape

import regex

TAGS = ("b", "i", "u", "s", "a", "code")
_TOKEN = regex.compile(
    rf"<(?P<end>/?)(?P<tag>{'|'.join(TAGS)})(?:\s+href\s*=\s*\"(?P<href>[^\"<>]*)\")?\s*>"
    r"|(?P<entity>&(?:amp|lt|gt|quot|\#\d{1,7}|\#x[0-9a-f]{1,6});)|(?P<letters>[^<&]+|.)",
    regex.IGNORECASE | regex.DOTALL,
)


@dataclass(frozen=True)
class Mark:
    """`tag` from character `start` up to `end`; `href` for a link."""

    start: int
    end: int
    tag: str
    href: str = ""

    @property
    def opening(self) -> str:
        return f'<a href="{escape(self.href)}">' if self.tag == "a" else f"<{self.tag}>"


@dataclass(frozen=True)
class Marked:
    """A text and its marks, which lie within each other or apart, in the order in which they open."""

    text: str
    marks: tuple[Mark, ...] = ()

    def html(self) -> str:
        """As Telegram reads it: every tag closed, and `<`, `>` and `&` of the text shown as written."""
        pieces: list[str] = []
        opened: list[Mark] = []
        at, end = 0, len(self.text)
        for mark in (*self.marks, Mark(end, end, "")):
            while opened and opened[-1].end <= mark.start:
                closing = opened.pop()
                pieces += [escape(self.text[at : closing.end], quote=False), f"</{closing.tag}>"]
                at = closing.end
            pieces.append(escape(self.text[at : mark.start], quote=False))
            at = mark.start
            if mark.tag:
                pieces.append(mark.opening)
                opened.append(mark)
        return "".join(pieces)

    def part(self, start: int, end: int) -> Marked:
        """The characters from `start` up to `end`, with what is marked of them."""
        clipped = (
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start) for mark in self.marks
        )
        return Marked(self.text[start:end], tuple(mark for mark in clipped if mark.start < mark.end))

    def stripped(self) -> Marked:
        """Without white space around it."""
        before = len(self.text) - len(self.text.lstrip())
        return self.part(before, max(before, len(self.text.rstrip())))


def emphasised(text: str, spans: Iterable[tuple[int, int]]) -> Marked:
    """`text` with the characters of each span in bold."""
    return Marked(text, tuple(Mark(start, end, "b") for start, end in spans))


def read_html(html: str) -> Marked:
    """HTML with the tags of `TAGS`, as staff write it. Never raises: any other tag and a lone `&` are shown as written,
    what is left open ends with the text, and an end without a beginning is nothing."""
    text = ""
    marks: list[Mark] = []
    opened: list[int] = []
    for token in _TOKEN.finditer(html):
        if token["tag"] and token["end"]:
            _close(token["tag"].lower(), len(text), marks, opened)
        elif token["tag"]:
            opened.append(len(marks))
            marks.append(Mark(len(text), -1, token["tag"].lower(), unescape(token["href"] or "")))
        else:
            text += unescape(token["entity"]) if token["entity"] else token["letters"]
    while opened:
        _close(marks[opened[-1]].tag, len(text), marks, opened)
    return Marked(text, tuple(mark for mark in marks if mark.start < mark.end and (mark.href or mark.tag != "a")))


def _close(tag: str, at: int, marks: list[Mark], opened: list[int]) -> None:
    """End the last mark that `tag` began, and those that began inside it."""
    while any(marks[one].tag == tag for one in opened):
        last = opened.pop()
        marks[last] = replace(marks[last], end=at)
        if marks[last].tag == tag:
            return
