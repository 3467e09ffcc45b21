"""The preview: who would get what, what stands in the way, each message as it will look, and one to oneself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.telegram.staff.choosing import summary
from bot.telegram.staff.desk import Desk, Option
from bot.telegram.staff.speech import Line
from bot.telegram.staff.steps import Choosing
from bot.telegram.staff.wording import BACK, told
from bot.telegram.unasked import write_broadcast
from bot.telegram.writing.letters import REPLY
from programme import broadcasts, drafts
from programme.broadcasts import Forecast
from programme.staff import ADMIN
from programme.workshops import facts_of

CHANGES = {
    "kind": "category", "workshop": "workshop", "audience": "audience", "texts": "texts", "picture": "repicture",
    "buttons": "buttons", BACK: "preview",
}  # fmt: skip


def due(desk: Desk) -> datetime:
    """When it would go as things stand."""
    at = max(desk.work.due_at or desk.now, desk.now)
    return at if desk.work.override else desk.surroundings.quiet.end_after(at)


def is_kept_waiting(desk: Desk) -> bool:
    """Whether quiet hours put it off."""
    return due(desk) > max(desk.work.due_at or desk.now, desk.now)


class Preview(Choosing):
    """The last look before it goes."""

    async def ask(self, desk: Desk) -> None:
        forecast = await broadcasts.forecast(desk.session, desk.work, desk.now)
        about = await desk.workshop()
        head: list[Line] = [("about", facts_of(about, desk.language))] if about else []
        lines = [*head, *summary(desk), *_of(desk, forecast), *_when(desk), *_problems(desk)]
        desk.ask(
            "preview", await self.options(desk), lines, people_count=forecast.total,
            kind=desk.label(f"staff_{desk.work.category}"), counted=desk.counted(forecast.languages) or "0",
        )  # fmt: skip

    async def options(self, desk: Desk) -> list[Option]:
        ready = not desk.work.problems()
        names = ["see", *(["test", "schedule", "send"] if ready else []), "change", "discard"]
        if ready and desk.member.may(ADMIN) and is_kept_waiting(desk):
            names.insert(-2, "override")
        return [desk.option(name) for name in names]

    async def chosen(self, desk: Desk, name: str) -> None:
        match name:
            case "see":
                await self._show_each(desk)
                desk.go("preview")
            case "test":
                await self._try_out(desk)
                desk.go("preview")
            case "discard":
                await discard(desk)
            case _:
                desk.go({"schedule": "time", "send": "confirm"}.get(name, name))

    async def _show_each(self, desk: Desk) -> None:
        """Every text as people will see it, under the name of its language. Its buttons would press for her: left out."""
        forecast = await broadcasts.forecast(desk.session, desk.work, desk.now)
        workshop = await desk.workshop()
        for language in desk.work.texts:
            named = desk.label(f"language_{language}")
            desk.say("sample", language_name=named, people_count=forecast.languages.get(language, 0))
            written = write_broadcast(desk.work, workshop, desk.chat, language, desk.person.name, "-")
            desk.letters += [replace(letter, buttons=(), bulk=False, because=REPLY) for letter in written.letters]

    async def _try_out(self, desk: Desk) -> None:
        quiet = desk.surroundings.quiet
        await drafts.try_out(desk.session, desk.work, desk.person.key, desk.now, quiet)
        desk.note("test", desk.work)
        desk.say("tested")


async def discard(desk: Desk) -> None:
    """Throw the draft away."""
    desk.note("discard", desk.work)
    await desk.session.delete(desk.work)
    desk.draft = None
    desk.say("discarded")


def _of(desk: Desk, forecast: Forecast) -> list[Line]:
    lines: list[Line] = [
        ("falls_back", {"language_name": desk.label(f"language_{wanted}"), "people_count": count,
                        "got_name": desk.label(f"language_{got}")})
        for (wanted, got), count in forecast.fallbacks.items()
    ]  # fmt: skip
    away = (("opted_out", forecast.opted_out), ("unreachable", forecast.unreachable))
    return lines + [(name, {"people_count": count}) for name, count in away if count]


def _when(desk: Desk) -> list[Line]:
    moment = {"due_date": due(desk).isoformat(), "due_time": due(desk).isoformat()}
    reason: list[Line] = [("override", {"reason": desk.work.override})] if desk.work.override else []
    if is_kept_waiting(desk):
        return [*reason, ("quiet", moment)]
    return [*reason, *([("due", moment)] if desk.work.due_at else [])]


def _problems(desk: Desk) -> list[Line]:
    return told(desk, desk.work.problems(), picture=bool(desk.work.picture))


class Change(Choosing):
    """Back to one of the earlier questions, and then here again."""

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_change", await self.options(desk))

    async def options(self, desk: Desk) -> list[Option]:
        return [desk.option(name) for name in CHANGES if name != "buttons" or desk.work.workshop_id]

    async def chosen(self, desk: Desk, name: str) -> None:
        desk.go(CHANGES[name])
