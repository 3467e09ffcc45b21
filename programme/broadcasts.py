"""Broadcasts: one message of staff to many people, in the language of each. Announced once, sent by workers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, case, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme import audiences, deliveries
from programme.audiences import NEWS, REMINDER, SERVICE, Audience
from programme.composition import Problem, language_for, problems
from programme.deliveries import FAILED, QUEUED, Delivery
from programme.inline_sqlite import BESIDE
from programme.people import Person
from programme.quiet_hours import QuietHours
from programme.store import Base, UtcTime
from programme.writing import cleaned_lines

DRAFT = "draft"
SCHEDULED = "scheduled"
SENDING = "sending"
PAUSED = "paused"
DONE = "done"
CALLED_OFF = "cancelled"
RUNNING = (SCHEDULED, SENDING, PAUSED)

LANGUAGES = ("en", "hi", "ta", "hi-Latn", "ta-Latn")
BUTTONS = ("book", "details")
CONFIRM_TWICE_ABOVE = 1000
ABOUT_A_BOOKING = (SERVICE, REMINDER)
"""Categories whose consent is that of somebody who booked: they go to nobody else."""


class Broadcast(Base):
    """`texts` by language, in Telegram's HTML with named places. `override` is why it may go in quiet hours."""

    __tablename__ = "broadcasts"
    __table_args__ = (Index(None, "status", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    author: Mapped[str] = mapped_column(String(60))
    category: Mapped[str] = mapped_column(String(12))
    texts: Mapped[dict[str, str]] = mapped_column(JSON)
    picture: Mapped[str | None] = mapped_column(String(200))
    buttons: Mapped[list[str]] = mapped_column(JSON, default=list)
    workshop_id: Mapped[int | None] = mapped_column(ForeignKey("workshops.id", ondelete="SET NULL"))
    audience: Mapped[dict[str, Any]] = mapped_column(JSON)
    status: Mapped[str] = mapped_column(String(10))
    step: Mapped[str | None] = mapped_column(String(20))
    override: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcTime)
    announced_at: Mapped[datetime | None] = mapped_column(UtcTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime)

    @property
    def meant_for(self) -> Audience:
        return Audience.from_json(self.audience)

    def problems(self) -> list[Problem]:
        """What must be mended before it may go."""
        return problems(self.texts, about_a_workshop=self.workshop_id is not None, with_picture=bool(self.picture))


@dataclass(frozen=True)
class Message:
    """What staff want to send, before anything is written down."""

    texts: Mapping[str, str]
    audience: Audience
    category: str = NEWS
    workshop: int | None = None
    buttons: tuple[str, ...] = ()
    picture: str | None = None


@dataclass(frozen=True)
class Forecast:
    """Who would get a message: how many in which language (`fallbacks`: wanted → got), and who not."""

    languages: Mapping[str, int]
    fallbacks: Mapping[tuple[str, str], int]
    opted_out: int
    unreachable: int
    total: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", sum(self.languages.values()))


class NotPossible(Exception):
    """What was asked of a broadcast cannot be done as it stands; the message says why."""


def draft(message: Message, author: str, now: datetime) -> Broadcast:
    """A broadcast that nobody gets yet."""
    return Broadcast(
        author=author, category=message.category, texts={language: cleaned_lines(text) for language, text in message.texts.items()}, picture=message.picture,
        buttons=list(message.buttons), workshop_id=message.workshop, audience=message.audience.as_json(), status=DRAFT,
        created_at=now,
    )  # fmt: skip


async def forecast(session: AsyncSession, broadcast: Broadcast, now: datetime) -> Forecast:
    """Count who would get it as things stand; changes nothing."""
    audience, category = broadcast.meant_for, broadcast.category
    chosen = audiences.recipients(audience, category, now).subquery()
    spoken = func.coalesce(chosen.c.language, "en")
    counted = {str(row[0]): int(row[1]) for row in await session.execute(select(spoken, func.count()).group_by(spoken))}
    got: dict[str, int] = {}
    fallbacks: dict[tuple[str, str], int] = {}
    for wanted, count in sorted(counted.items()):
        language = language_for(wanted, broadcast.texts) if broadcast.texts else wanted
        got[language] = got.get(language, 0) + count
        if language != wanted:
            fallbacks[wanted, language] = count
    everybody = await _count(session, audiences.people_in(audience, now))
    away = await _count(session, audiences.unreachable(audience, category, now))
    return Forecast(got, fallbacks, everybody - sum(counted.values()), away)


async def _count(session: AsyncSession, chosen: Any) -> int:
    return int((await session.execute(select(func.count()).select_from(chosen.subquery()))).scalar_one())


async def announce(
    session: AsyncSession, broadcast: Broadcast, now: datetime, quiet: QuietHours, *, at: datetime | None = None,
    override: str | None = None,
) -> int:  # fmt: skip
    """Freeze the recipients and let the workers begin at once or `at` a time, not in quiet hours unless `override`
    says why. Returns how many people; raises `NotPossible`."""
    if broadcast.status != DRAFT:
        raise NotPossible(f"it is {broadcast.status} already")
    wrong = broadcast.problems()
    if wrong:
        raise NotPossible("; ".join(f"{one.language}: {one.text}" if one.language else one.text for one in wrong[:3]))
    if broadcast.category in ABOUT_A_BOOKING and not (broadcast.meant_for.workshop or broadcast.meant_for.only):
        raise NotPossible(f"a {broadcast.category} is for people in a workshop: choose which")
    session.add(broadcast)
    broadcast.override = override
    due = max(at or now, now)
    broadcast.due_at = due if override else quiet.end_after(due)
    broadcast.status = SENDING if broadcast.due_at <= now else SCHEDULED
    broadcast.announced_at, broadcast.step = now, None
    await session.flush()
    frozen = await _freeze(session, broadcast, now)
    if not frozen:
        raise NotPossible("nobody would get it")
    return frozen


async def _freeze(session: AsyncSession, broadcast: Broadcast, now: datetime) -> int:
    """All rows in one statement: the database picks them, and none passes through this process."""
    chosen = audiences.recipients(broadcast.meant_for, broadcast.category, now).subquery()
    spoken = func.coalesce(chosen.c.language, "en")
    given = {language: language_for(language, broadcast.texts) for language in LANGUAGES}
    other = language_for("en", broadcast.texts)
    text_in = case(given, value=spoken, else_=other)
    rows = select(
        literal(broadcast.id), chosen.c.id, literal(QUEUED), text_in, case((text_in == spoken, None), else_=spoken),
        literal(bool(broadcast.override)), literal(broadcast.due_at, UtcTime), literal(now, UtcTime), literal(0),
    ).order_by(chosen.c.id)  # fmt: skip
    columns = "broadcast_id person_id status language wanted urgent due_at created_at attempts".split()
    freezing = insert(Delivery).prefix_with(BESIDE, dialect="sqlite").from_select(columns, rows)
    frozen = await session.execute(freezing, execution_options={"preserve_rowcount": True})
    return int(frozen.rowcount)  # type: ignore[attr-defined]  # an INSERT's result has it


async def find(session: AsyncSession, number: int) -> Broadcast:
    """The broadcast, locked until the transaction ends. Raises `NotPossible` when there is none."""
    row = select(Broadcast).where(Broadcast.id == number).with_for_update()
    broadcast = (await session.scalars(row, execution_options={"populate_existing": True})).first()
    if broadcast is None:
        raise NotPossible(f"there is no broadcast {number}")
    return broadcast


def pause(broadcast: Broadcast) -> None:
    """Send nothing more for now. Raises `NotPossible`."""
    _must_be(broadcast, SCHEDULED, SENDING)
    broadcast.status = PAUSED


def resume(broadcast: Broadcast, now: datetime) -> None:
    """Go on after a pause. Raises `NotPossible`."""
    _must_be(broadcast, PAUSED)
    broadcast.status = SENDING if broadcast.due_at is None or broadcast.due_at <= now else SCHEDULED


async def call_off(session: AsyncSession, broadcast: Broadcast, now: datetime) -> int:
    """Whoever did not get it yet will not; returns how many. Raises `NotPossible`."""
    _must_be(broadcast, *RUNNING)
    broadcast.status, broadcast.ended_at = CALLED_OFF, now
    return await deliveries.call_off_queued(session, [broadcast.id], now)


async def resend(session: AsyncSession, broadcast: Broadcast, now: datetime) -> int:
    """Queue once more those that failed, and nobody else; returns how many. Raises `NotPossible`."""
    _must_be(broadcast, SENDING, PAUSED, DONE)
    failed = update(Delivery).where(Delivery.broadcast_id == broadcast.id, Delivery.status == FAILED)
    again = await session.execute(
        failed.values(status=QUEUED, due_at=now, done_at=None, failure=None, attempts=0),
        execution_options={"synchronize_session": False},
    )
    if again.rowcount and broadcast.status == DONE:  # type: ignore[attr-defined]  # an UPDATE's result has it
        broadcast.status, broadcast.ended_at = SENDING, None
    return int(again.rowcount)  # type: ignore[attr-defined]


def _must_be(broadcast: Broadcast, *allowed: str) -> None:
    if broadcast.status not in allowed:
        raise NotPossible(f"broadcast {broadcast.id} is {broadcast.status}")


async def being_sent(session: AsyncSession) -> list[int]:
    """The broadcasts whose deliveries may go now: first those that may go at any hour, a test to oneself among them, then
    the oldest."""
    going = select(Broadcast.id).where(Broadcast.status == SENDING)
    return list(await session.scalars(going.order_by(Broadcast.override.is_(None), Broadcast.id)))


async def called_off_among(session: AsyncSession, numbers: Sequence[int]) -> list[int]:
    """Which of these are called off; none of them can be meanwhile, until the transaction ends."""
    rows = select(Broadcast.id, Broadcast.status).where(Broadcast.id.in_(numbers)).order_by(Broadcast.id)
    return [row.id for row in await session.execute(rows.with_for_update(read=True)) if row.status == CALLED_OFF]


async def turn_over(session: AsyncSession, now: datetime) -> None:
    """Begin what is due, and end what has nobody left."""
    due = update(Broadcast).where(Broadcast.status == SCHEDULED, Broadcast.due_at <= now).values(status=SENDING)
    await session.execute(due, execution_options={"synchronize_session": False})
    # locked first: who resends at this very moment holds the row, and must be seen when it is judged
    running = select(Broadcast.id).where(Broadcast.status == SENDING).order_by(Broadcast.id).with_for_update()
    going = list(await session.scalars(running))
    left = select(Delivery.id).where(
        Delivery.broadcast_id == Broadcast.id, Delivery.status.in_((QUEUED, deliveries.SENDING))
    )
    over = update(Broadcast).where(Broadcast.id.in_(going), ~left.exists()).values(status=DONE, ended_at=now)
    await session.execute(over, execution_options={"synchronize_session": False})


async def missed_by(session: AsyncSession, broadcast: Broadcast) -> list[dict[str, Any]]:
    """Who did not get it, and why; names and numbers for staff to call."""
    rows = await session.execute(
        select(Delivery, Person).join(Person, Person.id == Delivery.person_id)
        .where(Delivery.broadcast_id == broadcast.id, Delivery.status.in_(deliveries.NOT_GOT))
        .order_by(Delivery.status, Delivery.id)
    )  # fmt: skip
    return [
        {"person": person.id, "name": person.name, "phone": person.phone, "language": delivery.wanted or delivery.language,
         "status": delivery.status, "why": delivery.failure, "at": delivery.done_at}
        for delivery, person in rows
    ]  # fmt: skip
