"""The words of the calendar and the clock in each language.

CLDR, through Babel, gives English, Hindi and Tamil. It has nothing for Tamil in Latin letters (Babel answers in Tamil
script) and spellings for Hindi in Latin letters that nobody types. What people type: English months in both, English
weekdays in Tamil, Hindi weekdays in Hindi.
"""

from collections.abc import Mapping
from types import MappingProxyType

from babel.dates import get_day_names, get_month_names

Numbered = Mapping[int, str]

_HINDI_IN_LATIN = ("Som", "Mangal", "Budh", "Guru", "Shukra", "Shani", "Ravi")


def _by_language(
    en: Numbered, hi: Numbered, ta: Numbered, hi_latn: Numbered, ta_latn: Numbered
) -> Mapping[str, Numbered]:
    return MappingProxyType({"en": en, "hi": hi, "ta": ta, "hi-Latn": hi_latn, "ta-Latn": ta_latn})


def _weekdays(language: str, width: str = "wide") -> Numbered:
    return dict(get_day_names(width, locale=language))  # type: ignore[arg-type]  # a str where Babel lists the widths


def _months(language: str, width: str = "wide") -> Numbered:
    return dict(get_month_names(width, locale=language))  # type: ignore[arg-type]  # the same


WEEKDAYS = _by_language(
    en=_weekdays("en"),
    hi=_weekdays("hi"),
    ta=_weekdays("ta"),
    hi_latn={day: f"{stem}vaar" for day, stem in enumerate(_HINDI_IN_LATIN)},
    ta_latn=_weekdays("en"),
)
"""By `date.weekday()`: Monday is 0."""

SHORT_WEEKDAYS = _by_language(
    en=_weekdays("en", "abbreviated"),
    hi=_weekdays("hi", "abbreviated"),
    ta=_weekdays("ta"),  # short as they are; CLDR's abbreviations save one letter and need a full stop
    hi_latn=dict(enumerate(_HINDI_IN_LATIN)),
    ta_latn=_weekdays("en", "abbreviated"),
)

MONTHS = _by_language(_months("en"), _months("hi"), _months("ta"), _months("en"), _months("en"))
"""By `date.month`: January is 1."""

SHORT_MONTHS = _by_language(
    en=_months("en", "abbreviated"),
    hi=_months("hi"),
    ta=_months("ta"),
    hi_latn=_months("en", "abbreviated"),
    ta_latn=_months("en", "abbreviated"),
)

DAY_PARTS: Mapping[str, Numbered] = MappingProxyType(
    {
        "hi": {0: "रात", 4: "सुबह", 12: "दोपहर", 16: "शाम", 20: "रात"},
        "hi-Latn": {0: "raat", 4: "subah", 12: "dopahar", 16: "shaam", 20: "raat"},
        "ta": {0: "இரவு", 3: "அதிகாலை", 5: "காலை", 12: "மதியம்", 16: "மாலை", 20: "இரவு"},
        "ta-Latn": {0: "iravu", 3: "adhikaalai", 5: "kaalai", 12: "madhiyam", 16: "maalai", 20: "iravu"},
    }
)
"""Each part of the day by the hour from which it is said, after CLDR's day periods without the rarer ones of Tamil."""

O_CLOCK = MappingProxyType({"hi": "बजे", "hi-Latn": "baje", "ta": "மணி", "ta-Latn": "mani"})
