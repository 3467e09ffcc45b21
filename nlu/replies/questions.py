"""The kinds of question the assistant asks, and the acts with which people answer them."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """What a reply does to the question that stands."""

    YES = "yes"
    NO = "no"
    NONE = "none"
    """Has none of what is asked for, or leaves this question out."""
    LATER = "later"
    """Not now, or does not know."""
    CHOICE = "choice"
    VALUE = "value"
    CORRECTION = "correction"
    QUESTION = "question"
    """A question or a wish of its own."""
    STOP = "stop"
    UNCLEAR = "unclear"


COSTLY = frozenset({"consent", "summary", "delete", "give_back", "broadcast"})
"""Where a wrong yes cannot be taken back, or is taken for a permission that nobody gave."""

FIELDS = (
    "owner_name",
    "business_name",
    "state",
    "district",
    "products",
    "sector",
    "turnover",
    "investment",
    "phone",
    "udyam",
    "gstin",
    "woman_owned",
    "sells_online",
)
OF_A_FIELD = "field:"

_FAMILIES = {
    "agree": "consent age summary broadcast another resume helped messages place_offered",
    "end": "delete give_back cancel_form",
    "come": "offer reminder attendance rating",
    "pick": "list did_you_mean change",
    "name": "field:owner_name field:business_name field:products",
    "place": "field:state field:district field:sector",
    "figure": "field:turnover field:investment field:phone field:udyam field:gstin",
    "fact": "field:woman_owned field:sells_online",
}
FAMILY = {kind: family for family, kinds in _FAMILIES.items() for kind in kinds.split()}
"""Kinds of question that are answered alike teach each other."""
KINDS = tuple(FAMILY)


def field_of(asked: str) -> str | None:
    """The field of a business that a question asks for, or None."""
    return asked.removeprefix(OF_A_FIELD) if asked.startswith(OF_A_FIELD) else None
