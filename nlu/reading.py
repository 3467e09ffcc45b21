"""A message as the model reads it: its words, their meaning in plain English words, and the text in native script."""

from __future__ import annotations

from typing import NamedTuple

from nlu.glosses import glossed
from nlu.native_script import native_text
from nlu.tokens import plain


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
    text = plain(typed)
    native = native_text(text, register)
    glosses = glossed(native, register)
    return Reading(text.split(), glosses.split(), f"{native} {glosses}" if register == "ta" else native)
