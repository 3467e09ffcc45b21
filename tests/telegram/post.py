"""The workers' part of a bot under test, and people, seats and broadcasts for it to write about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.jobs.courier import Courier
from bot.jobs.minding import mind
from programme import broadcasts, consents, enrolments, people, timetable
from programme.broadcasts import Message, draft
from programme.workshops import Workshop
from tests.bot.conftest import Clock

if TYPE_CHECKING:
    from tests.telegram.conftest import Line

NOON = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
"""12:00 in India."""


@dataclass
class Post:
    """The workers' part of a bot under test: what falls due is sent when a test says so."""

    line: Line
    clock: Clock

    async def goes_out(self) -> None:
        """Mind what is due and carry it all, until nothing is left."""
        surroundings = self.line.app.surroundings
        courier = Courier(
            surroundings, self.line.parts.sending, self.line.parts.limiter, worker="tests", rate=1000, most_under_way=8
        )
        for _round in range(20):
            if not await mind(surroundings):
                return
            await courier.carry_all()
        raise AssertionError("what is due never ends")

    async def registers(self, chat: int, language: str, *purposes: str) -> None:
        """Somebody registered, by rows: the conversations for it have their own tests."""
        now = self.clock.now()

        async def put(session: Any) -> None:
            person = await people.meet(session, f"telegram:{chat}", now)
            person.name, person.language = "Asha", language
            for purpose in (consents.REGISTRATION, *purposes):
                consents.record(person, purpose, given=True, text_hash="x", now=now)

        await self.line.change(put)

    async def books(self, chat: int, workshop: int) -> str:
        answers: list[str] = []

        async def book(session: Any) -> None:
            person = await people.meet(session, f"telegram:{chat}", self.clock.now())
            answers.append((await enrolments.book(session, person, workshop, self.clock.now())).answer)

        await self.line.change(book)
        self.clock.passes(seconds=1)
        return answers[0]

    async def workshop(self, starts: datetime, seats: int = 5) -> int:
        """A workshop of its own at `starts`, in Coimbatore."""
        made: list[int] = []

        async def announce(session: Any) -> None:
            one = Workshop(
                titles={"en": "Pricing", "hi": "दाम तय करना", "ta": "விலை நிர்ணயம்"}, topic="costing", mode="in_person",
                languages=["ta"], state="IN-TN", district="Coimbatore", venues={"en": "Hall A"}, starts_at=starts,
                ends_at=starts + timedelta(hours=2), seats=seats, created_at=self.clock.now(), updated_at=self.clock.now(),
            )  # fmt: skip
            session.add(one)
            await session.flush()
            made.append(one.id)

        await self.line.change(announce)
        return made[0]

    async def moves(self, workshop: int, starts: datetime) -> None:
        async def move(session: Any) -> None:
            surroundings = self.line.app.surroundings
            one = await session.get_one(Workshop, workshop)
            await timetable.reschedule(session, one, starts, self.clock.now(), surroundings.quiet)

        await self.line.change(move)

    async def announces(self, message: Message) -> int:
        numbers: list[int] = []

        async def announce(session: Any) -> None:
            one = draft(message, "staff:1", self.clock.now())
            await broadcasts.announce(session, one, self.clock.now(), self.line.app.surroundings.quiet)
            numbers.append(one.id)

        await self.line.change(announce)
        return numbers[0]
