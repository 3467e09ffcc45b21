"""The same conversation as in the terminal, over Telegram, in several languages."""

from __future__ import annotations

import re

import pytest

from bot.app import open_app
from bot.assistant import Assistant
from bot.bench.fake_telegram import FakeTelegram
from bot.rasa.agent import EmbeddedAgent
from programme import schema
from tests.bot.conftest import REGISTRATIONS
from tests.conftest import PostgresServer
from tests.telegram.conftest import Chatter, Line, settings_for

pytestmark = pytest.mark.model


@pytest.mark.parametrize("language", list(REGISTRATIONS))
async def test_a_registration_in_each_language(mitra: Line, asha: Chatter, language: str) -> None:
    for number, text in enumerate(REGISTRATIONS[language], start=1):
        asha.writes(text)
        await mitra.has_answered(number)
    registered = await asha.hears("M-0")
    assert "<b>M-0" in registered.html
    assert len(await mitra.rows("select id from businesses")) == 1


@pytest.mark.postgres
async def test_a_registration_on_postgresql(
    fake: FakeTelegram, agent: EmbeddedAgent, engine_url: str, asha: Chatter
) -> None:
    agent.processor.tracker_store._memory.clear()
    async with open_app(settings_for(fake, engine_url)) as app:
        await schema.migrate(app.engine)
        line = Line(app, fake, Assistant(agent))
        await line.start()
        for number, words in enumerate(REGISTRATIONS["hi"], start=1):
            asha.writes(words)
            await line.has_answered(number)
        await asha.hears("M-0")
        await line.stop()
        assert [row["name"] for row in await line.rows("select name from businesses")] == [REGISTRATIONS["hi"][3]]


@pytest.fixture
def engine_url(postgres: PostgresServer) -> str:
    return postgres.create("dialogues")


async def test_start_speaks_the_language_of_the_phone(mitra: Line, asha: Chatter, ravi: Chatter) -> None:
    asha.writes("/start", language="ta")
    await asha.hears("வணக்கம்")
    ravi.writes("/start", language="hi-IN")
    await ravi.hears("नमस्ते")


async def test_a_link_opens_its_workshop_and_an_unknown_code_says_hello(
    mitra: Line, asha: Chatter, ravi: Chatter
) -> None:
    [workshop] = await mitra.rows("select code, titles from workshops order by id limit 1")
    asha.writes(f"/start {workshop['code']}")
    message = await asha.hears("")
    assert "Book" in str(message.buttons)
    ravi.writes("/start '; DROP TABLE workshops; --")
    await ravi.hears("Hello")


async def test_the_buttons_of_the_menu_lead_on(mitra: Line, asha: Chatter) -> None:
    asha.writes("/start")
    await asha.hears("Hello")
    await asha.taps("Register")
    await asha.hears("")
    old = asha.button("Register")
    asha.writes("/help")
    await asha.hears("")
    mitra.fake.presses(101, old)
    await asha.hears("")


async def test_the_number_is_asked_for_with_a_key_and_shared_with_it(mitra: Line, asha: Chatter) -> None:
    for text in REGISTRATIONS["en"][:8]:
        asha.writes(text)
    message = await asha.hears("mobile")
    assert message.keys[0]["request_contact"] is True
    asha.sends(contact={"phone_number": "919876543210", "user_id": 101, "first_name": "A"})
    await asha.hears("Udyam")
    [person] = await mitra.rows("select phone, phone_verified from people")
    assert person == {"phone": "9876543210", "phone_verified": 1}


SCRIPTS = {"hi": "[\u0900-\u097f]", "ta": "[\u0b80-\u0bff]"}
COMMANDS = ("/start", "/register", "/workshops", "/mine", "/invite", "/language", "/help", "/privacy", "/stop")


@pytest.mark.parametrize("language", ["en", "hi", "ta", "hi-Latn", "ta-Latn"])
async def test_every_command_is_answered_in_her_language(mitra: Line, asha: Chatter, language: str) -> None:
    asha.writes("/language")
    await asha.hears("")
    await asha.taps(
        {"en": "English", "hi": "हिन्दी", "ta": "தமிழ்", "hi-Latn": "Hindi (", "ta-Latn": "Tamil ("}[language]
    )
    await mitra.has_answered(2)
    for number, command in enumerate(COMMANDS):
        before = len(mitra.fake.to(101))
        asha.writes(command)
        await mitra.has_answered(3 + 2 * number)
        answer = " ".join(message.text for message in mitra.fake.to(101)[before:])
        assert answer, command
        assert bool(re.search("[\u0900-\u0bff]", answer)) is (language in SCRIPTS), (command, answer)
        assert re.search(SCRIPTS.get(language, "[a-z]"), answer), (command, answer)
        asha.writes("cancel")  # what follows is asked outside the form
        await mitra.has_answered(4 + 2 * number)


async def test_a_number_that_nobody_asked_for_is_explained(mitra: Line, asha: Chatter) -> None:
    asha.sends(contact={"phone_number": "919876543210", "user_id": 101, "first_name": "A"})
    await asha.hears("I need your number only when I ask for it")
    assert "98765" not in str(await mitra.rows("select * from people"))
