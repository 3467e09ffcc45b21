"""Which of the things just shown a reply picks: by number, by place in the row, or by words of its label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nlu.glosses import glossed
from nlu.native_script import native_text
from nlu.phonetics import skeleton
from nlu.registers import native_register
from nlu.tokens import words
from programme.identifiers import date_words

_ORDINALS = {
    1: "first 1st pehla pahla pehli pahli pehle pahle pahila पहला पहली पहले पहिला पैला mudhal muthal modhal mudal mudhalla muthalla mudhalavadhu modhalavathu"
    " முதல் முதலாவது முதல்ல மொத மொதல் onnu onnavathu ஒன்னு ஒண்ணு ஒன்றாவது one once ek एक number1 no1",
    2: "second 2nd secnd dusra doosra dusri doosri dusre doosre duja दूसरा दूसरी दूसरे दुसरा दूजा rendavathu rendavadhu rendaavadhu rendaavathu irandavathu"
    " இரண்டாவது ரெண்டாவது இரண்டாம் rendu ரெண்டு இரண்டு two do दो number2 no2",
    3: "third 3rd teesra tisra teesri tisri teesre तीसरा तीसरी तीसरे तिसरा moonavathu moonaavadhu moonaavathu moonavadhu munavathu moondravathu"
    " மூன்றாவது மூணாவது மூணாம் moonu moonru மூணு மூன்று three teen तीन number3 no3",
    4: "fourth 4th forth chautha chauthi chauthe चौथा चौथी चौथे naalavathu naalaavadhu naalavadhu nalavathu நான்காவது நாலாவது naalu நாலு நான்கு four char chaar चार",
    5: "fifth 5th panchva paanchva panchwa पांचवा पाँचवाँ पांचवां anjavathu anjaavadhu ஐந்தாவது அஞ்சாவது anju ஐந்து அஞ்சு five panch paanch पांच पाँच",
}
_BY_WORD = {word: number for number, line in _ORDINALS.items() for word in line.split()}
_LAST = frozenset(
    "last final aakhri akhri aakhiri akhiri antim आखिरी आख़िरी अंतिम लास्ट kadaisi kadaisila kadasi கடைசி கடைசில லாஸ்ட்".split()
)
_MOST_AROUND = 7
_UNSAID = frozenset("the a of and in at on for to is it mon day".split())
_SHORTEST_SOUND = 2
_WEEKDAYS = {word: f"weekday{number}" for word, number in date_words.WEEKDAYS.items()}
_MONTHS = {word: f"month{number}" for word, number in date_words.MONTHS.items()}


def chosen(text: str, shown: Sequence[str]) -> int | None:
    """The number from 1 of the one thing in `shown` that `text` picks; None where it picks none, or more than one."""
    said = [word.text for word in words(text)]
    if not said or not shown:
        return None
    return _by_label(said, shown) or by_number(said, len(shown))


def by_number(said: Sequence[str], count: int) -> int | None:
    """The one number from 1 to `count` among a few words; the last one where the words say so."""
    if len(said) > _MOST_AROUND:
        return None
    named = {_number(word, count) for word in said} - {None}
    if named:
        return named.pop() if len(named) == 1 else None
    return count if _LAST.intersection(said) else None


def _number(word: str, count: int) -> int | None:
    number = int(word) if word.isascii() and word.isdigit() and len(word) <= 2 else _BY_WORD.get(word)
    return number if number is not None and 1 <= number <= count else None


def _by_label(said: Sequence[str], shown: Sequence[str]) -> int | None:
    """The label that shares most with the words, what every label has left out, where no other shares as much."""
    labels = [_sounds([word.text for word in words(label)]) for label in shown]
    frequency = Counter(sound for label in labels for sound in label)
    telling = [{sound for sound in label if frequency[sound] < len(shown) or len(shown) == 1} for label in labels]
    heard = _sounds(said)
    merits = [sum(1 / frequency[sound] for sound in heard & label) for label in telling]
    best = max(merits)
    return merits.index(best) + 1 if best > 0 and merits.count(best) == 1 else None


def _sounds(said: Sequence[str]) -> set[str]:
    """What the words sound like in any script, and what they mean: names of days and months as one word each."""
    text = " ".join(said)
    register = native_register(text)
    readings = [text, *(native_text(text, code) for code in ("hi-Latn", "ta-Latn") if register is None)]
    glosses = [glossed(one, code) for one in readings for code in ("hi", "ta")]
    found = set()
    for word in {*said, *" ".join(glosses).split()} - _UNSAID:
        sound = _WEEKDAYS.get(word) or _MONTHS.get(word) or (word if word.isdigit() else skeleton(word))
        if len(sound) >= _SHORTEST_SOUND or sound.isdigit():
            found.add(sound)
    return found
