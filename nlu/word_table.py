"""Words by how they sound, tens of thousands of them in a few megabytes: lines of one text, sorted, found by halving.

A dictionary of lists of pairs takes ten times the memory and half a second of every start.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

Entry = tuple[str, str, float]
"""How a word sounds, the word, how often it is used."""
_LINE_FEED = ord("\n")


class WordTable:
    """Sorted lines `sound TAB word TAB use`, each ended by a line feed, in UTF-8."""

    def __init__(self, lines: bytes = b"") -> None:
        self._lines = lines
        ends = np.flatnonzero(np.frombuffer(lines, np.uint8) == _LINE_FEED)
        self._starts = array("i", np.concatenate([[0], ends + 1]).astype(np.intc).tobytes())

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> WordTable:
        """A table of words; those that sound the same keep their order."""
        lines = sorted(((sound.encode(), f"\t{word}\t{use!r}\n".encode()) for sound, word, use in entries), key=_sound)
        return cls(b"".join(sound + rest for sound, rest in lines))

    @classmethod
    def kept(cls, file: Path) -> WordTable | None:
        """The table that was kept in the file; None where there is none."""
        return cls(file.read_bytes()) if file.exists() else None

    def keep(self, file: Path) -> None:
        """Writes the lines."""
        file.write_bytes(self._lines)

    def under(self, sound: str) -> Iterator[tuple[str, float]]:
        """The words that sound so, with how often they are used."""
        wanted = sound.encode()
        place = self._first(wanted)
        while place < len(self) and self._sound_at(place) == wanted:
            _, word, use = self._line_at(place).split(b"\t")
            yield word.decode(), float(use)
            place += 1

    def __len__(self) -> int:
        return len(self._starts) - 1

    def _first(self, wanted: bytes) -> int:
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._sound_at(middle) < wanted else (low, middle)
        return low

    def _sound_at(self, place: int) -> bytes:
        return self._line_at(place).partition(b"\t")[0]

    def _line_at(self, place: int) -> bytes:
        return self._lines[self._starts[place] : self._starts[place + 1] - 1]


def _sound(line: tuple[bytes, bytes]) -> bytes:
    return line[0]
