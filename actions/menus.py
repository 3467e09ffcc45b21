"""Buttons that several topics offer."""

from __future__ import annotations

from actions.turn import Choice, choice


def main_menu(*, registered: bool) -> list[Choice]:
    """What one can do next."""
    first = choice("my_workshops", "my_workshops") if registered else choice("register", "register_business")
    return [first, choice("workshops", "list_workshops"), choice("questions", "help", about="questions")]


def language_menu(languages: tuple[str, ...]) -> list[Choice]:
    """The languages to choose from, each in its own words."""
    return [choice(f"language_{language}", "change_language", language=language) for language in languages]


def messages_menu() -> list[Choice]:
    """What we may send by ourselves."""
    intents = {"all": "resume_reminders", "reminders": "resume_reminders", "none": "stop_reminders"}
    return [choice(f"messages_{how}", intent, about=how) for how, intent in intents.items()]
