"""Messages that we send by ourselves: none, only reminders, or news as well. Each is a consent of its own."""

from __future__ import annotations

import hashlib

from actions.turn import Event, Turn, TurnAction, choice
from locales.catalogues import catalogue
from locales.responses import text_of
from programme import consents
from programme.surroundings import here

WANTED = {"all": (consents.REMINDERS, consents.NEWS), "reminders": (consents.REMINDERS,), "none": ()}


def choose_messages(turn: Turn, wanted: tuple[str, ...]) -> None:
    """Record the answer for reminders and for news, with the wording that asked for them."""
    text = catalogue(turn.language).say(text_of("utter_ask_messages"))
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    refused = tuple(purpose for purpose in (consents.REMINDERS, consents.NEWS) if purpose not in wanted)
    consents.withdraw(turn.person, refused, turn.now)
    for purpose in (consents.REMINDERS, consents.NEWS):
        consents.record(turn.person, purpose, given=purpose in wanted, text_hash=text_hash, now=turn.now)


def _confirm(turn: Turn, said: str) -> None:
    """After the registration's own question the way goes on to the workshops."""
    if turn.entity("about"):
        invite = [choice("invite", "invite_friend")] if here().bot_link else []
        turn.say("registered_next", choices=[choice("workshops", "list_workshops"), *invite])
    else:
        turn.say(said)


class ActionStopReminders(TurnAction):
    """No more messages of our own, at once."""

    def name(self) -> str:
        return "action_stop_reminders"

    async def act(self, turn: Turn) -> list[Event] | None:
        if not turn.consented():
            turn.say("reminders_nothing")
            return None
        choose_messages(turn, ())
        _confirm(turn, "reminders_stopped")
        return None


class ActionResumeReminders(TurnAction):
    """Reminders, and news where it was asked for."""

    def name(self) -> str:
        return "action_resume_reminders"

    async def act(self, turn: Turn) -> list[Event] | None:
        if not turn.consented():
            choices = [] if turn.tracker.active_loop_name else [choice("register", "register_business")]
            turn.say("reminders_need_consent", choices=choices)
            return None
        about = turn.entity("about")
        choose_messages(turn, WANTED[str(about)] if about in WANTED else WANTED["all"])
        _confirm(turn, "reminders_resumed")
        return None
