"""Setting up, moving and cancelling workshops from the command line."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import App
from bot.duties.running import print_rows, run
from bot.failed import Failed
from programme import audit, enrolments, timetable
from programme.staff import COMMAND_LINE
from programme.timetable import Planned, Unusable
from programme.workshops import Workshop, seats_left_in


def list_workshops(*, as_json: bool) -> None:
    """All workshops, with the seats left."""

    async def rows(app: App) -> list[dict[str, Any]]:
        async with app.surroundings.sessions() as session:
            workshops = list(await session.scalars(select(Workshop).order_by(Workshop.starts_at)))
            left = await seats_left_in(session, workshops)
            return [_row(app, workshop, left[workshop.id]) for workshop in workshops]

    print_rows(run(rows), as_json=as_json)


def _row(app: App, workshop: Workshop, left: int) -> dict[str, Any]:
    starts = workshop.starts_at.astimezone(app.surroundings.zone).strftime("%Y-%m-%d %H:%M")
    where = "online" if workshop.is_online() else f"{workshop.venue('en')}, {workshop.district}"
    return {
        "id": workshop.id, "starts": starts, "title": workshop.title("en"), "where": where, "seats": workshop.seats,
        "left": left, "status": workshop.status,
    }  # fmt: skip


def add(row: dict[str, str]) -> None:
    """Add one workshop, given by the columns of a sheet."""
    print(f"Workshop {_add_all([row])[0]} added.")


def import_sheet(sheet: Path) -> None:
    """Add every workshop of a CSV sheet, or none when a line is wrong."""
    try:
        lines = sheet.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Failed(f"{sheet} cannot be read: {error}") from error
    print(f"{len(_add_all(list(csv.DictReader(lines))))} workshops added.")


def _add_all(rows: list[dict[str, str]]) -> list[int]:
    async def insert(app: App) -> list[int]:
        now = app.surroundings.now()
        planned = _planned(rows, app)
        async with app.surroundings.sessions.begin() as session:
            workshops = [timetable.announce(session, one, now) for one in planned]
            await session.flush()
            for workshop in workshops:
                audit.note(session, actor=COMMAND_LINE, act="announce", subject=f"workshop:{workshop.id}", now=now)
            return [workshop.id for workshop in workshops]

    return run(insert)


def _planned(rows: list[dict[str, str]], app: App) -> list[Planned]:
    planned, problems = timetable.plans_in(rows, app.surroundings.zone)
    if problems:
        raise Failed("; ".join(problems[:5]))
    return planned


def reschedule(workshop_id: int, starts: str) -> None:
    """Move a workshop to another time."""

    async def move(app: App) -> int:
        now, quiet = app.surroundings.now(), app.surroundings.quiet
        async with app.surroundings.sessions.begin() as session:
            workshop = await _workshop(session, workshop_id)
            try:
                when = timetable.moment(starts, app.surroundings.zone)
                told = await timetable.reschedule(session, workshop, when, now, quiet)
            except Unusable as problem:
                raise Failed(str(problem)) from problem
            audit.note(session, actor=COMMAND_LINE, act="reschedule", subject=f"workshop:{workshop_id}", now=now)
            return told

    print(f"Workshop {workshop_id} moved to {starts}; {run(move)} people will be told.")


def cancel(workshop_id: int) -> None:
    """Cancel a workshop and every seat in it."""

    async def call_off(app: App) -> int:
        now, quiet = app.surroundings.now(), app.surroundings.quiet
        async with app.surroundings.sessions.begin() as session:
            concerned = await timetable.call_off(session, await _workshop(session, workshop_id), now, quiet)
            audit.note(session, actor=COMMAND_LINE, act="cancel", subject=f"workshop:{workshop_id}", now=now)
            return concerned

    print(f"Workshop {workshop_id} cancelled; {run(call_off)} people had a seat or were waiting, and will be told.")


def unreached(workshop_id: int, *, as_json: bool) -> None:
    """Who has a place in a workshop and cannot be written to, with the reason."""

    async def rows(app: App) -> list[dict[str, Any]]:
        now = app.surroundings.now()
        async with app.surroundings.sessions.begin() as session:
            await _workshop(session, workshop_id)
            audit.note(session, actor=COMMAND_LINE, act="list_unreached", subject=f"workshop:{workshop_id}", now=now)
            return await enrolments.out_of_reach(session, workshop_id)

    print_rows(run(rows), as_json=as_json)


async def _workshop(session: AsyncSession, workshop_id: int) -> Workshop:
    workshop = await session.get(Workshop, workshop_id)
    if workshop is None:
        raise Failed(f"there is no workshop {workshop_id}")
    return workshop
