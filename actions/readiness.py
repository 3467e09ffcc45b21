"""Am I ready to sell, and lessons: what can honestly be said today, from the answers and the registration."""

from __future__ import annotations

from actions.turn import Event, Line, Turn, TurnAction, choice
from programme.businesses import Business

LESSONS = {
    "gst": "gst_required", "packaging": "quality_zed", "quality": "quality_zed", "export": "export_how",
    "finance": "loan_collateral_free", "ecommerce": "sell_online_how", "udyam": "udyam_how",
}  # fmt: skip


class ActionCheckReadiness(TurnAction):
    """What is there and what is missing, as far as the registration tells; the rest is said to be unknown."""

    def name(self) -> str:
        return "action_check_readiness"

    async def act(self, turn: Turn) -> list[Event] | None:
        businesses = await turn.businesses()
        in_form = bool(turn.tracker.active_loop_name)
        more = [] if in_form else [
            choice("faq_title", "faq", facts={"faq_topic_title": topic}, faq_topic=topic)
            for topic in ("sell_online_documents", "export_how")
        ]  # fmt: skip
        for business in businesses:
            turn.say("readiness", business=business.name, lines=_lines(business))
        if not businesses:
            more = [] if in_form else [choice("register", "register_business"), *more]
            turn.say("readiness_unregistered", lines=_lines(None))
        turn.say("readiness_honest", choices=more)
        return None


def _lines(business: Business | None) -> list[Line]:
    lines: list[Line] = [
        (f"{'ready' if business and getattr(business, number) else 'missing'}_{number}", {})
        for number in ("udyam", "gstin")
    ]
    return [*lines, ("needed_bank", {}), ("needed_photos", {}), ("needed_iec", {})]


class ActionStartLesson(TurnAction):
    """There are no lessons yet: the answer that comes nearest, or the workshops."""

    def name(self) -> str:
        return "action_start_lesson"

    async def act(self, turn: Turn) -> list[Event] | None:
        topic = LESSONS.get(str(turn.entity("topic")))
        choices = [] if turn.tracker.active_loop_name else [choice("lesson_workshops", "list_workshops")]
        if topic is None:
            turn.say("lesson", choices=choices)
            return None
        turn.say("lesson_topic")
        turn.say(f"faq/{topic}", faq_answer=topic, person_state=None, choices=choices)
        return None
