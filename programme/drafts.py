"""Drafts: the one broadcast that a member of staff is writing, and how far she is. It survives whatever stops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import audiences, broadcasts
from programme.audiences import REMINDER, SERVICE, Audience
from programme.broadcasts import DRAFT, LANGUAGES, Broadcast, Message
from programme.businesses import Business
from programme.composition import Problem, problems
from programme.quiet_hours import QuietHours
from programme.staff import Member
from programme.workshops import OPEN, Workshop

FIRST_STEP = "category"
ABOUT_A_BOOKING = (REMINDER, SERVICE)
"""What these say is for those who stand to a workshop, so that one must be chosen."""
STANDS = ("booked", "waitlisted", "offered")
LOOKED_BACK_ON = timedelta(days=30)
"""For how long a workshop that is over can still be written about."""
MOST_OFFERED = 10
TRIAL = "a test to oneself"


async def draft_of(session: AsyncSession, member: Member) -> Broadcast | None:
    """The draft of `member`, or None. One from before she came was another's, who had her number on the staff."""
    hers = select(Broadcast).where(
        Broadcast.author == member.actor, Broadcast.status == DRAFT, Broadcast.step.is_not(None),
        Broadcast.created_at >= member.created_at,
    )  # fmt: skip
    return (await session.scalars(hers.order_by(Broadcast.id.desc()).limit(1))).first()


async def begin(session: AsyncSession, author: str, now: datetime) -> Broadcast:
    """A new, empty draft at its first step."""
    draft = broadcasts.draft(Message({}, Audience()), author, now)
    go(draft, FIRST_STEP)
    session.add(draft)
    await session.flush()
    return draft


def step_of(draft: Broadcast) -> tuple[str, str]:
    """The step the draft is at, and what of it: `text`, `hi-Latn`."""
    step, _, _version = (draft.step or FIRST_STEP).partition("#")
    name, _, detail = step.partition(":")
    return name, detail


def version_of(draft: Broadcast) -> int:
    """Grows with every answer, so that what was shown before one can be told from what was shown after it."""
    _step, _, version = (draft.step or "").partition("#")
    return int(version or 0)


def go(draft: Broadcast, name: str, detail: str = "") -> None:
    """Move the draft to a step, or have it asked anew."""
    step = f"{name}:{detail}" if detail else name
    draft.step = f"{step}#{version_of(draft) + 1}"


def be_about(draft: Broadcast, workshop: Workshop | None) -> None:
    """Let the message speak of `workshop`. Who stood to another one is no longer meant."""
    draft.workshop_id = workshop.id if workshop else None
    standing = STANDS if workshop and draft.category in ABOUT_A_BOOKING else ()
    mean(draft, standing=standing)
    if workshop is None:
        draft.buttons = []


def mean(draft: Broadcast, **changes: object) -> None:
    """Change who is meant, by the fields of `Audience`; the workshop follows from how one stands to it."""
    audience = replace(draft.meant_for, **changes)  # type: ignore[arg-type]  # the steps know the fields
    audience = replace(audience, workshop=draft.workshop_id if audience.standing else None)
    draft.audience = audience.as_json()


async def spoken(session: AsyncSession, draft: Broadcast, now: datetime) -> Mapping[str, int]:
    """How many of those who would get it speak which language, in the order of `LANGUAGES`; none that nobody speaks."""
    chosen = audiences.recipients(draft.meant_for, draft.category, now).subquery()
    language = func.coalesce(chosen.c.language, "en")
    rows = await session.execute(select(language, func.count()).group_by(language))
    counted = {str(row[0]): int(row[1]) for row in rows}
    return {language: counted[language] for language in LANGUAGES if language in counted}


def problems_with(draft: Broadcast, texts: Mapping[str, str], *, picture: bool) -> list[Problem]:
    """What would be wrong if the draft had these texts."""
    return problems(texts, about_a_workshop=draft.workshop_id is not None, with_picture=picture)


async def states(session: AsyncSession) -> list[str]:
    """The states with most businesses, by their ISO codes."""
    counted = select(Business.state).where(Business.state.is_not(None)).group_by(Business.state)
    return [str(state) for state in await session.scalars(counted.order_by(func.count().desc()).limit(MOST_OFFERED))]


async def workshops(session: AsyncSession, now: datetime) -> list[Workshop]:
    """What a message may be about: first what is coming up, soonest first, then what was of late."""
    coming = select(Workshop).where(Workshop.status == OPEN, Workshop.starts_at > now)
    past = select(Workshop).where(Workshop.starts_at <= now, Workshop.starts_at > now - LOOKED_BACK_ON)
    soonest = list(await session.scalars(coming.order_by(Workshop.starts_at, Workshop.id).limit(MOST_OFFERED)))
    latest = list(await session.scalars(past.order_by(Workshop.starts_at.desc(), Workshop.id).limit(MOST_OFFERED // 3)))
    return soonest + latest


async def try_out(session: AsyncSession, draft: Broadcast, key: str, now: datetime, quiet: QuietHours) -> int:
    """Send the draft as it is to nobody but `key`, at any hour; returns the number of that broadcast.

    Raises `broadcasts.NotPossible`.
    """
    message = Message(
        draft.texts, Audience(only=key), draft.category, draft.workshop_id, tuple(draft.buttons), draft.picture
    )
    trial = broadcasts.draft(message, draft.author, now)
    await broadcasts.announce(session, trial, now, quiet, override=TRIAL)
    return trial.id


async def latest(session: AsyncSession, most: int) -> list[Broadcast]:
    """The last broadcasts that were announced, newest first; no tests."""
    announced = select(Broadcast).where(Broadcast.status != DRAFT, Broadcast.override.is_distinct_from(TRIAL))
    return list(await session.scalars(announced.order_by(Broadcast.id.desc()).limit(most)))
