"""Upgrade and rollback: open forms, old buttons and pending work outlive a change of schema, of model and of process."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import text

from programme import schema
from tests.bot.conftest import REGISTRATIONS
from tests.telegram.conftest import Chatter, Line

pytestmark = pytest.mark.model
FIRST, WITH_INBOX = "0001", "0002"
"""Schemas that were once in use; what they hold is described in their migrations."""
ASKED_FOR_PRODUCTS = 5


async def change_schema(line: Line, *names: str | None) -> None:
    """What the operator does while the bot is stopped."""
    for name in names:
        await schema.migrate(line.app.engine, name)


async def write(line: Line, sql: str, **values: Any) -> None:
    await line.change(lambda session: session.execute(text(sql), values))


@pytest.mark.parametrize("older", [FIRST, WITH_INBOX])
@pytest.mark.parametrize("language", ["en", "ta"])
async def test_an_open_form_goes_on_after_a_rollback_and_an_upgrade(
    mitra: Line, asha: Chatter, older: str, language: str
) -> None:
    texts = REGISTRATIONS[language]
    for number, words in enumerate(texts[:ASKED_FOR_PRODUCTS], start=1):
        asha.writes(words)
        await mitra.has_answered(number)
    await mitra.stop()
    await change_schema(mitra, older, None)
    [left] = await mitra.rows("select step from interviews")
    assert left["step"] == "products"
    done = len(await mitra.rows("select id from updates"))
    await mitra.start()
    for number, words in enumerate(texts[ASKED_FOR_PRODUCTS:], start=done + 1):
        asha.writes(words)
        await mitra.has_answered(number)
    await asha.hears("M-0")


async def test_a_button_shown_before_an_upgrade_works_after_it_and_an_older_one_is_explained(
    mitra: Line, asha: Chatter
) -> None:
    asha.writes("/start")
    await asha.hears("Hello")
    oldest = asha.button("Register")
    asha.writes("/help")
    await mitra.has_answered(2)
    await mitra.stop()
    await change_schema(mitra, WITH_INBOX, None)
    await mitra.start()
    asha.fake.presses(101, oldest)
    await asha.hears("button")
    await asha.taps("Register")
    await asha.hears("permission")


@pytest.mark.parametrize("payload", ["/an_intent_of_the_last_model", '/an_intent_of_the_last_model{"workshop": 7}'])
async def test_a_button_that_the_new_model_does_not_know_is_answered_kindly(
    mitra: Line, asha: Chatter, payload: str
) -> None:
    asha.writes("/start")
    await mitra.has_answered(1)
    shown = [{"label": "Old", "payload": payload, "token": "old-token"}]
    await write(mitra, "update people set shown = :shown", shown=json.dumps(shown))
    asha.fake.presses(101, {"callback_data": "old-token"})
    await mitra.has_answered(2)
    assert "could not save" not in asha.fake.to(101)[-1].text
    assert len(asha.fake.to(101)) > 1


async def test_pending_work_of_an_older_schema_is_done_after_the_upgrade(mitra: Line, asha: Chatter) -> None:
    await mitra.stop()
    await change_schema(mitra, WITH_INBOX)
    now = "2026-11-23 05:59:00.000000"
    content = {"kind": "text", "chat": "101", "message_id": 1, "text": "/help"}
    await write(
        mitra, "insert into updates (update_id, chat, message_id, content, received_at) values (7, '101', 1, :content, :now)",
        content=json.dumps(content), now=now,
    )  # fmt: skip
    await write(
        mitra, "insert into replies (chat, content, status, created_at) values ('101', :content, 'waiting', :now)",
        content=json.dumps({"text": "left behind"}), now=now,
    )  # fmt: skip
    await change_schema(mitra, None)
    await mitra.start()
    await asha.hears("left behind")
    await mitra.has_answered(1)
    assert len(asha.fake.to(101)) > 1
