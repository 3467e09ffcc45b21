"""One phonetic spelling for Devanagari, Tamil and Latin letters, so that रजिस्टर, ரிஜிஸ்டர் and "register" come out alike.

Tamil writes one letter where Hindi has four (க for k, kh, g, gh) and people who type in Latin letters leave out vowels and
double letters as they like. What is left after both is the skeleton: ten classes of consonants, front and back vowels
(`i`, `u`), no `a` but at the start of a word. It is a second view beside the text itself, never a replacement for it.
"""

import re
from functools import lru_cache

_DEVANAGARI = {
    **dict.fromkeys("कखगघ", "k"),
    **dict.fromkeys("चछशषस", "c"),
    **dict.fromkeys("जझ", "j"),
    **dict.fromkeys("टठडढतथदध", "t"),
    **dict.fromkeys("पफबभ", "p"),
    **dict.fromkeys("ङञणन\u0929", "n"),
    **dict.fromkeys("रऋृ\u0931", "r"),
    **dict.fromkeys("लळ\u0934", "l"),
    **dict.fromkeys("यइईएऐऍिीेैॅ", "i"),
    **dict.fromkeys("उऊओऔऑुूोौॉ", "u"),
    "म": "m", "व": "v", "ह": "h", "अ": "a", "आ": "a",
}  # fmt: skip
_TAMIL = {
    "க": "k", "ச": "c", "ஜ": "j", "ஶ": "c", "ஷ": "c", "ஸ": "c", "ட": "t", "த": "t", "ப": "p", "ம": "m", "வ": "v", "ஹ": "h",
    **dict.fromkeys("ஙஞணநன", "n"),
    **dict.fromkeys("ரற", "r"),
    **dict.fromkeys("லளழ", "l"),
    **dict.fromkeys("யஇஈஎஏஐிீெேை", "i"),
    **dict.fromkeys("உஊஒஓஔுூொோௌ", "u"),
    "அ": "a", "ஆ": "a",
}  # fmt: skip
_LETTERS = {**_DEVANAGARI, **_TAMIL}
_DOTTED_R = re.compile("[डढ]\u093c")  # ड़ is heard, and typed, as r
_NASAL = re.compile("[ंँ](?=(.?))")
_LIPS = frozenset("पफबभम")

_LATIN_CLUSTERS = (
    (re.compile("tch"), "s"), (re.compile("[ts]ion"), "sn"), (re.compile("ck"), "k"), (re.compile("ph"), "p"),
    (re.compile("zh"), "l"), (re.compile("[cs]h"), "s"), (re.compile("c(?=[eiy])"), "s"), (re.compile("gis"), "jis"), (re.compile("x"), "ks"),
    (re.compile("qu?"), "k"), (re.compile("ndr"), "nr"), (re.compile("wh"), "v"), (re.compile("([kgjtdpb])h"), r"\1"),
    (re.compile("(?<=[aeiou])h$"), ""), (re.compile("(?<=[a-z])e$"), "i"),
)  # fmt: skip
_LATIN = str.maketrans(
    {
        **dict.fromkeys("kgc", "k"), "s": "c", "z": "j", **dict.fromkeys("td", "t"), **dict.fromkeys("pbf", "p"),
        **dict.fromkeys("vw", "v"), **dict.fromkeys("iey", "i"), **dict.fromkeys("uo", "u"),
    }
)  # fmt: skip
_INNER_A = re.compile("(?<!^)a")
_REPEATED = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The phonetic skeleton of one normalised, lower-case word; digits stay, other scripts and signs drop out."""
    spelt = (_from_latin(word) if word.isascii() else _from_native(word)).replace("nj", "nc")  # கொஞ்சம் is typed konjam
    return _REPEATED.sub(r"\1", _INNER_A.sub("", spelt))


def _from_latin(word: str) -> str:
    for cluster, sound in _LATIN_CLUSTERS:
        word = cluster.sub(sound, word)
    return "".join(letter for letter in word.translate(_LATIN) if letter.isalnum())


def _from_native(word: str) -> str:
    word = _NASAL.sub(_nasal_sound, _DOTTED_R.sub("र", word))
    word = word.replace("ற்ற", "டர").replace("ஃப", "ப")  # ற்ற is heard as tr
    return "".join(_LETTERS.get(letter, letter if letter.isascii() and letter.isalnum() else "") for letter in word)


def _nasal_sound(sign: re.Match[str]) -> str:
    """An anusvara sounds like the consonant after it; at the end of a word people do not type it."""
    following = sign.group(1)
    if not following:
        return ""
    return "म" if following in _LIPS else "न"
