"""Staff write a broadcast in Telegram, from the first question to the messages that people get."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.app import open_app
from bot.bench.fake_telegram import FakeTelegram
from tests.bot.conftest import Clock
from tests.telegram.conftest import Chatter, Line, settings_for, until
from tests.telegram.echo import Echo
from tests.telegram.office import NOON, Office, answers, tells

MEERA = 900


@pytest.fixture
async def office(fake: FakeTelegram, sqlite_url: str, echo: Echo) -> AsyncIterator[Office]:
    clock = Clock(NOON)
    async with open_app(settings_for(fake, sqlite_url), now=clock.now) as app:
        line = Line(app, fake, echo)
        await line.start()
        yield Office(line, clock)
        await line.stop()


@pytest.fixture
async def meera(office: Office, fake: FakeTelegram) -> Chatter:
    """An editor, in English."""
    await office.appoint(MEERA, "editor")
    return Chatter(MEERA, fake)


@pytest.fixture
async def town(office: Office) -> Office:
    """A workshop with two Tamil bookings, one English, one on the waiting list in Hindi; others who booked nothing."""
    await office.announce()
    await office.owner(11, "ta", standing="booked")
    await office.owner(12, "ta", standing="booked")
    await office.owner(13, "en", standing="booked")
    await office.owner(14, "hi-Latn", standing="waitlisted")
    await office.owner(15, "hi", state="IN-MP", district="Indore")
    await office.owner(16, "en", news=False)
    return office


async def test_a_reminder_goes_from_the_first_question_to_each_in_the_own_language(
    town: Office, meera: Chatter, fake: FakeTelegram, echo: Echo
) -> None:
    await tells(meera, "/broadcast")
    await meera.hears("What is it?")
    await answers(meera, "About a booked workshop", "1.")
    await meera.hears("So far 4 people")
    await answers(meera, "Go on")
    english = await meera.hears("English (1 person)")
    assert "{name} {workshop} {date} {time} {venue}" in english.text
    bold = [{"type": "bold", "offset": 5, "length": 6}]
    await tells(meera, "Dear {name}, {workshop} is on {date}, {venue}.", entities=bold)
    await meera.hears("தமிழ் (2 people)")
    await tells(meera, "{name}, {workshop}: {date}, {venue}. வாருங்கள்!")
    await meera.hears("Hindi (abc) (1 person)")
    await answers(meera, "Skip")
    await meera.hears("No text in Hindi (abc). Its 1 person gets English.")
    await meera.hears("Shall there be a picture?")
    await answers(meera, "Without a picture", "Book and details")
    preview = await meera.hears("About a booked workshop, 4 people: English 2 · தமிழ் 2")
    assert "• No text in Hindi (abc): 1 person gets English" in preview.text
    await answers(meera, "Send")
    await meera.hears("Shall it go to 4 people now?")
    await answers(meera, "Yes, send it")
    await meera.hears("on its way")
    frozen = await town.line.rows("select person_id, language, wanted, status from deliveries order by person_id")
    assert [(row["language"], row["wanted"]) for row in frozen] == [
        ("ta", None), ("ta", None), ("en", None), ("en", "hi-Latn"),
    ]  # fmt: skip
    assert {row["status"] for row in frozen} == {"queued"}
    await town.carry()
    [tamil] = fake.to(11)
    assert tamil.text.startswith("Owner 11, பேக்கேஜிங்: சனி, 5 டிசம்பர் 2026, Hall A, ") or "பேக்கேஜிங்" in tamil.text
    [plain] = fake.to(14)
    assert "Dear <b>Owner 14</b>" in plain.html
    assert "Packaging &amp; labelling" in plain.html
    assert [one["text"] for one in plain.buttons]
    assert fake.to(15) == fake.to(16) == []
    assert await town.acts() == ["begin", "announce"]
    assert echo.heard == []
    await until(lambda: bool(fake.edits))
    assert fake.edits[-1][1].text.startswith("Broadcast 1: done\n4 of 4 done")
