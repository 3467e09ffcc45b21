"""The first steps: what kind of message it is, and which workshop it is about."""

from __future__ import annotations

from bot.telegram.staff.desk import Desk, Option
from bot.telegram.staff.speech import Line
from bot.telegram.staff.steps import Choosing
from programme import drafts
from programme.audiences import NEWS, PROMOTION, REMINDER, SERVICE
from programme.workshops import Workshop, facts_of

CATEGORIES = (REMINDER, NEWS, PROMOTION, SERVICE)
NONE = "no_workshop"


class Category(Choosing):
    """Whose consent is asked for."""

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_category", await self.options(desk), [("categories", {})])

    async def options(self, desk: Desk) -> list[Option]:
        return [desk.option(category) for category in CATEGORIES]

    async def chosen(self, desk: Desk, name: str) -> None:
        desk.work.category = name
        if name in drafts.ABOUT_A_BOOKING and not desk.work.meant_for.standing:
            drafts.be_about(desk.work, await desk.workshop())
        missing = name in drafts.ABOUT_A_BOOKING and desk.work.workshop_id is None
        desk.go("preview" if desk.work.texts and not missing else "workshop")


class About(Choosing):
    """The workshop whose title, date and place the texts may name."""

    async def ask(self, desk: Desk) -> None:
        offered = await drafts.workshops(desk.session, desk.now)
        if not offered and desk.work.category in drafts.ABOUT_A_BOOKING:
            desk.say("no_workshops")
            desk.go("category")
            return await Category().ask(desk)
        lines = [_line(desk, index, workshop) for index, workshop in enumerate(offered, 1)]
        desk.ask("ask_workshop", self._options(desk, offered), lines)
        return None

    async def options(self, desk: Desk) -> list[Option]:
        return self._options(desk, await drafts.workshops(desk.session, desk.now))

    def _options(self, desk: Desk, offered: list[Workshop]) -> list[Option]:
        options = [
            Option(str(workshop.id), desk.label("workshop", index=index, starts_short=workshop.starts_at.isoformat()))
            for index, workshop in enumerate(offered, 1)
        ]
        needed = desk.work.category in drafts.ABOUT_A_BOOKING
        return options if needed else [*options, desk.option(NONE)]

    async def chosen(self, desk: Desk, name: str) -> None:
        drafts.be_about(desk.work, None if name == NONE else await desk.session.get(Workshop, int(name)))
        desk.go("preview" if desk.work.texts else "audience")


def _line(desk: Desk, index: int, workshop: Workshop) -> Line:
    online = "_online" if workshop.is_online() else ""
    return f"utter_line_workshop{online}", {"index": index, **facts_of(workshop, desk.language)}
