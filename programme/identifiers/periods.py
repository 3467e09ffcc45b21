"""A day, a week, a month, a year in a text about money: `maasam 25000`, `हर महीने`, `per day`, `3 mahine me`."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Period(Enum):
    """What an amount was said to be for. The value says how many of them count for a year of work."""

    DAY = 300
    WEEK = 52
    MONTH = 12
    YEAR = 1


@dataclass(frozen=True)
class SpokenPeriod:
    """A period that stands at `start` to `end` of a plain text; `count` of them ("in 3 months")."""

    period: Period
    count: int
    start: int
    end: int


_WORDS: Final = {
    Period.DAY: (
        r"days?|daily|everyday|din|dino|dinon|pratidin|dainik|ro+[jz](?:a+na)?|dh?inam(?:um)?|thinam(?:um)?|dinasari|naalu?k?ku|naalaik?ku|naal"
        r"|दिन|दिनों|रोज|रोजाना|प्रतिदिन|दैनिक|தினம்|தினமும்|தினசரி|நாளைக்கு|நாளுக்கு|நாள்|நாளில்"
    ),
    Period.WEEK: (
        r"weeks?|weekly|haft[aeo]n?|hapt[ae]|saptah(?:ik)?|va+ram|va+rath?[a-z]*|va+rathukk?u"
        r"|हफ्ता|हफ्ते|हफ्तों|सप्ताह|साप्ताहिक|வாரம்|வாரத்[\u0b80-\u0bff]*|வாரா"
    ),
    Period.MONTH: (
        r"months?|monthly|mnth|pm|p\.m\.?|mahi+n[aeo]n?|mahe+n[ae]|ma+h|ma+sik|ma+sam|ma+sath?[a-z]*|ma+dh?am|ma+th?am|ma+dh?ath[a-z]*|ma+thath[a-z]*"
        r"|महीना|महीने|महीनों|महिना|महिने|माह|मासिक|மாதம்|மாசம்|மா[தச]த்[\u0b80-\u0bff]*|மா[தச]ா"
    ),
    Period.YEAR: (
        r"years?|yearly|annual|annually|annum|yr|p\.a\.?|sa+l|sa+la+na|varsh(?:ik)?|barsh?|barsik|varusha?[mt][a-z]*|varuda[mt][a-z]*|varsham|va*rushath[a-z]*|a+ndu[a-z]*"
        r"|साल|सालाना|वर्ष|वार्षिक|बरस|வரு[டஷச][\u0b80-\u0bff]*|ஆண்ட[\u0b80-\u0bff]*"
    ),
}
_LETTER: Final = r"a-z\u0900-\u0963\u0971-\u097f\u0b80-\u0be5"
_COUNT: Final = (
    r"(?:(?P<count>\d{1,2}|ek|do|teen|one|two|three|oru|ondru|rendu|moonu|एक|दो|तीन|ஒரு|ரெண்டு|மூணு|மூன்று|இரண்டு) )?"
)
_FOUND: Final = tuple(
    (period, re.compile(rf"(?<![{_LETTER}\d.,]){_COUNT}(?<![{_LETTER}])(?:{words})(?![{_LETTER}])"))
    for period, words in _WORDS.items()
)
_COUNTS: Final = {
    1: "ek one oru ondru एक ஒரு", 2: "do two rendu दो ரெண்டு இரண்டு", 3: "teen three moonu तीन மூணு மூன்று",
}  # fmt: skip
_COUNT_OF: Final = {word: count for count, words in _COUNTS.items() for word in words.split()}
_SINCE: Final = re.compile(
    r" ?(?:se|से|ago|old|purani|purana|पहले|पुरानी|पुराना|aaga|ஆக|munnadi|முன்னாடி)(?![" + _LETTER + "])"
)
_MOST: Final = {Period.DAY: 31, Period.WEEK: 12, Period.MONTH: 36, Period.YEAR: 5}


def periods(text: str) -> list[SpokenPeriod]:
    """The periods named in a plain text, left to right; `2 saal se`, a time gone by, is none."""
    found = [
        SpokenPeriod(period, _count(match["count"]), *match.span())
        for period, pattern in _FOUND
        for match in pattern.finditer(text)
        if _count(match["count"]) <= _MOST[period] and not (match["count"] and _SINCE.match(text, match.end()))
    ]
    return sorted(found, key=lambda each: each.start)


def a_year(rupees: int, period: Period) -> int:
    """What an amount for a period makes in a year: a day × 300, a week × 52, a month × 12."""
    return rupees * period.value


def _count(word: str | None) -> int:
    if not word:
        return 1
    return max(1, int(word)) if word.isdecimal() else _COUNT_OF[word]
