"""STOP and START over Telegram, and what one may keep in between."""

from __future__ import annotations

from datetime import timedelta

import pytest

from programme import consents
from programme.audiences import Audience
from programme.broadcasts import Message
from tests.telegram.conftest import Chatter, Line
from tests.telegram.post import NOON, Post

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("language", "stop", "start"), [("en", "Stop", "START"), ("hi", "स्टॉप", "शुरू"), ("ta", "ஸ்டாப்", "தொடங்கு")]
)
async def test_stop_ends_everything_at_once_and_start_brings_it_back(
    mitra: Line, post: Post, asha: Chatter, language: str, stop: str, start: str
) -> None:
    await post.registers(101, language, consents.REMINDERS, consents.NEWS)
    workshop = await post.workshop(NOON + timedelta(days=2))
    await post.books(101, workshop)
    waiting = await post.announces(Message({"en": "Hello {name}"}, Audience()))
    asha.writes(stop)
    await mitra.has_answered(1)
    assert len(asha.fake.to(101)[-1].buttons) == 3
    said = len(asha.fake.to(101))
    await post.moves(workshop, NOON + timedelta(days=3))
    await post.goes_out()
    assert len(asha.fake.to(101)) == said
    assert await mitra.rows(f"select status from deliveries where broadcast_id = {waiting}") == [
        {"status": "opted_out"}
    ]
    asha.writes(start)
    await mitra.has_answered(2)
    await post.announces(Message({"en": "Hello again, {name}"}, Audience()))
    await post.goes_out()
    assert "Hello again, Asha" in asha.fake.to(101)[-1].text


async def test_only_changes_leaves_nothing_but_word_of_changes(mitra: Line, post: Post, asha: Chatter) -> None:
    await post.registers(101, "en", consents.REMINDERS, consents.NEWS)
    workshop = await post.workshop(NOON + timedelta(days=2))
    await post.books(101, workshop)
    asha.writes("STOP")
    await mitra.has_answered(1)
    await asha.taps("Only when things change")
    await mitra.has_answered(2)
    await post.goes_out()
    post.clock.passes(days=1, minutes=1)
    await post.goes_out()
    said = len(asha.fake.to(101))
    await post.moves(workshop, NOON + timedelta(days=4))
    await post.goes_out()
    assert len(asha.fake.to(101)) == said + 1


async def test_only_reminders_in_ones_own_words_is_no_stop(mitra: Line, post: Post, asha: Chatter) -> None:
    await post.registers(101, "ta-Latn", consents.REMINDERS, consents.NEWS)
    asha.writes("reminder mattum anuppunga podhum")
    await mitra.has_answered(1)
    in_force = await mitra.rows("select distinct purpose from consents where given and withdrawn_at is null order by 1")
    assert [row["purpose"] for row in in_force] == ["registration", "reminders"]
