"""How likely a text is the name that was asked for, and not a question, a wish, an order or something pasted.

For forms: `SURE` may be kept, `DOUBTFUL` is to be shown and confirmed first, `NO` is to be asked again or answered as
what it is. Nothing is looked up: a name nobody ever bore is as likely as any.
"""

import re
from enum import Enum
from typing import Final, Literal

from programme.identifiers import sentence_words as words
from programme.identifiers.introductions import Words
from programme.identifiers.money import is_amount
from programme.identifiers.names import read_business_name, read_name
from programme.writing import cleaned

Kind = Literal["owner_name", "business_name", "products", "place"]


class Likelihood(Enum):
    """Whether a text is a name of the kind asked for."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    NO = "no"


_MOST_WORDS: Final = 8
_MOST_OF_A_LIST: Final = 30
_LONGEST: Final = 400
_WEB: Final = re.compile(
    r"https?:|www\.|\b(?:t|wa)\.me\b|[\w.+-]+@[\w-]+\.\w|\w\.(?:com|in|org|net|co|info|shop|xyz|ly|io|gov)\b",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"^\s*[\[{].*[\"':].*[\]}]|<(?:html|body|script|div|!doctype|\?)|=>|\bfunction\s*\(|\bselect\b.+\bfrom\b",
    re.IGNORECASE | re.DOTALL,
)
_ODD: Final = re.compile(r"[<>{}\[\]\\|=^~#@*;]|--|%\w")
_NO_SLASH: Final = re.compile(r"\b[sdwcm]\s?/\s?[os]\b\.?|</\w", re.IGNORECASE)  # S/o, W/o, M/s, a closing tag
_PHONE: Final = re.compile(r"(?<!\d)(?:\+?91[ -]?)?[6-9]\d{4}[ -]?\d{5}(?!\d)")
_EMOJI: Final = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_SHOUTING: Final = re.compile(
    r"[!?]{2,}|\d\s?%|₹|\brs\.?\s?\d|\b(?:offer|discount|free|click|forward|forwarded|subscribe|limited|hurry|win|prize|whatsapp|share)\b",
    re.IGNORECASE,
)
_VOWEL: Final = re.compile("[aeiouyAEIOUY]")
_LEANT_ON_A_KEY: Final = re.compile(
    r"(\w)\1{3}|(\w\w)\2{2}|qwer|asdf|sdfg|dfgh|zxcv|xcvb|lkjh|poiu|hjkl|कखग|गघच", re.IGNORECASE
)
_LIST: Final = re.compile(r"[,&+/]|\b(?:and|aur|or)\b|और|மற்றும்")
_MOST_WORDS_OF: Final = {"owner_name": 5, "business_name": 7, "products": 8, "place": 6}


def looks_like_name(text: str, kind: Kind) -> Likelihood:
    """How likely the whole answer is a name of this kind. An introduction ("my name is …") counts for it."""
    text = cleaned(text)
    if _is_something_else(text, kind):
        return Likelihood.NO
    said = _keys(text)
    if _is_short_answer(said):
        return Likelihood.DOUBTFUL if len(said) == 1 and said[0] in words.NEVER_ALONE else Likelihood.NO
    name = _introduced(text, kind)
    if name is not None:
        return _of_an_introduced_name(name, kind)
    return _of_a_bare_answer(text, kind)


def _introduced(text: str, kind: Kind) -> str | None:
    """The name, when words stand around it that introduce one."""
    name = read_name(text) if kind == "owner_name" else read_business_name(text) if kind == "business_name" else text
    return name if isinstance(name, str) and len(name) < 0.8 * len(text) else None


def _is_something_else(text: str, kind: Kind) -> bool:
    """Nothing, too much, code, an address of the web, a command, a question, an advertisement."""
    letters = sum(map(str.isalpha, text))
    if not letters:
        return not (kind == "place" and re.fullmatch(r"[1-9]\d\d ?\d{3}", text))
    if is_amount(text):
        return True
    if len(text) > _LONGEST or text.startswith("/") or "?" in text or _CODE.search(text) or _WEB.search(text):
        return True
    if kind == "owner_name" and "/" in _NO_SLASH.sub("", text):
        return True
    return _is_pasted(text) or _has_too_many_words(text, kind)


def _is_pasted(text: str) -> bool:
    return bool(_PHONE.search(text)) or len(_SHOUTING.findall(text)) + min(2, len(_EMOJI.findall(text)) // 2) > 1


def _has_too_many_words(text: str, kind: Kind) -> bool:
    count = len(text.split())
    if kind == "products" and len(_LIST.findall(text)) * 4 >= count:
        return count > _MOST_OF_A_LIST
    return count > _MOST_WORDS + (4 if _introduced(text, kind) else 0)


def _of_an_introduced_name(name: str, kind: Kind) -> Likelihood:
    """`my name is Sari` is sure; `main kab aaun` introduces nobody."""
    said, strong = _keys(name), _sentence_words(name)
    if len(strong) > 1 or len(strong) == len(said) or any(word in words.ASKING for word in said):
        return Likelihood.NO
    everyday = any(word in words.ordinary() or word in words.ABOUT_THE_PROGRAMME for word in said)
    return (
        Likelihood.DOUBTFUL if strong or _doubts(name, kind) or (everyday and kind == "owner_name") else Likelihood.SURE
    )


def _of_a_bare_answer(text: str, kind: Kind) -> Likelihood:
    said, strong = _keys(text), _sentence_words(text)
    if kind in ("products", "business_name"):
        strong = [word for word in strong if word not in words.CONNECTING]
    weak = [word for word in strong if word in words.WEAK or (word.isascii() and word not in words.STRONG)]
    firm = kind == "business_name" and any(word in words.OF_A_FIRM for word in said[-2:])
    if kind == "products" and strong and _tells_what_is_made(said):
        return Likelihood.DOUBTFUL
    if strong:
        only_weak = set(strong) <= set(weak)
        if firm and (only_weak or len(strong) < 3):
            return Likelihood.SURE if only_weak and len(strong) == 1 else Likelihood.DOUBTFUL
        by_end_only = not any(word in words.STRONG for word in strong)
        few = len(strong) < 3 and (len(strong) * 2 <= len(said) or by_end_only)
        return Likelihood.DOUBTFUL if only_weak and few else Likelihood.NO
    if all(word in words.ABOUT_THE_PROGRAMME or word in words.WEAK for word in said) or set(said) <= words.ANY_FIRM:
        return Likelihood.NO
    if _doubts(text, kind) or any(word in words.ABOUT_THE_PROGRAMME for word in said):
        return Likelihood.DOUBTFUL
    return _of_its_words(said, kind)


def _of_its_words(said: list[str], kind: Kind) -> Likelihood:
    """Everyday words make the name of a person or place doubtful, that of a firm only where it has no other."""
    ordinary = [word for word in said if word in words.ordinary()]
    if kind in ("owner_name", "place"):
        return Likelihood.NO if len(ordinary) > 2 else Likelihood.DOUBTFUL if ordinary else Likelihood.SURE
    if kind == "business_name":
        other = len(ordinary) < len(said) or any(word in words.OF_A_FIRM for word in said)
        return (
            Likelihood.NO
            if len(ordinary) > 3 and not other
            else Likelihood.SURE
            if other and len(ordinary) < 3
            else Likelihood.DOUBTFUL
        )
    return Likelihood.DOUBTFUL if len(ordinary) > 3 and not _LIST.search(" ".join(said)) else Likelihood.SURE


def _keys(text: str) -> list[str]:
    return [key for key in Words(text).keys.split() if any(map(str.isalnum, key))]


def _is_short_answer(said: list[str]) -> bool:
    return bool(said) and all(word in words.SHORT_ANSWERS for word in said)


def _sentence_words(text: str) -> list[str]:
    return [word for word in _keys(text) if word in words.STRONG or _ends_like_a_verb(word)]


def _ends_like_a_verb(word: str) -> bool:
    if word.isascii():
        return len(word) >= words.SHORTEST_IN_LATIN and word.endswith(words.ENDS_LIKE_VERBS)
    return len(word) >= words.SHORTEST_WITH_END and word.endswith(words.ENDS_OF_VERBS)


def _tells_what_is_made(said: list[str]) -> bool:
    """`hum achar banate hain`, `we make pickles`: a statement, and words left that may be products."""
    rest = [word for word in said if word not in words.OF_MAKING]
    return 0 < len(rest) < len(said) and not any(word in words.STRONG for word in rest)


def _doubts(name: str, kind: Kind) -> bool:
    """Odd signs, figures in a person's name, a firm's word in it, more words than usual, no vowel, a key leant on."""
    said = _keys(name)
    slash = "/" in _NO_SLASH.sub("", name) and kind != "products"
    figures = kind == "owner_name" and any(map(str.isdigit, name))
    firm = kind == "owner_name" and len(said) > 1 and any(word in words.OF_A_FIRM for word in said)
    gibberish = any(word.isascii() and word.isalpha() and len(word) > 4 and not _VOWEL.search(word) for word in said)
    many = kind != "products" and len(said) > _MOST_WORDS_OF[kind]
    return bool(
        slash
        or figures
        or firm
        or gibberish
        or many
        or _ODD.search(name)
        or _LEANT_ON_A_KEY.search(name)
        or _EMOJI.search(name)
    )
