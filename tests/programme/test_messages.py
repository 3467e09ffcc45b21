"""What waits for staff: in full from people who consented, without traces of a person from everybody else."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from programme import people
from programme.messages import NOT_UNDERSTOOD, PERSON_WANTED, Question, ask_staff, without_traces
from programme.store import Sessions
from tests.conftest import Clock


@pytest.mark.parametrize(
    "trace",
    [
        *("asha@example.com", "asha.patel+gst@mail.example.co.in"),
        *("9893012345", "+91 98930 12345", "98930-12345", "९८९३०१२३४५", "௯௮௯௩௦௧௨௩௪௫", "98.93.01.23.45", "(98930) 12345"),
        *("UDYAM-MP-23-0000001", "23ABCDE1234F1Z5", "ABCDE1234F", "2341 2341 2346"),
        *("@asha_pickles", "https://t.me/asha_pickles", "t.me/asha_pickles", "instagram.com/asha.pickles"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("sentence", ["{}", "call me on {} please", "मेरा {} है", "என் எண் {}, நன்றி"])
def test_numbers_and_addresses_are_taken_out(trace: str, sentence: str) -> None:
    left = without_traces(sentence.format(trace))
    assert "…" in left
    for part in ("asha", "patel", "pickles", "9893", "12345", "९८९३", "௯௮௯௩", "0000001", "BCDE", "2341", "example"):
        assert part not in left, left


@pytest.mark.parametrize(
    "text",
    ["how do I get GST?", "क्या लोन मिलेगा", "is it 18 % or 12 %?", "இரண்டு லட்சம் கடன்", "open 9 to 5", "", "e.g. this"],
)
def test_a_plain_question_stays_as_it_is(text: str) -> None:
    assert without_traces(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "I am Lakshmi Devi of Indore, how to get GST?", "my name is lakshmi devi, loan chahiye", "Lakshmi here, what is Udyam",
        "mera naam lakshmi devi hai, loan kaise milega", "मेरा नाम लक्ष्मी देवी है, लोन चाहिए", "மைன் என் பெயர் லட்சுமி, கடன் வேணுமா?",
        "tell Lakshmi that I live in indore", "main lakshmi bol rahi hun indore se", "லட்சுமி பேசுறேன், கடன் கிடைக்குமா?",
    ],
)  # fmt: skip
def test_names_and_places_of_who_did_not_agree_are_taken_out(text: str) -> None:
    left = without_traces(text).lower()
    assert not [part for part in ("lakshmi", "devi", "indore", "लक्ष्मी", "देवी", "லட்சுமி") if part in left], left


async def test_a_question_of_a_person_is_kept_in_full(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        person = await people.meet(session, "telegram:1", clock())
        ask_staff(session, person_id=person.id, kind=PERSON_WANTED, text="call 9893012345", language="hi", now=clock())
    async with sessions() as session:
        (kept,) = await session.scalars(select(Question))
    assert (kept.person_id, kept.text, kept.kind, kept.status, kept.at) == (
        person.id, "call 9893012345", PERSON_WANTED, "open", clock(),
    )  # fmt: skip


async def test_a_question_of_a_stranger_is_kept_without_traces_and_not_endlessly(
    sessions: Sessions, clock: Clock
) -> None:
    async with sessions.begin() as session:
        ask_staff(
            session, person_id=None, kind=NOT_UNDERSTOOD, text="9893012345 " + "ஏன்? " * 2000, language="ta",
            now=clock(), intent="out_of_scope", confidence=0.21,
        )  # fmt: skip
    async with sessions() as session:
        (kept,) = await session.scalars(select(Question))
    assert kept.text.startswith("… ஏன்?")
    assert len(kept.text) <= 2000
    assert (kept.person_id, kept.intent, kept.confidence) == (None, "out_of_scope", 0.21)
