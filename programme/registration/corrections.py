"""Corrections made in passing: "not Indore, Ujjain", "wrong phone", "back"."""

from __future__ import annotations

from dataclasses import dataclass

from programme.businesses import Business
from programme.registration.interviews import Interview
from programme.registration.places import Place, place_in, without_place
from programme.registration.words import BACK, NEGATING, field_complained_of, is_one_of, words_of

SHORT = 4


@dataclass(frozen=True)
class Correction:
    """What is to be asked again (`step`), or the place that replaces the one kept."""

    step: str | None = None
    place: Place | None = None


def correction_in(text: str, interview: Interview, business: Business) -> Correction | None:
    """The correction that `text` makes to an answer given before, or None."""
    if is_one_of(text, BACK):
        return Correction(step=interview.step_before())
    place = _other_place(text, business)
    if place is not None and "district" in interview.answered:
        return Correction(place=place)
    field = field_complained_of(text)
    return Correction(step=field) if field in interview.answered else None  # what was not asked yet cannot be wrong


def _other_place(text: str, business: Business) -> Place | None:
    """A place that contradicts the one kept: with a word of negation, and short or naming the old one too."""
    words = words_of(text)
    if not NEGATING.intersection(words):
        return None
    place = place_in(_without_negated(text, business))
    if place is None or "district" not in place or place["district"] == business.district:
        return None
    return place if len(words) <= SHORT or _names_old(text, business) else None


def _names_old(text: str, business: Business) -> bool:
    return _without_negated(text, business) != text


def _without_negated(text: str, business: Business) -> str:
    """`text` without the mention of the district kept, so that only the new one is left to find."""
    return without_place(text, business.district) if business.district else text
