"""What stands in Telegram's place: a message arrives at once, and is told in a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.rehearsal.phones import BELOW, KEY, LINK, OWN_NUMBER, Key, Message, Phones
from bot.said import Button
from bot.telegram.conversation import payload_of
from bot.telegram.outgoing.sending import Outcome, Sent
from bot.telegram.unasked import meaning_of_press
from bot.telegram.writing.letters import REPLY, STAFF, Letter
from programme import people
from programme.surroundings import Surroundings

Say = Callable[[dict[str, Any]], None]


class SendingInMemory:
    """The `Sending` of replies, deliveries and of messages kept up to date alike. What arrives is said to `say`."""

    def __init__(self, surroundings: Surroundings, phones: Phones, say: Say) -> None:
        self._surroundings = surroundings
        self._phones = phones
        self._say = say

    async def send(self, letter: Letter) -> Outcome:
        """A message arrives."""
        phone, number, keys = self._phones.of(letter.chat), self._phones.next_message(), await self._keys(letter)
        if letter.because != REPLY:
            phone.turn += 1
        phone.messages.append(Message(number, phone.turn, letter.words.text, keys))
        self._say(self._line(letter, keys, letter.because))
        return Sent(number)

    async def edit(self, letter: Letter, message: int) -> Outcome:
        """A message gets other words and buttons."""
        keys = await self._keys(letter)
        self._phones.of(letter.chat).change(message, letter.words.text, keys)
        self._say({**self._line(letter, keys, STAFF), "edited": True})
        return Sent(message)

    def _line(self, letter: Letter, keys: tuple[Key, ...], because: str) -> dict[str, Any]:
        at = self._surroundings.now().astimezone(self._surroundings.zone)
        document = {"name": letter.document.name, "bytes": letter.document.bytes} if letter.document else None
        line = {
            "to": letter.chat, "text": letter.words.text,
            "buttons": [{"label": key.label, "payload": key.payload} for key in keys], "document": document,
            "at": at.isoformat(timespec="seconds"), "because": because,
        }  # fmt: skip
        return {**line, "photo": letter.photo} if letter.photo else line

    async def _keys(self, letter: Letter) -> tuple[Key, ...]:
        kinds = [_kind_of(button, letter) for button in letter.buttons]
        if letter.asks_number:
            kinds[-1] = OWN_NUMBER
        return tuple([
            Key(button.label, await self._meaning(letter.chat, button.payload), button.payload, kind)
            for button, kind in zip(letter.buttons, kinds, strict=True)
        ])  # fmt: skip

    async def _meaning(self, chat: str, carried: str) -> str:
        """The payload behind what a button carries; that itself where it is all there is, as with staff's."""
        key = self._surroundings.key_of(chat)
        async with self._surroundings.sessions() as session:
            person = await people.find(session, key)
            meant = payload_of(person, carried) if person else "-"
            return meant if meant != "-" else await meaning_of_press(session, key, carried) or carried


def _kind_of(button: Button, letter: Letter) -> str:
    if button.payload.startswith("https://"):
        return LINK
    return KEY if letter.asks_number else BELOW
