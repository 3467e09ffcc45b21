"""The same conversations for both sides: of forty turns sixteen are presses, sixteen answers to a form, eight free text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from typing import Any, Literal

Kind = Literal["press", "answer", "free"]


@dataclass(frozen=True)
class Step:
    """One turn. Of a `press` the `words` are the beginning of the payload: the first button shown that fits is pressed."""

    person: str
    kind: Kind
    words: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


# From hello over a registration with slips and questions to a seat in a workshop and two changes afterwards
SCRIPT: tuple[tuple[Kind, str], ...] = (
    ("free", "hello"), ("press", "/register_business"), ("press", '/answer{"value": "yes"}'),
    ("answer", "owner"), ("answer", "business"), ("answer", "district"), ("answer", "products"),
    ("free", "what_is_udyam"), ("answer", "turnover"), ("press", '/answer{"value": "unsure"}'),
    ("answer", "short_phone"), ("answer", "phone"), ("answer", "other_district"), ("free", "which_loan"),
    ("answer", "wrong_udyam"), ("press", '/answer{"value": "skip"}'), ("answer", "wrong_gstin"),
    ("press", '/answer{"value": "skip"}'), ("answer", "yes"), ("press", '/answer{"value": "no"}'),
    ("press", '/answer{"value": "change"}'), ("press", '/answer{"value": "phone"}'), ("answer", "other_phone"),
    ("free", "what_does_it_cost"), ("press", '/answer{"value": "correct"}'), ("press", "/resume_reminders"),
    ("press", "/list_workshops"), ("press", "/show_workshop"), ("press", "/enrol_workshop"), ("press", "/my_workshops"),
    ("free", "my_details"), ("press", "/update_registration"), ("answer", "the_phone"), ("answer", "phone"),
    ("free", "my_details"), ("press", "/update_registration"), ("answer", "the_name"), ("answer", "other_business"),
    ("free", "how_to_sell_online"), ("free", "thanks"),
)  # fmt: skip

PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "hello": "hello", "owner": "Asha Patel", "business": "Asha Foods", "district": "Indore",
        "products": "mango pickle and papad", "what_is_udyam": "what is udyam registration?", "turnover": "12 lakh",
        "short_phone": "98260", "phone": "98260 12345", "other_district": "not Indore, Ujjain",
        "which_loan": "how can I get a mudra loan?", "wrong_udyam": "UDYAM-MP-23-12", "wrong_gstin": "23ABCDE1234",
        "yes": "yes", "other_phone": "9826054321", "what_does_it_cost": "how much does the programme cost?",
        "my_details": "show my details", "the_phone": "Mobile number", "the_name": "Business name",
        "other_business": "Asha Pickles", "how_to_sell_online": "how do I sell online?", "thanks": "thank you",
    },
    "hi": {
        "hello": "नमस्ते", "owner": "आशा पटेल", "business": "आशा फूड्स", "district": "इंदौर", "products": "आम का अचार और पापड़",
        "what_is_udyam": "उद्यम रजिस्ट्रेशन क्या है?", "turnover": "12 लाख", "short_phone": "९८२६०", "phone": "९८२६० १२३४५",
        "other_district": "इंदौर नहीं, उज्जैन", "which_loan": "मुद्रा लोन कैसे मिलेगा?", "wrong_udyam": "UDYAM-MP-23-12",
        "wrong_gstin": "23ABCDE1234", "yes": "हाँ", "other_phone": "9826054321",
        "what_does_it_cost": "इस कार्यक्रम की फीस कितनी है?", "my_details": "मेरी जानकारी दिखाओ", "the_phone": "मोबाइल नंबर",
        "the_name": "कारोबार का नाम", "other_business": "आशा अचार", "how_to_sell_online": "ऑनलाइन कैसे बेचें?",
        "thanks": "धन्यवाद",
    },
    "ta": {
        "hello": "வணக்கம்", "owner": "மீனா குமார்", "business": "மீனா உணவகம்", "district": "மதுரை",
        "products": "மாங்காய் ஊறுகாய் மற்றும் அப்பளம்", "what_is_udyam": "உத்யம் பதிவு என்றால் என்ன?", "turnover": "12 லட்சம்",
        "short_phone": "98260", "phone": "98260 12345", "other_district": "மதுரை இல்லை, சேலம்",
        "which_loan": "முத்ரா கடன் எப்படி கிடைக்கும்?", "wrong_udyam": "UDYAM-TN-23-12", "wrong_gstin": "33ABCDE1234",
        "yes": "ஆம்", "other_phone": "9826054321", "what_does_it_cost": "இந்த திட்டத்திற்கு கட்டணம் எவ்வளவு?",
        "my_details": "என் விவரங்களைக் காட்டு", "the_phone": "மொபைல் எண்", "the_name": "தொழில் பெயர்",
        "other_business": "மீனா ஊறுகாய்", "how_to_sell_online": "ஆன்லைனில் எப்படி விற்பது?", "thanks": "நன்றி",
    },
}  # fmt: skip

# The same five turns over and over, inside one open form: two presses, two answers, one free text
OPENING: tuple[tuple[Kind, str], ...] = SCRIPT[:7]
ROUND: tuple[tuple[Kind, str], ...] = (
    ("answer", "not Indore, Ujjain"), ("free", "change the language"), ("press", '/change_language{"language": "en"}'),
    ("answer", "cancel"), ("press", '/answer{"value": "continue"}'),
)  # fmt: skip


def turns(wanted: int, *, prefix: str = "bench", together: int = 6) -> list[Step]:
    """`wanted` turns of as many people as that takes, so many talking together, each in turn."""
    return list(islice(_everyone(prefix, together), wanted))


def _everyone(prefix: str, together: int) -> Iterator[Step]:
    first = 0
    while True:
        for kind, words in SCRIPT:
            for number in range(first, first + together):
                yield _step(f"{prefix}-{number}", list(PHRASES)[number % len(PHRASES)], kind, words)
        first += together


def in_one_form(person: str) -> Iterator[Step]:
    """A conversation without end that never leaves the form; from the eighth turn on the same five over and over."""
    yield from (_step(person, "en", kind, words) for kind, words in OPENING)
    yield from (Step(person, kind, words) for kind, words in cycle(ROUND))


def _step(person: str, language: str, kind: Kind, words: str) -> Step:
    return Step(person, kind, words if kind == "press" else PHRASES[language][words])


def payload_of(wanted: str, shown: Sequence[str]) -> str | None:
    """The payload among the `shown` that begins as `wanted`; None when no button does."""
    return next((payload for payload in shown if payload.startswith(wanted)), None)
