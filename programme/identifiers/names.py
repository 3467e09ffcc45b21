"""Names of people and businesses: kept as typed, without the words people put around them."""

import re
from typing import Final

from programme.identifiers.problem import Problem
from programme.writing import cleaned

SHORTEST: Final = 2
LONGEST: Final = 80

_GREETING: Final = (
    r"(?:(?:hi|hello|hey|namaste|namaskar|vanakkam|sir|madam|ji|haan|yes|ok|नमस्ते|नमस्कार|जी|हां|हाँ|வணக்கம்|ஐயா)[\s,.!]+)*"
)
_IS: Final = r"(?:\s*[:=\u2013-]\s*|\s+(?:is|hai|h|है|हैं|தான்|thaan|than)\s*[:-]?\s*|\s+)"
_SPACE: Final = r"\s+"
_END: Final = r"(?:\s+(?:hai|he|h|है|हैं|हूं|हूँ|hu|hun|hoon|hoo|ஆகும்|தான்|thaan))?[\s.,!।]*"

_OF_A_PERSON: Final = (
    r"my\s+(?:full\s+|good\s+)?name|full\s+name|name|mer[aei]\s+(?:poora\s+)?na+m|hama+ra\s+na+m|na+m|mera\s+shubh\s+na+m"
    r"|मेरा\s+(?:पूरा\s+|शुभ\s+)?नाम|हमारा\s+नाम|नाम"
    r"|(?:என்|எனது|என்னுடைய|என்னோட|எங்க)\s+(?:முழு\s+)?(?:பெயர்|பேரு|பேர்)|பெயர்|பேரு"
    r"|(?:en|enadhu|enoda|ennoda|ennudaiya|yen)\s+(?:full\s+)?(?:peyar|peyr|peru|per|name)|peyar|peru"
)
_BEFORE_A_PERSON: Final = r"(?:i\s+am|i'?m|im|this\s+is|myself|call\s+me|main|mai|mein|मैं|நான்|naan|nan)\s+"
_SAID: Final = (
    r"\s+(?:speaking|here|bol\s+rah[aie]\s+(?:hu|hun|hoon)|बोल\s+रह[ाेी]\s+(?:हूं|हूँ)|பேசுறேன்|பேசறேன்|pesuren|pesaren)"
)

_OWN: Final = r"(?:my|our|the|mer[aei]|hama+r[aei]|मेर[ाेी]|हमार[ाेी]|अपन[ाेी]|en|enga|engal|என்|எங்க|எங்கள்|எனது)\s+"
_FIRM: Final = (
    r"(?:business|company|firm|shop|unit|factory|workshop|group|brand|enterprise|store|shg|dukaa?n|karobaa?r|vyapaa?r|udyog|karkhana"
    r"|kadai|thozhil|niruvanam|दुकान|कारोबार|व्यापार|बिज\u093c?नेस|कंपनी|कम्पनी|फर्म|उद्योग|कारखाना?े?|इकाई|यूनिट|समूह"
    r"|கடை|கடையின்|தொழில்|தொழிலின்|நிறுவனம்|நிறுவனத்தின்|நிறுவன|கம்பெனி|பிசினஸ்|வியாபார)"
)
_NAME: Final = r"(?:name|na+m|nam|peyar|peru|per|नाम|பெயர்|பேரு|பேர்)"
_SIGN: Final = r"(?=\s*[:=\u2013-]|\s+(?:is|hai|है)\s)"  # without one, Name Plate Works is a business
_OF_A_BUSINESS: Final = (
    rf"(?:{_OWN})?{_FIRM}(?:'s)?(?:\s+(?:ka|ki|ke|का|की|के|oda|udaiya))?\s+{_NAME}|(?:the\s+)?name\s+of\s+{_OWN}{_FIRM}"
    rf"|(?:{_OWN}|the\s+)?{_NAME}{_SIGN}"
)
_BEFORE_A_BUSINESS: Final = r"(?:(?:it|we|this)\s+(?:is|are)\s+called|it'?s\s+called|called)\s+"
_MINE: Final = r"\s+(?:is\s+|hai\s+|है\s+)?(?:my\s+name|mera\s+na+m|मेरा\s+नाम|என்\s+பெயர்|en\s+peru)"


def _around(label: str, before: str, after: str) -> tuple[re.Pattern[str], ...]:
    """How a name may stand in an answer, which names nobody when only the words around it are there."""
    name = r"(?P<name>\S.*?)"
    patterns = (
        rf"(?P<name>){_GREETING}(?:{label}|{before.removesuffix(_SPACE)})(?:\s+(?:is|hai|है))?{_END}",
        rf"{_GREETING}(?:{label}){_IS}{name}{_END}",
        rf"{_GREETING}{before}{name}(?:{after})?{_END}",
        rf"{name}(?:{after}){_END}",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_PERSON: Final = _around(_OF_A_PERSON, _BEFORE_A_PERSON, f"{_SAID}|{_MINE}")
_BUSINESS: Final = _around(_OF_A_BUSINESS, _BEFORE_A_BUSINESS, _MINE)


def read_name(text: str) -> str | Problem:
    """A person's name out of `my name is …`, `मेरा नाम … है`, `en peru …`, or the whole answer.

    NFC, single spaces, all else as typed (quotes, tags, digits). Problems: `name_missing` (no letter of any script);
    `name_short`, `name_long` (`characters`, `least` or `most`).
    """
    return _read(text, _PERSON)


def read_business_name(text: str) -> str | Problem:
    """A business's name, as `read_name` reads a person's; one of digits only will not do, `24 Carat` will."""
    return _read(text, _BUSINESS)


def _read(text: str, patterns: tuple[re.Pattern[str], ...]) -> str | Problem:
    name = cleaned(text)
    for pattern in patterns if len(name) <= 4 * LONGEST else ():
        match = pattern.fullmatch(name)
        if match:
            name = match["name"].strip(" ,।")
            break
    return _problem(name) or name


def _problem(name: str) -> Problem | None:
    if not any(map(str.isalpha, name)):
        return Problem("name_missing")
    if len(name) < SHORTEST:
        return Problem("name_short", {"characters": len(name), "least": SHORTEST})
    if len(name) > LONGEST:
        return Problem("name_long", {"characters": len(name), "most": LONGEST})
    return None
