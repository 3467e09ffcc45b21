"""A member of staff who is an owner as well: the real assistant beside her draft."""

from __future__ import annotations

import pytest

from bot.bench.fake_telegram import FakeTelegram
from tests.bot.conftest import REGISTRATIONS, World
from tests.telegram.conftest import Chatter, Line
from tests.telegram.staff.office import MEERA, Office, answers, tells

pytestmark = pytest.mark.model


async def test_she_registers_her_business_while_her_draft_waits_for_a_button(
    mitra: Line, world: World, fake: FakeTelegram
) -> None:
    office, meera = Office(mitra, world.clock), Chatter(MEERA, fake)
    await office.owner(11, "en")
    await office.appoint(MEERA, "editor")
    await tells(meera, "/broadcast")
    kind = meera.button("News")
    for number, text in enumerate(REGISTRATIONS["en"], start=2):
        meera.writes(text)
        await mitra.has_answered(number)
    await meera.hears("M-0")
    fake.presses(MEERA, kind)
    await meera.hears("Which workshop")
    await answers(meera, "About none", "Go on")
    before = await mitra.rows("select id, name, status from businesses")
    await tells(meera, "delete my data, {name}")
    assert (await office.draft())["texts"] == {"en": "delete my data, {name}"}
    assert await mitra.rows("select id, name, status from businesses") == before
    assert "delete my data" not in str(await mitra.rows("select * from messages"))
    meera.writes("/cancel")
    await meera.hears("Thrown away")
    meera.writes("my details")
    await meera.hears("Asha Pickles")
