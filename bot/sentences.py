"""Facts become sentences in a person's language: the words from the catalogue, dates, counts and places as it writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from locales import formats
from locales.catalogues import Catalogue, catalogue
from locales.responses import responses
from programme import faq
from programme.places import District, all_districts, name_of, state_of
from programme.surroundings import here

LIST_FACTS = {"languages": "utter_label_language_{}"}
_PLACES = re.compile(r"\{\w+\}")
PLACE_FACTS = ("state", "gstin_state", "district", "place")
EMPHASISED = ("title", "registration_number")
"""Facts to stand out, of workshops and businesses: what people look for in a message."""
_OPENS, _CLOSES = "\ue000", "\ue001"
_MARKS = re.compile(f"[{_OPENS}{_CLOSES}]")
LABEL_FACTS = {"sector": "utter_label_sector_{}", "size": "utter_label_size_{}"}

Response = Mapping[str, Any]
"""One wording of the domain: `text`, and `metadata` where it has a plural."""


class Sentences:
    """Says a response of the domain in any language.

    A fact is written by its name: `…_date`, `…_time` and `…_short` (ISO 8601, UTC) in the operator's zone, `…_count`,
    `state` (ISO 3166-2) and `district` by their names there, `sector` and `size` by their labels; any other as it is.
    """

    def __init__(self, response: Callable[[str], Response] = lambda name: responses()[name]) -> None:
        self._response = response

    def message(self, name: str, language: str, facts: dict[str, Any]) -> dict[str, Any]:
        """The response `name` with its further lines and its buttons, in `language`."""
        words = catalogue(language)
        paragraphs = [self._sentence(name, words, facts)]
        paragraphs += [self._sentence(line, words, line_facts) for line, line_facts in facts.get("lines") or []]
        text, emphasis = _told_apart("\n".join(paragraphs))
        message: dict[str, Any] = {"text": text, "emphasis": emphasis}
        choices = facts.get("choices") or []
        if choices:
            message["buttons"] = [self._button(one, words) for one in choices]
        return message | {name: facts[name] for name in ("asks", "same_buttons") if facts.get(name)}

    def _button(self, one: dict[str, Any], words: Catalogue) -> dict[str, str]:
        button = {"title": self._plain(one["label"], one["facts"], words), "payload": one["payload"]}
        button |= {"act": one["act"]} if one.get("act") else {}
        if one.get("about"):
            line, facts = one["about"]
            button["about"] = self._plain(line, facts, words)
        return button

    def _plain(self, name: str, facts: Mapping[str, Any], words: Catalogue) -> str:
        text, _emphasis = _told_apart(self._sentence(name, words, facts))
        return text

    def _sentence(self, name: str, words: Catalogue, facts: Mapping[str, Any]) -> str:
        response = self._response(name)
        text, metadata = response["text"], response.get("metadata") or {}
        language = words.language_of(text) if _has_words(text) else words.language
        if "plural" in metadata:
            said = words.say_count(text, metadata["plural"], int(facts[metadata["count"]]))
        else:
            said = words.say(text)
        if "{" not in said:
            return said
        written = {
            fact: self._written(fact, value, facts, language) for fact, value in facts.items() if value is not None
        }
        return said.format(**written)

    def _written(self, fact: str, value: Any, facts: Mapping[str, Any], language: str) -> str:
        if fact == "faq_answer":
            return _answer(str(value), facts, language)
        if fact in EMPHASISED:
            return f"{_OPENS}{_MARKS.sub('', str(value))}{_CLOSES}"
        if fact == "faq_topic_title":
            return catalogue(language).say(faq.answer_to(str(value)).title)
        if fact in LABEL_FACTS:
            return self._sentence(LABEL_FACTS[fact].format(value), catalogue(language), {})
        if fact in LIST_FACTS:
            labels = [self._sentence(LIST_FACTS[fact].format(item), catalogue(language), {}) for item in value]
            return formats.join(labels, language)
        return _place_or_time(fact, value, language)


def _answer(topic: str, facts: Mapping[str, Any], language: str) -> str:
    """The part `faq_part` of an answer as it is for somebody in the `circumstances` among the facts."""
    words, profile = catalogue(language), here().profile
    who = faq.Circumstances(**(facts.get("circumstances") or {}))
    return faq.message(
        faq.answer_to(topic), facts.get("faq_part") or faq.SHORT, who, profile.in_language(language), words.say,
        lambda day: formats.month_year(day, language),
    )  # fmt: skip


def _told_apart(marked: str) -> tuple[str, list[list[int]]]:
    """A text without its marks, and what they marked, so that no doorway shows them by mistake."""
    text, spans = "", []
    for piece in re.split(f"({_OPENS}.*?{_CLOSES})", marked, flags=re.DOTALL):
        plain = _MARKS.sub("", piece)
        if plain and piece.startswith(_OPENS):
            spans.append([len(text), len(text) + len(plain)])
        text += plain
    return text, spans


def _has_words(text: str) -> bool:
    """Whether anything but places for facts stands in `text`; such a frame is the same in every language."""
    return any(letter.isalpha() for letter in _PLACES.sub("", text))


def _place_or_time(fact: str, value: Any, language: str) -> str:
    if fact in PLACE_FACTS:
        return place_name(str(value), language)
    if fact.endswith("_count"):
        return formats.number(int(value), language)
    if fact.endswith(("_date", "_time", "_short")):
        return _moment(fact, str(value), language)
    return str(value)


def place_name(value: str, language: str) -> str:
    """A state by its ISO code, or a district by its English name, in `language`; a place typed by hand as it is."""
    state = state_of(value)
    if state is not None:
        return name_of(state, language)
    district = _districts_by_name().get(value)
    return name_of(district, language) if district else value


@cache
def _districts_by_name() -> dict[str, District]:
    return {district.name: district for district in all_districts()}


def _moment(fact: str, value: str, language: str) -> str:
    moment = datetime.fromisoformat(value)
    local = moment.astimezone(here().zone) if moment.tzinfo else moment
    if fact.endswith("_time"):
        return formats.time_text(local, language)
    return (
        formats.short_date(local.date(), language)
        if fact.endswith("_short")
        else formats.date_text(local.date(), language)
    )
