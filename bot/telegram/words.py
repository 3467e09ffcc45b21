"""What this doorway says by itself, and what it is called in Telegram's own lists."""

from __future__ import annotations

from locales.catalogues import catalogue
from locales.responses import text_of

COMMANDS = ("register", "workshops", "mine", "invite", "language", "help", "privacy", "stop")


def said(name: str, language: str, **facts: str) -> str:
    """The response `utter_<name>` in `language`."""
    return catalogue(language).say(text_of(f"utter_{name}")).format(**facts)
