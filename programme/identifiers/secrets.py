"""What people should tell nobody in a chat: one-time passwords, PINs and passwords, numbers of cards and accounts, a PAN.

Numbers of cards are told by their check digit (Luhn); everything else by the word beside it. A postal code is none: six
digits after `pin code`, or where a place was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from stdnum import luhn

from programme.identifiers.digit_groups import Gap, Group, groups_of
from programme.identifiers.folding import folded
from programme.identifiers.harmless import UNITS, explained

OTP, PIN, CARD, ACCOUNT, PAN = "otp", "pin", "card", "account", "pan"
REMOVED: Final = "[removed]"

_A: Final = r"(?<![a-z\u0900-\u0963\u0971-\u097f\u0b80-\u0be5])"
_Z: Final = r"(?![a-z\u0900-\u0963\u0971-\u097f\u0b80-\u0be5])"
_OTP: Final = (
    rf"{_A}(?:o ?t ?p|one ?time ?pass(?:word|code)|verification (?:code|pin)|ओटीपी|ओ टी पी|ஓடிபி|ஓ டி பி|ஒடிபி){_Z}"
)
_PIN: Final = (
    rf"{_A}(?:(?:atm|card|debit|credit|upi|secret|bank|phone ?pe|gpay|paytm|कार्ड|एटीएम|यूपीआई|கார்டு|ஏடிஎம்|யுபிஐ)"
    rf"(?: card| ka| की| का| कार्ड)? (?:pin|पिन|பின்)|m ?pin|t ?pin|pin|पिन|பின் (?:எண்|நம்பர்|நம்பரு)|cvv2?|cvc|सीवीवी){_Z}"
)
_POSTAL: Final = (
    rf"{_A}(?:pin ?-?(?:code|kode|cod)|postal(?: code)?|zip(?: code)?|पिन ?-?कोड|பின் ?-?கோடு|அஞ்சல்(?: குறியீடு)?){_Z}"
)
_PASSWORD: Final = rf"{_A}(?:pass ?word|passcode|pass ?wd|pwd|पासवर्ड|கடவுச்சொல்|பாஸ்வேர்ட்|பாஸ்வேர்டு){_Z}"
_ACCOUNT: Final = (
    rf"{_A}(?:(?:bank )?(?:account|acount|acc(?:ount)?|a/c|ac|khata|khaata|kanakku)|खाता|खाते|खाता संख्या|अकाउंट|एकाउंट"
    rf"|கணக்கு|கணக்கின்|அக்கவுண்ட்|அக்கவுன்ட்){_Z}"
)
_IFSC: Final = re.compile(r"(?<![a-z0-9])[a-z]{4}0[a-z0-9]{6}(?![a-z0-9])")
_BETWEEN: Final = r"[^\d]{0,%d}"
_ANY_NEAR: Final = 24
_CODE: Final = r"(?<!\d)\d(?:[ -]?\d){3,7}(?!\d| ?[-/]?\d)"
_BEHIND: Final = re.compile(
    rf"(?:(?P<otp>{_OTP})|(?P<postal>{_POSTAL})|(?P<pin>{_PIN}))(?P<words>{_BETWEEN % _ANY_NEAR})(?P<code>{_CODE})"
)
_BEFORE: Final = re.compile(
    rf"(?P<code>{_CODE})[^\d]{{0,3}}(?:is |hai |है |mera |मेरा |my |என் |the |was )*(?:(?P<otp>{_OTP})|(?P<pin>{_PIN}))(?! ?(?:code|कोड|கோடு))"
)
_PASSWORD_IS: Final = re.compile(
    rf"{_PASSWORD}\s*(?:is|hai|h|है|தான்|ஆகும்|[:=-])*\s*(?P<code>(?=\S*\d)[^\s\[]\S{{3,}}|(?<=[:=] )[^\s\[]\S{{3,}}|(?<=[:=])[^\s\[]\S{{3,}})"
)
_PAN: Final = re.compile(
    r"(?<![a-z0-9])[a-z]{3}[abcfghljpt][a-z](?:[ ._/-]{0,3})\d{4}(?:[ ._/-]{0,3})[a-z](?![a-z0-9])"
)
_CVV: Final = re.compile(rf"{_A}(?:cvv2?|cvc|सीवीवी){_Z}[^\d]{{0,12}}(?P<code>\d{{3,4}})(?!\d)")
_POSTAL_DIGITS: Final = 6
_CARD_LENGTHS: Final = (15, 16)
_CARD_SHAPES: Final = ((4, 4, 4, 4), (4, 6, 5), (4, 4, 4, 4, 3))
_CARD_BEGINS: Final = re.compile(r"3[0-9]|4|5[0-9]|6|2[2-7]")
_ACCOUNT_LENGTHS: Final = range(9, 19)
_DIRECTLY: Final = re.compile(
    rf"{_ACCOUNT}[^\d\w]{{0,3}}(?:(?:no|num|number|nambar|नंबर|संख्या|எண்|நம்பர்|is|hai|है|mera|my|ka|का|la)\b[^\d\w]{{0,3}})*$"
)
_AROUND: Final = 40
_ASKS_FOR_A_PLACE: Final = ("field:state", "field:district", "place_offered")
_ASKS_FOR_A_NUMBER_WITH_PAN: Final = ("field:gstin",)

Found = tuple[str, int, int]
"""The kind, and where it stands in the folded text."""


def secret_in(text: str, asked: str | None = None) -> str | None:
    """The kind of the first secret in `text`, None where there is none; `asked` is the kind of the question that stands."""
    return next((kind for kind, _start, _end in _found(folded(text).text, asked)), None)


def redact_secrets(text: str, asked: str | None = None) -> str:
    """The text with `REMOVED` in the place of each secret; otherwise unchanged."""
    copy = folded(text)
    spans = sorted({copy.span(start, end) for _kind, start, end in _found(copy.text, asked)}, reverse=True)
    for start, end in spans:
        text = text[:start] + REMOVED + text[end:]
    return text


def _found(text: str, asked: str | None) -> Iterator[Found]:
    if not any(map(str.isdigit, text)) and not re.search(_PASSWORD, text):
        return
    groups = groups_of(text, UNITS)
    yield from _codes(text, asked or "")
    for pattern in (_PASSWORD_IS, _CVV):
        yield from ((PIN, *match.span("code")) for match in pattern.finditer(text))
    yield from _accounts(text, groups)
    yield from _cards(groups)
    if asked not in _ASKS_FOR_A_NUMBER_WITH_PAN:
        yield from ((PAN, *match.span()) for match in _PAN.finditer(text))


def _codes(text: str, asked: str) -> Iterator[Found]:
    for match in (*_BEHIND.finditer(text), *_BEFORE.finditer(text)):
        named = match.groupdict()
        postal = named.get("postal") or re.search(_POSTAL, named.get("words") or "")
        start, end = match.span("code")
        if named["otp"] and not postal:
            yield OTP, start, end
        elif named["pin"] and not postal and not _is_postal(match["code"], asked) and not UNITS.match(text, end + 1):
            yield PIN, start, end


def _is_postal(code: str, asked: str) -> bool:
    return len(re.sub(r"\D", "", code)) == _POSTAL_DIGITS and asked.startswith(_ASKS_FOR_A_PLACE)


def _cards(groups: list[Group]) -> Iterator[Found]:
    for first, group in enumerate(groups):
        digits = group.digits
        if len(digits) in _CARD_LENGTHS and _is_card(digits):
            yield CARD, group.start, group.end
        for shape in _CARD_SHAPES:
            window = groups[first : first + len(shape)]
            if tuple(len(one.digits) for one in window) != shape or any(one.gap is not Gap.TIGHT for one in window[1:]):
                continue
            if _is_card("".join(one.digits for one in window)):
                yield CARD, window[0].start, window[-1].end


def _is_card(digits: str) -> bool:
    return bool(_CARD_BEGINS.match(digits)) and len(set(digits)) > 1 and bool(luhn.is_valid(digits))


def _accounts(text: str, groups: list[Group]) -> Iterator[Found]:
    """Nine to eighteen digits with the word around; what explains itself only where the word stands right before it."""
    spans = explained(text, groups)
    near_ifsc = bool(_IFSC.search(text))
    for group in groups:
        if len(group.digits) not in _ACCOUNT_LENGTHS or group.spelt or group.plus:
            continue
        if _DIRECTLY.search(text[max(0, group.start - _AROUND) : group.start]):
            yield ACCOUNT, group.start, group.end
        elif not any(start <= group.start and group.end <= end for start, end in spans):
            around = text[max(0, group.start - _AROUND) : group.end + _AROUND]
            if near_ifsc or re.search(_ACCOUNT, around):
                yield ACCOUNT, group.start, group.end
