"""The five languages a person can be answered in, where their catalogues lie, and how they count."""

from types import MappingProxyType

from babel import Locale
from babel.plural import PluralRule, to_gettext

ENGLISH = "en"
"""The language of the texts in the source; it has no catalogue, for the text itself is the key."""

FOLDERS = MappingProxyType({"en": "en", "hi": "hi", "ta": "ta", "hi-Latn": "hi_Latn", "ta-Latn": "ta_Latn"})
"""Language code (as in settings and rows) → folder below `locales/`."""

LANGUAGES = tuple(FOLDERS)


def native(language: str) -> str:
    """The language in its own script: `hi-Latn` → `hi`, others unchanged."""
    return language.removesuffix("-Latn")


def plural_rule(language: str) -> PluralRule:
    """CLDR's rule for `language`: in Hindi 0 and 1 are *one*, in Tamil and English only 1 is.

    This is the only plural rule here: `plural_header` writes the same one into the catalogues. Babel's own table for
    headers (`get_plural`) is older than CLDR and puts the 0 of Hindi into *other*, so it is not asked.
    """
    return Locale.parse(native(language)).plural_form


def form_number(language: str, count: int) -> int:
    """Which `msgstr[…]` is for `count`: 0 for *one*, 1 for *other*."""
    return 0 if plural_rule(language)(count) == "one" else 1


def plural_header(language: str) -> str:
    """The rule as a `Plural-Forms` header of a .po file."""
    return to_gettext(plural_rule(language))


def counts_of_one(language: str) -> tuple[int, ...]:
    """The whole numbers that the first form stands for: (0, 1) in Hindi, (1,) in the others."""
    return tuple(count for count in range(10) if form_number(language, count) == 0)
