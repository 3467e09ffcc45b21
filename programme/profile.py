"""The programme file: what only the operator can say, such as names, links, contacts. Nothing of the kind is in code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from programme.identifiers.aadhaar import holds_aadhaar

SETTINGS = (
    "bot_name", "operator", "contact_phone", "contact_email", "contact_address", "grievance_officer", "helpline",
    "joining_link", "eligibility", "training_languages", "certificate", "institutes", "cohort_dates",
)  # fmt: skip

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?")

DEFAULT_NAMES = {"en": "Mitra", "hi": "मित्र", "ta": "மித்ரா"}


class BadProfile(Exception):
    """The programme file cannot be used; the message names the file, the place and a way to mend it."""


@dataclass(frozen=True)
class Profile:
    """The operator's file. A value is one text for all languages, or a text by language code."""

    values: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)

    def said(self, setting: str, language: str) -> str | None:
        """The operator's words on `setting` in `language`, else in English, else None: not yet announced."""
        value = self.values.get(setting)
        if isinstance(value, Mapping):
            return value.get(language) or value.get(language.split("-")[0]) or value.get("en") or None
        return value or None

    def in_language(self, language: str) -> dict[str, str]:
        """Every setting that has a value, in `language`."""
        said = {setting: self.said(setting, language) for setting in SETTINGS}
        return {setting: value for setting, value in said.items() if value}

    def bot_name(self, language: str) -> str:
        return self.said("bot_name", language) or DEFAULT_NAMES.get(language, DEFAULT_NAMES["en"])


def read_profile(path: Path | None) -> Profile:
    """Read the TOML file at `path`; without one everything is not yet announced. Raises `BadProfile`."""
    if path is None:
        return Profile()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadProfile(f"the programme file {path} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadProfile(f"the programme file {path} is not valid TOML: {error}") from error
    for setting, value in values.items():
        _check(path, setting, value)
    return Profile(values)


def texts_of(value: object) -> tuple[Any, ...]:
    """The text, or the texts by language."""
    return tuple(value.values()) if isinstance(value, Mapping) else (value,)


def _check(path: Path, setting: str, value: object) -> None:
    if setting not in SETTINGS:
        raise BadProfile(f"the programme file {path} has {setting!r}, which is none of: {', '.join(SETTINGS)}")
    if not all(isinstance(text, str) for text in texts_of(value)):
        raise BadProfile(f'in the programme file {path}, {setting} must be a text, or texts by language: en = "…"')
    if any(holds_aadhaar(text) for text in texts_of(value)):
        raise BadProfile(f"in the programme file {path}, {setting} seems to hold an Aadhaar number: write it without")
    if setting == "joining_link" and not all(_LINK.fullmatch(text) for text in texts_of(value) if text):
        raise BadProfile(f"in the programme file {path}, {setting} must be an http or https address")
    wrong = [code for code in value if not _LANGUAGE.fullmatch(code)] if isinstance(value, Mapping) else []
    if wrong:
        raise BadProfile(
            f"in the programme file {path}, {setting} has the language {wrong[0]!r}: write hi, ta, hi-Latn"
        )
