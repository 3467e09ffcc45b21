"""What happens to data, and the way to a person."""

from __future__ import annotations

from actions.turn import Event, Line, Turn, TurnAction, choice
from programme import audit
from programme.messages import PERSON_WANTED, ask_staff

CONTACTS = ("contact_phone", "contact_email")


def contact_lines(turn: Turn) -> list[Line]:
    """The operator's contacts, each a line; one line that says so where there are none."""
    lines: list[Line] = []
    for setting in CONTACTS:
        value = turn.profile.said(setting, turn.language)
        if value:
            lines.append((setting, {setting: value}))
    return lines or [("contact_silent", {})]


class ActionDataPrivacy(TurnAction):
    def name(self) -> str:
        return "action_data_privacy"

    async def act(self, turn: Turn) -> list[Event] | None:
        choices = [] if turn.tracker.active_loop_name else [
            choice("my_details", "check_registration"), choice("delete", "delete_my_data"),
        ]  # fmt: skip
        turn.say("privacy", channel_name=turn.channel_name, choices=choices)
        return None


class ActionTalkToHuman(TurnAction):
    """Notes for staff that a person is wanted, with the question, where we may call back; names the contacts always."""

    def name(self) -> str:
        return "action_talk_to_human"

    async def act(self, turn: Turn) -> list[Event] | None:
        consented = turn.consented()
        ask_staff(
            turn.session, person_id=turn.person.id if consented else None, kind=PERSON_WANTED, text=turn.text,
            language=turn.language, now=turn.now, intent=turn.intent_name,
        )  # fmt: skip
        audit.note(
            turn.session, actor=f"person:{turn.person.id}", act="asked_for_person", subject="staff", now=turn.now
        )
        if consented and turn.person.phone:
            turn.say("person_noted", lines=contact_lines(turn))
            return None
        choices = [] if turn.tracker.active_loop_name else [choice("register", "register_business")]
        turn.say("person_not_noted", lines=contact_lines(turn), choices=choices)
        return None
