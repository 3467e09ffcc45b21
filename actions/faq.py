"""Questions about the programme, papers, selling and money, answered from the sourced answers in `programme/faq`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rasa_sdk.events import SlotSet

from actions.telling import Told
from actions.turn import Choice, Event, Turn, TurnAction, choice
from programme.businesses import Business, draft_of
from programme.faq import FOR_ME, MY_STATE, SHORT, Answer, Circumstances, answer_to, next_part
from programme.messages import NOT_HELPFUL, Feedback, ask_staff
from programme.registration.places import place_in

ASKED_MOST = ("programme_about", "programme_cost", "udyam_how", "gst_required", "sell_online_how", "loan_mudra")
MOST_RELATED = 2


def questions_menu() -> list[Choice]:
    """The questions that are asked most, by their titles."""
    return [_question(topic) for topic in ASKED_MOST]


def _question(topic: str) -> Choice:
    return choice("faq_title", "faq", facts={"faq_topic_title": topic}, faq_topic=topic)


async def circumstances_of(turn: Turn) -> Circumstances:
    """What the person said of her business: in this message, in her registration, or in the one she has begun."""
    businesses = await turn.businesses()
    business = businesses[-1] if businesses else await draft_of(turn.session, turn.person)
    heard = turn.slot("heard") or {}
    named = place_in(turn.text) or {}
    states = [named.get("state"), business and business.state, heard.get("state")]
    return Circumstances(state=next((state for state in states if state), None), **_of_business(business))


def _of_business(business: Business | None) -> dict[str, Any]:
    """A number that is not there may only not have been told, so its absence is no answer."""
    if business is None:
        return {}
    return {
        "sector": business.sector, "turnover": business.turnover, "woman_owned": business.woman_owned,
        "sells_online": business.sells_online, "has_gstin": True if business.gstin else None,
        "has_udyam": True if business.udyam else None,
    }  # fmt: skip


def choices_under(topic: str, part: str = SHORT, who: Circumstances | None = None) -> list[Choice]:
    """The buttons under one part of an answer: the other parts, two related questions, and whether it helped."""
    answer, who = answer_to(topic), who or Circumstances()
    others = [_part(topic, other, who) for other in answer.parts_for(who) if other != part]
    return [*others, *(_question(related) for related in answer.related[:MOST_RELATED]), *_helped(topic)]


def _part(topic: str, part: str, who: Circumstances) -> Choice:
    facts = {"state": who.state} if part == MY_STATE else {}
    return choice(f"part_{part}", "faq", facts=facts, faq_topic=topic, faq_part=part)


class ActionAnswerFaq(TurnAction):
    """One part of an answer with its date, and buttons for the others; never the same words twice running."""

    def name(self) -> str:
        return "action_answer_faq"

    async def act(self, turn: Turn) -> list[Event] | None:
        answer = answer_to(str(turn.entity("faq_topic") or turn.intent_name.removeprefix("faq/")))
        wanted, who = turn.entity("faq_part"), await circumstances_of(turn)
        told = Told.kept(turn.slot("faq_told"), turn.now)
        if wanted not in (None, FOR_ME, *answer.parts_for(who)):
            _say_who_knows(turn, answer, "faq_not_known", who)
            return None
        part = next_part(answer, wanted, told.of(answer.topic), who)
        if part is None:
            _say_who_knows(turn, answer, "faq_all_said", who)
            return [SlotSet("faq_told", told.without(answer.topic))]
        if part != (wanted or SHORT) and told.of(answer.topic) and wanted != FOR_ME:
            turn.say("faq_other_words")
        _say(turn, answer, part, who)
        return [SlotSet("faq_told", told.and_also(answer.topic, part))]


def _say(turn: Turn, answer: Answer, part: str, who: Circumstances) -> None:
    choices = [] if turn.tracker.active_loop_name else choices_under(answer.topic, part, who)
    turn.say(
        f"faq/{answer.topic}",
        asks="helped" if choices else None,
        choices=choices,
        faq_answer=answer.topic,
        faq_part=part,
        circumstances=asdict(who),
    )


def _say_who_knows(turn: Turn, answer: Answer, how: str, who: Circumstances) -> None:
    """Say honestly that there are no (more) checked facts, which official place knows, and the way to a person."""
    in_form = turn.tracker.active_loop_name is not None
    choices = [] if in_form else [choice("person", "talk_to_human"), *choices_under(answer.topic, who=who)]
    turn.say(how if answer.official else f"{how}_organiser", official=answer.official, choices=choices)


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
