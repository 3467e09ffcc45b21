"""Staff write a broadcast in Telegram, from the first question to the messages that people get."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.bench.fake_telegram import FakeTelegram
from bot.telegram.staff.moments import read_moment
from programme import outbox
from programme.surroundings import INDIA
from tests.telegram.conftest import Chatter, until
from tests.telegram.echo import Echo
from tests.telegram.staff.office import MEERA, NOON, Office, answers, newest, tells, write_news


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
    await until(lambda: any("Broadcast 1: done\n4 of 4 done" in edit.text for _number, edit in fake.edits))


async def test_people_are_counted_after_every_choice(town: Office, meera: Chatter) -> None:
    await tells(meera, "/broadcast")
    await answers(meera, "News", "About none")
    await meera.hears("So far 5 people")
    await answers(meera, "Place")
    await tells(meera, "मदुरै")
    await meera.hears("So far 4 people.\n• Place: Madurai")
    await answers(meera, "Language", "தமிழ்", "Hindi (abc)")
    await meera.hears("So far 3 people")
    await answers(meera, "தமிழ்")
    await meera.hears("So far 1 person")
    await answers(meera, "Go on", "Owned by a woman", "Yes")
    assert "So far 0 people" in newest(meera)
    await answers(meera, "Go on")
    await meera.hears("Nobody would get it")
    assert (await town.draft())["audience"] == {
        "state": "IN-TN", "district": "Madurai", "languages": ["hi-Latn"], "woman_owned": True,
    }  # fmt: skip


async def test_the_preview_tells_who_cannot_be_reached_and_who_does_not_want_it(town: Office, meera: Chatter) -> None:
    async with town.line.app.surroundings.sessions.begin() as session:
        await outbox.mark_unreachable(session, "13", NOON)
    await write_news(meera)
    assert "• Do not want such messages, not counted: 1\n• Cannot be reached just now: 1" in newest(meera)


@pytest.mark.parametrize(("typed", "told"), [("Nashik", "I know no state"), ("Kanpur", "several of that name")])
async def test_a_place_that_is_not_clear_widens_nothing(office: Office, meera: Chatter, typed: str, told: str) -> None:
    await office.owner(15, "en")
    await tells(meera, "/broadcast")
    await answers(meera, "News", "About none", "Place")
    await tells(meera, typed)
    await meera.hears(told)
    assert (await office.draft())["audience"] == {}


async def test_a_service_notice_is_only_for_people_in_the_workshop(town: Office, meera: Chatter) -> None:
    await tells(meera, "/broadcast")
    await answers(meera, "Service notice")
    assert "About none" not in str(meera.fake.to(MEERA)[-1].buttons)
    await answers(meera, "1.", "Booked or waiting", "booked", "waiting list", "Go on", "Go on")
    await meera.hears("only for people in the workshop")
    assert await town.step() == "standing"


async def test_each_message_is_shown_as_it_will_look_and_one_is_sent_to_the_author_alone(
    town: Office, meera: Chatter, fake: FakeTelegram
) -> None:
    await write_news(meera)
    await answers(meera, "See each message")
    await meera.hears("English, 5 people:")
    assert not (await meera.hears("Hello friend!")).buttons
    await answers(meera, "Send to me first")
    await meera.hears("on its way to you alone")
    await town.carry()
    await meera.hears("Hello friend!")
    assert {message.chat for message in fake.sent} == {MEERA}
    assert await town.step() == "preview"
    assert await town.acts() == ["begin", "test"]


async def test_a_time_is_typed_in_indian_time_and_kept(town: Office, meera: Chatter, fake: FakeTelegram) -> None:
    await write_news(meera)
    await answers(meera, "Schedule")
    await tells(meera, "some day")
    await meera.hears("cannot read a time")
    await tells(meera, "2026-11-24 10:00")
    await meera.hears("That time is past")
    await tells(meera, "2026-11-26 10:30")
    await meera.hears("Goes on Thursday, 26 November 2026, 10:30 am")
    await answers(meera, "Send", "Yes, send it")
    await meera.hears("planned")
    await town.carry()
    assert fake.to(13) == []
    town.clock.passes(hours=23)
    await town.carry()
    assert len(fake.to(13)) == 1


async def test_in_quiet_hours_an_editor_is_told_when_it_would_go(town: Office, meera: Chatter) -> None:
    town.clock.passes(hours=10)
    await write_news(meera)
    await meera.hears("Quiet hours: would go on Thursday, 26 November 2026, 9 am")
    assert "Send in quiet hours" not in str(meera.fake.to(MEERA)[-1].buttons)
    await answers(meera, "Send")
    await meera.hears("people on Thursday, 26 November 2026, 9 am?")
    await answers(meera, "Yes, send it")
    await until(lambda: "planned" in newest(meera))
    assert (await town.draft())["override"] is None


async def test_an_admin_sends_in_quiet_hours_with_a_reason(town: Office, meera: Chatter, fake: FakeTelegram) -> None:
    await town.appoint(MEERA, "admin")
    town.clock.passes(hours=10)
    await write_news(meera)
    await answers(meera, "Send in quiet hours")
    await tells(meera, "The hall is flooded")
    await meera.hears("Reason: The hall is flooded")
    await answers(meera, "Send", "Yes, send it")
    await town.carry()
    assert len(fake.to(13)) == 1
    [act] = await town.line.rows("select detail from audit where act = 'announce'")
    assert act["detail"] == "5 people, in quiet hours"


async def test_above_a_thousand_the_number_is_typed(town: Office, meera: Chatter) -> None:
    await town.crowd(1000)
    await write_news(meera)
    await answers(meera, "Send", "Yes, send it")
    await meera.hears("write the number of people: 1,005")
    await tells(meera, "1000")
    await meera.hears("That is another number")
    assert await town.line.rows("select id from deliveries") == []
    await tells(meera, "१००५")
    await meera.hears("on its way")
    assert len(await town.line.rows("select id from deliveries")) == 1005


async def test_a_draft_goes_on_after_a_restart(town: Office, meera: Chatter) -> None:
    await tells(meera, "/broadcast")
    await answers(meera, "News", "About none", "Go on")
    await town.restart()
    await tells(meera, "Hello {name}!")
    await tells(meera, "/broadcast")
    assert "हिन्दी (1 person)" in newest(meera)
    assert (await town.draft())["texts"] == {"en": "Hello {name}!"}
    assert len(await town.line.rows("select id from broadcasts")) == 1


async def test_what_changes_under_the_authors_hands_is_found_before_it_goes(town: Office, meera: Chatter) -> None:
    await tells(meera, "/broadcast")
    await answers(meera, "News", "1.", "Go on")
    await tells(meera, "{workshop} on {date}")
    for _language in ("hi", "ta", "hi-Latn"):
        await answers(meera, "Skip")
    await answers(meera, "Without a picture", "Details", "Change", "Workshop", "About none")
    await meera.hears("speaks of a workshop, and none is chosen")
    assert [one["text"] for one in meera.fake.to(MEERA)[-1].buttons] == ["See each message", "Change…", "Throw away"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2026-12-05 10:30", "2026-12-05T10:30"), ("tomorrow 10:00", "2026-11-26T10:00"), ("कल 10:00", "2026-11-26T10:00"),
        ("நாளை 10:00", "2026-11-26T10:00"), ("18:00", "2026-11-25T18:00"), ("kal 6 pm", "2026-11-26T18:00"),
        ("5 dec 9.30 am", "2026-12-05T09:30"), ("tomorrow", None), ("25:00", None), ("2026-12-05", None),
    ],
)  # fmt: skip
def test_moments_are_read(text: str, after: str | None) -> None:
    moment = read_moment(text, NOON, INDIA)
    assert (moment and moment.isoformat()[:16]) == after
    assert moment is None or moment.utcoffset() == timedelta(hours=5.5)
