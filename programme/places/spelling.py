"""How spellings of one name are brought together: `folded` word by word, `sounded` more boldly for a whole name.

Folding joins what is the same to a reader (marks on Latin letters, nukta, anusvara or half nasal) and keeps the vowel
signs. Sounding joins what is the same to an ear: doubled and long letters, w and v, -ore and -ur, ண and ந.
"""

import re
from typing import Final

from programme.writing import without_marks

_INVISIBLE: Final = "\u00ad\u200b-\u200f\u2060\ufeff"
_LATIN: Final = "A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f"
_DEVANAGARI: Final = "\u0900-\u0963\u0971-\u097f"
_TAMIL: Final = "\u0b80-\u0be5"
# Not \w, which ends a word at its first vowel sign. A change of script ends a word: Indoreमें is two.
WORD: Final = re.compile("|".join(f"[{script}][{script}{_INVISIBLE}]*" for script in (_LATIN, _DEVANAGARI, _TAMIL)))

_UNSEEN: Final = re.compile(f"[{_INVISIBLE}]")
_SAME_LETTERS: Final = str.maketrans("ऱऩळँॉऑॅऍॲஶ", "रनलंोओेएअஸ", "़")
_HALF_NASAL: Final = re.compile("[ङञणनम]्(?=[क-घच-झट-ढत-धप-भ])")


def folded(word: str) -> str:
    """One word (as `WORD` cuts them) in the spelling that names are compared in."""
    if word.isascii():
        return word.lower()
    word = without_marks(_UNSEEN.sub("", word)).lower()
    return _HALF_NASAL.sub("ं", word.translate(_SAME_LETTERS))


def phrase(text: str) -> str:
    """The folded words of a text with single spaces between."""
    return " ".join(folded(word) for word in WORD.findall(text))


_LATIN_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ch+", "C"), ("ck", "k"), ("c(?=[eiy])", "s"), ("c|q", "k"), ("ph", "f"), ("[zC](?=h)", "j"), ("z", "j"),
        ("w", "v"), ("x", "ks"), ("sh", "s"), ("(?<=[bdgjkptfC])h+", ""), ("ee|ii", "i"), ("oo|uu", "u"),
        ("a+[iy]|e[iy]", "e"), ("[ao]+[uv](?![aeiou])", "o"), ("i[yi]+(?=[aeou])", "i"), ("u[vu]+(?=[ai])", "u"),
        (r"(.)\1+", r"\1"), ("(?<=[^aeiou])e$", ""), ("or$", "ur"), ("gad$", "gar"), ("y$", "i"),
    )
)  # fmt: skip
_DEVANAGARI_SOUNDS: Final = (
    ("ीूैौईऊऐऔशषणङञ", "िुेोइउएओससननन"),
    tuple(
        (re.compile(pattern), sound)
        for pattern, sound in (("([क-ह])्\\1", r"\1"), ("्", ""), ("यि|यी|यु", "इ"), ("ढ$|ड$", "र"), ("ढ", "ड"))
    ),
)
_TAMIL_SOUNDS: Final = (
    ("ீூேோஈஊஏஓறனணளழஜஷஸ", "ிுெொஇஉஎஒரநநலலசசச"),
    tuple(
        (re.compile(pattern), sound)
        for pattern, sound in (
            ("([க-ஹ])்\\1", r"\1"),
            ("்", ""),
            ("ெல(?=[கசடதபநமயரலவ])", "ௌ"),
            ("ஹ", "க"),
            ("^இர(?=[ாி])", "ர"),
        )
    ),
)


def sounded(name: str) -> str:
    """A folded name, spaces out, in one letter per sound. Its length says how far an error may go (see `reading`)."""
    name = name.replace(" ", "")
    if name.isascii():
        return _replaced(name, _LATIN_SOUNDS)
    for (letters, sounds), patterns in (_DEVANAGARI_SOUNDS, _TAMIL_SOUNDS):
        name = _replaced(name.translate(str.maketrans(letters, sounds)), patterns)
    return name


def _replaced(name: str, patterns: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, sound in patterns:
        name = pattern.sub(sound, name)
    return name
