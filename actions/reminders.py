"""Messages that we send by ourselves: what one agrees to, STOP and START. Each purpose is a consent of its own."""

from __future__ import annotations

import hashlib

from actions.turn import Choice, Event, Line, Turn, TurnAction, choice
from locales.catalogues import catalogue
from locales.responses import text_of
from programme import consents, enrolments, stopping
from programme.surroundings import here
from programme.writing import normalise

WANTED = {"all": (consents.REMINDERS, consents.NEWS), "reminders": (consents.REMINDERS,), "none": ()}
ONLY = frozenset(normalise("only just sirf bas keval mattum mattume सिर्फ सिर्फ़ बस केवल மட்டும் மட்டுமே").split())
CHOSEN_AFTER_STOP = {
    "only_reminders": ((consents.REMINDERS,), "messages_reminders_only"), "only_changes": ((), "messages_some_stopped"),
}  # fmt: skip


def choose_messages(turn: Turn, wanted: tuple[str, ...]) -> None:
    """Record the answer for reminders and for news, with the wording that asked for them."""
    refused = tuple(purpose for purpose in (consents.REMINDERS, consents.NEWS) if purpose not in wanted)
    consents.withdraw(turn.person, refused, turn.now)
    turn.person.stopped_at = None
    for purpose in (consents.REMINDERS, consents.NEWS):
        consents.record(turn.person, purpose, given=purpose in wanted, text_hash=_wording(turn), now=turn.now)


def _wording(turn: Turn, name: str = "ask_messages") -> str:
    return hashlib.sha256(catalogue(turn.language).say(text_of(f"utter_{name}")).encode()).hexdigest()


def _in_form(turn: Turn) -> bool:
    return bool(turn.tracker.active_loop_name)


def _say_what_comes_next(turn: Turn) -> None:
    """After the registration's own question the way goes on to the workshops."""
    invite = [choice("invite", "invite_friend")] if here().bot_link else []
    turn.say("registered_next", choices=[choice("workshops", "list_workshops"), *invite])


class ActionStopReminders(TurnAction):
    """No more messages of our own, at once; then what one may want to keep."""

    def name(self) -> str:
        return "action_stop_reminders"

    async def act(self, turn: Turn) -> list[Event] | None:
        if not turn.consented():
            turn.say("reminders_nothing")
        elif turn.entity("about"):  # the registration's own question
            choose_messages(turn, ())
            _say_what_comes_next(turn)
        else:
            stopping.stop(turn.person, turn.now)
            booked = await enrolments.active_of(turn.session, turn.person, turn.now)
            lines: list[Line] = [("stopped_but_booked", {})] if booked else []
            turn.say("messages_stopped", lines=lines, choices=[] if _in_form(turn) else _finer())
        return None


def _wants_only(text: str) -> bool:
    """Whether the wish is for reminders and nothing else: "sirf reminder", "நினைவூட்டல் மட்டும்"."""
    return bool(ONLY & set(normalise(text).casefold().split()))


def _finer() -> list[Choice]:
    return [
        choice("only_reminders", "resume_reminders", about="only_reminders"),
        choice("only_changes", "resume_reminders", about="only_changes"),
        choice("delete_my_data", "delete_my_data"),
    ]


def _more(turn: Turn) -> list[Choice]:
    """Offers of others are asked for by themselves, by who gets the rest."""
    wanted = _in_form(turn) or consents.in_force(turn.person, consents.PROMOTIONS)
    return [] if wanted else [choice("offers_too", "resume_reminders", about="offers")]


class ActionResumeReminders(TurnAction):
    """Reminders, and what else was wanted before or is asked for."""

    def name(self) -> str:
        return "action_resume_reminders"

    async def act(self, turn: Turn) -> list[Event] | None:
        about = str(turn.entity("about") or ("only_reminders" if _wants_only(turn.text) else ""))
        if not turn.consented():
            register = [] if _in_form(turn) else [choice("register", "register_business")]
            turn.say("reminders_need_consent", choices=register)
        elif about in CHOSEN_AFTER_STOP:
            purposes, said = CHOSEN_AFTER_STOP[about]
            stopping.start(turn.person, purposes, text_hash=_wording(turn), now=turn.now)
            turn.say(said)
        elif about == "offers":
            self._add_offers(turn)
        elif about in WANTED:
            choose_messages(turn, WANTED[about])
            _say_what_comes_next(turn)
        else:
            self._return(turn)
        return None

    def _add_offers(self, turn: Turn) -> None:
        wording = _wording(turn, "messages_offers_too")
        consents.record(turn.person, consents.PROMOTIONS, given=True, text_hash=wording, now=turn.now)
        turn.say("messages_offers_too")

    def _return(self, turn: Turn) -> None:
        """START: as it was before STOP, or reminders and news for who never said it."""
        if turn.person.stopped_at is None:
            choose_messages(turn, WANTED["all"])
            turn.say("reminders_resumed", choices=_more(turn))
            return
        purposes = stopping.wanted_before(turn.person)
        stopping.start(turn.person, purposes, text_hash=_wording(turn), now=turn.now)
        turn.say("reminders_resumed" if consents.NEWS in purposes else "messages_reminders_only", choices=_more(turn))
