"""Who gets it: one question for each way to choose people, and how many they are after every answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.telegram.staff.desk import Desk, Option
from bot.telegram.staff.speech import Line
from bot.telegram.staff.steps import Choosing
from locales import formats
from programme import drafts
from programme.audiences import Audience
from programme.broadcasts import LANGUAGES
from programme.businesses import SIZE_LIMITS

GO_ON, NO_MATTER, YES, NO = "go_on", "no_matter", "yes", "no"
DAYS = (7, 30, 90, 180)
SIZES = (*(name for name, _investment, _turnover in SIZE_LIMITS), "large", "unknown")
SECTORS = (
    "food", "textile", "handloom", "handicraft", "leather", "engineering", "chemical", "electronics", "agriculture",
    "wood", "jewellery", "services", "trade", "other",
)  # fmt: skip
STANDINGS = {"booked": ("booked",), "waiting": ("waitlisted", "offered"), "attended": ("attended",)}
LABELS = {"languages": "language_{}", "sectors": "sector_{}", "sizes": "size_{}", "standing": "staff_{}"}
VALUES: dict[str, Sequence[str]] = {
    "languages": LANGUAGES, "sectors": SECTORS, "sizes": SIZES, "standing": tuple(STANDINGS),
}  # fmt: skip
WAYS = ("place", "languages", "sectors", "sizes", "women", "registered", "seen")


async def people(desk: Desk) -> int:
    """How many would get it as things stand."""
    return sum((await desk.spoken()).values())


def chosen_in(audience: Audience, way: str) -> list[str]:
    """What is chosen of one way to choose, in the order of its values."""
    if way == "standing":
        return [name for name, statuses in STANDINGS.items() if set(statuses) <= set(audience.standing)]
    return [value for value in VALUES[way] if value in getattr(audience, way)]


def summary(desk: Desk) -> list[Line]:
    """One line for each way in which people were chosen."""
    audience, lines = desk.work.meant_for, list[Line]()
    place = audience.district or audience.state
    if place:
        lines.append(("place", {"place": place}))
    for way in ("languages", "sectors", "sizes", "standing"):
        labels = [desk.label(LABELS[way].format(value)) for value in chosen_in(audience, way)]
        lines += [(way, {"chosen": formats.join(labels, desk.language)})] if labels else []
    for way, answer in (("women", audience.woman_owned), ("registered", audience.registered)):
        lines += [(f"{way}_{YES if answer else NO}", {})] if answer is not None else []
    seen = audience.seen_within_days
    return [*lines, *([("seen", {"days_count": seen})] if seen else [])]


class Who(Choosing):
    """The overview: what is chosen, and what else could be."""

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_audience", await self.options(desk), summary(desk), people_count=await people(desk))

    async def options(self, desk: Desk) -> list[Option]:
        ways = WAYS if desk.work.workshop_id is None else ("standing", *WAYS)
        return [*(desk.option(way) for way in ways), desk.option(GO_ON, "continue")]

    async def chosen(self, desk: Desk, name: str) -> None:
        if name != GO_ON:
            return desk.go(name)
        needed = desk.work.category in drafts.ABOUT_A_BOOKING and not desk.work.meant_for.standing
        if needed:
            desk.say("standing_needed")
            return desk.go("standing")
        spoken = await desk.spoken()
        if not spoken:
            desk.say("nobody")
            return desk.go("audience")
        return desk.go("preview") if desk.work.texts else desk.go("text", next(iter(spoken)))


class Several(Choosing):
    """Values of which one or several may be chosen; pressing one again takes it back."""

    def __init__(self, way: str) -> None:
        self._way = way

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_several", await self.options(desk), people_count=await people(desk))

    async def options(self, desk: Desk) -> list[Option]:
        taken = chosen_in(desk.work.meant_for, self._way)
        labels = {value: desk.label(LABELS[self._way].format(value)) for value in VALUES[self._way]}
        values = [Option(value, f"✓ {label}" if value in taken else label) for value, label in labels.items()]
        return [*values, desk.option(GO_ON, "continue")]

    async def chosen(self, desk: Desk, name: str) -> None:
        if name == GO_ON:
            return desk.go("audience")
        taken = set(chosen_in(desk.work.meant_for, self._way)) ^ {name}
        values = tuple(value for value in VALUES[self._way] if value in taken)
        if self._way == "standing":
            values = tuple(status for value in values for status in STANDINGS[value])
        drafts.mean(desk.work, **{self._way: values})
        return desk.go(self._way)


class YesOrNo(Choosing):
    """A field of the audience that is true, false or no matter."""

    def __init__(self, way: str, field: str) -> None:
        self._way, self._field = way, field

    async def ask(self, desk: Desk) -> None:
        desk.ask(f"ask_{self._way}", await self.options(desk))

    async def options(self, desk: Desk) -> list[Option]:
        return [desk.option(YES, YES), desk.option(NO, NO), desk.option(NO_MATTER)]

    async def chosen(self, desk: Desk, name: str) -> None:
        drafts.mean(desk.work, **{self._field: {YES: True, NO: False}.get(name)})
        desk.go("audience")


class Seen(Choosing):
    """Within how many days they wrote."""

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_seen", await self.options(desk))

    async def options(self, desk: Desk) -> list[Option]:
        return [
            *(Option(str(days), desk.label("staff_days", days_count=days)) for days in DAYS), desk.option(NO_MATTER),
        ]  # fmt: skip

    async def chosen(self, desk: Desk, name: str) -> None:
        drafts.mean(desk.work, seen_within_days=None if name == NO_MATTER else int(name))
        desk.go("audience")
