"""Signs that a place is meant where a name is also a person's or an ordinary word.

- names that people bear too (Anand, Sagar, Salem; `name` in cautions.csv): they are the whole message, have a word or
  an ending for in, at, near, to or from, stand beside "district" or "city", or beside the name of their own state;
- ordinary words (मंडी, gaya; `word`): the same, but a word or an ending for in or from is not enough;
- Latin initials: beside another place or in capitals within small letters (`UP`, `GJ`); `mp`, `tn` and `cbe` as they
  are; `up` before a Hindi word for from or in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from programme.places.scanning import Candidate, Word
from programme.places.spelling import phrase
from programme.places.tables import District, State

_IN_OR_FROM: Final = frozenset(
    phrase(word)
    for word in "se sey me mein mei la le il ila lendhu lerundhu irundhu irunthu wale wala wali "
    "से में मे वाले वाला वाली तक ல ல்ல இல் லே இருந்து லிருந்து "
    "pakkathula pakkathil pakkam arugil aruge kitta kitte பக்கத்துல பக்கத்தில் பக்கம் அருகில் அருகே கிட்ட கிட்டே".split()
)
_TALKED_TO: Final = frozenset(phrase(word) for word in "baat bat baath milna puchna poochna बात मिलना पूछना पूछो".split())
_BEFORE: Final = frozenset("in at from near around".split())
_DISTRICT: Final = frozenset(
    phrase(word)
    for word in "district dist distt zila jila zilla jile zile city shahar sheher maavattam mavattam mavatam "
    "जिला जिले ज़िला ज़िले शहर மாவட்டம் மாவட்ட மாவட்டத்தில் மாவட்டத்தில மாவட்டத்துல மாவட்டத்திலிருந்து நகரம்".split()
)
_CODES_IN_SMALL: Final = frozenset("mp tn cbe dnh lko".split())
_CODES_IN_CAPITALS: Final = frozenset("mp up tn gj ap hp uk mh wb rj cg jk ts kl dl pb cbe".split())
_CODES_BESIDE_A_PLACE: Final = _CODES_IN_CAPITALS | {"hr"}
_FROM_OR_IN_HINDI: Final = frozenset("se me mein mei m ke k ka ki wale wala wali".split())
_FROM_THE_OTHER: Final = frozenset(phrase(word) for word in "se to से".split())


def says_that_a_place_is_meant(keys: Sequence[str], first: int, last: int) -> bool:
    """Whether the folded words beside those from `first` to `last` are ones for in, from, near or district."""
    after, before = keys[last + 1 : last + 2], keys[max(0, first - 1) : first]
    if _DISTRICT.intersection((*after, *before)) or _BEFORE.intersection(before):
        return True
    return bool(_IN_OR_FROM.intersection(after)) and not _TALKED_TO.intersection(keys[last + 1 : last + 3])


@dataclass(frozen=True)
class Sentence:
    """A text, its words, and what may be places in it."""

    text: str
    words: list[Word]
    candidates: list[Candidate]
    in_capitals: bool

    def is_meant(self, place: int) -> bool:
        """Whether the candidate at this place of the list is a place and not somebody or something else."""
        each = self.candidates[place]
        if not each.entry.caution or len(self.words) == each.last - each.first + 1:
            return True
        if (self._following(each) | self._preceding(each)) & _DISTRICT:
            return True
        if each.entry.caution == "code":
            return self._is_a_code(each) or self._is_a_code_beside_a_place(place)
        if self._is_beside_its_state(place):
            return True
        return each.entry.caution == "name" and (self._is_in_or_from(each) or self._is_from_one_to_the_other(place))

    def _following(self, each: Candidate, count: int = 1) -> set[str]:
        return {word.key for word in self.words[each.last + 1 : each.last + 1 + count]}

    def _preceding(self, each: Candidate) -> set[str]:
        return {word.key for word in self.words[max(0, each.first - 1) : each.first]}

    def _is_in_or_from(self, each: Candidate) -> bool:
        if each.in_case or self._preceding(each) & _BEFORE:
            return True
        return bool(self._following(each) & _IN_OR_FROM) and not self._following(each, 2) & _TALKED_TO

    def _is_from_one_to_the_other(self, place: int) -> bool:
        """`sehore se vidisha`."""
        each, before = self.candidates[place], self.candidates[max(0, place - 1)]
        beside = before.last + 2 == each.first and not before.entry.caution
        return beside and bool(self._preceding(each) & _FROM_THE_OTHER)

    def _code(self, each: Candidate) -> str:
        """The initials without their dots; empty when a figure follows them (mp3)."""
        end = self.words[each.last].end
        initials = "".join(word.key for word in self.words[each.first : each.last + 1])
        return "" if self.text[end : end + 1].isdecimal() else initials

    def _is_a_code(self, each: Candidate) -> bool:
        code = self._code(each)
        if code in _CODES_IN_SMALL or (code == "up" and self._following(each) & _FROM_OR_IN_HINDI):
            return True
        written = self.text[self.words[each.first].start : self.words[each.last].end]
        return code in _CODES_IN_CAPITALS and written.isupper() and not self.in_capitals

    def _is_a_code_beside_a_place(self, place: int) -> bool:
        beside = any(not other.entry.caution for other in self._neighbours(place))
        return beside and self._code(self.candidates[place]) in _CODES_BESIDE_A_PLACE

    def _is_beside_its_state(self, place: int) -> bool:
        places = self.candidates[place].entry.places
        states: set[District | State] = {each.state if isinstance(each, District) else each for each in places}
        return any(states.intersection(other.entry.places) for other in self._neighbours(place))

    def _neighbours(self, place: int) -> Iterator[Candidate]:
        each = self.candidates[place]
        for other in self.candidates[max(0, place - 1) : place + 2]:
            if other.last + 1 == each.first or each.last + 1 == other.first:
                yield other
