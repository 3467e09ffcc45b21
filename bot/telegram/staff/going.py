"""Sending: when, in spite of what, and whether really."""

from __future__ import annotations

import re
from datetime import datetime
from typing import ClassVar

from bot.telegram.incoming.reading import Incoming
from bot.telegram.staff.choosing import people
from bot.telegram.staff.desk import Desk, Option
from bot.telegram.staff.moments import offered, read_moment
from bot.telegram.staff.previewing import due
from bot.telegram.staff.reports import report_on
from bot.telegram.staff.steps import TEXT, Choosing
from bot.telegram.staff.wording import BACK
from bot.telegram.writing.letters import Letter
from programme import broadcasts, drafts
from programme.broadcasts import CONFIRM_TWICE_ABOVE
from programme.staff import ADMIN, EDITOR
from programme.writing import normalise

AT_ONCE, YES = "at_once", "yes_send"
LONGEST_REASON = 500


class Time:
    """When it shall go."""

    awaits: ClassVar[str] = TEXT

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_time", await self.options(desk))

    async def options(self, desk: Desk) -> list[Option]:
        moments = [moment.isoformat() for moment in offered(desk.now, desk.surroundings.zone)]
        quick = [Option(one, desk.label("staff_time", due_short=one, due_time=one)) for one in moments]
        return [*quick, desk.option(AT_ONCE), desk.option(BACK)]

    async def chosen(self, desk: Desk, name: str) -> None:
        if name != BACK:
            desk.work.due_at = None if name == AT_ONCE else datetime.fromisoformat(name)
        desk.go("preview")

    async def written(self, desk: Desk, incoming: Incoming) -> None:
        moment = read_moment(incoming.text or "", desk.now, desk.surroundings.zone)
        if moment is None or moment <= desk.now:
            desk.say("time_past" if moment else "time_unclear")
            return desk.go("time")
        desk.work.due_at = moment
        return desk.go("preview")


class Override:
    """The reason for which it may go in quiet hours; an admin's to give."""

    awaits: ClassVar[str] = TEXT

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_override", await self.options(desk))

    async def options(self, desk: Desk) -> list[Option]:
        return [desk.option(BACK)]

    async def chosen(self, desk: Desk, name: str) -> None:
        desk.go("preview")

    async def written(self, desk: Desk, incoming: Incoming) -> None:
        if desk.member.may(ADMIN):
            desk.work.override = (incoming.text or "").strip()[:LONGEST_REASON] or None
        else:
            desk.say("only_admins")
        desk.go("preview")


class Confirm(Choosing):
    """The question before it goes; above a thousand people it is asked in another way once more."""

    async def ask(self, desk: Desk) -> None:
        moment = due(desk)
        desk.ask(
            "ask_confirm_later" if moment > desk.now else "ask_confirm", await self.options(desk),
            people_count=await people(desk), due_date=moment.isoformat(), due_time=moment.isoformat(),
        )  # fmt: skip

    async def options(self, desk: Desk) -> list[Option]:
        return [desk.option(YES), desk.option(BACK)]

    async def chosen(self, desk: Desk, name: str) -> None:
        count = await people(desk)
        if name == BACK:
            desk.go("preview")
        elif not count:
            desk.say("nobody")
            desk.go("audience")
        elif count > CONFIRM_TWICE_ABOVE:
            desk.go("number", str(count))
        else:
            await send(desk)


class Number:
    """Nobody sends to thousands by a slip of the thumb: their number is typed."""

    awaits: ClassVar[str] = TEXT

    async def ask(self, desk: Desk) -> None:
        _step, count = drafts.step_of(desk.work)
        desk.ask("ask_number", await self.options(desk), people_count=int(count))

    async def options(self, desk: Desk) -> list[Option]:
        return [desk.option(BACK)]

    async def chosen(self, desk: Desk, name: str) -> None:
        desk.go("preview")

    async def written(self, desk: Desk, incoming: Incoming) -> None:
        _step, count = drafts.step_of(desk.work)
        if re.sub(r"[,. ]", "", normalise(incoming.text or "")) == count:
            return await send(desk)
        desk.say("number_wrong")
        return desk.go("number", str(await people(desk)))


async def send(desk: Desk) -> None:
    """Freeze who gets it and let it go; what follows is shown in a message that keeps itself up to date."""
    broadcast = desk.work
    reason = broadcast.override if desk.member.may(ADMIN) else None
    count = await broadcasts.announce(
        desk.session, broadcast, desk.now, desk.surroundings.quiet, at=broadcast.due_at, override=reason
    )
    desk.note("announce", broadcast, f"{count} people{', in quiet hours' if reason else ''}")
    desk.draft = None
    report = await report_on(desk.session, broadcast, desk.language, may_act=desk.member.may(EDITOR))
    desk.letters.append(Letter(desk.chat, report.words, report.buttons, follows=broadcast.id))
