"""Buttons that several topics offer."""

from __future__ import annotations

from actions.turn import Choice, choice
from locales.catalogues import available
from locales.responses import responses
from programme.surroundings import here


def main_menu(*, registered: bool) -> list[Choice]:
    """What one can do next."""
    first = choice("my_workshops", "my_workshops") if registered else choice("register", "register_business")
    return [first, choice("workshops", "list_workshops"), choice("questions", "help", about="questions")]


def languages_offered() -> tuple[str, ...]:
    """The operator's languages that have a catalogue."""
    return tuple(language for language in here().languages if language in available())


def language_menu() -> list[Choice]:
    """The languages to choose from, each in its own words."""
    return [choice(f"language_{language}", "change_language", language=language) for language in languages_offered()]


def messages_menu() -> list[Choice]:
    """What we may send by ourselves."""
    return [
        choice("messages_all", "resume_reminders", act="yes", about="all"),
        choice("messages_reminders", "resume_reminders", about="reminders"),
        choice("messages_none", "stop_reminders", act="no", about="none"),
    ]


def meaning(intent: str) -> Choice:
    """What a person may have meant: a question by its title, anything else by its label."""
    if intent.startswith("faq/"):
        topic = intent.removeprefix("faq/")
        return choice("faq_title", "faq", facts={"faq_topic_title": topic}, faq_topic=topic)
    known = f"utter_label_meaning_{intent}" in responses()
    return choice(f"meaning_{intent}" if known else "meaning_help", intent)
