"""What a person may ask for by law, done by staff."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import or_, select

from bot.app import App
from bot.duties.running import print_rows, run
from bot.failed import Failed
from bot.upkeep import listed
from programme import audit, erasure
from programme.businesses import Business
from programme.people import Person
from programme.staff import COMMAND_LINE
from programme.traces import scrubbed


def find(wanted: str, *, as_json: bool) -> None:
    """Find people by what they gave."""

    async def look(app: App) -> list[dict[str, Any]]:
        async with app.surroundings.sessions.begin() as session:
            audit.note(session, actor=COMMAND_LINE, act="find", subject="people", now=app.surroundings.now())
            return [_row(person) for person in await session.scalars(_query(wanted))]

    print_rows(run(look), as_json=as_json)


def _query(wanted: str) -> Any:
    holding = select(Business.person_id).where(
        or_(
            Business.udyam == wanted.upper(),
            Business.gstin == wanted.upper(),
            Business.name.icontains(wanted, autoescape=True),
        )
    )
    named = or_(Person.name.icontains(wanted, autoescape=True), Person.phone == wanted, Person.id.in_(holding))
    channel, _, address = wanted.partition(":")
    keyed = (Person.channel == channel) & (Person.address == address)
    return select(Person).where(Person.erased_at.is_(None), or_(named, keyed)).order_by(Person.id)


def _row(person: Person) -> dict[str, Any]:
    return {"id": person.id, "key": person.key, "name": person.name, "phone": person.phone, "language": person.language}


def export_person(person_id: int) -> None:
    """Print everything kept about one person, as JSON."""

    async def copy(app: App) -> dict[str, Any]:
        async with app.surroundings.sessions.begin() as session:
            person = await _person(session, person_id)
            audit.note(
                session, actor=COMMAND_LINE, act="export", subject=f"person:{person_id}", now=app.surroundings.now()
            )
            return await erasure.export(session, person)

    print(json.dumps(run(copy), ensure_ascii=False, indent=2))


def erase(person_id: int) -> None:
    """Erase one person; the sealed record of the consent goes after a year."""

    async def go(app: App) -> str:
        async with app.surroundings.sessions.begin() as session:
            person = await _person(session, person_id)
            gone_at = await erasure.erase(session, person, actor=COMMAND_LINE, now=app.surroundings.now())
        await scrubbed()
        return (await listed(app)) + (
            f"Erased. The sealed record goes on {gone_at.date()}."
            if gone_at
            else "Erased; there was no consent to keep."
        )

    print(run(go))


async def _person(session: Any, person_id: int) -> Person:
    person: Person | None = await session.get(Person, person_id)
    if person is None or person.erased_at is not None:
        raise Failed(f"there is no person {person_id}")
    return person
