"""Days of the week and near days as Tamil speakers type them, brought to one spelling: `velli kezhama`, `naalanaiku`, ஞாயித்துக்கெழமை."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_KIZHAMAI: Final = "k+[ei]+[zl]h?[ae]+m[ae]*[iy]?"
_KIZHAMAI_ALONE: Final = re.compile(f"{_KIZHAMAI}|க[ிெ][ழள]ம[\u0b80-\u0be5]*")
# The stem may end in a letter that only the join brings: திங்கட்கிழமை, ஞாயிற்றுக்கிழமை
_STEMS: Final = {
    "monday": "th?i[nm]g[ae]?[lt]?|திங்க(?:ள்|ட்)?",
    "tuesday": "(?:s|ch)e+v+a+[iy]?|செவ்வா(?:ய்)?",
    "wednesday": "[bp]h?u[dt]h?[ae]n?|புத(?:ன்)?",
    "thursday": "v[iy]+a+[zl]h?[ae]?n?|வியாழ(?:ன்)?",
    "friday": "vel+[iy]|வெள்ளி",
    "saturday": "s[h]?ani|சனி",
    "sunday": "(?:gn|ny|nj|n|y)[iy]?a+[iy]+(?:r|t+h?|t+r)h?u?|ஞாயி(?:று|ற்று|த்து|ரு)",
}
_WITH_KIZHAMAI: Final = tuple(
    (re.compile(f"(?:{stem})(?:{_KIZHAMAI}|(?:க்|ட்)?க[ிெ][ழள]ம[\u0b80-\u0be5]*)"), day) for day, stem in _STEMS.items()
)
_NEAR_DAYS: Final = (
    (re.compile("in+[ai]+k+[iu]|இன்ன[ைி]க்க[ிு]"), "today"),
    (re.compile("na+l[ae]*i?k+[iu]|நாளைக்கி"), "naalaiku"),
    (re.compile("na+l+a*n+[ai]*i?k+[iu]|நாளா?[னந]்?[னந]?[ைி]க்க[ிு]"), "parso"),
)
_NEXT_WEEK: Final = frozenset({("adutha", "vara"), ("aduththa", "vara"), ("adutha", "vaara"), ("அடுத்த", "வார")})
_TOMORROW: Final = frozenset({"mrw", "moro", "morrow", "mro"})


def spelt(tokens: list[str]) -> Iterator[str]:
    """The tokens with these days as English or known words; `velli kezhama` becomes one."""
    skip = False
    tokens = ["vaaram" if pair in _NEXT_WEEK else pair[1] for pair in pairwise(["", *tokens])]
    for token, following in pairwise([*tokens, ""]):
        if skip:
            skip = False
        elif token == "2" and following in _TOMORROW:
            skip = True
            yield "tomorrow"
        elif _KIZHAMAI_ALONE.fullmatch(following) and (day := _day_of_the_week(token + following)):
            skip = True
            yield day
        else:
            yield _day_of_the_week(token) or _near_day(token) or token


def _day_of_the_week(word: str) -> str | None:
    return next((day for pattern, day in _WITH_KIZHAMAI if pattern.fullmatch(word)), None)


def _near_day(word: str) -> str | None:
    return next((day for pattern, day in _NEAR_DAYS if pattern.fullmatch(word)), None)
