"""Words of Hindi and Tamil replaced by plain English ones, so that examples of all five registers teach each other.

No translation: `எனக்கு லோன் எப்படி கிடைக்கும்` becomes "i loan how get". English words written in native script are
recognised by their sound. What is in no list stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from nlu.english import KNOWN_FROM, NAMES, english_use
from nlu.phonetics import skeleton

_FILE = Path(__file__).parent / "glossary.txt"
_STEM = "~"
_SHORTEST_STEM = 2
_SHORTEST_SOUND = 3
_SHORTEST_WHOLE_SOUND = 4
_LONGEST_ENDING = 4  # sounds of a case ending after an English word: ரிஜிஸ்டருக்கு
_LETTERS = {"hi": re.compile("[\u0900-\u097f]"), "ta": re.compile("[\u0b80-\u0bff]")}
_NATIVE = re.compile("[\u0900-\u097f\u0b80-\u0bff]")
_LOANWORDS = (
    "account activate address admission agent amazon app application appointment approval artisan bank bill book bot bus business buyer call"
    " cancel card cash catalogue certificate change charge chat check class click code collateral college commission company complaint compulsory"
    " computer confirm confirmation contact copy course courier credit customer data database delete delivery demo deposit design details digital"
    " discount document documents download draft driver education email employee english enrolment enterprise entry exam expert export facebook"
    " factory fail fees file finance firm flipkart form format free garment google government group guarantee handicraft handloom helpline"
    " hindi import income instagram institute insurance interest interview investment invoice iso jewellery join label language laptop lesson"
    " license limit link list listing loan login logo machine madam manager manufacture market marketing material medium meeting meesho member menu"
    " message micro mobile module msme mudra name net notice notification number office officer offline online open option order organic original otp"
    " owner packaging packet packing paper partner partnership passbook password payment pending permanent personal phone photo pickup policy portal"
    " printer problem process product profile profit programme project promotion proof proprietor quality question rate ready receipt record refund"
    " register registration reject reminder renewal reply report reserve return reverse rules safe salary sale sample scheme score screen seat section"
    " security seller seminar send service shipping shop single slot small software start state status step stop subsidy supplier support system"
    " target tax teacher team template tender test time toll total training transfer transport turnover udyam unit update upload vendor video"
    " voucher walmart warehouse webinar website whatsapp workshop youtube zed"
).split()


class Glossary(NamedTuple):
    """English by form. Hindi and Tamil share it: their letters keep them apart."""

    whole: dict[str, str]
    stems: dict[str, str]
    by_sound: dict[str, dict[str, str]]
    """Register → skeleton of a form or stem → English: for Latin spellings that no word list has."""
    variants: dict[str, str]
    """English words and short forms that mean the same."""


@cache
def _glossary() -> Glossary:
    glossary = Glossary({}, {}, {"hi-Latn": {}, "ta-Latn": {}}, {})
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            english, *columns = (part.strip().lower() for part in line.split("|"))
            for register, forms in zip(glossary.by_sound, columns, strict=False):
                _add(glossary, register, forms.split(), english)
            for variant in columns[2].split() if len(columns) > 2 else ():
                glossary.variants.setdefault(variant, english)
    return glossary


def _add(glossary: Glossary, register: str, forms: list[str], english: str) -> None:
    for form in forms:
        stem = form.removesuffix(_STEM)
        (glossary.stems if form != stem else glossary.whole).setdefault(stem, english)
        sound = skeleton(stem)
        if len(sound) >= (_SHORTEST_SOUND if form != stem else _SHORTEST_WHOLE_SOUND):
            glossary.by_sound[register].setdefault(sound, english)


@cache
def _sounds() -> dict[str, str]:
    return {skeleton(word): word for word in _LOANWORDS if len(skeleton(word)) >= _SHORTEST_SOUND}


@lru_cache(maxsize=65_536)
def gloss(word: str, register: str) -> str:
    """The English for one normalised word, or the word. `register` tells how to hear Latin letters."""
    known = _glossary()
    if word in known.variants:
        return known.variants[word]
    if word in NAMES:
        return word
    if not _NATIVE.search(word):
        unknown = register in known.by_sound and word.isalpha() and english_use(word) < KNOWN_FROM
        return (unknown and _longest_beginning(skeleton(word), known.by_sound[register], _SHORTEST_SOUND)) or word
    return known.whole.get(word) or _longest_beginning(word, known.stems, _SHORTEST_STEM) or _by_sound(word) or word


def glossed(text: str, register: str) -> str:
    """A text, its words in native script as far as they are known, with every word glossed."""
    return " ".join(gloss(word, register) for word in text.split())


def forms_of(language: str) -> list[str]:
    """The whole words of the glossary in `hi` or `ta`."""
    letters = _LETTERS[language]
    return [form for form in _glossary().whole if letters.search(form)]


def _longest_beginning(word: str, known: Mapping[str, str], shortest: int) -> str | None:
    beginnings = (word[:size] for size in range(len(word), shortest - 1, -1))
    return next((known[beginning] for beginning in beginnings if beginning in known), None)


def _by_sound(word: str) -> str | None:
    """The English word that a word in native letters is heard as, a short case ending left out."""
    sound, known = skeleton(word), _sounds()
    if sound in known:
        return known[sound]
    for ending in range(1, min(_LONGEST_ENDING, len(sound) - 4) + 1):
        if sound[:-ending] in known:
            return known[sound[:-ending]]
    return None
