"""A broadcast under way: its progress keeps itself up to date, and staff can stop it, send again, and see who missed it."""

from __future__ import annotations

import csv
import io

from sqlalchemy import text

from bot.bench.fake_telegram import FakeTelegram
from tests.telegram.conftest import Chatter, until
from tests.telegram.staff.office import MEERA, Office, answers, newest, tells, write_news


async def sent_by(meera: Chatter) -> int:
    """Let Meera send news; the number of the message that shows its progress."""
    await write_news(meera)
    await answers(meera, "Send", "Yes, send it")
    return (await meera.hears("Broadcast 1: on its way\n0 of 5 done")).number


def shown(fake: FakeTelegram, number: int) -> str:
    return next((edit.text for one, edit in reversed(fake.edits) if one == number), "")


async def test_progress_updates_itself_in_the_same_message_and_rests_when_it_is_over(
    town: Office, meera: Chatter, fake: FakeTelegram
) -> None:
    number = await sent_by(meera)
    fake.blocked.add(12)
    await town.carry()
    await until(lambda: "done\n5 of 5 done" in shown(fake, number))
    assert "• got it: 4" in shown(fake, number)
    assert "• blocked or gone: 1" in shown(fake, number)
    await until(lambda: town.line.parts.progress.following == 0)
    assert len([message for message in fake.to(MEERA) if "Broadcast 1" in message.text]) == 1


async def test_after_a_restart_progress_goes_on_with_a_press(town: Office, meera: Chatter, fake: FakeTelegram) -> None:
    number = await sent_by(meera)
    await town.restart()
    await town.carry()
    fake.presses(MEERA, meera.button("Refresh"), number)
    await until(lambda: "5 of 5 done" in shown(fake, number))


async def test_pause_holds_everything_back_and_going_on_sends_it(
    town: Office, meera: Chatter, fake: FakeTelegram
) -> None:
    number = await sent_by(meera)
    fake.presses(MEERA, meera.button("Pause"), number)
    await until(lambda: "Broadcast 1: paused" in shown(fake, number))
    await town.carry()
    assert fake.to(13) == []
    fake.update(callback_query=fake.press(MEERA, "w.1.resume", number))
    await until(lambda: "Broadcast 1: on its way" in shown(fake, number))
    await town.carry()
    assert len(fake.to(13)) == 1


async def test_calling_off_asks_once_and_leaves_the_rest_without(
    town: Office, meera: Chatter, fake: FakeTelegram
) -> None:
    await sent_by(meera)
    await answers(meera, "Call off")
    await meera.hears("Shall broadcast 1 be called off?")
    assert (await town.draft())["status"] == "sending"
    await answers(meera, "Yes, call it off")
    await meera.hears("Broadcast 1: called off\n5 of 5 done\n• called off before: 5")
    await town.carry()
    assert fake.to(13) == []
    fake.update(callback_query=fake.press(MEERA, "w.1.pause"))
    await meera.hears("no longer possible")


async def test_only_what_failed_is_sent_again(town: Office, meera: Chatter, fake: FakeTelegram) -> None:
    number = await sent_by(meera)
    async with town.line.app.surroundings.sessions.begin() as session:
        await session.execute(text("update deliveries set status = 'failed' where id = 1"))
    await town.carry()
    assert sum(len(fake.to(chat)) for chat in range(11, 16)) == 4
    fake.update(callback_query=fake.press(MEERA, "w.1.resend", number))
    await until(lambda: "waiting: 1" in shown(fake, number))
    await town.carry()
    assert [len(fake.to(chat)) for chat in range(11, 16)] == [1] * 5


async def test_who_did_not_get_it_comes_as_a_sheet(town: Office, meera: Chatter, fake: FakeTelegram) -> None:
    number = await sent_by(meera)
    async with town.line.app.surroundings.sessions.begin() as session:
        await session.execute(text("update people set name = '=HYPERLINK(1)' where address = '12'"))
    fake.update(callback_query=fake.press(MEERA, "w.1.missed", number))
    await meera.hears("nobody has missed it")
    fake.blocked.add(12)
    await town.carry()
    fake.update(callback_query=fake.press(MEERA, "w.1.missed", number))
    document = (await meera.gets_document()).document
    assert document is not None
    [row] = csv.DictReader(io.StringIO(document.removeprefix("\ufeff")))
    assert (row["name"], row["phone"], row["why"]) == ("'=HYPERLINK(1)", "9876500012", "blocked or gone")
    assert (await town.acts())[-1] == "missed"


async def test_the_last_broadcasts_are_listed_newest_first_without_tests(town: Office, meera: Chatter) -> None:
    meera.writes("/broadcasts")
    await meera.hears("no broadcast yet")
    await sent_by(meera)
    await write_news(meera)
    await answers(meera, "Send to me first")
    await meera.hears("to you alone")
    await tells(meera, "/broadcasts")
    assert newest(meera) == "The last broadcasts:\n1. News, Wednesday, 25 November 2026: on its way, 5"
