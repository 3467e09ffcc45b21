"""What was said, append-only, for people who consented; and the questions that wait for staff."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from programme.places import find_places
from programme.store import Base, UtcTime

NOT_UNDERSTOOD = "not_understood"
PERSON_WANTED = "person_wanted"
NOT_HELPFUL = "not_helpful"
REMOVED = "[removed]"
"""In the place of a text that must not be kept."""

_TELLING = re.compile(
    r"[\w.+-]{0,64}@\S+"  # an e-mail address, a name on Telegram
    r"|(?:https?://|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/)\S+"  # somebody's page
    r"|\+?\(?\d(?:[ .()/-]{0,3}\d){5,}"  # a number written in groups
    r"|[A-Za-z]*\d{3,}\w*"
)


_NAME = r"(?:\s+[^\s,.!?।…]+){1,3}"
_INTRODUCED = re.compile(
    r"(?i)(?<!\w)(i\s+am|i'?m|my\s+(?:full\s+)?name(?:\s+is)?|myself|this\s+is|name\s+is|mera\s+na+m|main|mai|मेरा\s+नाम|मैं|हम"
    r"|என்\s+(?:பெயர்|பேரு)|எனது\s+பெயர்|நான்|en\s+(?:peyar|peru|per)|naan|from|village|gaon|गांव|गाँव|ஊர்|கிராமம்)" + _NAME
)
_INTRODUCED_BEHIND = re.compile(
    r"(?i)[^\s,.!?।…]+(?:\s+[^\s,.!?।…]+)?\s+(here|speaking|bol\s+rah[aie]|बोल\s+रह[ाेी]|பேசுறேன்|பேசறேன்|pesuren|pesaren)(?!\w)"
)
_CAPITAL = re.compile(
    r"(?<=[^\s.!?।…] )(?!I\b|GST|MSME|Udyam|UDYAM|OTP|PAN|UPI|WhatsApp|Aadhaar|Mudra|ONDC|GeM|FSSAI)[A-Z][A-Za-z]+"
)


class Message(Base):
    """One message in or out. Never re-read in a turn."""

    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    direction: Mapped[str] = mapped_column(String(3))
    text: Mapped[str] = mapped_column(Text)
    intent: Mapped[str | None] = mapped_column(String(60))
    confidence: Mapped[float | None]
    register: Mapped[str | None] = mapped_column(String(8))


class Question(Base):
    """Something asked that staff should look at. `person_id` is empty for people who gave no consent."""

    __tablename__ = "questions"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(12))
    intent: Mapped[str | None] = mapped_column(String(60))
    confidence: Mapped[float | None]
    status: Mapped[str] = mapped_column(String(10), default="open")


class Feedback(Base):
    """Whether one answer helped; says nothing of who was asked."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    topic: Mapped[str] = mapped_column(String(60))
    language: Mapped[str] = mapped_column(String(12))
    helped: Mapped[bool]


async def last_heard(session: AsyncSession, person: int, since: datetime) -> Message | None:
    """What the person with this row wrote last, not before `since`."""
    heard = select(Message).where(Message.person_id == person, Message.direction == "in", Message.at >= since)
    return (await session.scalars(heard.order_by(Message.id.desc()).limit(1))).first()


def without_traces(text: str) -> str:
    """`text` without names, numbers and places, addresses and links: for people without consent. On the side of caution: what
    follows words by which one introduces oneself goes, and every word with a capital letter within a sentence."""
    text = without_places(_TELLING.sub("…", text))
    text = _INTRODUCED_BEHIND.sub(r"… \1", _INTRODUCED.sub(r"\1 …", text))
    return _CAPITAL.sub("…", text)


def without_places(text: str) -> str:
    """`text` without the states and districts that are named in it."""
    for found in sorted(find_places(text), key=lambda place: place.start, reverse=True):
        text = f"{text[: found.start]}…{text[found.end :]}"
    return text


def ask_staff(
    session: AsyncSession, *, person_id: int | None, kind: str, text: str, language: str, now: datetime,
    intent: str | None = None, confidence: float | None = None,
) -> None:  # fmt: skip
    """Keep a question for staff, in the caller's transaction; without a person it is kept without traces of one."""
    kept = text if person_id is not None else without_traces(text)
    session.add(
        Question(person_id=person_id, at=now, kind=kind, text=kept[:2000], language=language, intent=intent,
                 confidence=confidence)
    )  # fmt: skip
