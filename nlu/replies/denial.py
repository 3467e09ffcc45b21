"""Whether a reply denies what it was asked, or only what would stand in its way: "no mistake" is a yes to "is it right?".

A no is harmless beside a word of what the question would be a yes *against*: an obstacle anywhere, a fault at the summary,
coming or wanting at "cancel your seat?", keeping at "erase it?", waiting at "send it?". Beside the deed itself it never is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlu.replies.signs import obstacles, sure_no

_WINDOW, _NEAR, _AT_THE_END, _FORWARD = 2, 3, 3, 5
_BEFORE_WHAT_THEY_DENY = frozenset(
    "no not dont don't never cannot cant can't wont won't didnt didn't doesnt doesn't".split()
)
_PARTING = frozenset("so please pls just better and hence therefore simply".split())
_WHY = frozenset(
    "why who whom how kyun kyu kyon kyo kisne kaun kaise kahe क्यों क्यूं किसने कौन कैसे काहे yen ean yaar yaru epdi ஏன் யார் யாரு எப்படி".split()
)
_FAULT = (
    r"wrong|mistake\S*|error\S*|fault\S*|chang\S*|correct(?:ion|ions)|edit\S*|modif\S*|galt\S*|galat\S*|glt\S*|glat\S*|gadbad\S*|kami\S*|badal\S*|badl\S*|fark|sudhar\S*|trut[iy]"
    r"|गलत\S*|गल्त\S*|ग़लत\S*|गड़बड़\S*|गडबड\S*|कमी\S*|बदल\S*|सुधार\S*|त्रुटि"
    r"|thapp\S*|tapp\S*|thavar\S*|pizhai\S*|pilai\S*|maat+h*\S*|maath\S*|math+\S*|maatr\S*|kurai\S*|thirutha\S*"
    r"|தப்பு\S*|தப்பி\S*|தவறு\S*|பிழை\S*|மாத்த\S*|மாற்ற\S*|குறை\S*|திருத்த\S*"
)
_COMING = (
    r"com\S*|attend\S*|reach\S*|make|go|going|join\S*|want\S*|need\S*|interest\S*|available|free|time|able"
    r"|aa|aau\S*|aaung\S*|aung\S*|aan\S*|aana|ana|aata|aati|aaye\S*|aay\S*|pau\S*|paung\S*|paye\S*|pa|jaa\S*|jana|ja|chah\S*|chai\S*|chaiye|zarur\S*|jarur\S*|time|samay|mann"
    r"|आ|आऊं\S*|आउं\S*|आऊँ\S*|आन\S*|आत\S*|आए\S*|आय\S*|पाऊं\S*|पाऊँ\S*|पाए\S*|पाउ\S*|पाय\S*|जा|जाऊं\S*|जाऊँ\S*|जाना|चाहि\S*|चाह\S*|ज़रूरत|जरूरत|समय|टाइम|मन"
    r"|var\S*|vaar\S*|vandh\S*|kalandh\S*|mudi\S*|thevai\S*|theva\S*|neram|seat|seatu|idam|enak\S*"
    r"|வர\S*|வந்த\S*|கலந்து\S*|முடி\S*|தேவை\S*|நேர\S*|டைம்\S*|சீட்\S*|இடம்|எனக்கு"
)
_KEEPING = (
    r"keep\S*|kept|store\S*|sav\S*|remain\S*|leave|left|hold|need|use|want|remember\S*|rakh\S*|bach\S*|chhod\S*|chod\S*|kaam|chah\S*|chai\S*|jarur\S*|zarur\S*|rehn\S*|rahn\S*"
    r"|रख\S*|बच\S*|छोड़\S*|छोड\S*|काम|चाहि\S*|ज़रूरत|जरूरत|रहन\S*|रहे"
    r"|vek\S*|vech\S*|vei\S*|vaik\S*|vach\S*|irukk?a\S*|iruk\S*|thevai\S*|venaa?m?|வெக்க\S*|வெச்ச\S*|வைக்க\S*|வச்ச\S*|இருக்க\S*|தேவை\S*"
)
_WAITING = (
    r"wait\S*|delay\S*|late|stop\S*|hold\S*|ruk\S*|rok\S*|der|deri|intezar|intejar|tension|रुक\S*|रोक\S*|देर\S*|इंतज़ार|इंतजार"
    r"|thaamadh\S*|thamadh\S*|thaamath\S*|porumai\S*|kaath\S*|niruth\S*|thalli\S*|தாமத\S*|காத்த\S*|நிறுத்த\S*|தள்ளி\S*|வெயிட்\S*"
)
_DEEDS = {
    "write": r"writ\S*|wrt|note\S*|noting|keep\S*|save|saving|store|record\S*|allow\S*|permi\S*|agree\S*|likh\S*|lekh\S*|lik|rakh\S*|ijazat|ijajat|anumati|manjo+r\S*|manzo+r\S*|sehmat|sahmat|razi|raji"
    r"|लिख\S*|रख\S*|नोट\S*|इजाज़त|इजाजत|अनुमति|मंज़ूर\S*|मंजूर\S*|सहमत\S*|राज़ी|राजी|eludh\S*|ezhudh\S*|ezhuth\S*|eluth\S*|kurich\S*|kuri\S*|vech\S*|vekk?a\S*|sammadh\S*|sammath\S*|othu\S*|anumadh\S*"
    r"|எழுத\S*|குறி\S*|வெச்ச\S*|வெக்க\S*|வைக்க\S*|சம்மத\S*|ஒத்து\S*|ஒப்பு\S*|அனுமதி\S*",
    "right": r"right|correct|ok|okay|fine|perfect|true|good|match\S*|sahi|sai|thik|theek|teek|barabar|sach|सही|ठीक|बराबर|सच|sari\S*|seri\S*|correctu?|crct|sariya\S*|சரி\S*|கரெக்ட\S*|ஓகே",
    "erase": r"eras\S*|delet\S*|remov\S*|clear\S*|wipe\S*|mit\S*|hata\S*|hatt?\S*|nikal\S*|saaf|saf|azh?i\S*|ali\S*|neek\S*|eduth\S*|thook\S*|"
    r"मिट\S*|हटा\S*|हटान\S*|डिलीट\S*|निकाल\S*|साफ\S*|अழி\S*|அழி\S*|நீக்க\S*|டெலீட்\S*|டிலீட்\S*|எடுத்த\S*|தூக்க\S*",
    "cancel": r"cancel\S*|cncl|cancl\S*|remov\S*|drop\S*|give|giving|release|hata\S*|hatt?\S*|nikal\S*|chhod\S*|chod\S*|radd|kat|kaat\S*|kensal|kainsil|rathu\S*|raththu\S*|eduth\S*|vid\S*|vitt?u\S*|vittru\S*|kudu\S*"
    r"|कैंसिल\S*|कैंसल\S*|केंसल\S*|रद्द\S*|हटा\S*|छोड़\S*|छोड\S*|निकाल\S*|काट\S*|கேன்சல்\S*|கான்சல்\S*|ரத்து\S*|நீக்க\S*|எடுத்த\S*|விட்ட\S*|விடு\S*|குடு\S*",
    "send": r"send\S*|sent|broadcast\S*|go|release|bhej\S*|bhej|chala\S*|jane|भेज\S*|चला\S*|जाने|anup\S*|anupp\S*|podu|podunga|poda\S*|அனுப்ப\S*|போட\S*|போடு\S*",
}
_HARMLESS = {"summary": _FAULT, "give_back": _COMING, "delete": _KEEPING, "broadcast": f"{_FAULT}|{_WAITING}"}
_DEED_OF = {"consent": "write", "summary": "right", "delete": "erase", "give_back": "cancel", "broadcast": "send"}
_NEVER = re.compile(r"(?!)")


def _whole(pattern: str | None) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern})$") if pattern else _NEVER


_HARMLESS_WORDS = {kind: _whole(_HARMLESS.get(kind)) for kind in _DEED_OF}
_DEED_WORDS = {kind: _whole(_DEEDS[deed]) for kind, deed in _DEED_OF.items()}
_FAULT_WORD = _whole(_FAULT)


def denies(asked: str, words: Sequence[str]) -> bool:
    """Whether a no in a reply to a costly question denies it, or an obstacle is named that nothing denies."""
    nos, hindrances = sure_no(words), obstacles(words)
    if hindrances and not nos:
        return True
    if nos and _deed_follows(asked, words, nos[-1]):
        return any(_is_deed_denied(asked, words, place) and not _hinders(place, hindrances) for place in nos)
    return any(not _is_harmless(asked, words, place, hindrances, nos) for place in nos)


def _deed_follows(asked: str, words: Sequence[str], last_no: int) -> bool:
    """ "I can't come, so cancel it": the reply ends by asking for the deed, out of reach of the last no."""
    apart = last_no + (_FORWARD if words[last_no] in _BEFORE_WHAT_THEY_DENY else 1)
    ends = range(max(len(words) - _AT_THE_END, last_no + 1), len(words))
    return any(
        _DEED_WORDS[asked].match(words[place]) and (place >= apart or _parted(words[last_no:place])) for place in ends
    )


def _hinders(place: int, hindrances: Sequence[int]) -> bool:
    return any(abs(place - one) <= _NEAR for one in hindrances)


def _parted(between: Sequence[str]) -> bool:
    return bool(_PARTING.intersection(between))


def _is_deed_denied(asked: str, words: Sequence[str], place: int) -> bool:
    """Whether the no stands beside the deed or is glued to it; not where it is the second of "don't keep it"."""
    deed, harmless = _DEED_WORDS[asked], _HARMLESS_WORDS[asked]
    beside = [words[other] for other in (place - 1, place, place + 1) if 0 <= other < len(words)]
    return any(deed.match(word) and not harmless.match(word) for word in beside)


def _is_harmless(asked: str, words: Sequence[str], place: int, hindrances: Sequence[int], nos: Sequence[int]) -> bool:
    around = [words[other] for other in range(place - _WINDOW, place + _WINDOW + 1) if 0 <= other < len(words)]
    if _WHY.intersection(around) or _hinders(place, hindrances):
        return True
    if asked == "summary" and _FAULT_WORD.match(words[place]):
        return len(nos) > 1  # a fault, and another no that denies it
    forgiven = any(_HARMLESS_WORDS[asked].match(word) for word in around)
    return forgiven and not _is_deed_denied(asked, words, place)
