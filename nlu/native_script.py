"""Hindi and Tamil words typed in Latin letters, turned back into their own script: `kya mujhe loan milega` → क्या मुझे loan मिलेगा.

People spell as they hear. The word meant is the one of a frequency list that sounds the same (one phonetic skeleton),
is spelt most alike, and is used most. Frequent English words stay as they are: so people write in both scripts.
Needs the data of `wordfreq`; without it every text stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Indel

from nlu import english
from nlu.english import KNOWN_FROM, NAMES, english_use
from nlu.glosses import forms_of
from nlu.phonetics import skeleton
from nlu.romanised import romanised
from nlu.word_table import WordTable

try:
    import wordfreq
except ImportError:  # the second opinion is then asked on the text as typed
    wordfreq = None

_TABLE = "native_words_{}.txt"
_LISTS = {"hi-Latn": "hi", "ta-Latn": "ta"}
_SPELLINGS = Path(__file__).parent / "spellings.txt"
_USE_OF_OUR_WORDS = 3.5  # the glossary has spoken forms and words of trade that the lists lack
_FUNCTION_WORD_FROM = 5.7  # me, to, is, the: in a Hindi sentence these are में, तो, इस, थे
_ALIKE = 0.8
_WEIGHT_OF_USE = 0.05  # a step of ten in frequency is worth this much likeness
_LEAST_ALIKE = 0.5


class Meant(NamedTuple):
    """A native word, how alike the spellings are (0 to 1), and how often it is used (Zipf: 3 is once in a million)."""

    word: str
    alike: float
    use: float


@dataclass(frozen=True)
class NativeWords:
    """The words of one language by how they sound; how often each is used as Zipf frequency."""

    by_sound: WordTable = field(default_factory=WordTable)

    @classmethod
    def of(cls, language: str) -> NativeWords:
        """All native-script words of wordfreq's list for `hi` or `ta`, and the glossary's."""
        listed = wordfreq.get_frequency_dict(language).items()
        words = [(word, wordfreq.freq_to_zipf(frequency)) for word, frequency in listed if not word.isascii()]
        words += [(word, _USE_OF_OUR_WORDS) for word in forms_of(language)]
        wordfreq.get_frequency_dict.cache_clear()  # the list is not needed twice
        # past the cache of `skeleton`, which is for what people type
        return cls(WordTable.of((skeleton.__wrapped__(word), word, use) for word, use in words))

    def meant_by(self, latin: str) -> Meant | None:
        """The word that somebody who typed `latin` meant; None if none is near."""
        spelt = romanised(latin)
        fits = [
            Meant(word, Indel.normalized_similarity(spelt, romanised(word)), use)
            for sound in _sounds(latin)
            for word, use in self.by_sound.under(sound)
        ]
        best = max(fits, key=lambda fit: fit.alike + _WEIGHT_OF_USE * fit.use, default=None)
        return best if best and best.alike >= _LEAST_ALIKE else None


def _sounds(latin: str) -> Iterator[str]:
    """The skeletons a Latin spelling may stand for: a final n is often only the nasal sign (nahin, main)."""
    sound = skeleton(latin)
    yield sound
    if len(sound) > 1 and sound.endswith("n") and latin[-2:-1] in "aeiou":
        yield sound[:-1]


_read: dict[str, NativeWords] = {}
"""By language, once they are needed."""


def _words(language: str) -> NativeWords:
    if language not in _read:
        _read[language] = NativeWords.of(language) if wordfreq else NativeWords()
    return _read[language]


def keep(folder: Path) -> None:
    """Writes the words of every language, so that they need not be made of the lists again: a second of a start."""
    english.keep(folder)
    for language in _LISTS.values():
        _words(language).by_sound.keep(folder / _TABLE.format(language))


def use_kept(folder: Path) -> None:
    """Takes the words that `keep` wrote there, unless they have been read already."""
    english.use_kept(folder)
    for language in _LISTS.values():
        table = WordTable.kept(folder / _TABLE.format(language))
        if table and wordfreq:
            _read.setdefault(language, NativeWords(table))


@lru_cache(maxsize=65_536)
def native_word(word: str, register: str) -> str:
    """One lower-case Latin word of a `hi-Latn` or `ta-Latn` text in native script; itself where it is English or unknown."""
    if not (word.isascii() and word.isalpha()) or word in NAMES:
        return word
    known = _spellings()[register].get(word)
    if known:
        return known
    meant = _words(_LISTS[register]).meant_by(word)
    return word if meant is None or _stays_english(word, meant) else meant.word


@cache
def _spellings() -> dict[str, dict[str, str]]:
    """Register → Latin spelling → native word, of words that the frequency list would get wrong."""
    found: dict[str, dict[str, str]] = {}
    for line in _SPELLINGS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            known = found.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            native, spellings = line.split("|")
            known.update(dict.fromkeys(spellings.split(), native.strip()))
    return found


def _stays_english(word: str, meant: Meant) -> bool:
    use = english_use(word)
    if use >= _FUNCTION_WORD_FROM:
        return meant.use < _FUNCTION_WORD_FROM - 1
    return use >= KNOWN_FROM and (meant.alike < _ALIKE or meant.use < use)


def prepare() -> None:
    """Reads the lists now rather than at somebody's first message."""
    english_use("hello")
    for register in _LISTS:
        native_text("ok", register)


def native_text(text: str, register: str) -> str:
    """A normalised text with its Latin-script words in native script; unchanged for the other registers."""
    if register not in _LISTS:
        return text
    return " ".join(native_word(word, register) for word in text.split())
