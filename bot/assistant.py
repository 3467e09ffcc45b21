"""The assistant: one person says something, replies come back. Every doorway goes through here."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.doorway import refused
from bot.following import asks_more, followed
from bot.moment import ask_again, in_moment, moment_of
from bot.pressing import command_in, is_number, meant, parsed_intent, parsed_payload, pressed, stop_or_start
from bot.rasa.agent import EmbeddedAgent, Moment, Parsed
from bot.record import Opened, close_turn, open_turn
from bot.said import Answer, Button, Document, Reply, Said
from locales.catalogues import catalogue
from locales.responses import text_of
from programme.surroundings import here
from programme.writing import cleaned, normalise

log = logging.getLogger(__name__)

LONGEST = 6_000
MOST_LOCKS = 10_000

Keep = Callable[[AsyncSession, Answer], Awaitable[None]]
"""What a doorway writes in the transaction of a turn, such as the replies that are to be delivered."""


@dataclass(frozen=True)
class Heard:
    """What was said, as it goes to Rasa: the text, its reading, and whether a phone number was shared by the channel."""

    text: str
    parsed: Parsed
    pressed: bool = False
    shared_phone: bool = False


class Assistant:
    """Replies to people, one turn of a person at a time and different people side by side."""

    def __init__(self, agent: EmbeddedAgent) -> None:
        self._agent = agent
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._locks: OrderedDict[str, asyncio.Lock] = OrderedDict()
        self._languages: dict[str, str] = {}

    async def reply(self, person: str, said: Said) -> Answer:
        """The answer to what `person` (a key, `channel:address`) said. Never raises: a failure is a sentence too."""
        try:
            return await self.take_turn(person, said)
        except Exception as error:
            log.error("turn failed: %s", type(error).__name__, exc_info=error)
            return self.apology(person)

    async def take_turn(self, person: str, said: Said, keep: Keep | None = None) -> Answer:
        """As `reply`, but raises what failed; nothing of that turn is kept, nor what `keep` added to it."""
        async with self._lock_of(person):
            return await self._turn(person, said, keep)

    async def _turn(self, person: str, said: Said, keep: Keep | None) -> Answer:
        surroundings = here()
        now = surroundings.now()
        async with surroundings.shared() as session:
            opened = await open_turn(session, person, now)
            heard = await self._hear(said, opened)
            async with session.begin():
                replies = await self._answer(person, heard, opened)
                again = ask_again(heard.parsed, opened, replies)
                replies = (*replies, *again)
                language = await close_turn(session, person, heard.text, heard.parsed, replies, now, again=bool(again))
                intent = heard.parsed["intent"]
                answer = Answer(replies, language, intent.get("full") or intent.get("name"))
                if keep is not None:
                    await keep(session, answer)
        self._languages[person] = language
        return answer

    async def _answer(self, person: str, heard: Heard, opened: Opened) -> tuple[Reply, ...]:
        metadata = {"person": opened.known, "offers": opened.has_offers, "pressed": heard.pressed,
                    "shared_phone": heard.shared_phone, "asked": opened.question and opened.question.kind}  # fmt: skip
        messages = await self._agent.take_turn(person, heard.text, {**heard.parsed, "text": heard.text}, metadata)
        return tuple(_reply(message, opened.shown) for message in messages)

    async def _hear(self, said: Said, opened: Opened) -> Heard:
        if said.contact is not None:
            return Heard(normalise(said.contact), parsed_intent("answer"), shared_phone=True)
        if said.meaning is not None:
            return Heard("", parsed_payload(said.meaning), pressed=True)
        if said.press is not None:
            return self._pressed(said.press, opened)
        if said.text is None:
            return Heard("", parsed_intent("not_text", kind=said.kind or "other"))
        return await self._typed(cleaned(said.text[:LONGEST]), opened)

    def _pressed(self, press: str, opened: Opened) -> Heard:
        button = pressed(press, opened.shown)
        if button is None:
            return Heard("", parsed_intent("old_button"), pressed=True)
        return Heard(button.label, parsed_payload(button.payload), pressed=True)

    async def _typed(self, typed: str, opened: Opened) -> Heard:
        if (refusal := await refused(typed, opened)) is not None:
            return Heard("", refusal)
        command = command_in(typed) or stop_or_start(typed, in_form=opened.asked, stopped=opened.stopped)
        if command is not None:
            return Heard(typed, parsed_intent(command), pressed=True)
        # a slash would make Rasa read the text as a command of its own
        text = normalise(typed).strip().lstrip("/").strip()
        if not text:
            return Heard("", parsed_intent("not_text", kind="empty"))
        button = meant(text, opened.shown) or asks_more(text, opened.shown)
        if button is not None:
            return Heard(text, parsed_payload(button.payload), pressed=True)
        if opened.asked and is_number(text):
            return Heard(text, parsed_intent("answer"))
        return await self._said_in_moment(text, opened)

    async def _said_in_moment(self, text: str, opened: Opened) -> Heard:
        moment = moment_of(opened.question, opened.shown, opened.known["language"])
        parsed, pressed = in_moment(await self.parse(text, moment), opened.question, opened.shown)
        return Heard(text, parsed if pressed else followed(text, parsed, opened.shown), pressed)

    async def parse(self, text: str, moment: Moment | None = None) -> Parsed:
        """The model's reading, off the event loop, one at a time."""
        return await asyncio.get_running_loop().run_in_executor(self._reader, self._agent.parse, text, moment)

    def _lock_of(self, person: str) -> asyncio.Lock:
        lock = self._locks.setdefault(person, asyncio.Lock())
        self._locks.move_to_end(person)
        while len(self._locks) > MOST_LOCKS and not next(iter(self._locks.values())).locked():
            self._locks.popitem(last=False)
        return lock

    def apology(self, person: str) -> Answer:
        """What to say when a turn failed."""
        language = self._languages.get(person, "en")
        return Answer((Reply(catalogue(language).say(text_of("utter_save_failed"))),), language, None)


def _reply(message: dict[str, Any], shown: tuple[Button, ...]) -> Reply:
    buttons = (
        shown
        if message.get("same_buttons")
        else tuple(
            Button(one["title"], one["payload"], one.get("act", ""), one.get("about", ""))
            for one in message.get("buttons") or []
        )
    )
    document = message.get("document")
    emphasis = tuple((start, end) for start, end in message.get("emphasis") or [])
    reply = Reply(str(message.get("text") or ""), buttons, emphasis=emphasis, asks=message.get("asks"))
    return replace(reply, document=Document(document["name"], document["text"])) if document else reply
