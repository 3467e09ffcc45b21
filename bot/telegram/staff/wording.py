"""What it says: a text for each language that is spoken there."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import ClassVar

from bot.telegram.incoming.reading import Incoming
from bot.telegram.staff.desk import Desk, Option
from bot.telegram.staff.entities import typed_tags
from bot.telegram.staff.speech import Line
from bot.telegram.staff.steps import TEXT, Choosing
from programme import drafts
from programme.broadcasts import LANGUAGES
from programme.composition import ABOUT_A_WORKSHOP, LONGEST, LONGEST_CAPTION, PLACES, Problem, language_for

SKIP, BACK = "skip", "back"
LINES = {
    "unknown_place": "unknown_place", "needs_workshop": "needs_workshop", "missing_place": "missing_place", "tag": "tag",
    "too_long": "too_long", "empty": "empty", "no_text": "empty",
    "aadhaar": "aadhaar",
}  # fmt: skip


def usable_places(desk: Desk) -> str:
    """The places that a text may have, as they are written."""
    allowed = PLACES if desk.work.workshop_id else [name for name in PLACES if name not in ABOUT_A_WORKSHOP]
    return " ".join(f"{{{name}}}" for name in allowed)


def told(desk: Desk, problems: Iterable[Problem], *, picture: bool) -> list[Line]:
    """Problems as lines for her."""
    return [(LINES[one.kind], _facts(desk, one, picture)) for one in problems]


def _facts(desk: Desk, problem: Problem, picture: bool) -> dict[str, object]:
    language = problem.language or next(iter(desk.work.texts), "en")
    tag = problem.kind == "tag"
    facts: dict[str, object] = {
        "language_name": desk.label(f"language_{language}"), "places": usable_places(desk),
        "place": problem.detail if tag else f"{{{problem.detail}}}",
    }  # fmt: skip
    if problem.kind == "too_long":
        facts |= {"length_count": int(problem.detail), "most_count": LONGEST_CAPTION if picture else LONGEST}
    return facts


def found_in(desk: Desk, language: str, html: str) -> list[Problem]:
    """What is wrong with a text that was just written, tags typed as letters included."""
    texts, picture = {**desk.work.texts, language: html}, bool(desk.work.picture)
    problems = drafts.problems_with(desk.work, texts, picture=picture)
    typed = [Problem(language, "tag", tag, "") for tag in typed_tags(html)]
    return [*typed, *(one for one in problems if one.language == language)]


class Text:
    """The text in one language; what is wrong with it is told at once, and only a right one is taken."""

    awaits: ClassVar[str] = TEXT

    def __init__(self, *, again: bool = False) -> None:
        self._again = again
        """One text is changed; otherwise the next language follows."""

    async def ask(self, desk: Desk) -> None:
        _step, language = drafts.step_of(desk.work)
        spoken = await desk.spoken()
        desk.ask(
            "ask_text", await self.options(desk), language_name=desk.label(f"language_{language}"),
            people_count=spoken.get(language, 0), places=usable_places(desk),
        )  # fmt: skip

    async def options(self, desk: Desk) -> list[Option]:
        return [desk.option(BACK)] if self._again else [desk.option(SKIP, "skip")]

    async def chosen(self, desk: Desk, name: str) -> None:
        _step, language = drafts.step_of(desk.work)
        if name == BACK:
            return desk.go("preview")
        desk.work.texts = {one: text for one, text in desk.work.texts.items() if one != language}
        if desk.work.texts:
            await self._tell_fallback(desk, language)
        return await self._go_on(desk, language)

    async def written(self, desk: Desk, incoming: Incoming) -> None:
        step, language = drafts.step_of(desk.work)
        html = incoming.html or escape(incoming.text or "", quote=False)
        wrong = found_in(desk, language, html)
        if wrong:
            desk.refused = True
            desk.say("text_wrong", told(desk, wrong, picture=bool(desk.work.picture)))
            return desk.go(step, language)
        desk.work.texts = {**desk.work.texts, language: html}
        return desk.go("preview") if self._again else await self._go_on(desk, language)

    async def _tell_fallback(self, desk: Desk, language: str) -> None:
        got = language_for(language, desk.work.texts)
        spoken = await desk.spoken()
        desk.say(
            "falls_back", people_count=spoken.get(language, 0), language_name=desk.label(f"language_{language}"),
            got_name=desk.label(f"language_{got}"),
        )  # fmt: skip

    async def _go_on(self, desk: Desk, language: str) -> None:
        spoken = await desk.spoken()
        later = LANGUAGES[LANGUAGES.index(language) + 1 :]
        following = next((one for one in later if one in spoken), None)
        if following is not None:
            return desk.go("text", following)
        if desk.work.texts:
            return desk.go("picture")
        desk.say("one_text_needed")
        return desk.go("text", next(iter(spoken), LANGUAGES[0]))


class WhichText(Choosing):
    """Which of the texts is to be written anew."""

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_which_text", await self.options(desk))

    async def options(self, desk: Desk) -> list[Option]:
        spoken = await desk.spoken()
        languages = [language for language in LANGUAGES if language in spoken or language in desk.work.texts]
        labels = [Option(language, desk.label(f"language_{language}")) for language in languages]
        return [*labels, desk.option(BACK)]

    async def chosen(self, desk: Desk, name: str) -> None:
        desk.go("preview") if name == BACK else desk.go("retext", name)
