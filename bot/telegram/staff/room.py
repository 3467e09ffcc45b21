"""The room: what of a chat is staff's business, and what becomes of it. Nothing said here ever reaches the assistant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.telegram.incoming.reading import KINDS, Incoming
from bot.telegram.staff import speech
from bot.telegram.staff.choosing import Seen, Several, Who, YesOrNo
from bot.telegram.staff.desk import PRESSED, Desk
from bot.telegram.staff.going import Confirm, Number, Override, Time
from bot.telegram.staff.places import Where
from bot.telegram.staff.previewing import Change, Preview, discard
from bot.telegram.staff.reports import WATCHED
from bot.telegram.staff.running import act, tell_list
from bot.telegram.staff.steps import PHOTO, Step
from bot.telegram.staff.subjects import About, Category
from bot.telegram.staff.trimmings import Buttons, Picture
from bot.telegram.staff.wording import Text, WhichText
from bot.telegram.writing.letters import Letter
from programme import drafts, people, staff
from programme.broadcasts import Broadcast, NotPossible
from programme.identifiers.forbidden import AADHAAR
from programme.people import Person
from programme.staff import ADMIN, EDITOR, Member
from programme.surroundings import Surroundings

BROADCAST, BROADCASTS, STAFF, CANCEL = "/broadcast", "/broadcasts", "/staff", "/cancel"
COMMANDS = (BROADCAST, BROADCASTS, STAFF)
SENT = ("text", "edited", "contact", "foreign_contact", "location", "other", *KINDS)
"""Kinds of updates with which somebody sends something."""
STEPS: Mapping[str, Step] = {
    "category": Category(), "workshop": About(), "audience": Who(), "place": Where(),
    "languages": Several("languages"), "sectors": Several("sectors"), "sizes": Several("sizes"),
    "standing": Several("standing"), "women": YesOrNo("women", "woman_owned"),
    "registered": YesOrNo("registered", "registered"), "seen": Seen(), "text": Text(), "retext": Text(again=True),
    "texts": WhichText(), "picture": Picture(), "repicture": Picture(again=True), "buttons": Buttons(),
    "preview": Preview(), "change": Change(), "time": Time(), "override": Override(), "confirm": Confirm(),
    "number": Number(),
}  # fmt: skip


@dataclass(frozen=True)
class Reaction:
    """What is said to a member; `shows`: the broadcast that the message with the pressed button is to show."""

    letters: list[Letter]
    shows: int = 0


def step_of(draft: Broadcast) -> Step:
    """The step that a draft is at."""
    return STEPS[drafts.step_of(draft)[0]]


def may_concern(incoming: Incoming) -> bool:
    """Whether it is worth asking the room: a command or button of its own, or anything that a member sends."""
    pressed = (incoming.press or "").startswith((PRESSED, WATCHED))
    return pressed or command_in(incoming) in COMMANDS or bool(incoming.staff)


def command_in(incoming: Incoming) -> str:
    """The slash command, in small letters; empty where there is none."""
    text = incoming.text or ""
    return text.split(maxsplit=1)[0].lower() if incoming.kind == "text" and text.startswith("/") else ""


class Room:
    """Takes what is staff's out of the stream of updates."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._refused: dict[str, int | None] = {}
        """By chat: the text that was not taken last. Who edits it tries again; forgotten, that is only explained."""

    async def react(self, session: AsyncSession, incoming: Incoming) -> Reaction | None:
        """What is said to `incoming`, in the caller's transaction; None where it is the assistant's to answer."""
        key = self._surroundings.key_of(incoming.chat)
        member = await staff.member(session, key)
        if member is None:
            return await self._refuse(session, key, incoming)
        draft = await drafts.draft_of(session, member)
        if not _is_ours(incoming, draft):
            return None
        desk = Desk(session, self._surroundings, member, await self._meet(session, key, incoming), draft)
        if incoming.kind == "edited" and self._refused.get(incoming.chat) == incoming.message_id:
            incoming = replace(incoming, kind="text")
        await _take(desk, incoming)
        self._refused[incoming.chat] = incoming.message_id if desk.refused else None
        return Reaction(desk.letters, desk.shows)

    async def _refuse(self, session: AsyncSession, key: str, incoming: Incoming) -> Reaction | None:
        """A polite no to everybody else; `/staff` tells her own number, for an admin."""
        if incoming.kind == "text" and command_in(incoming) not in COMMANDS:
            return None
        person = await self._meet(session, key, incoming)
        name = "unknown" if command_in(incoming) == STAFF else "refused"
        return Reaction([Letter(incoming.chat, speech.words(person.language or "en", name, number=key))])

    async def _meet(self, session: AsyncSession, key: str, incoming: Incoming) -> Person:
        person = await people.meet(session, key, self._surroundings.now())
        if person.language is None and incoming.language in self._surroundings.languages:
            people.speak(person, str(incoming.language), chosen=False)
        return person


