"""A message as the model reads it: its words, their meaning in plain English words, and the text in native script."""

from __future__ import annotations

import re
from typing import NamedTuple

from nlu.glosses import glossed
from nlu.native_script import native_text
from nlu.tokens import plain

_HELLO = (
    "hello|helo|hi|hai|hey|good (?:morning|evening|afternoon)|namaste|namaskar|namaskaram|vanakkam|vanakam|ram ram"
    "|नमस्ते|नमस्कार|प्रणाम|हेलो|हैलो|राम राम|வணக்கம்|ஹலோ|ஹாய்"
)
_TO_WHOM = (
    "sir|madam|mam|ji|bhai|bhaiya|didi|anna|akka|ayya|bro|team|mitra|सर|मैडम|जी|भाई|भैया|दीदी|சார்|மேடம்|அண்ணா|அக்கா|ஐயா|அம்மா"
)
_GREETING = re.compile(rf"(?:(?:{_HELLO})(?: (?:{_TO_WHOM}))* )+(?=\S+ \S)")
_ONLY_GREETING = re.compile(rf"(?:(?:{_HELLO}|{_TO_WHOM})(?: |$))*")


class Reading(NamedTuple):
    """Three views of one message."""

    words: list[str]
    """Normalised, lower case, as typed otherwise."""
    glosses: list[str]
    """Hindi and Tamil words as plain English ones, see `nlu.glosses`."""
    encoded: str
    """What the encoder reads: Latin-script Hindi and Tamil in their own script, which it knows best, see
    `nlu.native_script`; Tamil with its glosses, since spoken Tamil is written in ways that the encoder has seldom seen."""


def read(typed: str, register: str) -> Reading:
    """The views of a typed message in a register (`en`, `hi`, `hi-Latn`, `ta`, `ta-Latn`)."""
    text = _wish(plain(typed))
    native = native_text(text, register)
    glosses = glossed(native, register)
    return Reading(text.split(), glosses.split(), f"{native} {glosses}" if register == "ta" else native)


def _wish(text: str) -> str:
    """The text without a greeting before a wish; a greeting that stands alone is the wish."""
    greeting = _GREETING.match(text)
    return text[greeting.end() :] if greeting and not _ONLY_GREETING.fullmatch(text) else text
