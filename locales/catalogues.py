"""Catalogues in memory: what to say in a language, read straight from the .po files."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from locales.languages import ENGLISH, FOLDERS, LANGUAGES, form_number, native
from locales.placeholders import placeholder_problem

FOLDER = Path(__file__).parent
NAMES = ("mitra", "faq")
"""The catalogues of each language: the conversation and the answers. A text in both is taken from the first."""

_LINE = re.compile(r'\s*|#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"\s*')


class Unreadable(Exception):
    """A .po file that cannot be read; the message names it and says how to mend it."""


@dataclass(frozen=True)
class Catalogue:
    """The texts of one language. `translations` holds the forms of each English text (singular) that is translated and
    reviewed; whatever is not in there is said in English, always as a whole message.
    """

    language: str
    translations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def say(self, text: str) -> str:
        """`text` in this language, or itself; places such as `{name}` are left for the caller to fill."""
        return self.translations.get(text, (text,))[0]

    def say_count(self, singular: str, plural: str, count: int) -> str:
        """The form for `count`; like `say`, it leaves the places unfilled, that of the number too."""
        forms = self.translations.get(singular, ())
        if len(forms) != 2:
            return (singular, plural)[form_number(ENGLISH, count)]
        return forms[form_number(self.language, count)]

    def language_of(self, text: str) -> str:
        """The language in which `text` will be said: this one, or `en` where it is not translated.

        Dates, numbers and names that fill its places are written in that language, so that no message is half English.
        """
        return self.language if text in self.translations else ENGLISH


@lru_cache(maxsize=32)
def catalogue(language: str, folder: Path = FOLDER) -> Catalogue:
    """The catalogue of `nearest(language)`, read once. `check` says beforehand what would make this raise."""
    language = nearest(language, folder)
    translations: dict[str, tuple[str, ...]] = {}
    for message in _messages(language, folder):
        if _is_ready(message):
            translations.setdefault(english_of(message)[0], forms_of(message))
    return Catalogue(language, translations)


def available(folder: Path = FOLDER) -> tuple[str, ...]:
    """The languages with a catalogue, English first."""
    return tuple(
        language
        for language in LANGUAGES
        if language == ENGLISH or any(path_of(name, language, folder).is_file() for name in NAMES)
    )


def nearest(language: str, folder: Path = FOLDER) -> str:
    """`language` where it is available, else the same language in its own script, else English."""
    there = available(folder)
    return next(candidate for candidate in (language, native(language), ENGLISH) if candidate in there)


def missing(language: str, folder: Path = FOLDER) -> list[str]:
    """The English texts, known to any catalogue, that are not translated or not reviewed in `language`."""
    if language == ENGLISH:
        return []
    known = {english_of(message)[0] for each in available(folder) for message in _messages(each, folder)}
    ready = {english_of(message)[0] for message in _messages(language, folder) if _is_ready(message)}
    return sorted(known - ready)


def check(languages: Iterable[str], folder: Path = FOLDER) -> list[str]:
    """What stands in the way of speaking `languages`, one sentence each with how to mend it; empty when nothing does.

    A language in Latin script may be without a catalogue, for its own script is used then.
    """
    return [problem for language in languages for problem in _problems_of(language, folder)]


def path_of(name: str, language: str, folder: Path = FOLDER) -> Path:
    """Where the catalogue `name` of `language` lies."""
    return folder / FOLDERS[language] / "LC_MESSAGES" / f"{name}.po"


def read(path: Path, language: str) -> Catalog:
    """A .po file as Babel sees it; FileNotFoundError where there is none, Unreadable where it is broken."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, start=1):
            if not _LINE.fullmatch(line):  # Babel would take a text without its end quote, less its last letter
                raise ValueError(f"line {number} is not like the others: {line}")
        return read_po(lines, locale=FOLDERS[language], abort_invalid=True)
    except (ValueError, PoFileError) as error:
        problem = f"{_shown(path)} cannot be read: {' '.join(str(error).split())}"
        raise Unreadable(f"{problem}. Mend it, or take the file from version control.") from error


def english_of(message: Message) -> tuple[str, ...]:
    """The English text, or its singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def forms_of(message: Message) -> tuple[str, ...]:
    """The translation: one text or one for each plural form; empty texts where there is none."""
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


def _is_ready(message: Message) -> bool:
    return all(forms_of(message)) and not message.fuzzy


def _messages(language: str, folder: Path) -> Iterator[Message]:
    paths = [path_of(name, language, folder) for name in NAMES]
    for path in (path for path in paths if path.is_file()):
        yield from (message for message in read(path, language) if message.id)


def _problems_of(language: str, folder: Path) -> Iterator[str]:
    if language not in LANGUAGES:
        yield f"The language {language!r} is not known; choose from {', '.join(LANGUAGES)}."
    elif language == native(language) != ENGLISH or language in available(folder)[1:]:
        for name in NAMES:
            yield from _problems_in(path_of(name, language, folder), language)


def _problems_in(path: Path, language: str) -> Iterator[str]:
    try:
        messages = [message for message in read(path, language) if message.id]
    except FileNotFoundError:
        yield f"{_shown(path)} is missing. Take it from version control, or make it anew with `make words`."
    except Unreadable as error:
        yield str(error)
    else:
        for message in filter(_is_ready, messages):
            problem = placeholder_problem(english_of(message), forms_of(message), language)
            if problem:
                yield f"{_shown(path)}: mend the translation of {english_of(message)[0]!r}: {problem}."


def _shown(path: Path) -> Path:
    return path.relative_to(path.parents[3])  # from `locales` on
