"""Words of Hindi and Tamil replaced by plain English ones, so that examples of all five registers teach each other.

No translation: `எனக்கு லோன் எப்படி கிடைக்கும்` becomes "i loan how get". English words written in native script are
recognised by their sound. What is in no list stays as it is.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import regex

from nlu.phonetics import skeleton

_FILE = Path(__file__).parent / "glossary.txt"
_STEM = "~"
_SHORTEST_STEM = 2
_SHORTEST_SOUND = 3
_LONGEST_ENDING = 4  # sounds of a case ending after an English word: ரிஜிஸ்டருக்கு
_NATIVE = regex.compile(r"[\p{Devanagari}\p{Tamil}]")
_LOANWORDS = (
    "account activate address admission agent amazon app application appointment approval artisan bank bill bill book bot bus business buyer call"
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


@cache
def _glossary() -> tuple[dict[str, str], dict[str, str]]:
    """(whole words, stems) → English, of both languages: their letters keep them apart."""
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            english, *forms = line.split("|")
            for form in " ".join(forms).split():
                (stems if form.endswith(_STEM) else whole).setdefault(form.removesuffix(_STEM), english.strip().lower())
    return whole, stems


@cache
def _sounds() -> dict[str, str]:
    return {skeleton(word): word for word in _LOANWORDS if len(skeleton(word)) >= _SHORTEST_SOUND}


@lru_cache(maxsize=65_536)
def gloss(word: str) -> str:
    """The English for one normalised native-script word, or the word."""
    if not _NATIVE.search(word):
        return word
    whole, stems = _glossary()
    return whole.get(word) or _by_stem(word, stems) or _by_sound(word) or word


def glossed(text: str) -> str:
    """The text with every word glossed."""
    return " ".join(map(gloss, text.split()))


def _by_stem(word: str, stems: dict[str, str]) -> str | None:
    beginnings = (word[:size] for size in range(len(word), _SHORTEST_STEM - 1, -1))
    return next((stems[beginning] for beginning in beginnings if beginning in stems), None)


def _by_sound(word: str) -> str | None:
    sound, known = skeleton(word), _sounds()
    if sound in known:
        return known[sound]
    for ending in range(1, min(_LONGEST_ENDING, len(sound) - 4) + 1):
        if sound[:-ending] in known:
            return known[sound[:-ending]]
    return None
