"""A sending office in a test: people, a broadcast, couriers that may die anywhere, and a post that answers as told."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.courier import Courier
from bot.jobs.minding import mind
from bot.telegram.outgoing.limiter import Limiter
from bot.telegram.outgoing.sending import Outcome, Passing, Refused, Sent, TooFast, Unreachable
from bot.telegram.writing.letters import Letter
from programme import broadcasts, consents, dispatching
from programme.audiences import NEWS, Audience
from programme.broadcasts import Broadcast, Message, draft
from programme.deliveries import SENDING, Delivery
from programme.people import Consent, Person
from programme.quiet_hours import QuietHours
from programme.store import Sessions
from programme.surroundings import INDIA, Surroundings
from tests.conftest import Clock

NO_QUIET_HOURS = QuietHours.read("00:00-00:00", INDIA)
AS_FAST_AS_IT_GOES = 100_000.0
A_MOMENT = 0.001
"""Seconds of silence that the post asks for: the limiter's clock is the real one."""
ANSWERS = {
    "sent": Sent(), "too fast": TooFast(A_MOMENT), "gone": Unreachable(), "refused": Refused("bad request"),
    "no line": Passing("TimedOut"), "no answer": Passing("TimedOut", in_doubt=True), "lost": Passing("TimedOut", in_doubt=True),
}  # fmt: skip
ARRIVING = ("sent", "no answer", "dies after")

Deed = Callable[[], Awaitable[None]]
_chats = count(1)


def newcomer(clock: Clock, *purposes: str, language: str | None = "en", **columns: Any) -> Person:
    """Somebody with a chat of her own, who agreed to being registered and to `purposes`."""
    person = Person(
        channel="telegram", address=str(next(_chats)), language=language, name="Asha", created_at=clock(),
        seen_at=clock(), shown=[], **columns,
    )  # fmt: skip
    person.consents = [
        Consent(purpose=purpose, given=True, version="1", language="en", text_hash="", at=clock())
        for purpose in (consents.REGISTRATION, *purposes)
    ]
    return person


@dataclass
class Post:
    """Telegram. Each message takes the next of `answers`, and `meanwhile` happens first; without more it arrives."""

    answers: Iterator[tuple[str, Deed | None]]
    arrived: Counter[str] = field(default_factory=Counter)
    unanswered: set[str] = field(default_factory=set)
    died: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, letter: Letter) -> Outcome:
        answer, meanwhile = next(self.answers, ("sent", None))
        if meanwhile is not None:
            await meanwhile()
        if answer in ARRIVING:
            self.arrived[letter.chat] += 1
        if answer.startswith("dies"):
            await self.dies()
        if answer in ("no answer", "lost"):
            self.unanswered.add(letter.chat)
        return ANSWERS[answer]

    async def dies(self) -> None:
        """The whole process stops here, and never goes on."""
        self.died.set()
        await asyncio.Event().wait()


class Mortal:
    """Where sessions come from, for a process that dies when it begins its transaction number `last`."""

    def __init__(self, sessions: Sessions, post: Post, last: int) -> None:
        self._sessions, self._post, self._left = sessions, post, last

    def __call__(self) -> AsyncSession:
        return self._sessions()

    @asynccontextmanager
    async def begin(self) -> Any:
        self._left -= 1
        if self._left == 0:
            await self._post.dies()
        async with self._sessions.begin() as session:
            yield session


