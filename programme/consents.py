"""Consent: asked before anything personal is written, versioned, separate for each purpose, withdrawn in one step.

Digital Personal Data Protection Act 2023, sections 5, 6 and 8; fields of a consent record after its section 6(10).
"""

from __future__ import annotations

from datetime import datetime

from programme.people import Consent, Person

NOTICE_VERSION = "2026-11"

REGISTRATION = "registration"
REMINDERS = "reminders"
NEWS = "news"
PROMOTIONS = "promotions"
UNASKED = (REMINDERS, NEWS, PROMOTIONS)
"""What one agrees to when we are to write without being asked."""
PURPOSES = (REGISTRATION, *UNASKED)


def in_force(person: Person, purpose: str) -> bool:
    """Whether `person`'s last answer to `purpose` is a yes that was not withdrawn."""
    answers = [consent for consent in person.consents if consent.purpose == purpose]
    return bool(answers) and answers[-1].is_in_force()


def record(person: Person, purpose: str, *, given: bool, text_hash: str, now: datetime) -> Consent:
    """Write down the answer to one purpose; a no ends an earlier yes. `text_hash`: SHA-256 of the notice shown, hex."""
    if not given:
        withdraw(person, (purpose,), now)
    consent = Consent(
        purpose=purpose,
        given=given,
        version=NOTICE_VERSION,
        language=person.language or "en",
        text_hash=text_hash,
        adult=given and purpose == REGISTRATION,
        at=now,
    )
    person.consents.append(consent)
    return consent


def withdraw(person: Person, purposes: tuple[str, ...], now: datetime) -> int:
    """Withdraw what is in force of `purposes`; returns how many consents that ended."""
    ended = [consent for consent in person.consents if consent.purpose in purposes and consent.is_in_force()]
    for consent in ended:
        consent.withdrawn_at = now
    return len(ended)
