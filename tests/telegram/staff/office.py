"""A programme with staff, owners and workshops, whose staff work in Telegram."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from bot.jobs.courier import Courier
from programme import broadcasts, consents, people, staff
from programme.businesses import Business
from programme.people import Consent, Person
from programme.workshops import Enrolment, Workshop
from tests.bot.conftest import Clock
from tests.telegram.conftest import FAST, PATIENCE, Chatter, Line, until

NOON = datetime(2026, 11, 25, 6, 30, tzinfo=UTC)
"""12:00 on a Wednesday in India."""
MEERA = 900


@dataclass
class Office:
    """What tests do beside the conversation. `line` serves; `clock` is its time."""

    line: Line
    clock: Clock
    workshop: int = 0

    async def restart(self) -> None:
        """Another process takes over. It knows nothing of what went to a chat in the second before."""
        await self.line.stop()
        await asyncio.sleep(FAST)
        await self.line.start()

    async def appoint(self, chat: int, role: str, language: str = "en") -> None:
        async with self.line.app.surroundings.sessions.begin() as session:
            await staff.appoint(session, f"telegram:{chat}", "Meera", role, self.clock.now())
            people.speak(await people.meet(session, f"telegram:{chat}", self.clock.now()), language, chosen=True)

    async def dismiss(self, chat: int) -> None:
        async with self.line.app.surroundings.sessions.begin() as session:
            await staff.dismiss(session, f"telegram:{chat}")

    async def announce(self, *, title: str = "Packaging & labelling") -> int:
        """A workshop in ten days; returns its number."""
        starts, now = self.clock.now() + timedelta(days=10), self.clock.now()
        workshop = Workshop(
            titles={"en": title, "ta": "பேக்கேஜிங்"}, topic="packaging", mode="in_person", languages=["en"], state="IN-TN",
            district="Madurai", venues={"en": "Hall A"}, starts_at=starts, ends_at=starts + timedelta(hours=2), seats=30,
            created_at=now, updated_at=now,
        )  # fmt: skip
        async with self.line.app.surroundings.sessions.begin() as session:
            session.add(workshop)
        self.workshop = workshop.id
        return workshop.id

    async def owner(self, chat: int, language: str, *, standing: str = "", news: bool = True, **business: Any) -> None:
        """A registered owner who agreed to reminders and, usually, to news."""
        now = self.clock.now()
        async with self.line.app.surroundings.sessions.begin() as session:
            person = await people.meet(session, f"telegram:{chat}", now)
            person.name, person.phone = f"Owner {chat}", f"98765{chat:05d}"
            people.speak(person, language, chosen=True)
            for purpose in (consents.REGISTRATION, consents.REMINDERS, *([consents.NEWS] if news else [])):
                consents.record(person, purpose, given=True, text_hash="0" * 64, now=now)
            place = {"state": "IN-TN", "district": "Madurai", "status": "registered"}
            session.add(Business(person_id=person.id, created_at=now, updated_at=now, **{**place, **business}))
            if standing:
                booked = {"workshop_id": self.workshop, "status": standing, "queued_at": now, "updated_at": now}
                session.add(Enrolment(person_id=person.id, **booked))

    async def crowd(self, count: int) -> None:
        """Many owners who speak English, in one go."""
        now = self.clock.now()
        async with self.line.app.surroundings.sessions.begin() as session:
            rows = [
                {"channel": "telegram", "address": str(10_000 + one), "language": "en", "created_at": now, "seen_at": now,
                 "language_chosen": True, "phone_verified": False, "shown": []}
                for one in range(count)
            ]  # fmt: skip
            ids = await session.scalars(insert(Person).returning(Person.id), rows)
            given = {"purpose": consents.REGISTRATION, "given": True, "version": "1", "language": "en", "adult": True}
            proofs = [{"person_id": one, "text_hash": "0" * 64, "at": now, **given} for one in ids]
            await session.execute(insert(Consent), proofs + [{**proof, "purpose": consents.NEWS} for proof in proofs])

    async def carry(self) -> None:
        """Let one worker send what is due, and end what is over."""
        parts, app = self.line.parts, self.line.app
        courier = Courier(app.surroundings, parts.sending, parts.limiter, worker="w", rate=200, most_under_way=8)
        async with app.surroundings.sessions.begin() as session:
            await broadcasts.turn_over(session, self.clock.now())
        await courier.carry_all()
        async with app.surroundings.sessions.begin() as session:
            await broadcasts.turn_over(session, self.clock.now())

    async def acts(self) -> list[str]:
        return [row["act"] for row in await self.line.rows("select act from audit order by id")]

    async def step(self) -> str:
        """Where the newest draft is."""
        rows = await self.line.rows("select step from broadcasts where status = 'draft' order by id desc limit 1")
        return str(rows[0]["step"]).partition("#")[0] if rows else ""

    async def draft(self) -> dict[str, Any]:
        """The newest broadcast that is no test, JSON read."""
        [row] = await self.line.rows("select * from broadcasts order by id desc limit 1")
        return {**row, **{name: json.loads(row[name]) for name in ("texts", "audience", "buttons")}}


async def answers(meera: Chatter, *taps: str) -> None:
    """Tap one button after the other, each of the newest message that has buttons."""
    for label in taps:
        newest = [message for message in meera.fake.to(meera.chat) if message.buttons][-1]
        fitting = [one for one in newest.buttons if label in one["text"]]
        assert fitting, f"{label!r} is not among {[one['text'] for one in newest.buttons]}"
        exact = [one for one in fitting if one["text"] == label]
        meera.fake.presses(meera.chat, (exact or fitting)[0], newest.number)
        await after(meera, newest.number)


async def after(meera: Chatter, number: int, seconds: float = PATIENCE) -> None:
    """Wait for another message with buttons than that one."""

    def come() -> bool:
        return any(message.buttons for message in meera.fake.to(meera.chat) if message.number > number)

    await until(come, lambda: f"after {meera.fake.to(meera.chat)[-1].text!r} nothing came", seconds)


async def tells(meera: Chatter, text: str, **content: Any) -> None:
    """Write, and wait for the question that follows."""
    last = meera.fake.to(meera.chat)[-1].number if meera.fake.to(meera.chat) else 0
    meera.writes(text, **content)
    await after(meera, last)


async def write_news(meera: Chatter, text: str = "Hello {name}!") -> None:
    """Up to the preview, with one text in English for everybody who wants news."""
    await tells(meera, "/broadcast")
    await answers(meera, "News", "About none", "Go on")
    while "Now the text" in newest(meera):
        if "English" in newest(meera):
            await tells(meera, text)
        else:
            await answers(meera, "Skip")
    await answers(meera, "Without a picture")


def newest(meera: Chatter) -> str:
    return [message.text for message in meera.fake.to(meera.chat) if message.buttons][-1]
