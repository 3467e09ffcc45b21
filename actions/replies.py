"""Replies to a question that stands which no button says: coming, later, none of these, or not clear enough."""

from __future__ import annotations

from actions.turn import Event, Turn, TurnAction, choice
from actions.workshops import workshop_pressed
from programme import enrolments
from programme.workshops import Workshop, facts_of

PASSED_OVER = ("no", "none", "later", "stop")
SAID = {
    ("attendance", "later"): "attendance_open",
    ("attendance", "none"): "attendance_open",
    ("did_you_mean", "no"): "say_it_otherwise",
    ("did_you_mean", "none"): "say_it_otherwise",
    **{("rating", act): "rate_skipped" for act in PASSED_OVER},
    **{("list", act): "list_none" for act in PASSED_OVER},
}


class ActionTakeReply(TurnAction):
    """Says what such a reply brings; what is not clear enough is asked once more, in other words, with the same buttons."""

    def name(self) -> str:
        return "action_take_reply"

    async def act(self, turn: Turn) -> list[Event] | None:
        asked, act = str(turn.entity("asked")), str(turn.entity("value"))
        workshop = await workshop_pressed(turn)
        if asked == "reminder" and workshop is not None and act in ("yes", "no", "later"):
            _note_coming(turn, workshop, act)
        elif asked == "offer" and workshop is not None and act == "later":
            await self._let_wait(turn, workshop)
        elif (asked, act) in SAID:
            turn.say(SAID[asked, act])
        else:
            turn.say(f"again_{asked}", asks=asked, same_buttons=True)
        return None

    async def _let_wait(self, turn: Turn, workshop: Workshop) -> None:
        mine = await enrolments.active_of(turn.session, turn.person, turn.now)
        until = next((one.offered_until for one, offered in mine if offered.id == workshop.id), None)
        if until is None:
            turn.say("offer_gone")
            return
        turn.say(
            "offer_waits", asks="offer", same_buttons=True, until_date=until.isoformat(), until_time=until.isoformat()
        )


def _note_coming(turn: Turn, workshop: Workshop, act: str) -> None:
    if act == "yes":
        turn.say("coming_noted", **facts_of(workshop, turn.language))
    else:
        cannot = choice("cannot_come", "cancel_enrolment", act="no", workshop=workshop.id)
        turn.say("coming_unsure", asks="reminder", choices=[cannot])
