"""An office of the programme with an editor in it, and a town of owners around."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.app import open_app
from bot.bench.fake_telegram import FakeTelegram
from tests.bot.conftest import Clock
from tests.telegram.conftest import Chatter, Line, settings_for
from tests.telegram.echo import Echo
from tests.telegram.staff.office import MEERA, NOON, Office


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
