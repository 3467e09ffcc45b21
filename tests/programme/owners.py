"""Owners who talk to the programme: each thing they say is one transaction, and what is asked is read back anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import consents, people
from programme.businesses import Business, registered_of
from programme.identifiers.gstin import check_character
from programme.messages import Message
from programme.people import Person
from programme.registration import interviews
from programme.registration.answers import Heard
from programme.registration.interviews import Interview
from programme.registration.outcomes import Outcome
from programme.registration.steps import ORDER
from programme.registration.taking import Said, take
from programme.store import Sessions

NOTICE = "0" * 64

ANSWERS: Mapping[str, str] = {
    "owner_name": "Asha Patel",
    "name": "Asha Pickles & Papad",
    "state": "Madhya Pradesh",
    "district": "Indore",
    "products": "mango pickle",
    "sector": "=food",
    "turnover": "12 lakh",
    "investment": "3 lakh",
    "phone": "98930 12345",
    "udyam": "=skip",
    "gstin": "=skip",
    "woman_owned": "yes",
    "sells_online": "no",
}
"""What an owner of a pickle unit in Indore answers; `=` before what she taps."""


def udyam(serial: int, letters: str = "MP") -> str:
    """A well-formed Udyam number."""
    return f"UDYAM-{letters}-23-{serial:07d}"


def gstin(serial: int, code: str = "23") -> str:
    """A GSTIN with the right check character, of Madhya Pradesh where `code` says nothing else."""
    number = f"{code}ABCDE{serial:04d}F1Z"
    return number + check_character(number)


class Owner:
    """One person and her interview. `outcome` is what came of the last thing she said."""

    def __init__(self, sessions: Sessions, now: Callable[[], datetime], key: str) -> None:
        self.key = key
        self.outcome: Outcome | None = None
        self._sessions = sessions
        self._now = now

    async def agrees(self) -> Owner:
        """She comes for the first time and consents to being registered."""
        async with self._sessions.begin() as session:
            person = await people.meet(session, self.key, self._now())
            people.speak(person, "hi", chosen=False)
            consents.record(person, consents.REGISTRATION, given=True, text_hash=NOTICE, now=self._now())
        return self

    async def begins(self, **heard: str) -> Owner:
        """A registration opens; `heard` is what her first message told."""
        async with self._sessions.begin() as session:
            person = await people.meet(session, self.key, self._now())
            await interviews.begin_registration(session, person, heard, self._now())
        return self

    async def wants_to_change(self, step: str | None = None) -> None:
        """A change of her newest business opens."""
        async with self._sessions.begin() as session:
            person = await people.meet(session, self.key, self._now())
            business = (await registered_of(session, person))[-1]
            await interviews.begin_change(session, person, business, step, self._now())

    async def says(self, text: str, *, wants_change: bool = False, field: str | None = None, **how: Any) -> Outcome:
        """She types `text`; `how` is how it was heard (the fields of `Heard`)."""
        return await self.means(Said(Heard(text, **how), wants_change=wants_change, field=field))

    async def taps(self, value: str, label: str = "a button") -> Outcome:
        """She presses a button with `value`."""
        return await self.means(Said(Heard(label, value=value)))

    async def means(self, said: Said) -> Outcome:
        async with self._sessions.begin() as session:
            self.outcome = await take(session, *await self._opened(session), said, self._now())
            return self.outcome

    async def answers(self, *steps: str, **instead: str) -> Outcome:
        """She answers the questions `steps` in turn, as in `ANSWERS` or `instead`; all in one transaction, for speed."""
        async with self._sessions.begin() as session:
            for step in steps:
                opened = await self._opened(session)
                assert opened[0].question == step, f"asked {opened[0].question}, not {step}; {self.outcome}"
                answer = {**ANSWERS, **instead}[step]
                heard = Heard("a button", value=answer[1:]) if answer.startswith("=") else Heard(answer)
                self.outcome = await take(session, *opened, Said(heard), self._now())
                assert self.outcome.kind == "moved", f"{step} {answer!r}: {self.outcome}"
        assert self.outcome is not None
        return self.outcome

    async def comes_to(self, step: str, **instead: str) -> Owner:
        """She consents, begins, and has answered all questions before `step`."""
        await (await self.agrees()).begins()
        before = ORDER[: ORDER.index(step)] if step in ORDER else ORDER
        if before:
            await self.answers(*before, **instead)
        assert await self.question() == step
        return self

    async def stands_at(self, step: str, **columns: Any) -> Owner:
        """As `comes_to`, the short way: the question stands, and of the business only `columns` are known."""
        await (await self.agrees()).begins()
        async with self._sessions.begin() as session:
            interview, business, _person = await self._opened(session)
            interview.mark_answered(*ORDER[: ORDER.index(step)])
            interview.ask(step)
            for name, value in columns.items():
                setattr(business, name, value)
        return self

    async def registers(self, **instead: str) -> Owner:
        """She goes through the whole interview and says that all is correct."""
        await self.comes_to("summary", **instead)
        assert (await self.taps("correct")).kind == "registered"
        return self

    async def is_asked_aside(self, aside: str) -> None:
        """The doorway asks something about the interview itself: go on or start over, stop, another business."""
        async with self._sessions.begin() as session:
            (await self._opened(session))[0].aside = aside

    async def is_heard(self, text: str) -> None:
        """The doorway keeps what she said."""
        async with self._sessions.begin() as session:
            person = await people.meet(session, self.key, self._now())
            session.add(Message(person_id=person.id, at=self._now(), direction="in", text=text))

    async def question(self) -> str | None:
        """The question that stands by what was committed, or None where no interview is open."""
        async with self._sessions() as session:
            opened = await interviews.open_of(session, await _known(session, self.key))
            return opened[0].question if opened else None

    async def kept(self) -> dict[str, Any]:
        """What is written down of her open interview, or else of her newest business, by the names of the questions."""
        async with self._sessions() as session:
            person = await _known(session, self.key)
            opened = await interviews.open_of(session, person)
            business = opened[1] if opened else (await registered_of(session, person))[-1]
            return values_kept(person, business)

    async def businesses(self) -> list[Business]:
        """Every business of hers, drafts too, oldest first."""
        async with self._sessions() as session:
            person = await _known(session, self.key)
            query = select(Business).where(Business.person_id == person.id).order_by(Business.id)
            return list(await session.scalars(query))

    async def person(self) -> Person:
        async with self._sessions() as session:
            return await _known(session, self.key)

    async def _opened(self, session: AsyncSession) -> tuple[Interview, Business, Person]:
        person = await _known(session, self.key)
        opened = await interviews.open_of(session, person)
        assert opened is not None, "no interview is open"
        return *opened, person


async def _known(session: AsyncSession, key: str) -> Person:
    person = await people.find(session, key)
    assert person is not None
    return person


def values_kept(person: Person, business: Business) -> dict[str, Any]:
    """Every answer by the name of its question, as kept (None where there is none)."""
    of_hers = {"owner_name": person.name, "phone": person.phone}
    return {step: of_hers[step] if step in of_hers else getattr(business, step) for step in ORDER}
