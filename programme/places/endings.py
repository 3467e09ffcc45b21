"""Case endings that are written onto a place's name: இந்தூரில், கோவைக்கு, சென்னைல, chennaila, इंदौरमें.

A Tamil name changes before its ending (காஞ்சிபுரம் → காஞ்சிபுரத்தில், ஈரோடு → ஈரோட்டில்), so every ending comes with
what it stood in for.
"""

from collections.abc import Iterator
from typing import Final

_TAMIL_IN_AT_TO_FROM: Final = (
    "ில் ில ிலே ிலும் ிலா ிலிருந்து ிலேருந்து ிலருந்து ிலிருக்கும் ில்தான் ிலுள்ள ுல ுலே ுலிருந்து ுலேர்ந்து ுலருந்து ுக்கு ுக்கும் "
    "ுக்காக ுக்குள் ின் ினுடைய ோட ுடைய ைச் ையும் ும் ிலேயே ிற்கு ிற்குள்"
).split()
_AFTER_A_VOWEL: Final = (
    "யில் யில யிலதான் யிலயும் ன்னு னு ன்ற யிலே யிலும் யிலிருந்து யிலேருந்து யிலருந்து யில்தான் யிலுள்ள யின் யிலேயே ல லே லிருந்து லேர்ந்து லேருந்து லருந்து "
    "ல்ல க்கு க்கும் க்காக க்குள் யோட யுடைய யும் வில் விலிருந்து வுக்கு விற்கு வின் வுல வும் விலும்"
).split()
_LATIN: Final = (
    "la le il yil ila yila ula ilirundhu yilirundhu lirundhu lerundhu lendhu lernthu larundhu larundu lenthu "
    "ku kku ukku ikku me mein mei se sey wale wala wali"
).split()
_LATIN_AFTER_M: Final = "ula ule il ile uku ukku ulirundhu ulirunthu ilirundhu ilirunthu".split()
_DEVANAGARI: Final = "में मे से का की के को वाले वाला वाली".split()
_SHORTEST_LATIN_NAME: Final = 5  # below it too many words are a name and an ending by chance: maula, agrame


def _tamil() -> Iterator[tuple[str, str]]:
    for ending in _TAMIL_IN_AT_TO_FROM:
        yield ending, "்"  # இந்தூர்
        yield ending, "ு"  # செங்கல்பட்டு
        if ending[0] in "ிு":
            yield f"த்த{ending}", "ம்"  # காஞ்சிபுரம்
            yield f"ட்ட{ending}", "டு"  # ஈரோடு
            yield f"ல்ல{ending}", "ல்"  # திண்டுக்கல்
    for ending in _AFTER_A_VOWEL:
        yield ending, ""  # கோவை


def _by_last_letter() -> dict[str, list[tuple[str, str, int]]]:
    """Endings by their last letter: the ending, what it stood in for, and the shortest stem it may leave."""
    table: dict[str, list[tuple[str, str, int]]] = {}
    written = [
        *((ending, before, 2) for ending, before in dict.fromkeys(_tamil())),
        *((ending, "", _SHORTEST_LATIN_NAME) for ending in _LATIN),
        *((f"th{ending}", "m", 3) for ending in _LATIN_AFTER_M),  # selathula: of Selam
        *((ending, "", 3) for ending in _DEVANAGARI),
    ]
    for ending, before, shortest in written:
        table.setdefault(ending[-1], []).append((ending, before, shortest))
    return table


_ENDINGS: Final = _by_last_letter()


def without_ending(word: str) -> Iterator[str]:
    """What a folded word may be without its ending, if it has one; most are no name."""
    for ending, before, shortest in _ENDINGS.get(word[-1], ()):
        if len(word) - len(ending) >= shortest and word.endswith(ending):
            yield word[: -len(ending)] + before
