"""The beginning and the end of a turn: who speaks and what they were shown, and what was said."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.said import Button, Reply
from programme import consents, enrolments, people, standing
from programme.messages import Message
from programme.people import Person
from programme.registration import interviews
from programme.standing import Question

MOST_PROPOSED = 2
"""Of more buttons a bare yes would take one that nobody chose."""
_MESSAGES = insert(cast(Table, Message.__table__))  # rows nobody reads back in the turn: all in one statement


@dataclass(frozen=True)
class Opened:
    """What is known when a turn begins. `known` is what the actions need of it; `shown` the last buttons; `question` what
    stands; `asked` whether a question of the interview does."""

    known: dict[str, Any]
    shown: tuple[Button, ...]
    question: Question | None
    asked: bool
    phone_expected: bool
    has_offers: bool
    stopped: bool = False
    person: int | None = None
    """The row of somebody who agreed to be written down."""


async def open_turn(session: AsyncSession, key: str, now: datetime) -> Opened:
    """Meet the person, end offers whose time has run out, and see what the next answer may be. One transaction."""
    async with session.begin():
        person = await people.meet(session, key, now)
        await enrolments.settle_due(session, now)
        consented = consents.in_force(person, consents.REGISTRATION)
        known = {"language": person.language, "chosen": person.language_chosen, "consented": consented}
        shown = tuple(_button(one) for one in person.shown)
        question = standing.question_of(person, now)
        if not consented:
            return Opened(known, shown, question, asked=False, phone_expected=False, has_offers=False)
        interview = await session.get(interviews.Interview, person.id)
        phone_expected = interview is not None and interview.question == "phone"
        has_offers = await enrolments.has_untold_offers(session, person)
        stopped = person.stopped_at is not None
        return Opened(known, shown, question, interview is not None, phone_expected, has_offers, stopped, person.id)


async def close_turn(
    session: AsyncSession, key: str, text: str, parsed: dict[str, Any], replies: tuple[Reply, ...], now: datetime,
    *, again: bool = False,
) -> str:  # fmt: skip
    """Keep the buttons shown and, for people who consented, what was said both ways; returns the person's language."""
    person = await people.meet(session, key, now)
    person.seen_at = now
    person.shown = [_kept(one) for reply in replies for one in reply.buttons]
    standing.ask(person, asked_by(replies), now, again=again)
    if consents.in_force(person, consents.REGISTRATION):
        told = [_said(person, "out", reply.text, now) for reply in replies]
        with session.no_autoflush:  # the doorway may change her once more: then she is written once
            await session.execute(_MESSAGES, [_heard(person, text, parsed, now), *told])
    return person.language or "en"


def asked_by(replies: tuple[Reply, ...]) -> str | None:
    """The kind of question that stands after `replies`: the last one asked, or the step that the last buttons offer."""
    asked = next((reply.asks for reply in reversed(replies) if reply.asks), None)
    offered = replies[-1].buttons if replies else ()
    return asked or (standing.PROPOSAL if 1 <= len(offered) <= MOST_PROPOSED else None)


def _button(kept: dict[str, str]) -> Button:
    return Button(kept["label"], kept["payload"], kept.get("act", ""), kept.get("about", ""))


def _kept(button: Button) -> dict[str, str]:
    return {name: value for name, value in asdict(button).items() if value}


def _heard(person: Person, text: str, parsed: dict[str, Any], now: datetime) -> dict[str, Any]:
    intent = parsed["intent"]
    return {
        **_said(person, "in", text, now), "intent": intent.get("full") or intent.get("name"),
        "confidence": intent.get("confidence"), "register": parsed.get("register"),
    }  # fmt: skip


def _said(person: Person, direction: str, text: str, now: datetime) -> dict[str, Any]:
    row = {"person_id": person.id, "at": now, "direction": direction, "text": text}
    return {**row, "intent": None, "confidence": None, "register": None}
