"""People for a broadcast to reach: registered, of five languages, who agreed to news. The database writes them itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import JSON, ColumnElement, Integer, String, case, cast, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import broadcasts, consents
from programme.audiences import Audience
from programme.broadcasts import Message
from programme.channels import TELEGRAM
from programme.people import Consent, Person
from programme.quiet_hours import QuietHours
from programme.store import UtcTime
from programme.surroundings import INDIA, utc_now

FIRST_CHAT = 5_000_000
"""Far from the chats of a crowd that talks."""
NO_QUIET_HOURS = QuietHours.read("00:00-00:00", INDIA)
LANGUAGES = ("en", "hi", "ta", "hi-Latn", "ta-Latn")
TEXTS = {
    "en": "Dear {name}, <b>a free workshop on packaging</b> is held in Indore next week. Come and see.",
    "hi": "{name} जी, अगले हफ़्ते इंदौर में <b>पैकेजिंग पर मुफ़्त कार्यशाला</b> है। ज़रूर आइए।",
    "ta": "{name}, அடுத்த வாரம் இந்தூரில் <b>பேக்கேஜிங் பற்றிய இலவசப் பயிலரங்கு</b> நடக்கிறது.",
}


async def write_down(session: AsyncSession, count: int) -> None:
    """`count` people and their consents."""
    numbers = select(literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < count))
    now, n = literal(utc_now() - timedelta(days=1), UtcTime), numbers.c.n
    values: dict[str, ColumnElement[Any]] = {
        "channel": literal(TELEGRAM), "address": cast(n + FIRST_CHAT, String),
        "language": case(dict(enumerate(LANGUAGES)), value=cast(n % len(LANGUAGES), Integer)),
        "language_chosen": literal(True), "name": literal("Asha ") + cast(n, String), "phone_verified": literal(False),
        "shown": literal([], JSON), "created_at": now, "seen_at": now,
    }  # fmt: skip
    await session.execute(insert(Person).from_select(list(values), select(*values.values())))
    for purpose in (consents.REGISTRATION, consents.NEWS):
        await _agree(session, purpose, now)


async def _agree(session: AsyncSession, purpose: str, now: ColumnElement[Any]) -> None:
    values: dict[str, Any] = {
        "person_id": Person.id, "purpose": literal(purpose), "given": literal(True), "version": literal("1"),
        "language": literal("en"), "text_hash": literal(""), "adult": literal(True), "at": now,
    }  # fmt: skip
    them = select(*values.values()).where(Person.name.like("Asha %"))
    await session.execute(insert(Consent).from_select(list(values), them))


async def announce(session: AsyncSession) -> tuple[int, int]:
    """A broadcast to all of them, from now on; its number, and how many people it is for."""
    now = utc_now()
    broadcast = broadcasts.draft(Message(TEXTS, Audience()), "staff:1", now)
    frozen = await broadcasts.announce(session, broadcast, now, NO_QUIET_HOURS)
    return broadcast.id, frozen
