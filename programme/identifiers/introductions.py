"""How people introduce a name: the words of a text as patterns compare them, and what is common to the patterns.

A text is compared as a line of keys, each word with a space after it. Every word of a pattern brings that space along,
so that `is` never eats the beginning of Isha, nor `h` that of Harish.
"""

import re
from typing import Final

from programme.writing import normalise

_TOKEN: Final = re.compile(r"[:=,;]|[^\s:=,;]+")
_QUOTING_DASH: Final = re.compile(
    r"(?<=\S)-(?=(?:n?nu|nga|ngo|னு|ன்னு|ங்க|ங்கோ)(?![^\W_]|[\u0b80-\u0be5]))", re.IGNORECASE
)
_LABEL_DASH: Final = re.compile(r"^((?:\S+ )?(?:name|naam|peru|peyar|नाम|பெயர்|பேரு)) ?- ?(?=\S)", re.IGNORECASE)
_AROUND_A_WORD: Final = " .!?।\"'()*_~\u201c\u201d\u2018\u2019"
_NUKTA: Final = "़"


class Words:
    """A text in words. `keys` is what patterns are compared with; `between` gives some of the words as typed."""

    def __init__(self, text: str) -> None:
        self._text = _LABEL_DASH.sub(r"\1: ", _QUOTING_DASH.sub(" ", text))
        self._spans = [match.span() for match in _TOKEN.finditer(self._text)]
        in_capitals = self._text.isupper()
        self.keys = "".join(f"{_key(self._text[start:end], in_capitals)} " for start, end in self._spans)

    def between(self, start: int, end: int) -> str:
        """What was typed where `keys` has `start` to `end`."""
        first, last = self.keys[:start].count(" "), self.keys[:end].count(" ") - 1
        return self._text[self._spans[first][0] : self._spans[last][1]] if first <= last else ""


def _key(word: str, in_capitals: bool) -> str:
    plain = _spelt(normalise(word).strip(_AROUND_A_WORD)).replace(" ", "")
    is_initial = len(plain) == 1 and plain.isupper() and plain != "I" and not in_capitals  # Manjunath H is no *hai*
    return (plain if is_initial else plain.lower()) or "-"


def _spelt(word: str) -> str:
    return word.replace(_NUKTA, "").replace("ँ", "ं")


def one_of(words: str) -> str:
    """A pattern for one of the words, its space included; `_` stands for a space inside one."""
    alternatives = (_spelt(word).replace("_", " ") for word in words.split())
    return f"(?:{'|'.join(dict.fromkeys(alternatives))}) "


def maybe(pattern: str) -> str:
    """The pattern once or not at all."""
    return f"(?:{pattern})?"


def some(pattern: str) -> str:
    """The pattern any number of times."""
    return f"(?:{pattern})*"


NAME: Final = r"(?P<name>(?:\S+ )+?)"
SIGN: Final = "[:=,-] "
_HELLO: Final = (
    "hi hii hello helo namaste namaskar namaskaar pranam vanakkam vanakam salaam ram_ram jai_shri_ram radhe_radhe good_morning good_evening "
    "sir madam ji haan han haa yes नमस्ते नमस्कार प्रणाम राम_राम जी हाँ हां सर मैडम வணக்கம் ஐயா சார் மேடம் "
)
_WELL: Final = (
    "hey salam ha ok okay so well actually sure accha acha theek_hai bhai bhaiya didi anna akka aama seri sari dekho note_karo likho likhiye "
    "सलाम हा अच्छा ठीक_है भाई दीदी लिखो लिखिए அண்ணா அக்கா ஆமா ஆம் சரி"
)
HELLO: Final = some(one_of(_HELLO + _WELL) + maybe(", "))
HELLO_ALONE: Final = some(one_of(_HELLO) + maybe(", "))  # with no introduction behind it: Anna Mary, Hey Ram
HELLO_AND: Final = some(one_of(_HELLO + _WELL) + ", ")  # before a business: Hello Bakery
LIKHO: Final = maybe(one_of("likh_lo likho likh_do likhiye likhna लिख_लो लिखो लिख_दो लिखिए लिखना"))
POLITE: Final = LIKHO + some(maybe(", ") + one_of("sir madam mam maam ji sirji जी सर मैडम please pls"))
POLITE_TAMIL: Final = some(
    maybe(", ")
    + one_of(
        "sir madam mam anna akka nga ngo thaan thaanga dhaan dhaanga than dhan சார் மேடம் அண்ணா அக்கா ங்க ங்கோ தான் தாங்க ஆகும் aagum podunga eludhunga ezhuthunga ezhudhunga போடுங்க எழுதுங்க எழுதிக்கோங்க என்கிறார்கள் என்பார்கள்"
    )
)
_OF_ANOTHER_SENTENCE: Final = one_of(
    "i_am i_make i_have i_run i_sell i_want i_live i_work i_do my our we mera meri mere main mai hum ham hamara hamari hamare hamaari humari "
    "humara naan en enga engal kadai मेरा मेरी मेरे मैं हम हमारा हमारी हमारे நான் என் எங்க எங்கள் நாங்க"
)
_AND: Final = "(?:(?:, )?(?:and|aur|और) |, )"
_ANYTHING: Final = some(r"\S+ ")
_FACTS: Final = ", " + one_of(
    "age umar umr aayu phone mobile mob number contact address district dist village उम्र फोन मोबाइल पता जिला வயது போன் ஊர்"
)
_PHONE: Final = r"\+?\d[\d-]{7,} "
TAIL: Final = maybe(f"(?:from |frm |{maybe(_AND)}{_OF_ANOTHER_SENTENCE}|{_FACTS}|{_PHONE}){_ANYTHING}")
TAIL_OF_A_FIRM: Final = maybe(f"{_AND}{_OF_ANOTHER_SENTENCE}{_ANYTHING}")  # a firm may be called Its My Choice

# words that introduce the names of people and of businesses alike
NAAM: Final = one_of("naam nam naav name नाम नांव नाव")
HAI: Final = one_of("hai h he hain hey haii hei हैं है हे सै से se sey chhe che छे छै ba बा")
HAI_BETWEEN: Final = some(one_of("hai h he hain haii hei हैं है हे सै is to तो") + "|" + SIGN)
HAI_FIRST: Final = "(?!hai |है |is )"
TO: Final = some("to |toh |तो |" + SIGN)
PERU: Final = one_of("peyar peyaru peyr peru per pear perru பெயர் பெயரு பேரு பேர்")
VANDHU: Final = some(one_of("vandhu vanthu vandu vandh வந்து is") + "|" + SIGN)
NU: Final = one_of("nu nnu nnnu endru enru ன்னு னு என்று என்னு ன்னுதான்")
THAAN: Final = one_of("than thaan dhan dhaan தான் தாங்க")


def introductions(hello: str, *rows: tuple[str, str]) -> tuple[re.Pattern[str], ...]:
    """One pattern a row, of what stands before the name and after it. The name is as short as that allows.

    `hello` may stand before a name that is introduced by what follows it only.
    """
    return tuple(re.compile(f"{HELLO if before else hello}{before}{NAME}{after}") for before, after in rows)
