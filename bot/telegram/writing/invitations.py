"""A booked workshop as a calendar file (RFC 5545), for the phone's own calendar to remind of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.said import Document
from programme.people import Person
from programme.workshops import Enrolment, Workshop

FOLD = 75
"""Octets in a line, the sign that continues it included."""


async def invitations(session: AsyncSession, person: Person, since: datetime, language: str) -> list[Document]:
    """A calendar file for each seat that `person` got at `since` or later."""
    booked = (
        select(Workshop)
        .join(Enrolment, Enrolment.workshop_id == Workshop.id)
        .where(Enrolment.person_id == person.id, Enrolment.status == "booked", Enrolment.booked_at >= since)
        .order_by(Workshop.starts_at)
    )
    return [invitation(workshop, language, since) for workshop in await session.scalars(booked)]


def invitation(workshop: Workshop, language: str, now: datetime) -> Document:
    """The calendar file of one workshop; its day is in the name, as phones show that first."""
    where = ", ".join(part for part in (workshop.venue(language), workshop.district) if part)
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//msme-mitra//EN", "METHOD:PUBLISH", "BEGIN:VEVENT",
        f"UID:{workshop.code}@msme-mitra", f"DTSTAMP:{_moment(now)}", f"DTSTART:{_moment(workshop.starts_at)}",
        f"DTEND:{_moment(workshop.ends_at)}", f"SUMMARY:{_text(workshop.title(language))}",
    ]  # fmt: skip
    if where and not workshop.is_online():
        lines.append(f"LOCATION:{_text(where)}")
    if workshop.is_online() and workshop.link:
        lines.append(f"URL:{workshop.link}")
    lines += [*_alarm(timedelta(hours=2), workshop.title(language)), "END:VEVENT", "END:VCALENDAR"]
    return Document(f"{workshop.starts_at:%Y-%m-%d}.ics", "".join(f"{folded(line)}\r\n" for line in lines))


def _alarm(before: timedelta, words: str) -> list[str]:
    hours = int(before.total_seconds() // 3600)
    return ["BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-PT{hours}H", f"DESCRIPTION:{_text(words)}", "END:VALARM"]


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(escaped.split())


def folded(line: str) -> str:
    """`line` in pieces of at most 75 octets, never inside a character."""
    pieces, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > FOLD:
            pieces.append("")
            size = 1
        pieces[-1] += letter
        size += octets
    return "\r\n ".join(pieces)
