"""People: who is talking to us, in which language, and what they agreed to."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from programme.store import Base, UtcTime


class Consent(Base):
    """One answer to one purpose of one version of the notice; kept as proof after withdrawal."""

    __tablename__ = "consents"
    __table_args__ = (Index(None, "person_id", "purpose"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(20))
    given: Mapped[bool]
    version: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(12))
    text_hash: Mapped[str] = mapped_column(String(64))
    adult: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(UtcTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcTime)

    def is_in_force(self) -> bool:
        return self.given and self.withdrawn_at is None


class Person(Base):
    """One person on one channel. Before consent only the address and the language are kept."""

    __tablename__ = "people"
    # never reuse an id: the audit trail and consents speak of people by it
    __table_args__ = (UniqueConstraint("channel", "address"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    address: Mapped[str] = mapped_column(String(80))
    language: Mapped[str | None] = mapped_column(String(12))
    language_chosen: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str | None] = mapped_column(String(80))
    phone: Mapped[str | None] = mapped_column(String(16))
    phone_verified: Mapped[bool] = mapped_column(default=False)
    shown: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    standing: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """The question that stands, see `programme.standing`."""
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    seen_at: Mapped[datetime] = mapped_column(UtcTime)
    erased_at: Mapped[datetime | None] = mapped_column(UtcTime)
    purge_at: Mapped[datetime | None] = mapped_column(UtcTime)
    stopped_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """Since when the person wants nothing but replies (STOP), word of changed workshops included."""

    consents: Mapped[list[Consent]] = relationship(
        lazy="selectin", order_by="Consent.id", cascade="all, delete-orphan", passive_deletes=True
    )

    @property
    def key(self) -> str:
        """The conversation's name, `channel:address`, which is also Rasa's sender id."""
        return f"{self.channel}:{self.address}"


# Every turn asks for a person and the consents: one statement, built once
_BY_KEY = (
    select(Person)
    .options(joinedload(Person.consents))
    .where(Person.channel == bindparam("channel"), Person.address == bindparam("address"))
)


def split_key(key: str) -> tuple[str, str]:
    """`telegram:42` → (`telegram`, `42`); a bare key came over Rasa's own REST channel."""
    channel, colon, address = key.partition(":")
    return (channel, address) if colon else ("rest", key)


async def find(session: AsyncSession, key: str) -> Person | None:
    """The person who talks under `key`, or None. A session remembers whom it met: one query a turn."""
    met: dict[str, Person] = session.info.setdefault("met", {})
    if key not in met or met[key] not in session:  # not in it: rolled back or erased since
        channel, address = split_key(key)
        rows = await session.scalars(_BY_KEY, {"channel": channel, "address": address})
        person = rows.unique().first()
        if person is None:
            return None
        met[key] = person
    known = met[key]
    return known if (known.channel, known.address) == split_key(key) else None


async def meet(session: AsyncSession, key: str, now: datetime) -> Person:
    """The person who talks under `key`, written down with nothing but that when met for the first time."""
    return await find(session, key) or await _write_down(session, key, now)


async def _write_down(session: AsyncSession, key: str, now: datetime) -> Person:
    channel, address = split_key(key)
    person = Person(channel=channel, address=address, created_at=now, seen_at=now, shown=[], consents=[])
    try:
        async with session.begin_nested():
            session.add(person)
    except IntegrityError:  # another first message of hers came at the same moment
        met = await find(session, key)
        if met is None:
            raise
        return met
    session.info["met"][key] = person
    return person


def speak(person: Person, language: str, *, chosen: bool) -> None:
    """Remember the language to answer in; an explicit choice is not overridden by what is heard later."""
    person.language = language
    person.language_chosen = person.language_chosen or chosen
