"""Figures that explain themselves: telephone numbers, dates, years, amounts, sizes, other registration numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from programme.identifiers.digit_groups import WORD, Group

_BETWEEN: Final = r"[\s._/-]{0,3}"
_GSTIN: Final = r"(?<![a-z\d])" + _BETWEEN.join(
    [r"\d\d", r"[a-z]{5}", r"\d{4}", "[a-z]", r"[a-z\d]", "z", r"[a-z\d](?![a-z\d])"]
)
_UDYAM: Final = r"ud[hay]{0,3}[yi][ao]{1,2}m" + _BETWEEN + _BETWEEN.join(["[a-z]{2}", r"\d\d", r"\d{7}(?!\d)"])
_ALONE: Final = r"(?<![\d.,])(?:%s)(?![\d])"
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_TIME: Final = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?"
_DATE: Final = rf"{_DAY}[-/. ]{_MONTH}[-/. ]{_YEAR}|{_YEAR}[-/. ]{_MONTH}[-/. ]{_DAY}|(?:19[5-9]|20[0-4])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_MONTHS: Final = (
    r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*"
    r"|जन\S*|फर\S*|मार्च|अप्रै\S*|मई|जून|जुला\S*|अग\S*|सित\S*|अक्\S*|नव\S*|दिस\S*"
    r"|ஜன\S*|பிப்\S*|மார்ச்|ஏப்\S*|மே|ஜூன்|ஜூலை|ஆக\S*|செப்\S*|அக்\S*|நவ\S*|டிச\S*"
)
_MONEY: Final = (
    "rs rupees? rupaye? rupay rupaya rupai rupya rupaiye inr lakhs? lacs? lac crores? cr thousand hundred hazaa?r hajaa?r "
    "रु रुपये रुपए रूपये रुपया लाख करोड हजार सौ रूपए रुपयों ரூ ரூபாய் ரூபா லட்சம் லட்ச கோடி ஆயிரம் ஆயிர நூறு rubai roobai rupai latcham latsam kodi aayiram ayiram"
)
_SIZES: Final = (
    "kgs? kilos? grams? gms? gm mg litres? liters? ltrs? ltr ml tons? tonnes? quintals? qtl dozens? pcs pieces? pc nos units? box boxes packets? pkts? bags? bottles? jars? "
    "cartons? sets? pairs? sqft sq sqm feet foot ft inch inches mm cm metres? meters? mtrs? mtr km kw kva hp watts? volts? gsm "
    "किलो किग्रा ग्राम लीटर टन क्विंटल दर्जन पीस नग पैकेट बोरी डिब्बे फीट फुट इंच मीटर "
    "கிலோ கிராம் லிட்டர் டன் டஜன் பீஸ் பாக்கெட் பெட்டி மூட்டை அடி அங்குலம் மீட்டர்"
)
_YEARS: Final = "years? yrs? year saal sal साल वर्ष वर्षों ஆண்டு வருடம் வருஷம் ஆண்டில் months? days? mahine din महीने दिन மாதம் நாள் workers? people log लोग பேர் percent प्रतिशत சதவீதம்"
UNITS: Final = re.compile("|".join([*_MONEY.split(), *_SIZES.split(), *_YEARS.split(), _MONTHS]))
_UNIT_FOLLOWS: Final = re.compile(rf"[\s./)-]{{0,3}}(?:₹|(?:{UNITS.pattern})(?![a-z\u0900-\u097f\u0b80-\u0bff]))")
_ABOUT: Final = re.compile(
    r"turn ?over|sales?|income|revenue|amount|total|profit|cost|price|rates?|budget|invest\w*|loans?|bikri|kamai|kamaai|vikri|raqam|rakam|laagat|lagat|₹|rs|inr|"
    r"sizes?|area|length|width|height|weight|naap|wazan|vajan|dimensions?|"
    r"years?|fy|saal|since|"
    r"consignments?|awb|docket|tracking|parcel|lr|lots?|batch|orders?|invoices?|bills?|challan|courier|shipments?|utr|rrn|txn|ref|reference|transaction|pin|pincodes?|"
    r"टर्नओवर|बिक्री|कमाई|आय|मुनाफा|लागत|कीमत|रकम|निवेश|लोन|साइज|नाप|वजन|साल|वर्ष|खेप|कंसाइनमेंट|आर्डर|ऑर्डर|बिल|चालान|पार्सल|पिन|"
    r"விற்பனை|வருமானம்|லாபம்|விலை|தொகை|முதலீடு|கடன்|அளவு|எடை|ஆண்டு|வருடம்|சரக்கு|ஆர்டர்|பில்|பார்சல்|டர்ன்ஓவர்|பின்|"
    r"virpanai|varumanam|labam|vilai|thogai|mudhaleedu|kadan|alavu|edai|varudam|aandu|sarakku"
)
_CONSIGNED: Final = re.compile(
    r"consignments?|awb|docket|tracking|parcel|lr|invoices?|courier|shipments?|utr|rrn|txn|खेप|कंसाइनमेंट|पार्सल|சரக்கு|பார்சல்|sarakku"
)
_BESIDE: Final = frozenset(
    "is was are were no number num hai he h tha the of in for ka ki ke ko mera meri my our last है था थे का की के में नंबर எண் la il".split()
)
_LOOKS_BACK: Final = 60
_GROUPED: Final = r"\d{1,2}(?:,\d\d){0,2},\d{3}|\d{1,3},\d{3}"
_DIMENSIONS: Final = r"\d{1,3} ?[x*×] ?\d{1,3}(?: ?[x*×] ?\d{1,3})?(?! ?[x*×] ?\d)"
_PHONES: Final = (
    r"\+ ?\(?91\)?(?:[ ()-]*\d){10}"
    r"|(?:00 ?91|91)[ -]{1,2}[6-9]\d{4}[ -]?\d{5}|00 ?91[6-9]\d{9}"
    r"|0?[6-9]\d{9}|0?[6-9]\d{4}[ -]\d{5}|0?[6-9]\d\d[ -]\d{3}[ -]\d{4}|0\d{2,4}[ -]\d{6,8}"
)
_CALLED: Final = r"(?:phone|mobile|mob|whats ?app|call|contact|cell|ph|फोन|मोबाइल|व्हाट्सएप|संपर्क|போன்|மொபைல்|தொலைபேசி|அலைபேசி)\D{0,16}91[6-9]\d{9}"
_EXPLAINED: Final = re.compile(
    "|".join(
        [
            f"(?:{_GSTIN}|{_UDYAM})",
            _CALLED + r"(?!\d)",
            rf"(?<!\d)(?:{_PHONES})(?!\d)",
            _ALONE % rf"(?:{_DATE})(?:[ t]{_TIME}(?![-./]?\d))?",
            _ALONE % rf"{_YEAR} ?[-/–] ?\d\d(?!\d)",
            _ALONE % _YEAR,
            r"(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?!\d)",
            rf"(?<![\d,])(?:{_GROUPED})(?:\.\d\d?)?(?!\d|,\d)",
            rf"(?:₹|(?<![a-z])rs\.?|inr|ரூ\.?|रु\.?) ?(?:{_GROUPED}|\d{{1,9}})(?:\.\d\d?)?(?!\d|,\d)",
            rf"(?<!\d)\d{{1,9}}(?:\.\d{{1,2}})?{_UNIT_FOLLOWS.pattern}",
            rf"(?<![\dx*×])(?:{_DIMENSIONS})(?!\d)",
            rf"(?<![\dx*×])\d{{1,5}}(?: ?[x*×] ?\d{{1,5}}){{1,2}}{_UNIT_FOLLOWS.pattern}",
        ]
    )
)
_SURELY: Final = re.compile(rf"(?:{_GSTIN}|{_UDYAM})|(?<!\d)\+ ?\(?91\)?(?:[ ()-]*\d){{10}}(?!\d)|{_ALONE % _DATE}")
_SHORTEST_SERIES: Final = 4
_JOINED_91: Final = re.compile(r"(?<!\d)91[6-9]\d{9}(?!\d)")


def explained(text: str, groups: Sequence[Group], *, phone_expected: bool = False) -> list[tuple[int, int]]:
    """Where such figures stand in a folded text that has these groups of digits."""
    found = [match.span() for match in _EXPLAINED.finditer(text)] + _series(groups)
    return [*found, *(match.span() for match in _JOINED_91.finditer(text))] if phone_expected else found


def surely_explained(text: str) -> list[tuple[int, int]]:
    """As `explained`, for where the word Aadhaar stands beside: only what can be nothing else."""
    return [match.span() for match in _SURELY.finditer(text)]


def _series(groups: Sequence[Group]) -> list[tuple[int, int]]:
    """Sizes one after the other, equally far apart: 36 38 40 42 44 46."""
    spans, first = [], 0
    for place in range(1, len(groups) + 1):
        step = _step(groups, place) if place < len(groups) else None
        if step is None or (place - first > 1 and step != _step(groups, place - 1)):
            if place - first >= _SHORTEST_SERIES:
                spans.append((groups[first].start, groups[place - 1].end))
            first = place if step is None else place - 1
    return spans


def _step(groups: Sequence[Group], place: int) -> int | None:
    """From a group of two or three figures to one of as many that is larger; None for others."""
    earlier, later = groups[place - 1], groups[place]
    if later.spelt or later.gap or len(earlier.digits) != len(later.digits) or len(later.digits) not in (2, 3):
        return None
    return int(later.digits) - int(earlier.digits) if later.digits > earlier.digits else None


def is_explained(window: Sequence[Group], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether each group of the window is such a figure, or a part of one."""
    return all(any(start <= group.start and group.end <= end for start, end in spans) for group in window)


def has_other_subject(text: str, window: Sequence[Group]) -> bool:
    """Whether words right around say that this is money, a size, a year or a consignment."""
    before = re.findall(rf"{WORD}|₹", text[max(0, window[0].start - _LOOKS_BACK) : window[0].start])
    subject = next((word for word in reversed(before[-3:]) if word not in _BESIDE), "")
    if len(window) != 3 or any(len(group.digits) != 4 for group in window):
        return bool(_CONSIGNED.fullmatch(subject))
    return bool(_ABOUT.fullmatch(subject)) or bool(_UNIT_FOLLOWS.match(text, window[-1].end))
