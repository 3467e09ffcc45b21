"""What is on people's phones: the messages that came, with their buttons, and what they sent last."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.rehearsal.lines import Unreadable
from programme.writing import normalise

BELOW, KEY, OWN_NUMBER, LINK = "below", "key", "own number", "link"


@dataclass(frozen=True)
class Key:
    """Something to tap: a button `BELOW` a message, which `carries` a token; a `KEY` of the phone's keyboard, which sends
    its label; the one that shares the phone's `OWN_NUMBER`; a `LINK`. `payload` is what it means to us."""

    label: str
    payload: str
    carries: str
    kind: str = BELOW


@dataclass(frozen=True)
class Tapped:
    """A key, and the number of the message that it belongs to."""

    key: Key
    message: int


@dataclass
class Message:
    """A message that came. Messages of one `turn` came together: their buttons are numbered through."""

    number: int
    turn: int
    text: str
    keys: tuple[Key, ...]


@dataclass
class Phone:
    """One person's phone."""

    person: str
    messages: list[Message] = field(default_factory=list)
    turn: int = 0
    sent: int | None = None
    """The number of the last message of hers that can be edited."""

    def text_of(self, number: int) -> str:
        """What a message says now; empty for none of hers."""
        return next((one.text for one in self.messages if one.number == number), "")

    def change(self, number: int, text: str, keys: tuple[Key, ...]) -> None:
        """A message has other words and buttons now."""
        for message in self.messages:
            if message.number == number:
                message.text, message.keys = text, keys

    def find(self, said: str) -> Tapped:
        """The key that is meant by its label, its payload or its number. Raises `Unreadable` where none is.

        Those that came last go first, and numbers count them alone; but old buttons can still be tapped.
        """
        wanted, last = _plain(said), self._last()
        tapped = _named(wanted, last) or _numbered(wanted, last) or _named(wanted, self._newest_first())
        if tapped is None:
            there = ", ".join(repr(one.key.label) for one in last)
            raise Unreadable(f"{self.person} was shown no button {said!r}; the last were: {there or 'none'}")
        return tapped

    def _newest_first(self) -> Iterator[Tapped]:
        for message in reversed(self.messages):
            yield from (Tapped(key, message.number) for key in message.keys)

    def _last(self) -> Sequence[Tapped]:
        """All keys that came together last, in their order."""
        turn = next((message.turn for message in reversed(self.messages) if message.keys), None)
        together = [message for message in self.messages if message.turn == turn]
        return [Tapped(key, message.number) for message in together for key in message.keys]


class Phones:
    """Everybody's; one turns up when its person is first heard of. Messages and updates are numbered through."""

    def __init__(self, first_update: int) -> None:
        self._phones: dict[str, Phone] = {}
        self._messages = itertools.count(1)
        self._updates = itertools.count(first_update)

    def of(self, person: str) -> Phone:
        return self._phones.setdefault(person, Phone(person))

    def next_message(self) -> int:
        return next(self._messages)

    def next_update(self) -> int:
        return next(self._updates)


def _named(wanted: str, among: Iterable[Tapped]) -> Tapped | None:
    """By its label, its payload, or what it carries."""
    return next((one for one in among if wanted in _names(one.key)), None)


def _names(key: Key) -> tuple[str, ...]:
    return _plain(key.label), _plain(key.payload), _plain(key.carries)


def _numbered(wanted: str, among: Sequence[Tapped]) -> Tapped | None:
    """By its number from 1."""
    number = int(wanted) if wanted.isdecimal() else 0
    return among[number - 1] if 1 <= number <= len(among) else None


def _plain(text: str) -> str:
    return normalise(text).strip().casefold()
