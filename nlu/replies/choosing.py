"""Which of the things just shown a reply picks: by its place in the row, by words of its label, by meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from nlu import encoder
from nlu.glosses import glossed
from nlu.native_script import native_text
from nlu.phonetics import skeleton
from nlu.registers import native_register
from nlu.replies import signs
from nlu.replies.positions import position
from nlu.tokens import words
from programme.identifiers import date_words
from programme.identifiers.quantity_tokens import number_word
from programme.places import District, find_places

_MORE = frozenset(
    "more others other else dates aur और baaki baki बाकी innum vera வேற வேறு இன்னும் மேலும் mele next alawa अलावा".split()
)
_MORE_LABEL = re.compile(r"\b(?:more|others?|aur|vera|innum)\b|और|अन्य|இன்னும்|வேற|மேலும்", re.IGNORECASE)
_THIS_ONE = frozenset(
    "that this same it only wahi wohi vahi yahi yehi wo वही यही वो athu adhu idhu ithu adhuve idhuve athuve ithuve adhe idhe அது இது அதுவே இதுவே அதே இதே இந்த அந்த".split()
)
_SHORTEST_DAY = 3
_DAYS = {
    0: "mon som thing thingal thingakizhamai thingakezhama somvaar सोम திங் திங்க திங்கள்",
    1: "tue mangal sevv sevvai chevvai मंगल செவ் செவ்வாய்",
    2: "wed budh budhan pudhan buthan बुध புத புதன்",
    3: "thu gur guru viyazhan viyalan vyazhan गुरु वीर வியா வியாழன்",
    4: "fri shukr shukra sukr velli शुक्र வெள் வெள்ளி",
    5: "sat shani sani sanikizhamai शनि சனி",
    6: "sun ravi itwar gnayiru nyayiru nyayitru रवि इतवार ஞாயி ஞாயிறு ஞாயித்து ஞாயிற்று",
}
_DAY_WORDS = {word: f"day{day}" for day, line in _DAYS.items() for word in line.split()}
_DAY_WORDS |= {word: f"day{day}" for word, day in date_words.WEEKDAYS.items()}
_NATIVE_DAYS = {stem: code for stem, code in _DAY_WORDS.items() if not stem.isascii() and len(stem) >= _SHORTEST_DAY}
_HOURS = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_MORNING = frozenset("morning subah savere सुबह सवेरे காலை காலைல காலையில kaalai kaalaila kalaila kaalaiyila".split())
_AFTERNOON = frozenset(
    "afternoon evening noon dopahar shaam sham दोपहर शाम மதியம் மத்தியானம் மாலை சாயங்காலம் மாலைல madhiyam mathiyanam saayangaalam maalai maalaila".split()
)
_UNSAID = frozenset("the a an of and in at on for to is it i my me one class training workshop want".split())
_SHORTEST, _SHORTEST_BEGINNING = 2, 4
_LEAD = 0.02
"""How much nearer in meaning than the next one a label must be."""


def chosen(text: str, shown: Sequence[str]) -> int | None:
    """The number from 1 of the one thing in `shown` that `text` picks; None where it picks none, or more than one."""
    said = [word.text for word in words(text)]
    if not said or not shown:
        return None
    things = [label for label in shown if not _MORE_LABEL.search(label)] or list(shown)
    return (
        _signed(text, len(shown))
        or position(said, len(shown))
        or _by_label(text, said, shown)
        or _rest(said, shown, things)
        or _by_time(said, shown)
        or (None if find_places(text) else _by_meaning(text, shown))
    )


def _signed(text: str, count: int) -> int | None:
    """ "#3"."""
    number = re.search(r"#\s*(\d)\b", text)
    return int(number.group(1)) if number and int(number.group(1)) <= count else None


def labelled(text: str, shown: Sequence[str]) -> bool:
    """Whether the words point at one of the labels by what is written on it."""
    said = [word.text for word in words(text)]
    return bool(said and shown) and _by_label(text, said, shown) is not None


def _rest(said: Sequence[str], shown: Sequence[str], things: Sequence[str]) -> int | None:
    """ "More" where a label offers it; the only thing there is, where the words point at it."""
    if len(things) < len(shown) and _MORE.intersection(said):
        return len(shown)
    return 1 if len(things) == 1 and _THIS_ONE.intersection(said) else None


def _by_label(text: str, said: Sequence[str], shown: Sequence[str]) -> int | None:
    """The label that shares most with the words, what every label has left out; what is denied counts against its own."""
    labels = [_sounds([word.text for word in words(label)], label) for label in shown]
    frequency = Counter(sound for label in labels for sound in label)
    telling = [{sound for sound in label if frequency[sound] < len(shown) or len(shown) == 1} for label in labels]
    denied = _denied(said)
    merits = [_shared(_sounds(said, text), label, frequency) for label in telling]
    against = [_shared(_sounds(denied, " ".join(denied)), label, frequency) if denied else 0 for label in telling]
    left = [merit - 2 * minus for merit, minus in zip(merits, against, strict=True)]
    if any(against) and max(left) <= 0:  # "not Salem, the other one"
        others = [place for place, minus in enumerate(against) if not minus and not _MORE_LABEL.search(shown[place])]
        return others[0] + 1 if len(others) == 1 else None
    best = max(left)
    return left.index(best) + 1 if best > 0 and left.count(best) == 1 else None


def _denied(said: Sequence[str]) -> list[str]:
    """The word that a no stands beside: before it in English, behind it in Hindi and Tamil."""
    found = []
    for place in signs.sure_no(said):
        before_in_english = said[place] in ("not", "no", "dont", "don't")
        there = place + 1 if before_in_english else place - 1
        found += [said[there]] if 0 <= there < len(said) else []
    return found


def _shared(heard: set[str], label: set[str], frequency: Counter[str]) -> float:
    same = sum(1 / frequency[sound] for sound in heard & label)
    begun = (sound for sound in label - heard if any(_begins(sound, other) for other in heard))
    return same + sum(0.5 / frequency[sound] for sound in begun)


def _begins(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _SHORTEST_BEGINNING and one[:shorter] == other[:shorter]


def _sounds(said: Iterable[str], text: str) -> set[str]:
    """What the words sound like in any script, and what they mean; days and places as one word each, numbers as figures."""
    said = list(said)
    register = native_register(text)
    readings = [" ".join(said)]
    readings += [native_text(readings[0], code) for code in ("hi-Latn", "ta-Latn") if register is None]
    glosses = [glossed(one, code) for one in readings for code in ("hi", "ta")]
    found = {f"place {one.place.name}" for one in find_places(text) if isinstance(one.place, District)}
    meant = {word for word in " ".join(glosses).split() if word not in _DAY_WORDS}  # one gloss serves several days
    for word in {*said, *meant} - _UNSAID:
        found.update(_sound(word))
    return found


def _sound(word: str) -> Iterable[str]:
    word = word.removesuffix("'s")
    day = _DAY_WORDS.get(word) or next((code for stem, code in _NATIVE_DAYS.items() if word.startswith(stem)), None)
    if day:
        yield day
        return
    digits = re.match(r"\d+", word)
    number = number_word(word)
    if digits:
        yield digits.group()
    elif number is not None and number.denominator == 1 and number > 0:
        yield str(number)
    elif len(sound := skeleton(word)) >= _SHORTEST:
        yield sound


def _by_time(said: Sequence[str], shown: Sequence[str]) -> int | None:
    """The one label whose time lies in the part of the day that is named."""
    early, late = bool(_MORNING.intersection(said)), bool(_AFTERNOON.intersection(said))
    if early == late:
        return None
    fitting = [place for place, label in enumerate(shown, start=1) if (at := _hour(label)) and (7 <= at < 12) == early]
    return fitting[0] if len(fitting) == 1 else None


def _hour(label: str) -> int | None:
    found = _HOURS.search(label)
    return int(found.group(1)) if found else None


def _by_meaning(text: str, shown: Sequence[str]) -> int | None:
    """The label nearest in meaning, where it is nearest by far."""
    said, labels = encoder.embedded(text), [encoder.embedded(label) for label in shown]
    if said is None or len(shown) < 2 or any(label is None for label in labels):
        return None
    likeness = [float(said @ label) for label in labels if label is not None]
    first, second = sorted(likeness, reverse=True)[:2]
    return likeness.index(first) + 1 if first - second >= _LEAD else None
