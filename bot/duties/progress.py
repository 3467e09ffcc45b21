"""Broadcasts under way, from the command line: how far they are, who was missed, stopping and going on."""

from __future__ import annotations

import csv
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import App
from bot.duties.broadcasts import note, possible
from bot.duties.registry import cell
from bot.duties.running import print_rows, run
from bot.failed import Failed
from programme import broadcasts, deliveries
from programme.broadcasts import Broadcast

SHOWN = 20


def status(number: int | None, *, as_json: bool) -> None:
    """Print how far one broadcast is, or the last ones."""

    async def rows(app: App) -> list[dict[str, Any]]:
        async with app.surroundings.sessions() as session:
            chosen = select(Broadcast).where(Broadcast.status != broadcasts.DRAFT).order_by(Broadcast.id.desc())
            chosen = chosen.where(Broadcast.id == number) if number is not None else chosen.limit(SHOWN)
            return [await _row(session, broadcast) for broadcast in await session.scalars(chosen)]

    found = run(rows)
    if number is not None and not found:
        raise Failed(f"there is no broadcast {number}")
    if as_json:
        print_rows(found, as_json=True)
        return
    for row in found:
        counted = " · ".join(f"{name.replace('_', ' ')} {row[name]}" for name in deliveries.STATUSES if row[name])
        print(f"{row['id']}  {row['status']}  {row['category']}  {counted or 'nobody'}")


async def _row(session: AsyncSession, broadcast: Broadcast) -> dict[str, Any]:
    counts = await deliveries.counts_of(session, broadcast.id)
    due = broadcast.due_at.isoformat() if broadcast.due_at else None
    about = {"id": broadcast.id, "broadcast": broadcast.status, "category": broadcast.category, "due_at": due}
    return {**about, "recipients": sum(counts.values()), **counts, "status": broadcast.status}


def missed(number: int) -> None:
    """Print as CSV who did not get it, and why."""

    async def rows(app: App) -> list[dict[str, Any]]:
        now = app.surroundings.now()
        async with app.surroundings.sessions.begin() as session:
            found = await broadcasts.missed_by(session, await broadcasts.find(session, number))
            note(session, "list_missed", number, now, None)
            return found

    writer = csv.DictWriter(sys.stdout, fieldnames=["person", "name", "phone", "language", "status", "why", "at"])
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in possible(rows))


def change(number: int, how: str) -> None:
    """Pause, resume, cancel or resend one."""

    async def act(app: App) -> str:
        now = app.surroundings.now()
        async with app.surroundings.sessions.begin() as session:
            broadcast = await broadcasts.find(session, number)
            told = await _CHANGES[how](session, broadcast, now)
            note(session, how, number, now, None)
            return told

    print(f"Broadcast {number}: {possible(act)}.")


async def _pause(_session: AsyncSession, broadcast: Broadcast, _now: datetime) -> str:
    broadcasts.pause(broadcast)
    return "paused"


async def _resume(_session: AsyncSession, broadcast: Broadcast, now: datetime) -> str:
    broadcasts.resume(broadcast, now)
    return "goes on"


async def _cancel(session: AsyncSession, broadcast: Broadcast, now: datetime) -> str:
    return f"cancelled; {await broadcasts.call_off(session, broadcast, now)} people will not get it"


async def _resend(session: AsyncSession, broadcast: Broadcast, now: datetime) -> str:
    return f"{await broadcasts.resend(session, broadcast, now)} of those that failed are queued again"


_CHANGES: dict[str, Callable[[AsyncSession, Broadcast, datetime], Awaitable[str]]] = {
    "pause": _pause, "resume": _resume, "cancel": _cancel, "resend": _resend,
}  # fmt: skip
