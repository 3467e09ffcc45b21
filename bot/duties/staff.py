"""Saying who is staff, from the command line."""

from __future__ import annotations

from typing import Any

from bot.app import App
from bot.duties.running import print_rows, run
from bot.failed import Failed
from programme import audit, staff
from programme.channels import LIKE_TELEGRAM, TELEGRAM
from programme.identifiers.forbidden import HoldsANumber
from programme.people import split_key
from programme.staff import COMMAND_LINE


def add(key: str, role: str, name: str) -> None:
    """Make somebody a member, or give a member another role."""
    if role not in staff.ROLES:
        raise Failed(f"there is no role {role!r}: write one of {', '.join(staff.ROLES)}")
    full = _full(key)

    async def appoint(app: App) -> None:
        now = app.surroundings.now()
        async with app.surroundings.sessions.begin() as session:
            member = await staff.appoint(session, full, name or full, role, now)
            audit.note(session, actor=COMMAND_LINE, act="appoint", subject=member.actor, now=now, detail=role)

    try:
        run(appoint)
    except HoldsANumber as problem:
        raise Failed(str(problem)) from problem
    print(f"{full} is {role} now.")


def remove(key: str) -> None:
    """Take somebody off the staff."""
    full = _full(key)

    async def dismiss(app: App) -> bool:
        now = app.surroundings.now()
        async with app.surroundings.sessions.begin() as session:
            member = await staff.dismiss(session, full)
            if member is not None:
                audit.note(session, actor=COMMAND_LINE, act="dismiss", subject=member.actor, now=now)
            return member is not None

    if not run(dismiss):
        raise Failed(f"{full} is no member of staff")
    print(f"{full} is no longer staff.")


def _full(key: str) -> str:
    """A bare number is one of Telegram's."""
    full = f"telegram:{key}" if key.isdigit() else key
    channel, address = split_key(full)
    if channel not in LIKE_TELEGRAM or not address or (channel == TELEGRAM and not address.isdigit()):
        raise Failed(f"{key!r} is no key, for example: telegram:12345")
    return full


def list_members(*, as_json: bool) -> None:
    """Everybody, with role."""

    async def rows(app: App) -> list[dict[str, Any]]:
        async with app.surroundings.sessions() as session:
            return [{"key": one.key, "role": one.role, "name": one.name} for one in await staff.members(session)]

    print_rows(run(rows), as_json=as_json)
