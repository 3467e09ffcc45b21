"""My data: show it, hand out a copy, delete it."""

from __future__ import annotations

import json
from datetime import datetime

from rasa_sdk.events import ActiveLoop, SlotSet

from actions.questions import details
from actions.registration import registration_number
from actions.turn import Event, Turn, TurnAction, choice
from programme import erasure
from programme.businesses import draft_of


class ActionCheckRegistration(TurnAction):
    """What is kept, business by business, and what can be done with it."""

    def name(self) -> str:
        return "action_check_registration"

    async def act(self, turn: Turn) -> list[Event] | None:
        businesses = await turn.businesses()
        draft = await draft_of(turn.session, turn.person)
        if not businesses and draft is None:
            turn.say("not_registered", lines=[("nothing_kept", {"channel_name": turn.channel_name})],
                     choices=[] if turn.tracker.active_loop_name else [choice("register", "register_business")])  # fmt: skip
            return None
        for business in businesses:
            turn.say("your_business", registered_date=_day(turn, business.registered_at),
                     registration_number=registration_number(business), lines=details(turn.person, business))  # fmt: skip
        if draft is not None:
            turn.say("draft_open", lines=details(turn.person, draft))
        if not turn.tracker.active_loop_name:
            turn.say("what_to_do_with_details", choices=_what_can_be_done(draft is not None))
        return None


def _day(turn: Turn, moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return moment.astimezone(turn.zone).date().isoformat()


def _what_can_be_done(unfinished: bool) -> list[dict[str, object]]:
    go_on = choice("continue", "register_business") if unfinished else choice("change_details", "update_registration")
    return [go_on, choice("export", "export_my_data"), choice("delete", "delete_my_data")]


class ActionExportMyData(TurnAction):
    """A copy of everything, as a document."""

    def name(self) -> str:
        return "action_export_my_data"

    async def act(self, turn: Turn) -> list[Event] | None:
        everything = await erasure.export(turn.session, turn.person)
        copy = json.dumps(everything, ensure_ascii=False, indent=2)
        turn.say("export", document={"name": "my-data.json", "text": copy})
        return None


class ActionDeleteMyData(TurnAction):
    """Says what is erased and what the law keeps, and asks; erases only on the answer to that question."""

    def name(self) -> str:
        return "action_delete_my_data"

    async def act(self, turn: Turn) -> list[Event] | None:
        answer = turn.entity("value")
        if answer == "yes":
            return await self._erase(turn)
        if answer == "no":
            turn.say("not_deleted")
            return None
        buttons = [choice(f"delete_{act}", "delete_my_data", act=act, value=act) for act in ("yes", "no")]
        turn.say("ask_delete", asks="delete", choices=buttons)
        return None

    async def _erase(self, turn: Turn) -> list[Event]:
        actor, channel_name = f"person:{turn.person.id}", turn.channel_name
        gone_at = await erasure.erase(turn.session, turn.person, actor=actor, now=turn.now)
        if gone_at is None:
            turn.say("deleted_nothing", channel_name=channel_name)
        else:
            turn.say("deleted", purge_date=_day(turn, gone_at))
        emptied = ("heard", "pending_workshop", "registration_answer", "registration_note", "question_over")
        form_closed = [ActiveLoop(None), SlotSet("requested_slot", None)] if turn.tracker.active_loop_name else []
        return [*form_closed, *(SlotSet(slot, None) for slot in emptied), SlotSet("consented", False)]
