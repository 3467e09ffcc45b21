"""Whatever must not be written down, in one question: is there any of it, and of which kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from programme.identifiers.aadhaar import holds_aadhaar, redact_aadhaar
from programme.identifiers.secrets import redact_secrets, secret_in

AADHAAR: Final = "aadhaar"
PHONE_QUESTION: Final = "field:phone"


class HoldsANumber(ValueError):
    """A text of staff holds an Aadhaar number; the message says so and where, without the number."""


@dataclass(frozen=True)
class Context:
    """What was just asked: the kind of the question that stands, and whether a telephone number may be the answer."""

    asked: str | None = None
    phone_expected: bool = False


NOTHING_ASKED: Final = Context()


def forbidden_in(text: str, context: Context = NOTHING_ASKED) -> str | None:
    """`aadhaar`, or the kind of secret that `text` holds; None for a text that may be kept."""
    if holds_aadhaar(text, phone_expected=context.phone_expected):
        return AADHAAR
    return secret_in(text, context.asked)


def redacted(text: str, context: Context = NOTHING_ASKED) -> str:
    """The text without any of it."""
    return redact_secrets(redact_aadhaar(text, phone_expected=context.phone_expected), context.asked)


def refuse_aadhaar(text: str, name: str) -> str:
    """`text` as it is, for what staff write; `name` says what it is. Raises `HoldsANumber`."""
    if holds_aadhaar(text):
        raise HoldsANumber(f"{name} seems to hold an Aadhaar number, which must not be kept: write it without")
    return text