class Office:
    """Recipients of one broadcast, and what happens to them."""

    quiet = NO_QUIET_HOURS
    override: str | None = None

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self.sessions, self.clock = sessions, clock
        self.arrived: Counter[str] = Counter()
        self.in_doubt: set[str] = set()
        self.people: list[Person] = []
        self._workers = count(1)

    async def opens(self, people: int, *, buttons: tuple[str, ...] = ()) -> None:
        """So many people, and a broadcast to all of them."""
        self.people = [newcomer(self.clock, consents.NEWS) for _number in range(people)]
        async with self.sessions.begin() as session:
            session.add_all(self.people)
            await session.flush()
            broadcast = draft(
                Message({"en": "Dear {name}"}, Audience(), NEWS, buttons=buttons), "staff:1", self.clock()
            )
            self.frozen = await broadcasts.announce(
                session, broadcast, self.clock(), self.quiet, override=self.override
            )
        self.broadcast = broadcast.id

    def surroundings(self, sessions: Any = None) -> Surroundings:
        return Surroundings(sessions or self.sessions, now=self.clock, quiet=self.quiet)

    async def works(
        self, answers: Sequence[tuple[str, Deed | None]] = (), *, dies_at: int = 0, couriers: int = 1
    ) -> Post:
        """Couriers carry until nothing is left or they die; a dead one's are settled by the living. Whoever minds, minds."""
        await mind(self.surroundings())
        post = Post(iter(answers), self.arrived)
        sessions = Mortal(self.sessions, post, dies_at)
        names = [f"worker-{next(self._workers)}" for _courier in range(couriers)]
        before = asyncio.all_tasks()
        carrying = [asyncio.create_task(self._courier(name, post, sessions).carry_all()) for name in names]
        dying = asyncio.create_task(post.died.wait())
        while not (post.died.is_set() or all(one.done() for one in carrying)):
            await asyncio.wait([*carrying, dying], return_when=asyncio.FIRST_COMPLETED, timeout=0.05)
        if post.died.is_set():
            self.in_doubt |= await self.being_sent()
        else:
            await asyncio.gather(*carrying)
        await _end(asyncio.all_tasks() - before)
        for name in names:
            await self.buries(name)
        self.in_doubt |= post.unanswered
        return post

    def _courier(self, name: str, post: Post, sessions: Any) -> Courier:
        limiter = Limiter(0, 0.0)
        return Courier(
            self.surroundings(sessions),
            post,
            limiter,
            worker=name,
            rate=AS_FAST_AS_IT_GOES,
            most_under_way=3,
            per_chat=0.0,
        )

    async def buries(self, name: str) -> None:
        async with self.sessions.begin() as session:
            await dispatching.settle_lost(session, name, self.clock(), self.quiet)

    async def being_sent(self) -> set[str]:
        rows = select(Person.address).join(Delivery, Delivery.person_id == Person.id).where(Delivery.status == SENDING)
        async with self.sessions() as session:
            return set(await session.scalars(rows))

    async def change(self, use_case: Callable[[AsyncSession, Broadcast], Any]) -> None:
        """One transaction of staff's; what cannot be done just now is not."""
        async with self.sessions.begin() as session:
            broadcast = await broadcasts.find(session, self.broadcast)
            try:
                result = use_case(session, broadcast)
                if asyncio.iscoroutine(result):
                    await result
            except broadcasts.NotPossible:
                return

    async def stands(self) -> dict[str, str]:
        """How everybody's delivery stands, by chat; of who was erased there is none."""
        rows = select(Person.address, Delivery.status).join(Delivery, Delivery.person_id == Person.id)
        async with self.sessions() as session:
            found = await session.execute(rows.where(Delivery.broadcast_id == self.broadcast))
            return {str(row[0]): str(row[1]) for row in found}

    async def goes_on(self) -> None:
        """Everything works again, until nothing is left."""
        await self.change(lambda _session, broadcast: broadcasts.resume(broadcast, self.clock()))
        for _round in range(20):
            self.clock.now += timedelta(hours=1)
            await self.works()
            if not {"queued", "sending"} & set((await self.stands()).values()):
                return
        raise AssertionError(await self.stands())


async def _end(tasks: set[asyncio.Task[Any]]) -> None:
    """As a kill does it: nothing of them goes on. But what SQLAlchemy has begun to commit or to close, the database ends."""
    closing = {task for task in tasks if "sqlalchemy" in task.get_coro().cr_code.co_filename}
    for task in (left := tasks - closing):
        task.cancel()
    await asyncio.gather(*left, *closing, return_exceptions=True)
