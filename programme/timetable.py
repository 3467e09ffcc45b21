"""Setting up workshops: adding one, reading many from a sheet, moving and cancelling one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import planning, reminders
from programme.enrolments import ACTIVE, ORGANISER
from programme.identifiers.forbidden import HoldsANumber, refuse_aadhaar
from programme.quiet_hours import QuietHours
from programme.registration.places import read_district_answer, read_state_answer
from programme.workshops import CANCELLED, IN_PERSON, ONLINE, OPEN, Enrolment, Workshop, new_code
from programme.writing import cleaned

COLUMNS = ("title", "title_hi", "title_ta", "topic", "mode", "languages", "state", "district", "venue", "venue_hi", "venue_ta", "link", "starts",
           "hours", "seats")  # fmt: skip
TOPICS = (
    "gst",
    "packaging",
    "digital_marketing",
    "export",
    "photography",
    "finance",
    "quality",
    "ecommerce",
    "udyam",
    "costing",
)
LANGUAGES = ("en", "hi", "ta")
LINK_MOST = 300
_LINK = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


@dataclass(frozen=True)
class Planned:
    """A workshop as staff write it, checked. `starts` is aware."""

    titles: Mapping[str, str]
    topic: str
    online: bool
    languages: tuple[str, ...]
    state: str | None
    district: str | None
    venues: Mapping[str, str]
    link: str | None
    starts: datetime
    hours: float
    seats: int


class Unusable(Exception):
    """A workshop cannot be set up like this; the message says which value, and an example."""


def plan(row: Mapping[str, str], zone: ZoneInfo) -> Planned:
    """Read one row of `COLUMNS`; times are the operator's (`2026-12-05 10:30`). Raises `Unusable`."""
    value = {name: _kept(row, name) for name in COLUMNS}
    online = value["mode"].lower() in ("online", "")
    if value["mode"] and value["mode"].lower() not in (ONLINE, IN_PERSON):
        raise Unusable(f"mode {value['mode']!r}: write online or in_person")
    titles = _texts(value, "title")
    if "en" not in titles:
        raise Unusable("title is missing, for example: Packaging and labelling")
    state, district = (None, None) if online else _place(value)
    return Planned(
        titles=titles, topic=_one_of(value["topic"], TOPICS, "topic"),
        online=online, languages=tuple(_one_of(code, LANGUAGES, "languages") for code in value["languages"].split() or ["hi"]),
        state=state, district=district, venues=_texts(value, "venue"), link=_link(value["link"]),
        starts=moment(value["starts"], zone), hours=_number(value["hours"] or "2", "hours"),
        seats=_whole(value["seats"], "seats"),
    )  # fmt: skip


def _kept(row: Mapping[str, str], name: str) -> str:
    try:
        return refuse_aadhaar(cleaned(row.get(name) or ""), name)
    except HoldsANumber as problem:
        raise Unusable(str(problem)) from None


def _texts(value: Mapping[str, str], name: str) -> dict[str, str]:
    texts = {"en": value[name], "hi": value[f"{name}_hi"], "ta": value[f"{name}_ta"]}
    return {language: text for language, text in texts.items() if text}


def _place(value: Mapping[str, str]) -> tuple[str, str]:
    state = read_state_answer(value["state"])
    if not isinstance(state, dict):
        raise Unusable(f"state {value['state']!r} is not known, for example: Madhya Pradesh")
    district = read_district_answer(value["district"], state["state"], as_typed=False)
    if not isinstance(district, dict) or district.get("state", state["state"]) != state["state"]:
        raise Unusable(f"district {value['district']!r} is not one of {value['state']}, for example: Indore")
    return state["state"], district["district"]


def _one_of(value: str, allowed: tuple[str, ...], name: str) -> str:
    if value not in allowed:
        raise Unusable(f"{name} {value!r}: write one of {', '.join(allowed)}")
    return value


def _number(value: str, name: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1
    if not 0 < number < 100_000:
        raise Unusable(f"{name} {value!r} is not a number above 0, for example: 30")
    return number


def _whole(value: str, name: str) -> int:
    number = _number(value, name)
    if number != int(number):
        raise Unusable(f"{name} {value!r} is not a whole number, for example: 30")
    return int(number)


def _link(value: str) -> str | None:
    if len(value) > LINK_MOST:
        raise Unusable(f"link is longer than {LINK_MOST} characters, for example: https://example.org/room")
    if value and not _LINK.fullmatch(value):
        raise Unusable(f"link {value!r} is no http or https address, for example: https://example.org/room")
    return value or None


def moment(value: str, zone: ZoneInfo) -> datetime:
    """`2026-12-05 10:30` in the operator's zone. Raises `Unusable`."""
    try:
        return datetime.strptime(value, "%Y-%m-%d %H:%M").replace(tzinfo=zone).astimezone(UTC)
    except ValueError:
        raise Unusable(f"time {value!r} cannot be read, for example: 2026-12-05 10:30") from None


def plans_in(rows: Iterable[Mapping[str, str]], zone: ZoneInfo) -> tuple[list[Planned], list[str]]:
    """Every row of a sheet, and what is wrong in which line (the first after the heading is 2)."""
    planned, problems = [], []
    for number, row in enumerate(rows, start=2):
        try:
            planned.append(plan(row, zone))
        except Unusable as problem:
            problems.append(f"line {number}: {problem}")
    return planned, problems


def announce(session: AsyncSession, planned: Planned, now: datetime) -> Workshop:
    """Add the workshop, in the caller's transaction."""
    workshop = Workshop(
        code=new_code(), titles=dict(planned.titles), topic=planned.topic, mode=ONLINE if planned.online else IN_PERSON,
        languages=list(planned.languages), state=planned.state, district=planned.district, venues=dict(planned.venues),
        link=planned.link, starts_at=planned.starts, ends_at=planned.starts + timedelta(hours=planned.hours),
        seats=planned.seats, status=OPEN, created_at=now, updated_at=now,
    )  # fmt: skip
    session.add(workshop)
    return workshop


async def reschedule(
    session: AsyncSession, workshop: Workshop, starts: datetime, now: datetime, quiet: QuietHours
) -> int:
    """Move the workshop; it keeps its length and its seats. Returns how many people will be told."""
    if starts == workshop.starts_at:
        return 0
    workshop.ends_at = starts + (workshop.ends_at - workshop.starts_at)
    workshop.starts_at, workshop.updated_at = starts, now
    await session.flush()
    return await planning.tell_change(session, workshop, reminders.MOVED, now, quiet)


async def call_off(session: AsyncSession, workshop: Workshop, now: datetime, quiet: QuietHours) -> int:
    """Cancel the workshop and every seat in it; returns how many people that concerns, who will be told."""
    workshop.status, workshop.updated_at = CANCELLED, now
    active = select(Enrolment).where(Enrolment.workshop_id == workshop.id, Enrolment.status.in_(ACTIVE))
    concerned = list(await session.scalars(active))
    for enrolment in concerned:
        enrolment.status, enrolment.cancelled_by, enrolment.updated_at = "cancelled", ORGANISER, now
    await session.flush()
    await planning.tell_change(session, workshop, reminders.CALLED_OFF, now, quiet)
    return len(concerned)
