"""What goes with the texts: a picture above, buttons below."""

from __future__ import annotations

from typing import ClassVar

from bot.telegram.incoming.reading import Incoming
from bot.telegram.staff.desk import Desk, Option
from bot.telegram.staff.steps import PHOTO, Choosing
from bot.telegram.staff.wording import told
from programme import drafts

BUTTONS = {"both_buttons": ["book", "details"], "book": ["book"], "details": ["details"], "no_buttons": []}
LABELS = {"book": "book", "details": "details"}
NO_PICTURE = "no_picture"


class Picture:
    """Telegram's own number of a picture is all that is kept of it."""

    awaits: ClassVar[str] = PHOTO

    def __init__(self, *, again: bool = False) -> None:
        self._again = again

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_picture", await self.options(desk))

    async def options(self, desk: Desk) -> list[Option]:
        return [desk.option(NO_PICTURE)]

    async def chosen(self, desk: Desk, name: str) -> None:
        desk.work.picture = None
        self._go_on(desk)

    async def written(self, desk: Desk, incoming: Incoming) -> None:
        problems = drafts.problems_with(desk.work, desk.work.texts, picture=True)
        wrong = [one for one in problems if one.kind == "too_long"]
        if wrong:
            desk.say("picture_wrong", told(desk, wrong, picture=True))
            return desk.go(drafts.step_of(desk.work)[0])
        desk.work.picture = incoming.file
        return self._go_on(desk)

    def _go_on(self, desk: Desk) -> None:
        desk.go("preview" if self._again or desk.work.workshop_id is None else "buttons")


class Buttons(Choosing):
    """Where a workshop is chosen, a seat can be booked from the message itself, as long as it is coming up."""

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_buttons", await self.options(desk))

    async def options(self, desk: Desk) -> list[Option]:
        workshop = await desk.workshop()
        coming = workshop is not None and workshop.is_coming(desk.now)
        offered = [name for name, below in BUTTONS.items() if coming or "book" not in below]
        return [desk.option(name, LABELS.get(name, "")) for name in offered]

    async def chosen(self, desk: Desk, name: str) -> None:
        desk.work.buttons = BUTTONS[name]
        desk.go("preview")
