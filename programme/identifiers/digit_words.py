"""Digits that are written as words, in three languages and two scripts: `two three`, `do teen`, `இரண்டு மூன்று`."""

from __future__ import annotations

from functools import cache
from typing import Final

from programme.identifiers.folding import folded
from programme.identifiers.quantity_tokens import number_word, plain

_SPELT: Final = (
    "zero o oh nil sunya shunya shoonya ziro jiro cypher शून्य सुन्ना ज़ीरो जीरो शुन्य பூஜ்யம் பூஜ்ஜியம் சைபர் ஜீரோ சுழியம் poojyam pujyam poojiyam boojiyam cyber",
    "one won ek yek ik ikk वन एक ஒன்று ஒன்னு ஒண்ணு ஒரு ondru onnu onru oru ஒன் வன்",
    "two too do dow टू दो இரண்டு ரெண்டு இரு irandu rendu randu iru டூ",
    "three teen tin theen थ्री तीन மூன்று மூணு moondru moonu munu muunu moonru mundru த்ரீ",
    "four for char chaar chhar फोर चार நான்கு நாலு naangu nangu naalu nalu naanku ஃபோர் போர்",
    "five panch paanch panj paach फाइव पांच पाँच ஐந்து அஞ்சு ainthu aindhu aindu anju anchu ஃபைவ் பைவ்",
    "six chhah chhe chah che chha chhai सिक्स छह छः छे छै छ ஆறு aaru aru சிக்ஸ்",
    "seven saat sat saath सेवन सात ஏழு ezhu elu yelu yezhu ezhlu செவன்",
    "eight aath ath aat aanth एट आठ எட்டு ettu yettu எய்ட்",
    "nine nau no naw now नाइन नौ ஒன்பது ஒம்பது onbathu onbadhu ombathu ombadhu onpathu நைன்",
)
_NOT_DIGITS: Final = frozenset(("a", "an", "now", "no", "won", "too", "for", "o", "oh"))
"""Words that stand in every second sentence, and between digits for something else."""
_AGAIN: Final = {
    "double": 2, "dabal": 2, "dubble": 2, "डबल": 2, "டபுள்": 2, "இரட்டை": 2, "triple": 3, "tripal": 3, "ट्रिपल": 3, "ட்ரிபிள்": 3, "மூன்றுமுறை": 3,
}  # fmt: skip


def digits_of(word: str) -> str:
    """The digits that a folded word stands for, two for `twenty` or `तेईस`; empty for other words."""
    spelt = _spelt().get(word)
    if spelt is not None:
        return spelt
    value = None if word in _NOT_DIGITS else number_word(plain(word))
    return str(value) if value is not None and value.denominator == 1 and 10 <= value < 100 else ""


def times_of(word: str) -> int:
    """How often the next digit is meant: two for `double`, else none."""
    return _again().get(word, 0)


@cache
def _spelt() -> dict[str, str]:
    return {
        folded(word).text: str(digit)
        for digit, words in enumerate(_SPELT)
        for word in words.split()
        if word not in _NOT_DIGITS
    }


@cache
def _again() -> dict[str, int]:
    return {folded(word).text: times for word, times in _AGAIN.items()}
