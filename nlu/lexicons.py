"""Finds the words of a small lexicon in a message, whatever script, ending or spelling they come in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nlu.phonetics import skeleton
from nlu.tokens import Word

_LONGEST_TERM = 4  # words
_SHORTEST_STEM = 3  # characters
_SHORTEST_SOUND = 5  # a shorter skeleton is shared by too many words


class Found(NamedTuple):
    """A term's code, and where it stands in the typed text."""

    code: str
    start: int
    end: int


@dataclass
class Lexicon:
    """Terms by code. A term ending in `*` stands for every word that begins so, as Tamil and Hindi endings need."""

    codes: Mapping[str, str]
    """One line of terms a code, parted by commas."""
    _whole: dict[str, str] = field(init=False, default_factory=dict)
    _stems: dict[str, str] = field(init=False, default_factory=dict)
    _sounds: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for code, line in self.codes.items():
            for term in (term.strip() for term in line.split(",")):
                self._add(term, code)

    def _add(self, term: str, code: str) -> None:
        terms, stem = (self._stems, term[:-1]) if term.endswith("*") else (self._whole, term)
        terms[stem] = code
        sound = " ".join(map(skeleton, stem.split()))
        if len(sound.replace(" ", "")) >= _SHORTEST_SOUND and not term.endswith("*"):
            self._sounds.setdefault(sound, code)

    def find(self, words: Sequence[Word]) -> Iterator[Found]:
        """The terms in order, the longest at each place, none overlapping."""
        place = 0
        while place < len(words):
            length, code = self._longest_at(words, place)
            if code:
                yield Found(code, words[place].start, words[place + length - 1].end)
            place += length

    def _longest_at(self, words: Sequence[Word], place: int) -> tuple[int, str | None]:
        for length in range(min(_LONGEST_TERM, len(words) - place), 0, -1):
            code = self._code([word.text for word in words[place : place + length]])
            if code:
                return length, code
        return 1, None

    def _code(self, run: Sequence[str]) -> str | None:
        text = " ".join(run)
        sound = " ".join(map(skeleton, run))
        return self._whole.get(text) or self._by_stem(text, len(run[-1])) or self._sounds.get(sound)

    def _by_stem(self, text: str, last_word: int) -> str | None:
        """The code of the longest stem that reaches into the last word."""
        shortest = max(_SHORTEST_STEM, len(text) - last_word + 1)
        stems = (text[:size] for size in range(len(text), shortest - 1, -1))
        return next((self._stems[stem] for stem in stems if stem in self._stems), None)
