"""Places in a row as people say them, in five registers: first, 2nd, rendavathu, the last one, the middle one, #3."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_STRONG = {
    1: "first 1st pehla pahla pehli pahli pehle pahle pahila पहला पहली पहले पहिला पैला mudhalavadhu mudhalavathu modhalavathu modhaladhu mudhaladhu mudhalla muthalla"
    " modhalla முதலாவது முதல்ல மொதல்ல onnavathu onnaavadhu ஒன்றாவது ஒண்ணாவது ஒண்ணாம் top upar uparwala ऊपर mela mele மேல மேலே",
    2: "second 2nd secnd dusra doosra dusri doosri dusre doosre duja dusar dusara दूसरा दूसरी दूसरे दुसरा दूजा दूसर rendavathu rendavadhu rendaavadhu rendaavathu irandavathu"
    " rendaavathu இரண்டாவது ரெண்டாவது ரெண்டாம் இரண்டாம்",
    3: "third 3rd teesra tisra teesri tisri teesre tisre तीसरा तीसरी तीसरे तिसरा moonavathu moonaavadhu moonaavathu moonavadhu munavathu moondravathu"
    " மூன்றாவது மூணாவது மூணாம் மூன்றாம்",
    4: "fourth 4th forth chautha chauthi chauthe choutha चौथा चौथी चौथे naalavathu naalaavadhu naalavadhu nalavathu நான்காவது நாலாவது நாலாம்",
    5: "fifth 5th panchva paanchva panchwa paanchwa पांचवा पाँचवाँ पांचवां पांचवीं anjavathu anjaavadhu ainthavathu ஐந்தாவது அஞ்சாவது",
}
_WEAK = {
    1: "1 one once ek एक onnu onu ஒன்னு ஒண்ணு ஒன்று mudhal muthal modhal mudal முதல் மொத மொதல்",
    2: "2 two do दो rendu ரெண்டு இரண்டு",
    3: "3 three teen tin तीन moonu moonru munu மூணு மூன்று",
    4: "4 four char chaar चार naalu nalu நாலு நான்கு",
    5: "5 five panch paanch पांच पाँच anju ainthu ஐந்து அஞ்சு",
    6: "6 six",
    7: "7",
    8: "8",
    9: "9",
}
_BY_STRONG = {word: number for number, line in _STRONG.items() for word in line.split()}
_BY_WEAK = {word: number for number, line in _WEAK.items() for word in line.split()}
_LAST = frozenset(
    "last final aakhri akhri aakhiri akhiri antim aakhir akhir bottom neeche niche आखिरी आख़िरी आखिर आख़िर अंतिम लास्ट नीचे"
    " kadaisi kadaisila kadasi kadaisiya keela keezha கடைசி கடைசில கடைசியா லாஸ்ட் கீழ கீழே".split()
)
_MIDDLE = frozenset("middle mid beech bich beechwala center centre बीच nadu nadula naduvula நடு நடுவுல நடுல".split())
_NUMBERED = frozenset("number no num nambar numbar nombar nr option button opt नंबर नम्बर बटन ऑप्शन நம்பர் எண் பட்டன்".split())
_AROUND = frozenset(
    "the this that one wala wali wale vala vali vaala waala walla ka ki ko ke hi only pls please plz book do kar karo kro de dena chahiye chaiye sir madam ji haan ha yes ok okay"
    " वाला वाली वाले का की को के ही कर दो करो दीजिए जी हां हाँ चाहिए"
    " than thaan thaa nga dhan podu podunga pannunga venum vendum adhu athu idhu ithu aama seri sari ok"
    " தான் தாங்க போடுங்க பண்ணுங்க வேணும் அது இது சரி ஆமா".split()
)
_MOST_WORDS = 6
_ENDINGS = frozenset("st nd rd th வது ஆவது வதா வதுதான் vathu vadhu vadu va वां वीं रा री".split())
_FIGURE = re.compile(r"^(\d{1,2})(?:st|nd|rd|th|வது|ஆவது|ம்|ஆம்|vathu|vadhu|va|वां|वीं|रा|री)?$")


def position(said: Sequence[str], count: int) -> int | None:
    """The one place from 1 to `count` that a few words name; None where they name none, or more than one."""
    named = {_BY_STRONG[word] for word in said if word in _BY_STRONG} | _numbered(said) | _ordinals(said)
    named = named or _bare(said)
    if not named and _LAST.intersection(said):
        named = {count}
    if not named and count % 2 and _MIDDLE.intersection(said):
        named = {count // 2 + 1}
    fitting = {number for number in named if 1 <= number <= count}
    return fitting.pop() if len(fitting) == 1 and len(named) == 1 else None


def _numbered(said: Sequence[str]) -> set[int]:
    """ "number 2", "2 number", "option two"."""
    places = [place for place, word in enumerate(said) if word in _NUMBERED]
    beside = (said[there] for place in places for there in (place - 1, place + 1) if 0 <= there < len(said))
    return {number for word in beside if (number := _weak(word))}


def _ordinals(said: Sequence[str]) -> set[int]:
    """ "2nd", "1 vadhu": a figure and its ending are two words."""
    return {int(word) for word, ending in pairwise(said) if ending in _ENDINGS and word.isdigit() and len(word) <= 2}


def _bare(said: Sequence[str]) -> set[int]:
    """A number, where nothing but small words stands around it."""
    if len(said) > _MOST_WORDS:
        return set()
    rest = [word for word in said if word not in _AROUND or word == "do"]
    numbers = [number for word in rest if (number := _weak(word))]
    if len(numbers) > 1 and "do" in rest:  # "2 de do": the second is the verb
        numbers = [number for word in rest if word != "do" and (number := _weak(word))]
        rest = [word for word in rest if word != "do"]
    return set(numbers) if len(rest) == len(numbers) else set()


def _weak(word: str) -> int | None:
    figure = _FIGURE.match(word)
    return int(figure.group(1)) if figure else _BY_WEAK.get(word)
