"""Which topic and part answers what is asked about a subject: "how much?" after the papers for Udyam is what Udyam costs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from programme.faq.answers import FOR_ME, SHORT, Answer

PART_OF = MappingProxyType({
    "cost": "cost", "papers": "papers", "length": "how_long", "how": "where_how", "where": "where_how",
    "who": "who_may", "must": "who_may", "what_if": "what_if",
})  # fmt: skip
"""Aspect as `nlu.aspects` names it → the part that answers it."""

ASPECTS = (*PART_OF, "benefit", "language", "certificate", "for_me", "more")

_SUBJECTS: Mapping[str, Mapping[str, str]] = {
    "programme": {
        "cost": "programme_cost", "who": "programme_eligibility", "must": "programme_eligibility",
        "benefit": "programme_benefits", "how": "programme_about/where_how", "length": "programme_curriculum/how_long",
        "language": "programme_language", "certificate": "programme_certificate", "where": "programme_institutes",
        "papers": "programme_eligibility/papers", "what_if": "programme_cost/what_if",
    },
    "udyam": {
        "cost": "udyam_cost", "papers": "udyam_documents", "how": "udyam_how", "where": "udyam_how",
        "length": "udyam_how/how_long", "who": "udyam_about/who_may", "benefit": "udyam_about", "must": "udyam_about",
        "what_if": "udyam_how/what_if", "certificate": "udyam_how",
    },
    "gst": {
        "cost": "gst_how/cost", "papers": "gst_how/papers", "how": "gst_how", "where": "gst_how",
        "length": "gst_how/how_long", "must": "gst_required", "who": "gst_required/who_may",
        "what_if": "gst_required/what_if",
    },
    "sell_online": {
        "cost": "sell_online_charges", "papers": "sell_online_documents", "how": "sell_online_how",
        "where": "sell_online_how/where_how", "who": "sell_online_how/who_may",
        "length": "sell_online_charges/how_long", "what_if": "sell_online_shipping/what_if",
    },
    "export": {
        "cost": "export_iec/cost", "papers": "export_iec/papers", "how": "export_how", "where": "export_how/where_how",
        "length": "export_iec/how_long", "who": "export_how/who_may", "must": "export_iec",
    },
    "loan_mudra": {"who": "loan_mudra/who_may", "length": "loan_working_capital/how_long",
                   "papers": "loan_working_capital/papers"},
    "loan_collateral_free": {"papers": "loan_working_capital/papers", "length": "loan_working_capital/how_long"},
    "quality": {"cost": "quality_zed/cost", "certificate": "quality_zed", "benefit": "quality_zed"},
}  # fmt: skip
"""Subject → aspect → "topic" or "topic/part" where the topic asked about has no part for it itself."""


def part_for(answer: Answer, aspect: str) -> tuple[str, str] | None:
    """The topic and part that answer `aspect` asked after `answer`, None where no answer has facts on it."""
    if aspect in ("for_me", "more"):
        return answer.topic, FOR_ME if aspect == "for_me" else SHORT
    if PART_OF.get(aspect) in answer.parts:
        return answer.topic, PART_OF[aspect]
    there = _SUBJECTS.get(answer.subject, {}).get(aspect)
    if there is None:
        return (answer.topic, SHORT) if aspect == "benefit" else None
    topic, _, part = there.partition("/")
    return topic, part or SHORT
