"""The conversation over Telegram: one update is opened, answered, and done, in one transaction with its replies."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from bot.said import Answer, Said
from bot.telegram.incoming.queues import Waiting
from bot.telegram.incoming.reading import KINDS, Incoming
from bot.telegram.links import address_of, meaning_of_link
from bot.telegram.metrics import FAILED_TURNS, TURNS
from bot.telegram.outgoing.delivering import Delivering
from bot.telegram.staff.desk import PRESSED
from bot.telegram.staff.room import Room, may_concern
from bot.telegram.unasked import meaning_of_press
from bot.telegram.words import said
from bot.telegram.writing.invitations import invitations
from bot.telegram.writing.letters import Letter, letters_of, new_token
from bot.telegram.writing.markup import Marked
from programme import inbox, outbox, people
from programme.identifiers.forbidden import AADHAAR
from programme.people import Person
from programme.store import has_met
from programme.surroundings import Surroundings
from programme.workshops import Enrolment

log = logging.getLogger(__name__)

SLOW_SECONDS = 0.8
TYPING_LASTS = 4.5
"""Telegram shows it for five seconds."""
MANY_CHATS = 10_000
SAID_BESIDE = {
    "foreign_contact": "telegram_foreign_contact", "edited": "telegram_edited",
    "group_call": "telegram_group",
}  # fmt: skip
Keep = Callable[[AsyncSession, Answer], Awaitable[None]]
Show = Callable[[str, int, int], None]
"""Takes a chat, a message in it, and the broadcast that it is to show."""


def _show_nothing(_chat: str, _message: int, _broadcast: int) -> None:
    """Where nobody keeps messages up to date."""


class Answering(Protocol):
    """What answers; the assistant does."""

    async def take_turn(self, person: str, said: Said, keep: Keep | None = None) -> Answer: ...


class Conversation:
    """Answers updates of the inbox. `show_typing` tells a chat that an answer is being thought of; `show` puts how a
    broadcast goes into the message whose button was pressed."""

    def __init__(
        self, assistant: Answering, surroundings: Surroundings, delivering: Delivering, *, bot_name: str,
        languages: tuple[str, ...], show_typing: Callable[[str], Awaitable[None]], show: Show = _show_nothing,
    ) -> None:  # fmt: skip
        self._assistant = assistant
        self._surroundings = surroundings
        self._delivering = delivering
        self._link = address_of(bot_name)
        self._key = surroundings.key_of
        self._languages = languages
        self._show_typing = show_typing
        self._show = show
        self._room = Room(surroundings)
        self._pressed_last: OrderedDict[str, str] = OrderedDict()

    async def take(self, waiting: Waiting) -> None:
        """Answer one update. Raises only when the database cannot be used; then nothing of it is done."""
        if waiting.flooding:
            await self._tell_to_wait(waiting)
        began = time.perf_counter()
        letters = await self._with_staff(waiting) if may_concern(waiting.incoming) else None
        if letters is None:
            what = await self._meant(waiting.incoming)
            letters = await (self._converse(waiting, what) if what else self._beside(waiting))
        TURNS.observe(time.perf_counter() - began)
        self._delivering.hand_over(letters)
        log.info(
            "answered", extra={"update": waiting.update_id, "kind": waiting.incoming.kind, "replies": len(letters)}
        )

    async def _with_staff(self, waiting: Waiting) -> list[Letter] | None:
        """What staff's room says; None for what is the assistant's to answer."""
        incoming = waiting.incoming
        if (incoming.press or "").startswith(PRESSED) and self._pressed_last.get(incoming.chat) == incoming.press:
            return await self._beside(waiting)
        try:
            async with self._surroundings.sessions.begin() as session:
                reaction = await self._room.react(session, incoming)
                letters = await self._write(session, waiting, reaction.letters) if reaction else None
        except Exception as error:
            FAILED_TURNS.inc()
            log.error("a turn of staff failed", extra={"update": waiting.update_id}, exc_info=error)
            return await self._say(waiting, "save_failed")
        self._remember_press(incoming)
        if reaction and reaction.shows and incoming.message_id:
            self._show(incoming.chat, incoming.message_id, reaction.shows)
        return letters

    async def _meant(self, incoming: Incoming) -> Said | None:
        """What the assistant is to hear; None for what is no part of the conversation."""
        if incoming.held and incoming.kind == "text":
            return Said(meaning=_refusal(incoming.held))
        match incoming.kind:
            case "text":
                return await self._typed(incoming)
            case "press" if self._pressed_last.get(incoming.chat) != incoming.press:
                return Said(press=incoming.press or "-")
            case "contact":
                return Said(contact=incoming.contact)
            case "location":
                return Said(meaning="/place_shared" + json.dumps({"place": incoming.near or []}))
            case "aadhaar":  # written down by an earlier version
                return Said(meaning="/aadhaar_shared")
            case kind if kind in (*KINDS, "other"):
                return Said(kind=kind)
        return None

    async def _typed(self, incoming: Incoming) -> Said:
        text = incoming.text or ""
        command, _space, rest = text.partition(" ")
        if command != "/start":
            return Said(text=text)
        async with self._surroundings.sessions.begin() as session:
            person = await people.meet(session, self._key(incoming.chat), self._surroundings.now())
            if person.language is None and incoming.language in self._languages:
                people.speak(person, str(incoming.language), chosen=False)
            await outbox.mark_reachable(session, incoming.chat)
            meaning = await meaning_of_link(session, rest.strip())
        return Said(meaning=meaning) if meaning else Said(text=command)

    async def _converse(self, waiting: Waiting, what: Said) -> list[Letter]:
        written: list[Letter] = []
        began = self._surroundings.now()

        async def keep(session: AsyncSession, answer: Answer) -> None:
            person = await people.meet(session, self._key(waiting.chat), self._surroundings.now())
            letters = letters_of(answer, waiting.chat, give_tokens(person))
            seats = await invitations(session, person, began, answer.language) if has_met(session, Enrolment) else []
            letters += [Letter(waiting.chat, document=seat) for seat in seats]
            written[:] = await self._write(session, waiting, letters)

        async with self._typing(waiting.chat):
            try:
                await self._assistant.take_turn(self._key(waiting.chat), await self._pressed(waiting.chat, what), keep)
            except Exception as error:
                FAILED_TURNS.inc()
                log.error("a turn failed", extra={"update": waiting.update_id}, exc_info=error)
                return await self._say(waiting, "save_failed")
        self._remember_press(waiting.incoming)
        return written

    def _remember_press(self, incoming: Incoming) -> None:
        """A second tap on the same button, made before the answer to the first was seen, needs no answer."""
        if incoming.press is None:
            return
        self._pressed_last[incoming.chat] = incoming.press
        self._pressed_last.move_to_end(incoming.chat)
        if len(self._pressed_last) > MANY_CHATS:
            self._pressed_last.popitem(last=False)

    async def _pressed(self, chat: str, what: Said) -> Said:
        """A button's token as the payload it stood for, when it is one of those just shown to this person."""
        if what.press is None:
            return what
        async with self._surroundings.sessions() as session:
            person = await people.find(session, self._key(chat))
            meaning = await meaning_of_press(session, self._key(chat), what.press)
        if meaning is not None:
            return Said(meaning=meaning)
        return Said(press=payload_of(person, what.press) if person else "-")

    async def _beside(self, waiting: Waiting) -> list[Letter]:
        """Everything that is no turn of a conversation."""
        kind = waiting.incoming.kind
        if kind in SAID_BESIDE:
            return await self._say(waiting, SAID_BESIDE[kind], link=self._link)
        async with self._surroundings.sessions.begin() as session:
            if kind == "blocked":
                await outbox.mark_unreachable(session, waiting.chat, self._surroundings.now())
            elif kind == "back":
                await outbox.mark_reachable(session, waiting.chat)
            await inbox.finish(session, waiting.row, self._surroundings.now())
        return []

    async def _say(self, waiting: Waiting, name: str, **facts: str) -> list[Letter]:
        async with self._surroundings.sessions.begin() as session:
            language = await self._language(session, waiting)
            return await self._write(session, waiting, [Letter(waiting.chat, Marked(said(name, language, **facts)))])

    async def _write(self, session: AsyncSession, waiting: Waiting, letters: list[Letter]) -> list[Letter]:
        """The replies to the outbox and the update done: both or neither."""
        now = self._surroundings.now()
        await inbox.finish(session, waiting.row, now)
        return await put(session, letters, self._surroundings)

    async def _tell_to_wait(self, waiting: Waiting) -> None:
        async with self._surroundings.sessions.begin() as session:
            text = said("telegram_slow_down", await self._language(session, waiting))
            letters = await put(session, [Letter(waiting.chat, Marked(text))], self._surroundings)
        self._delivering.hand_over(letters)

    async def _language(self, session: AsyncSession, waiting: Waiting) -> str:
        """The person's, else that of the phone."""
        person = await people.find(session, self._key(waiting.chat))
        spoken = (person.language if person else None, waiting.incoming.language)
        return next((one for one in spoken if one in self._languages), "en")

    @asynccontextmanager
    async def _typing(self, chat: str) -> AsyncIterator[None]:
        """Show "typing…" when a turn takes long enough to be noticed."""

        async def after_a_while() -> None:
            await asyncio.sleep(SLOW_SECONDS)
            while True:
                await self._show_typing(chat)
                await asyncio.sleep(TYPING_LASTS)

        showing = asyncio.create_task(after_a_while())
        try:
            yield
        finally:
            showing.cancel()


async def put(session: AsyncSession, letters: list[Letter], surroundings: Surroundings) -> list[Letter]:
    """Write messages to one chat to the outbox; returns them as they stand there."""
    if not letters:
        return []
    rows = await outbox.put(session, letters[0].chat, [letter.as_json() for letter in letters], surroundings.now())
    return [replace(letter, row=row.id) for letter, row in zip(letters, rows, strict=True)]


def give_tokens(person: Person) -> dict[str, str]:
    """Give each button just shown to `person` what it carries; returns that by payload."""
    tokens = {str(one["payload"]): new_token() for one in person.shown}
    person.shown = [{**one, "token": tokens[str(one["payload"])]} for one in person.shown]
    return tokens


def payload_of(person: Person, token: str) -> str:
    """What the button with this token means, if it is among those last shown to `person`; else what no button means."""
    shown = (one for one in person.shown if one.get("token") == token)
    return next((str(one["payload"]) for one in shown), "-")


def _refusal(kind: str) -> str:
    """The meaning of a text that something was taken out of, which must not be kept."""
    return "/aadhaar_shared" if kind == AADHAAR else "/secret_shared" + json.dumps({"kind": kind})
