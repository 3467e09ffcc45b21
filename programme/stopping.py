"""STOP and START: nothing but replies from now on, and back again; and what one may choose in between."""

from __future__ import annotations

from datetime import datetime

from programme import consents
from programme.people import Person


def stop(person: Person, now: datetime) -> None:
    """Nothing is sent unasked any more, at once; word of changed workshops included."""
    consents.withdraw(person, consents.UNASKED, now)
    person.stopped_at = person.stopped_at or now


def start(person: Person, purposes: tuple[str, ...], *, text_hash: str, now: datetime) -> None:
    """Let the person be written to again about `purposes`, and about changes to what she booked. Not about the rest."""
    person.stopped_at = None
    consents.withdraw(person, tuple(purpose for purpose in consents.UNASKED if purpose not in purposes), now)
    for purpose in purposes:
        if not consents.in_force(person, purpose):
            consents.record(person, purpose, given=True, text_hash=text_hash, now=now)


def wanted_before(person: Person) -> tuple[str, ...]:
    """What the person had agreed to when she said STOP; reminders at least."""
    before = [consent.purpose for consent in person.consents
              if consent.purpose in consents.UNASKED and consent.withdrawn_at == person.stopped_at]  # fmt: skip
    return tuple(dict.fromkeys((consents.REMINDERS, *before)))
