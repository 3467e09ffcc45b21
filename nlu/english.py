"""How common a word is in English, by `wordfreq`'s list; without it no word is known to be English."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

try:
    import wordfreq
except ImportError:
    wordfreq = None

KNOWN_FROM = 3.0  # Zipf: once in a million words
_BELOW = 600  # hundredths of a step of ten below the most that can be: Zipf 3.0
NAMES = frozenset(
    "udyam udhyam gst gstin pan walmart vriddhi vridhi flipkart amazon meesho ondc gem msme mudra pmegp cgtmse needs uyegp iec zed iso"
    " fssai agmark pincode bis mitra aadhaar aadhar adhar whatsapp otp tcs tds itr upi dgft samadhaan odr shg fpo csc dic seat loan link app site".split()
)
"""Names that are the same in every language."""


_kept: list[frozenset[str]] = []
"""What `rounded_up` is, where it was read from a file."""
_FILE = "english_words.txt"


@lru_cache(maxsize=65_536)
def english_use(word: str) -> float:
    """The Zipf frequency of a lower-case word, 0 where it is used less than once in a million words."""
    if wordfreq is None:
        return 0.0
    use = float(wordfreq.zipf_frequency(word, "en", wordlist="small"))
    return use or (KNOWN_FROM if word in rounded_up() else 0.0)


@cache
def rounded_up() -> frozenset[str]:
    """The words just below once in a million, which the small list leaves out.

    The large list has them, and takes 40 MB and a third of a second for words that count as unknown.
    """
    if _kept:
        return _kept[0]
    found = frozenset(wordfreq.get_frequency_list("en", "large")[_BELOW])
    wordfreq.get_frequency_list.cache_clear()
    return found


def keep(folder: Path) -> None:
    """Writes what `rounded_up` needs the large list for."""
    if wordfreq:
        (folder / _FILE).write_text("\n".join(sorted(rounded_up())), encoding="utf-8")


def use_kept(folder: Path) -> None:
    """Takes what `keep` wrote there."""
    if (folder / _FILE).exists():
        _kept[:] = [frozenset((folder / _FILE).read_text(encoding="utf-8").split("\n"))]
