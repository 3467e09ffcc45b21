"""What staff do about a broadcast that is announced: look, pause, go on, call off, send again, see who missed it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from bot.said import Button, Document
from bot.telegram.staff.desk import Desk
from bot.telegram.staff.reports import (
    CALL_OFF,
    MISSED,
    PAUSE,
    REFRESH,
    RESEND,
    RESUME,
    carried,
    report_on,
    standing,
)
from bot.telegram.writing.letters import Letter
from programme import broadcasts, deliveries, drafts
from programme.broadcasts import Broadcast, NotPossible
from programme.staff import EDITOR

SHOW, YES_CALL_OFF = "show", "yes_call_off"
LOOKS = (REFRESH, SHOW)
LISTED = 8
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")


async def act(desk: Desk, pressed: str) -> None:
    """Do what the button of a report says."""
    broadcast, name = await _meant(desk, pressed)
    if broadcast is None:
        desk.say("over")
    elif name not in LOOKS and not desk.member.may(EDITOR):
        desk.say("only_editors")
    elif name == MISSED:
        await _tell_missed(desk, broadcast)
    elif name == CALL_OFF:
        await _ask_to_call_off(desk, broadcast)
    else:
        await _do_and_show(desk, broadcast, name)


async def _meant(desk: Desk, pressed: str) -> tuple[Broadcast | None, str]:
    """Which broadcast, and which act."""
    _mark, number, name = (*pressed.split("."), "", "")[:3]
    try:
        return await broadcasts.find(desk.session, int(number)), name
    except (ValueError, NotPossible):
        return None, name


async def _do_and_show(desk: Desk, broadcast: Broadcast, name: str) -> None:
    """How it stands afterwards is shown in the message with the button, or in a new one; so is what was not possible."""
    try:
        await _do(desk, broadcast, name)
    except NotPossible:
        desk.say("not_possible")
    if name in (SHOW, YES_CALL_OFF) or desk.letters:
        await show(desk, broadcast)
    else:
        desk.shows = broadcast.id


async def _do(desk: Desk, broadcast: Broadcast, name: str) -> None:
    """Raises `NotPossible`."""
    match name:
        case "pause":
            broadcasts.pause(broadcast)
        case "resume":
            broadcasts.resume(broadcast, desk.now)
        case "yes_call_off":
            await broadcasts.call_off(desk.session, broadcast, desk.now)
        case "resend":
            await broadcasts.resend(desk.session, broadcast, desk.now)
    if name in (PAUSE, RESUME, RESEND, SHOW, YES_CALL_OFF):
        desk.note({YES_CALL_OFF: CALL_OFF, SHOW: "look"}.get(name, name), broadcast)
        await desk.session.flush()


async def show(desk: Desk, broadcast: Broadcast) -> None:
    """A new message on how it goes, which keeps itself up to date."""
    report = await report_on(desk.session, broadcast, desk.language, may_act=desk.member.may(EDITOR))
    desk.letters.append(Letter(desk.chat, report.words, report.buttons, follows=broadcast.id))


async def _ask_to_call_off(desk: Desk, broadcast: Broadcast) -> None:
    words = desk.words("ask_call_off", number=str(broadcast.id))
    yes = Button(desk.label("staff_yes_call_off"), carried(broadcast.id, YES_CALL_OFF))
    no = Button(desk.label("no"), carried(broadcast.id, SHOW))
    desk.letters.append(Letter(desk.chat, words, (yes, no)))


async def _tell_missed(desk: Desk, broadcast: Broadcast) -> None:
    rows = await broadcasts.missed_by(desk.session, broadcast)
    if not rows:
        return desk.say("nobody_missed")
    desk.note(MISSED, broadcast, f"{len(rows)} people")
    desk.letters.append(Letter(desk.chat, document=Document(f"missed-{broadcast.id}.csv", sheet(rows))))
    return None


def sheet(rows: Sequence[dict[str, Any]]) -> str:
    """Rows as CSV that spreadsheets open in the right letters, and take no cell of for a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_BEGINS) else value


async def tell_list(desk: Desk) -> None:
    """The last broadcasts, each with a button that shows it."""
    found = await drafts.latest(desk.session, LISTED)
    if not found:
        return desk.say("list_none")
    lines = [("broadcast", await _facts(desk, one)) for one in found]
    buttons = tuple(Button(str(one.id), carried(one.id, SHOW)) for one in found)
    desk.letters.append(Letter(desk.chat, desk.words("list", lines), buttons))
    return None


async def _facts(desk: Desk, broadcast: Broadcast) -> dict[str, Any]:
    counts = await deliveries.counts_of(desk.session, broadcast.id)
    announced = broadcast.announced_at or broadcast.created_at
    return {
        "number": str(broadcast.id), "kind": desk.label(f"staff_{broadcast.category}"),
        "announced_date": announced.isoformat(), "standing": standing(broadcast, desk.language),
        "people_count": sum(counts.values()),
    }  # fmt: skip
