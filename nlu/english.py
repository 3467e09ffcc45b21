"""How common a word is in English, by `wordfreq`'s list; without it no word is known to be English."""

from __future__ import annotations

from functools import lru_cache

try:
    import wordfreq
except ImportError:
    wordfreq = None

KNOWN_FROM = 3.0  # Zipf: once in a million words


@lru_cache(maxsize=65_536)
def english_use(word: str) -> float:
    """The Zipf frequency of a lower-case word, 0 where it is not listed."""
    return float(wordfreq.zipf_frequency(word, "en")) if wordfreq else 0.0