def _is_ours(incoming: Incoming, draft: Broadcast | None) -> bool:
    command, awaited = command_in(incoming), draft is not None and bool(step_of(draft).awaits)
    if incoming.kind == "press":
        return (incoming.press or "").startswith((PRESSED, WATCHED))
    if command in COMMANDS or (command == CANCEL and draft is not None):
        return True
    return awaited and incoming.kind in SENT


async def _take(desk: Desk, incoming: Incoming) -> None:
    command, press = command_in(incoming), incoming.press or ""
    if command == STAFF:
        await _introduce(desk)
    elif command == BROADCASTS:
        await tell_list(desk)
    elif press.startswith(WATCHED):
        await act(desk, press)
    elif not desk.member.may(EDITOR):
        desk.say("only_editors")
    elif command == BROADCAST:
        await _open(desk)
    elif command == CANCEL:
        await discard(desk)
    elif desk.draft is None:
        desk.say("over")
    else:
        await _advance(desk, incoming)


async def _introduce(desk: Desk) -> None:
    """Her role; to an admin also who else there is."""
    lines: list[tuple[str, dict[str, Any]]] = []
    if desk.member.may(ADMIN):
        members = await staff.members(desk.session)
        lines = [("all", {}), *(("member", _facts(desk, one)) for one in members)]
    desk.say(desk.member.role, lines)


def _facts(desk: Desk, member: Member) -> dict[str, str]:
    return {"member": member.name, "role": desk.label(f"staff_{member.role}"), "number": member.key}


async def _open(desk: Desk) -> None:
    """The draft where it was left, or a new one."""
    if desk.draft is None:
        desk.draft = await drafts.begin(desk.session, desk.member.actor, desk.now)
        desk.note("begin", desk.draft)
    await step_of(desk.work).ask(desk)


async def _advance(desk: Desk, incoming: Incoming) -> None:
    """One answer to the step that the draft is at, and the question that follows."""
    step = step_of(desk.work)
    try:
        await (_press(desk, step, incoming) if incoming.kind == "press" else _receive(desk, step, incoming))
    except NotPossible:  # the audience, the workshop or a text changed under her hands
        desk.say("not_possible")
        desk.go("preview")
    if desk.draft is not None:
        await step_of(desk.work).ask(desk)


async def _press(desk: Desk, step: Step, incoming: Incoming) -> None:
    options = {desk.token(option.name): option.name for option in await step.options(desk)}
    name = options.get(incoming.press or "")
    if name is None:
        return desk.say("stale")
    return await step.chosen(desk, name)


async def _receive(desk: Desk, step: Step, incoming: Incoming) -> None:
    is_text = incoming.kind == "text" and not command_in(incoming)
    if incoming.held:
        desk.say("aadhaar" if incoming.held == AADHAAR else "secret")
    elif incoming.kind == "edited":
        desk.say("edited")
    elif incoming.file if step.awaits == PHOTO else is_text:
        await step.written(desk, incoming)
    else:
        desk.say("wants_picture" if step.awaits == PHOTO else "wants_text")
