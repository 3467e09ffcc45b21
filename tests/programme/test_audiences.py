"""Whom a broadcast is for: the database picks exactly those that one picks by hand, on both databases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from programme import audiences, consents
from programme.audiences import CATEGORIES, CONSENT_FOR, NEWS, Audience
from programme.businesses import CRORE, DRAFT, REGISTERED, SIZE_LIMITS, Business, size_of
from programme.outbox import UnreachableChat
from programme.people import Person
from programme.store import Sessions
from programme.workshops import Enrolment
from tests.conftest import Clock
from tests.jobs.office import newcomer
from tests.programme.conftest import Holding

LANGUAGES = ("en", "hi", "ta", None)
PLACES = (("IN-MP", "Indore"), ("IN-MP", "Bhopal"), ("IN-TN", "Madurai"))
STANDINGS = ("booked", "waitlisted", "offered", "cancelled", "attended", "missed")
AMOUNTS = st.sampled_from(
    (None, 0, *(limit + more for _name, *both in SIZE_LIMITS for limit in both for more in (0, 1)), 900 * CRORE)
)


@dataclass(frozen=True)
class Known:
    """What is written of one person."""

    purposes: tuple[str, ...]
    taken_back: tuple[str, ...]
    language: str | None
    business: tuple[str, tuple[str, str], str, int | None, int | None, bool] | None
    standing: str | None
    days: int
    stopped: bool
    gone: bool
    on_telegram: bool


KNOWN = st.builds(
    Known, st.lists(st.sampled_from(consents.PURPOSES), max_size=4, unique=True).map(tuple),
    st.lists(st.sampled_from(consents.PURPOSES), max_size=1).map(tuple), st.sampled_from(LANGUAGES),
    st.none() | st.tuples(
        st.sampled_from((DRAFT, REGISTERED)), st.sampled_from(PLACES), st.sampled_from(("food", "textiles")),
        AMOUNTS, AMOUNTS, st.booleans(),
    ),
    st.none() | st.sampled_from(STANDINGS), st.integers(0, 20), st.booleans(), st.booleans(), st.sampled_from((True, True, False)),
)  # fmt: skip
ASKED = st.fixed_dictionaries({}, optional={
    "state": st.sampled_from(("IN-MP", "IN-TN")), "district": st.sampled_from(("Indore", "Madurai")),
    "languages": st.sampled_from((("en",), ("hi", "ta"))), "sectors": st.just(("food",)),
    "sizes": st.sampled_from((("micro",), ("small", "medium"), ("large", "unknown"))), "woman_owned": st.booleans(),
    "registered": st.booleans(), "standing": st.sampled_from((("booked",), ("attended", "missed"))),
    "seen_within_days": st.sampled_from((0, 7)),
})  # fmt: skip


def _fits_business(one: Known, audience: Audience) -> bool:
    status, (state, district), sector, investment, turnover, woman = one.business or (
        None,
        ("", ""),
        "",
        None,
        None,
        None,
    )
    asked = {
        "state": audience.state in (None, state), "district": audience.district in (None, district),
        "sectors": not audience.sectors or sector in audience.sectors,
        "sizes": not audience.sizes or size_of(investment, turnover) in audience.sizes,
        "woman_owned": audience.woman_owned in (None, woman),
    }  # fmt: skip
    of_business = any(getattr(audience, name) not in (None, ()) for name in asked)
    if audience.registered is not None and audience.registered != (status == REGISTERED):
        return False
    return not of_business or (one.business is not None and all(asked.values()))


def by_hand(one: Known, audience: Audience, category: str) -> bool:
    """The rules told once more."""
    agreed = set(one.purposes) - set(one.taken_back)
    wanted = {consents.REGISTRATION, CONSENT_FOR[category] or consents.REGISTRATION}
    return (
        wanted <= agreed
        and not one.stopped
        and (not audience.languages or (one.language or "en") in audience.languages)
        and (audience.seen_within_days is None or one.days <= audience.seen_within_days)
        and (audience.workshop is None or one.standing in (audience.standing or ("booked", "waitlisted", "offered")))
        and _fits_business(one, audience)
    )


async def write_down(sessions: Sessions, clock: Clock, known: list[Known], workshop: int) -> list[Person]:
    people = []
    async with sessions.begin() as session:
        for table in ("enrolments", "businesses", "consents", "people", "unreachable_chats"):
            await session.execute(text(f"DELETE FROM {table}"))
        for one in known:
            person = newcomer(clock, *one.purposes, language=one.language)
            person.consents = list(person.consents[1:])
            consents.withdraw(person, one.taken_back, clock())
            person.seen_at = clock() - timedelta(days=one.days)
            person.stopped_at = clock() if one.stopped else None
            person.channel = "telegram" if one.on_telegram else "terminal"
            people.append(person)
            session.add(person)
            await session.flush()
            session.add_all(_rows_of(person, one, clock, workshop))
    return people


def _rows_of(person: Person, one: Known, clock: Clock, workshop: int) -> list[Any]:
    rows: list[Any] = []
    stamps = {"created_at": clock(), "updated_at": clock()}
    if one.business:
        status, (state, district), sector, investment, turnover, woman = one.business
        rows.append(Business(
            person_id=person.id, status=status, state=state, district=district, sector=sector, investment=investment,
            turnover=turnover, woman_owned=woman, **stamps,
        ))  # fmt: skip
    if one.standing:
        rows.append(
            Enrolment(
                person_id=person.id, workshop_id=workshop, status=one.standing, queued_at=clock(), updated_at=clock()
            )
        )
    if one.gone:
        rows.append(UnreachableChat(chat=person.address, since=clock()))
    return rows


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(known=st.lists(KNOWN, max_size=8), asked=ASKED, category=st.sampled_from(CATEGORIES))
async def test_the_database_picks_whom_one_would_pick_by_hand(
    sessions: Sessions, clock: Clock, hold_workshop: Holding, known: list[Known], asked: dict[str, Any], category: str
) -> None:
    workshop = await hold_workshop()
    audience = Audience(workshop=workshop if "standing" in asked else None, **asked)
    people = await write_down(sessions, clock, known, workshop)
    picked = {person.id for person, one in zip(people, known, strict=True) if by_hand(one, audience, category)}
    away = {person.id for person, one in zip(people, known, strict=True) if one.gone or not one.on_telegram}
    async with sessions() as session:
        found = await session.execute(audiences.recipients(audience, category, clock()))
        assert {row.id for row in found} == picked
        found = await session.execute(audiences.unreachable(audience, category, clock()))
        assert {row.id for row in found} == picked & away


@given(asked=ASKED)
def test_an_audience_is_the_same_after_it_was_kept(asked: dict[str, Any]) -> None:
    assert Audience.from_json(Audience(**asked).as_json()) == Audience(**asked)


async def test_a_test_to_oneself_asks_for_no_consent_and_reaches_nobody_else(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        asha, ravi = newcomer(clock), newcomer(clock, consents.NEWS)
        asha.consents = []
        session.add_all((asha, ravi))
    async with sessions() as session:
        found = await session.execute(audiences.recipients(Audience(only=asha.key), NEWS, clock()))
        assert [row.id for row in found] == [asha.id]
