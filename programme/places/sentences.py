"""Whether the words around a name are those of an answer ("my district is …") or of a sentence about something else."""

from collections.abc import Sequence
from typing import Final

from programme.identifiers import sentence_words
from programme.places.spelling import phrase

FILLERS: Final = frozenset(
    phrase(word)
    for word in (
        "district dist distt dt zila jila zilla jile zile state rajya city town village gaon gaav taluk taluka tehsil tahsil block post thana shahar "
        "sheher area near nearby side place address location pin pincode code is in at from the my our this it its i am we are live living stay "
        "located based belong belongs business shop unit factory yes no not ok sir madam ji please of and only itself here now "
        "log logo ye yeh mera meri mere main mai mein me hum ham hamara hamari hamare apna apni hai hain h hu hoon hun ho hi haan ha nahi nahin ka ki ke ko se sey "
        "wala wale wali par pe paas pas rehta rehti rehte rahta rahti rahte hota dukan dukaan bol raha rahi rha rhi aata salaam salam namaste "
        "maavattam mavattam mavatam maanilam manilam oor ooru uru en enga engal namma naan naanga nan illa illai aama aamaa pakkam pakkathula kitta la le "
        "il ila irundhu irunthu lendhu lerundhu iruken irukken irukom irukkom iruku irukku kadai than thaan nga ku sar "
        "लोग जिला जिले ज़िला ज़िले राज्य शहर गांव गाँव तहसील ब्लॉक थाना पोस्ट मेरा मेरी मेरे मैं हम हमारा हमारी अपना है हैं हूं हूँ हो ही नहीं नही हां हाँ जी सर का की के को "
        "से में मे पर पास वाला वाले वाली रहता रहती रहते दुकान बोल रहा रही सै यह ये "
        "மாவட்டம் மாவட்ட மாநிலம் ஊர் ஊரு நகரம் கிராமம் தாலுகா என் எங்க எங்கள் நம்ம நான் நாங்க நாங்கள் இல்லை இல்ல ஆமா ஆம் சார் தான் பக்கம் பக்கத்துல கிட்ட ல "
        "இருந்து இருக்கேன் இருக்கோம் இருக்கு இருக்குது கடை ங்க"
    ).split()
)
"""Words that stand around the name of a place in an answer."""

_DENYING_AFTER: Final = frozenset(
    phrase(word) for word in "nahi nahin nhi nai नहीं नही illa illai ille இல்லை இல்ல கிடையாது".split()
)
_DENYING_BEFORE: Final = frozenset("not".split())
_MOST_OTHERS: Final = 4
_SHORTEST_VERB: Final = 6


def content_of(words: Sequence[str]) -> list[int]:
    """Where the words stand that are more than fillers."""
    return [place for place, word in enumerate(words) if word not in FILLERS]


def is_ordinary(word: str) -> bool:
    """Whether a folded word is one of everyday sentences and no name."""
    spelt = sentence_words.spelt(word)
    if len(spelt) >= _SHORTEST_VERB and not spelt.isascii() and spelt.endswith(sentence_words.ENDS_OF_VERBS):
        return True
    return any(
        spelt in listed
        for listed in (
            sentence_words.STRONG, sentence_words.SHORT_ANSWERS, sentence_words.ABOUT_THE_PROGRAMME, sentence_words.ordinary(), sentence_words.OF_A_FIRM,
        )
    )  # fmt: skip


def may_be_an_answer(words: Sequence[str]) -> bool:
    """Whether what is left of the words without fillers may be a name: few words, and no everyday one among them."""
    content = content_of(words)
    return 0 < len(content) <= _MOST_OTHERS and not any(is_ordinary(words[place]) for place in content)


def is_denied(words: Sequence[str], first: int, last: int) -> bool:
    """`Indore nahi, Ujjain`, `not Indore`: the name at `first` to `last` is the one that is not meant."""
    return (words[last + 1 : last + 2] and words[last + 1] in _DENYING_AFTER) or words[
        max(0, first - 1)
    ] in _DENYING_BEFORE
