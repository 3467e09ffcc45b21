"""What a step works with: a member of staff, her draft, one transaction, and what is to be said to her."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.said import Button
from bot.telegram.staff import speech
from bot.telegram.staff.speech import Line
from bot.telegram.writing.letters import Letter
from bot.telegram.writing.markup import Marked
from programme import audit, drafts
from programme.audiences import Audience
from programme.broadcasts import Broadcast
from programme.people import Person
from programme.staff import Member
from programme.surroundings import Surroundings
from programme.workshops import Workshop

PRESSED = "s."
"""What the buttons of a draft carry begins so."""
BYTES = 12


@dataclass(frozen=True)
class Option:
    """What can be chosen at a step: the name of the choice, and what stands on its button."""

    name: str
    label: str


@dataclass
class Desk:
    """One member's desk, for as long as one message of hers is dealt with."""

    session: AsyncSession
    surroundings: Surroundings
    member: Member
    person: Person
    draft: Broadcast | None = None
    letters: list[Letter] = field(default_factory=list)
    counts: dict[tuple[str, Audience], Mapping[str, int]] = field(default_factory=dict)
    refused: bool = False
    """Whether the text that came was not taken, so that an edit of it is a new attempt."""
    shows: int = 0
    """The broadcast whose progress the message with the pressed button is to show, 0 for none."""

    @property
    def now(self) -> datetime:
        return self.surroundings.now()

    @property
    def chat(self) -> str:
        return self.person.address

    @property
    def language(self) -> str:
        return self.person.language or "en"

    @property
    def work(self) -> Broadcast:
        """The draft, where there must be one."""
        assert self.draft is not None, "a step is taken on a draft only"
        return self.draft

    async def spoken(self) -> Mapping[str, int]:
        """How many people would get the draft in which language; counted once for one audience, for there may be many."""
        meant = (self.work.category, self.work.meant_for)
        if meant not in self.counts:
            self.counts[meant] = await drafts.spoken(self.session, self.work, self.now)
        return self.counts[meant]

    async def workshop(self) -> Workshop | None:
        """The workshop that the draft speaks of."""
        return await self.session.get(Workshop, self.work.workshop_id) if self.work.workshop_id else None

    def go(self, name: str, detail: str = "") -> None:
        """Lead on to a step."""
        drafts.go(self.work, name, detail)

    def note(self, act: str, broadcast: Broadcast, detail: str | None = None) -> None:
        """Leave an act in the audit trail."""
        subject = f"broadcast:{broadcast.id}"
        audit.note(self.session, actor=self.member.actor, act=act, subject=subject, now=self.now, detail=detail)

    def say(self, name: str, lines: Iterable[Line] = (), **facts: Any) -> None:
        """Say `utter_staff_<name>`, with further lines."""
        self.letters.append(Letter(self.chat, self.words(name, lines, **facts)))

    def ask(self, name: str, options: Sequence[Option], lines: Iterable[Line] = (), **facts: Any) -> None:
        """Say it with buttons below: those of the draft at its present step."""
        buttons = tuple(Button(option.label, self.token(option.name)) for option in options)
        self.letters.append(Letter(self.chat, self.words(name, lines, **facts), buttons))

    def words(self, name: str, lines: Iterable[Line] = (), **facts: Any) -> Marked:
        """`utter_staff_<name>` in her language."""
        return speech.words(self.language, name, lines, **facts)

    def label(self, name: str, **facts: Any) -> str:
        """`utter_label_<name>` in her language."""
        return speech.label(self.language, name, **facts)

    def option(self, name: str, label: str = "", **facts: Any) -> Option:
        """A choice with the label `utter_label_staff_<name>`, or another one."""
        return Option(name, self.label(label or f"staff_{name}", **facts))

    def token(self, name: str) -> str:
        """What the button of a choice carries: it fits this member, this draft and this step of it, and says nothing."""
        draft = self.work
        bound = f"{self.member.id} {draft.id} {draft.created_at.isoformat()} {draft.step} {name}"
        return PRESSED + urlsafe_b64encode(hashlib.sha256(bound.encode()).digest()[:BYTES]).decode()

    def counted(self, people: Mapping[str, int]) -> str:
        """ "Tamil 22 · English 7"."""
        return " · ".join(f"{self.label(f'language_{language}')} {count}" for language, count in people.items())
