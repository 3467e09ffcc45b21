"""The interview under way: which question stands, what was answered, what was heard before it was asked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm.attributes import flag_modified

from programme.businesses import DRAFT, Business, registered_of
from programme.messages import Message
from programme.people import Person
from programme.registration.steps import ORDER
from programme.store import Base, UtcTime

REGISTER = "register"
CHANGE = "change"

KINDS = {"name": "field:business_name", "cancel": "cancel_form"}
"""Questions that the contract calls by another name than the interview."""
ANSWERS_OF_A_BUSINESS = tuple(step for step in ORDER if step not in ("owner_name", "phone"))


class Interview(Base):
    """One person's open interview. `aside` is a question about the interview itself, asked over the `step` below it."""

    __tablename__ = "interviews"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    business_id: Mapped[int] = mapped_column(ForeignKey("businesses.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(10), default=REGISTER)
    step: Mapped[str] = mapped_column(String(20))
    aside: Mapped[str | None] = mapped_column(String(20))
    answered: Mapped[list[str]] = mapped_column(JSON, default=list)
    heard: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    options: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    updated_at: Mapped[datetime] = mapped_column(UtcTime)

    @property
    def question(self) -> str:
        """The name of the question that stands."""
        return self.aside or self.step

    @property
    def asks(self) -> str:
        """The kind of the question that stands, by its name in the contract's `asked`."""
        if self.options and self.aside is None:
            return "list" if len(self.options) > 1 else "place_offered"
        if self.question == "state" and (self.heard.get("state") or self.heard.get("district")):
            return "place_offered"
        return KINDS.get(self.question, f"field:{self.question}" if self.question in ORDER else self.question)

    def ask(self, step: str) -> None:
        """Let `step` be the question that stands."""
        self.step, self.aside, self.options = step, None, []

    def mark_answered(self, *steps: str) -> None:
        self.answered = [*self.answered, *(step for step in steps if step not in self.answered)]

    def ask_again(self, *steps: str) -> None:
        """Let `steps` be asked when their turn comes, whatever was answered before."""
        self.answered = [step for step in self.answered if step not in steps]

    def forget_heard(self, *names: str) -> None:
        for name in names:
            self.heard.pop(name, None)
        flag_modified(self, "heard")

    def next_unanswered(self) -> str:
        """The first question not yet answered, or `summary` when there is none."""
        return next((step for step in ORDER if step not in self.answered), "summary")

    def step_before(self) -> str:
        """The question answered before the one that stands; the first stays the first."""
        here = ORDER.index(self.step) if self.step in ORDER else len(ORDER)
        earlier = [step for step in ORDER[:here] if step in self.answered and step != "sector"]
        return earlier[-1] if earlier else ORDER[0]


async def open_of(session: AsyncSession, person: Person) -> tuple[Interview, Business] | None:
    """The person's open interview and the business it is about, or None."""
    interview = await session.get(Interview, person.id)
    if interview is None:
        return None
    business = await session.get_one(Business, interview.business_id)
    return interview, business


async def begin_registration(
    session: AsyncSession, person: Person, heard: dict[str, str], now: datetime
) -> tuple[Interview, Business]:
    """Open an interview on a new draft. What the person's account already holds is not asked again."""
    business = Business(person_id=person.id, status=DRAFT, created_at=now, updated_at=now)
    session.add(business)
    await session.flush()
    interview = Interview(
        person_id=person.id, business_id=business.id, purpose=REGISTER, step="", answered=_known_of(person), heard=heard,
        options=[], updated_at=now,
    )  # fmt: skip
    interview.step = interview.next_unanswered()
    session.add(interview)
    await session.flush()
    return interview, business


def _known_of(person: Person) -> list[str]:
    return [step for step, value in (("owner_name", person.name), ("phone", person.phone)) if value]


async def begin_change(
    session: AsyncSession, person: Person, business: Business, step: str | None, now: datetime
) -> Interview:
    """Open an interview on a registered business to change one answer; without `step` it asks which."""
    interview = Interview(
        person_id=person.id, business_id=business.id, purpose=CHANGE, step=step or "summary",
        aside=None if step else "change", answered=list(ORDER), heard={}, options=[], updated_at=now,
    )  # fmt: skip
    session.add(interview)
    await session.flush()
    return interview


async def close(session: AsyncSession, interview: Interview) -> None:
    """End the interview; the business it was about stays as it is."""
    await session.delete(interview)
    await session.flush()


async def start_over(session: AsyncSession, interview: Interview, business: Business, person: Person) -> None:
    """Empty the draft and ask again from the first question; what registered businesses need stays."""
    for name in ANSWERS_OF_A_BUSINESS:
        setattr(business, name, None)
    await _forget_owner(session, person)
    interview.answered, interview.heard = _known_of(person), {}
    interview.ask(interview.next_unanswered())


async def discard(session: AsyncSession, interview: Interview, business: Business, person: Person) -> None:
    """End the interview and keep nothing of an unfinished registration, nor what was said since it began.

    What registered businesses need stays.
    """
    await session.delete(interview)
    await session.flush()
    if business.status == DRAFT:
        said_since = (Message.person_id == person.id, Message.at >= business.created_at)
        await session.execute(delete(Message).where(*said_since))
        await session.delete(business)
        await session.flush()
    await _forget_owner(session, person)


async def _forget_owner(session: AsyncSession, person: Person) -> None:
    if not await registered_of(session, person):
        person.name = person.phone = None
        person.phone_verified = False
