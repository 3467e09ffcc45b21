"""Latin, Devanagari and Tamil spellings of one name brought to one row of consonants, and to a likeness of their vowels.

The names of districts outside the five states are known in Latin letters only. கோலாப்பூர், कोल्हापुर and Kolhapur share their
consonants; Tamil writes one letter for k and g, t and d, p and b, so each comparison joins what the script joins.
"""

import re
from functools import cache
from typing import Final

from rapidfuzz import fuzz

_DEVANAGARI: Final = dict(
    zip(
        "क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल ळ व श ष स ह अ आ इ ई उ ऊ ए ऐ ओ औ ऋ ा ि ी ु ू े ै ो ौ ृ ं ँ ः ्".split(),
        (
            "k k g g n c c j j n t t d d n t t d d n p p b b m y r l l v s s s h "
            "a a i i u u e ai o au ri a i i u u e ai o au ri n n . ."
        ).split(),
        strict=True,
    )
)
_TAMIL: Final = dict(
    zip(
        "க ங ச ஞ ட ண த ந ப ம ய ர ல வ ழ ள ற ன ஜ ஷ ஸ ஹ அ ஆ இ ஈ உ ஊ எ ஏ ஐ ஒ ஓ ஔ ா ி ீ ு ூ ெ ே ை ொ ோ ௌ ் ஃ".split(),
        "k nk s n t n t n p m y r l v l l r n s s s h a a i i u u e e ai o o au a i i u u e e ai o o au . .".split(),
        strict=True,
    )
)
_VOWEL_SIGN: Final = re.compile("[\u093e-\u094c\u094d\u0bbe-\u0bcc\u0bcd\u0902\u0901\u0903]")
_CONSONANT: Final = re.compile("[\u0915-\u0939\u0b95-\u0bb9]")
_LATIN: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("[^a-z]", ""), ("gaon", "ganv"), ("c?ch+", "C"), ("sh|ss", "s"), ("ck|q", "k"), ("c(?=[eiy])", "s"), ("c", "k"), ("C", "c"), ("ph", "p"), ("x", "ks"), ("w", "v"),
        ("zh", "l"), ("z", "j"), ("f", "p"), ("(?<=[bdgjkptc])h", ""), ("ee", "i"), ("oo", "u"), ("aa", "a"), ("ou", "au"), ("y(?![aeiou])", "i"),
    )
)  # fmt: skip
_TAMIL_CLASSES: Final = str.maketrans("gdbcjr", "ktpsst")
_GLIDE: Final = re.compile("aya?(?=[^aeiou])")
_VOWELS: Final = re.compile("[aeiouy]")
_ALIKE: Final = 72.0  # of 100: how like the vowels must be, besides the same consonants


@cache
def romanised(word: str) -> str:
    """A folded word in plain Latin sounds: कोल्हापुर → kolhapur, கோலாப்பூர் → kolappur, Kolhapur → kolhapur."""
    if word.isascii():
        return _of_latin(word)
    letters: list[str] = []
    for place, letter in enumerate(word):
        following = word[place + 1 : place + 2]
        letters.append((_DEVANAGARI.get(letter) or _TAMIL.get(letter) or "").replace(".", ""))
        if _CONSONANT.match(letter) and following and (not _VOWEL_SIGN.match(following) or following in "ंँ"):
            letters.append("a")
    return "".join(letters)


def consonants(word: str, *, tamil: bool = False) -> str:
    """The row of consonants of a folded word, doubled ones once; `tamil` joins what that script does not tell apart.

    d and r are one: ड़ is written as either.
    """
    sounds = romanised(word).replace("m", "n").replace("nv", "v")
    sounds = sounds.translate(_TAMIL_CLASSES).replace("h", "") if tamil else sounds.replace("r", "d")
    first = "a" if sounds[:1] in tuple("aeiou") else ""
    return re.sub(r"(.)\1+", r"\1", first + _VOWELS.sub("", sounds))


def likeness(one: str, other: str) -> float:
    """How alike two folded words of any scripts sound, of 100."""
    return fuzz.ratio(_coarse(one), _coarse(other))


def sound_alike(one: str, other: str) -> bool:
    """Whether the vowels are near enough, once the consonants agree."""
    return likeness(one, other) >= _ALIKE


def _coarse(word: str) -> str:
    sounds = _GLIDE.sub("ai", romanised(word)).replace("nv", "v").translate(_TAMIL_CLASSES)
    return re.sub(r"(.)\1+", r"\1", sounds.replace("d", "t").replace("h", ""))


def _of_latin(word: str) -> str:
    for pattern, sound in _LATIN:
        word = pattern.sub(sound, word)
    return word
