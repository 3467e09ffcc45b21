"""A few words after an answer are read for what they ask, as people type them in five registers."""

from __future__ import annotations

import pytest

from nlu.aspects import aspect_of
from programme.faq import ASPECTS

ASKED = {
    "cost": (
        "how much|fees?|what does it cost|kitna paisa lagega|kharcha kitna hai|कितने पैसे लगेंगे|फीस?|எவ்வளவு|எவ்ளோ செலவு ஆகும்|"
        "evlo aagum|free ah"
    ),
    "length": (
        "how many days|how long will it take|kitne din lagenge|kitna time lagega|kab tak milega|कितने दिन में मिलेगा|எத்தனை நாள் ஆகும்|"
        "எவ்ளோ நாள்ல கிடைக்கும்|evlo naal aagum|eppo kidaikum"
    ),
    "papers": (
        "papers?|and PAN?|photo also?|kagaz?|aadhaar bhi chahiye?|पैन भी चाहिए क्या|कागज कौन से|பான் கார்டு வேணுமா|என்ன ஆவணங்கள் வேணும்|"
        "documents enna venum|pan card venuma"
    ),
    "where": (
        "where do i get it|which office|kahan milega|kaha se milega|कहाँ मिलेगा|எங்க வாங்குறது|எங்க போகணும்|enga vaanganum|endha office"
    ),
    "how": "how|how to apply|kaise|कैसे|எப்படி|epdi pannanum",
    "who": (
        "who can get it|eligibility?|kaun le sakta hai|kisko milta hai|कौन ले सकता है|யாருக்கு கிடைக்கும்|yaaruku kidaikum|யார் வாங்கலாம்"
    ),
    "what_if": (
        "what if I don't|otherwise?|what if they refuse|nahi kiya to|na mile to kya kare|bank mana kare to|नहीं तो क्या होगा|இல்லன்னா என்ன ஆகும்|"
        "illana enna aagum"
    ),
    "for_me": (
        "does it apply to me?|so does it apply to me?|is it for me|am i eligible|mere liye hai kya|kya mujhe milega|मुझे मिलेगा क्या|"
        "எனக்கு கிடைக்குமா|enaku kidaikuma"
    ),
    "more": "tell me more|in detail please|aur batao|और बताओ|விவரமா சொல்லுங்க|innum sollunga",
    "must": "is it compulsory|zaruri hai kya|जरूरी है क्या|கட்டாயமா|kattayama",
}


@pytest.mark.parametrize(
    ("typed", "aspect"), [(typed, aspect) for aspect, line in ASKED.items() for typed in line.split("|")]
)
def test_a_bare_question_is_read_for_what_it_asks(typed: str, aspect: str) -> None:
    assert aspect_of(typed) == aspect


@pytest.mark.parametrize(
    "typed",
    ["indore", "not Indore", "i make pickles", "my buyer does not pay", "gst ke liye documents kya lagenge", "yes", "no", "hello",
     "when is the next workshop", "fees and papers", "கோவை", "मुझे अचार बेचना है"],
)  # fmt: skip
def test_anything_else_is_no_bare_question(typed: str) -> None:
    assert aspect_of(typed) is None


def test_every_aspect_that_answers_know_can_be_asked() -> None:
    assert ASKED.keys() <= set(ASPECTS)
    assert set(ASPECTS) - ASKED.keys() == {"benefit", "language", "certificate"}
