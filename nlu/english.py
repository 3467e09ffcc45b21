"""How common a word is in English, by `wordfreq`'s list; without it no word is known to be English."""

from __future__ import annotations

from functools import lru_cache

try:
    import wordfreq
except ImportError:
    wordfreq = None

KNOWN_FROM = 3.0  # Zipf: once in a million words
NAMES = frozenset(
    "udyam udhyam gst gstin pan walmart vriddhi vridhi flipkart amazon meesho ondc gem msme mudra pmegp cgtmse needs uyegp iec zed iso"
    " fssai agmark pincode bis mitra aadhaar aadhar adhar whatsapp otp tcs tds itr upi dgft samadhaan odr shg fpo csc dic seat loan link app site".split()
)
"""Names that are the same in every language."""


@lru_cache(maxsize=65_536)
def english_use(word: str) -> float:
    """The Zipf frequency of a lower-case word, 0 where it is not listed."""
    return float(wordfreq.zipf_frequency(word, "en")) if wordfreq else 0.0
