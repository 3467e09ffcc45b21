"""Questions about the programme, papers, selling and money, answered from the sourced answers in `programme/faq`."""

from __future__ import annotations

from actions.turn import Choice, Event, Turn, TurnAction, choice
from programme.businesses import draft_of
from programme.faq import answer_to
from programme.messages import NOT_HELPFUL, Feedback, ask_staff
from programme.registration.places import place_in

ASKED_MOST = ("programme_about", "programme_cost", "udyam_how", "gst_required", "sell_online_how", "loan_mudra")


def questions_menu() -> list[Choice]:
    """The questions that are asked most, by their titles."""
    return [_question(topic) for topic in ASKED_MOST]


def _question(topic: str) -> Choice:
    return choice("faq_title", "faq", facts={"faq_topic_title": topic}, faq_topic=topic)


async def state_of_person(turn: Turn) -> str | None:
    """The state where the person's business is: just named, registered, or in the draft."""
    businesses = await turn.businesses()
    draft = await draft_of(turn.session, turn.person)
    heard = turn.slot("heard") or {}
    named = place_in(turn.text) or {}
    known = [
        named.get("state"),
        *(business.state for business in businesses),
        draft and draft.state,
        heard.get("state"),
    ]
    return next((state for state in known if state), None)


class ActionAnswerFaq(TurnAction):
    """The answer, its date, two or three related questions, and whether it helped."""

    def name(self) -> str:
        return "action_answer_faq"

    async def act(self, turn: Turn) -> list[Event] | None:
        topic = str(turn.entity("faq_topic") or turn.intent_name.removeprefix("faq/"))
        answer = answer_to(topic)
        in_form = turn.tracker.active_loop_name is not None
        choices = [] if in_form else [*(_question(related) for related in answer.related), *_helped(topic)]
        asks = None if in_form else "helped"
        turn.say(f"faq/{topic}", asks=asks, faq_answer=topic, person_state=await state_of_person(turn), choices=choices)
        return None


def _helped(topic: str) -> list[Choice]:
    return [
        choice("helped_yes", "helped", act="yes", faq_topic=topic, value="yes"),
        choice("helped_no", "helped", act="no", faq_topic=topic, value="no"),
    ]


class ActionTakeFeedback(TurnAction):
    """Whether an answer helped; a no is put before staff."""

    def name(self) -> str:
        return "action_take_feedback"

    async def act(self, turn: Turn) -> list[Event] | None:
        topic, helped = str(turn.entity("faq_topic")), turn.entity("value") == "yes"
        turn.session.add(Feedback(at=turn.now, topic=topic, language=turn.language, helped=helped))
        if helped:
            turn.say("feedback_yes")
            return None
        person_id = turn.person.id if turn.consented() else None
        ask_staff(
            turn.session, person_id=person_id, kind=NOT_HELPFUL, text=topic, language=turn.language, now=turn.now,
            intent=f"faq/{topic}",
        )  # fmt: skip
        turn.say("feedback_no", choices=[choice("person", "talk_to_human")])
        return None
