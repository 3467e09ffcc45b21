"""A plain romanisation, the same for a native word and for the spellings people type of it: only for measuring likeness."""

from __future__ import annotations

import re
from functools import lru_cache

_VIRAMAS = "\u094d\u0bcd"
_VOWELS = {
    **dict(zip("अआइईउऊऋएऐओऔऑ", ("a", "a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o"), strict=True)),
    **dict(zip("அஆஇஈஉஊஎஏஐஒஓஔ", ("a", "a", "i", "i", "u", "u", "e", "e", "ai", "o", "o", "au"), strict=True)),
}
_SIGNS = {
    **dict(zip("ािीुूृेैोौॉॅ", ("a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o", "e"), strict=True)),
    **dict(zip("ாிீுூெேைொோௌ", ("a", "i", "i", "u", "u", "e", "e", "ai", "o", "o", "au"), strict=True)),
    "ं": "n", "ँ": "n", "ः": "", "\u093c": "", "ஃ": "",
}  # fmt: skip
_CONSONANTS = {
    **dict(zip("कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह", (
        "k", "k", "g", "g", "n", "c", "c", "j", "j", "n", "t", "t", "d", "d", "n", "t", "t", "d", "d", "n", "p", "p", "b", "b",
        "m", "y", "r", "l", "l", "v", "s", "s", "s", "h"), strict=True)),
    **dict(zip("கஙசஜஞடணதநனபமயரறலளழவஷஸஹ", (
        "k", "n", "s", "j", "n", "t", "n", "t", "n", "n", "p", "m", "y", "r", "r", "l", "l", "l", "v", "s", "s", "h"), strict=True)),
}  # fmt: skip
_TYPED = ((re.compile("chh"), "c"), (re.compile("sh"), "s"), (re.compile("zh"), "l"), (re.compile("ph"), "p"), (re.compile("([kgcjtdpb])h"), r"\1"),
          (re.compile("w"), "v"), (re.compile("f"), "p"), (re.compile("z"), "j"), (re.compile("ee"), "i"), (re.compile("oo"), "u"))  # fmt: skip
_TWICE = re.compile(r"([aeiou])\1+")


@lru_cache(maxsize=65_536)
def romanised(word: str) -> str:
    """Lower-case letters a to z, no vowel twice running; `word` may be Latin, Devanagari or Tamil."""
    letters = _simplified(word) if word.isascii() else _transliterated(word)
    return _TWICE.sub(r"\1", letters)


def _simplified(word: str) -> str:
    for pattern, letters in _TYPED:
        word = pattern.sub(letters, word)
    return word


def _transliterated(word: str) -> str:
    out: list[str] = []
    open_consonant = False  # a consonant whose inherent a is still to be said
    for letter in word:
        if letter in _CONSONANTS:
            out += ["a" * open_consonant, _CONSONANTS[letter]]
            open_consonant = True
            continue
        said = _SIGNS.get(letter) if letter not in _VIRAMAS else ""
        if said is None:
            out.append("a" * open_consonant + _VOWELS.get(letter, ""))
        else:
            out.append(("a" if letter in "ंँ" and open_consonant else "") + said)
        open_consonant = False
    if open_consonant and "\u0b80" <= word[-1] <= "\u0bff":
        out.append("a")  # Tamil says its last inherent vowel, Hindi does not
    return "".join(out)
