"""Audiences: whom a broadcast is for, as staff say it, and as a question to the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from programme import consents
from programme.businesses import REGISTERED, SIZE_LIMITS, Business
from programme.channels import LIKE_TELEGRAM
from programme.outbox import UnreachableChat
from programme.people import Consent, Person, split_key
from programme.workshops import Enrolment

SERVICE = "service"
REMINDER = "reminder"
NEWS = "news"
PROMOTION = "promotion"
CONSENT_FOR = {
    SERVICE: None, REMINDER: consents.REMINDERS, NEWS: consents.NEWS, PROMOTION: consents.PROMOTIONS,
}  # fmt: skip
"""What must be agreed to, beside being registered; word of changes to what one booked needs no more than that."""
CATEGORIES = tuple(CONSENT_FOR)


@dataclass(frozen=True)
class Audience:
    """Who is meant; what is empty or None does not matter. `standing`: how one stands to `workshop` (enrolment statuses).

    `only` is one conversation's key: a test to oneself, which asks for no consent.
    """

    state: str | None = None
    district: str | None = None
    languages: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    woman_owned: bool | None = None
    registered: bool | None = None
    workshop: int | None = None
    standing: tuple[str, ...] = ()
    seen_within_days: int | None = None
    only: str | None = None

    def as_json(self) -> dict[str, Any]:
        """What is said, by name."""
        return {name: value for name, value in asdict(self).items() if value not in (None, ())}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Audience:
        known = {field.name for field in fields(cls)}
        said: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
        }
        return cls(**{name: value for name, value in said.items() if name in known})


def people_in(audience: Audience, now: datetime) -> Select[Any]:
    """People of the audience, whatever they agreed to and wherever they talk: ids and languages."""
    who: Any = select(Person.id, Person.language)
    chosen: Select[Any] = who.where(Person.erased_at.is_(None))
    if audience.only is not None:
        channel, address = split_key(audience.only)
        return chosen.where(Person.channel == channel, Person.address == address)
    chosen = chosen.where(_agreed_to(consents.REGISTRATION), *_business(audience))
    if audience.languages:
        chosen = chosen.where(func.coalesce(Person.language, "en").in_(audience.languages))
    if audience.workshop is not None:
        chosen = chosen.where(_stands_to(audience))
    if audience.seen_within_days is not None:
        chosen = chosen.where(Person.seen_at >= now - timedelta(days=audience.seen_within_days))
    return chosen


def recipients(audience: Audience, category: str, now: datetime) -> Select[Any]:
    """Of the audience those who agreed to such messages and did not say STOP."""
    if audience.only is not None:
        return people_in(audience, now)
    return people_in(audience, now).where(*_wanting(category))


def _wanting(category: str) -> list[ColumnElement[bool]]:
    consent = CONSENT_FOR[category]
    wanting: list[ColumnElement[bool]] = [Person.stopped_at.is_(None)]
    return wanting if consent is None else [*wanting, _agreed_to(consent)]


def unreachable(audience: Audience, category: str, now: datetime) -> Select[Any]:
    """Of the recipients those who cannot be reached just now: the chat is gone, or they talk where nobody can write."""
    gone = Person.address.in_(select(UnreachableChat.chat))
    return recipients(audience, category, now).where(Person.channel.not_in(LIKE_TELEGRAM) | gone)


def _agreed_to(purpose: str) -> ColumnElement[bool]:
    given = (Consent.person_id == Person.id, Consent.purpose == purpose, Consent.given, Consent.withdrawn_at.is_(None))
    return select(Consent.id).where(*given).exists()


def _stands_to(audience: Audience) -> ColumnElement[bool]:
    standing = select(Enrolment.id).where(
        Enrolment.person_id == Person.id, Enrolment.workshop_id == audience.workshop,
        Enrolment.status.in_(audience.standing or ("booked", "waitlisted", "offered")),
    )  # fmt: skip
    return standing.exists()


def _business(audience: Audience) -> list[ColumnElement[bool]]:
    """One business must fit all that is said of businesses."""
    asked: list[ColumnElement[bool]] = []
    if audience.state:
        asked.append(Business.state == audience.state)
    if audience.district:
        asked.append(Business.district == audience.district)
    if audience.sectors:
        asked.append(Business.sector.in_(audience.sectors))
    if audience.sizes:
        asked.append(_size().in_(audience.sizes))
    if audience.woman_owned is not None:
        asked.append(Business.woman_owned.is_(audience.woman_owned))
    if audience.registered is False:
        return [~_has_business(Business.status == REGISTERED), *([_has_business(*asked)] if asked else [])]
    if audience.registered:
        asked.append(Business.status == REGISTERED)
    return [_has_business(*asked)] if asked else []


def _has_business(*asked: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(Business.id).where(Business.person_id == Person.id, *asked).exists()


def _size() -> ColumnElement[str]:
    """`programme.businesses.size_of` as SQL."""
    within = [
        (and_(Business.investment <= investment, Business.turnover <= turnover), name)
        for name, investment, turnover in SIZE_LIMITS
    ]
    missing = (Business.investment.is_(None) | Business.turnover.is_(None), "unknown")
    return case(missing, *within, else_="large")
