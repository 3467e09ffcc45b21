"""What staff write: one text for each language, with named places, in the HTML that Telegram knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from programme.identifiers.aadhaar import holds_aadhaar

ABOUT_A_WORKSHOP = ("workshop", "date", "time", "venue")
PLACES = ("name", *ABOUT_A_WORKSHOP)
LONGEST = 4096
LONGEST_CAPTION = 1024
"""In UTF-16 units, without tags (https://core.telegram.org/bots/api#sendmessage and #sendphoto)."""
ROOM = {"name": 40, "workshop": 80, "date": 30, "time": 20, "venue": 120}
"""How long what stands in a place may become, for the check of the length."""
TAGS = ("b", "strong", "i", "em", "u", "s", "a", "code", "blockquote")
FALLBACKS = {"hi-Latn": ("en", "hi"), "ta-Latn": ("en", "ta"), "hi": ("hi-Latn", "en"), "ta": ("ta-Latn", "en")}
"""Whose language has no text of its own gets the first of these, whole; else English, else whatever there is."""

_ADDRESS = re.compile(r"https?://[^\s<>]+$", re.IGNORECASE)
_PLACE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Problem:
    """What is wrong with the text in `language`: `kind` for programs, `detail` the place or tag, `text` for people."""

    language: str
    kind: str
    detail: str
    text: str


def language_for(wanted: str, texts: Mapping[str, str]) -> str:
    """The language in which somebody of language `wanted` gets the message; whole, never in parts."""
    order: tuple[str, ...] = (wanted, *FALLBACKS.get(wanted, ()), "en", *texts)
    return next(language for language in order if language in texts)


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with its places filled; `values` are HTML already. A place without a value stays as it is written."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def places_in(text: str) -> list[str]:
    """The names of the places, each once, as they come."""
    return list(dict.fromkeys(_PLACE.findall(text)))


def plain(text: str) -> str:
    """`text` without its tags, as a person reads it."""
    reader = _Tags()
    reader.feed(text)
    reader.close()
    return "".join(reader.words)


def addresses_in(text: str) -> list[str]:
    """Where the links of `text` lead."""
    reader = _Tags()
    reader.feed(text)
    reader.close()
    return reader.addresses


def problems(texts: Mapping[str, str], *, about_a_workshop: bool, with_picture: bool = False) -> list[Problem]:
    """What must be mended before the message may go, language by language."""
    found = [] if any(text.strip() for text in texts.values()) else [Problem("", "no_text", "", "there is no text")]
    longest = LONGEST_CAPTION if with_picture else LONGEST
    for language, text in texts.items():
        if holds_aadhaar(plain(text)) or any(holds_aadhaar(address) for address in addresses_in(text)):
            found.append(Problem(language, "aadhaar", "", "there seems to be an Aadhaar number in it"))
        found += _of_places(language, text, texts, about_a_workshop=about_a_workshop)
        found += [Problem(language, "tag", tag, f"the tag {tag} is broken or unknown") for tag in _broken(text)]
        length = _length(text)
        if length > longest:
            found.append(Problem(language, "too_long", str(length), f"{length} characters, {longest} may be sent"))
        elif not text.strip():
            found.append(Problem(language, "empty", "", "the text is empty"))
    return found


def _of_places(language: str, text: str, texts: Mapping[str, str], *, about_a_workshop: bool) -> list[Problem]:
    here = places_in(text)
    found = [
        Problem(language, "unknown_place", name, f"{{{name}}} is none of {', '.join(PLACES)}")
        for name in here
        if name not in PLACES
    ]
    if not about_a_workshop:
        found += [
            Problem(language, "needs_workshop", name, f"{{{name}}} says something of a workshop, and none is chosen")
            for name in here
            if name in ABOUT_A_WORKSHOP
        ]
    elsewhere = dict.fromkeys(name for other in texts.values() for name in places_in(other) if name in PLACES)
    missing = [name for name in elsewhere if name not in here]
    return found + [
        Problem(language, "missing_place", name, f"{{{name}}} is missing here and stands in another language")
        for name in missing
    ]


def _length(text: str) -> int:
    filled = _PLACE.sub(lambda found: "x" * ROOM.get(found[1], len(found[0])), plain(text))
    return len(filled.encode("utf-16-le")) // 2


def _broken(text: str) -> list[str]:
    """Tags that Telegram would refuse: unknown, crossed, or never closed; and signs that are no tags."""
    reader = _Tags()
    reader.feed(text)
    reader.close()
    loose = re.findall(r"<(?![a-z/])|&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);)", text)
    return [*reader.broken, *(f"<{tag}>" for tag in reader.open), *dict.fromkeys(loose)]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.broken: list[str] = []
        self.words: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = [("href", True)] if tag == "a" else []
        if tag not in TAGS or [(name, bool(_ADDRESS.match(value or ""))) for name, value in attrs] != allowed:
            self.broken.append(f"<{tag}>")
        self.addresses += [value or "" for _name, value in attrs]
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.broken.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_entityref(self, name: str) -> None:
        self.words.append(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.words.append(unescape(f"&#{name};"))
