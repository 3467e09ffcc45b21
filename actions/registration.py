"""The registration form: consent, the interview's questions, and what comes after.

Rasa's form only keeps the loop going (`registration_answer` stays empty until it ends); which question stands, and
everything answered, is in `programme.registration`, so that nothing is lost over days or a retrained model.
"""

from __future__ import annotations

from typing import Any

from rasa_sdk.events import SlotSet

from actions.consent import CONSENT, ask_consent, read_consent, says_under_age
from actions.hearing import answer_to, is_beside_the_point, may_be_a_question, said_in, told_already, wants_to_stop
from actions.interviewing import heard_facts, open_interview
from actions.menus import main_menu, messages_menu
from actions.questions import ask_question
from actions.seats import book_seat
from actions.turn import Event, Turn, TurnAction, choice
from programme import referrals
from programme.businesses import Business, draft_of
from programme.registration import interviews
from programme.registration.interviews import Interview
from programme.registration.outcomes import Outcome, problem
from programme.registration.places import place_in
from programme.registration.taking import take
from programme.registration.words import field_named

ENDS = ("registered", "changed", "left", "discarded")
AWAY_SECONDS = 6 * 3600
GREETING_SECONDS = 600


class ValidateRegistrationForm(TurnAction):
    """Reads what was said as the answer to the question that stands; no events mean that it was something else."""

    def name(self) -> str:
        return "validate_registration_form"

    async def act(self, turn: Turn) -> list[Event] | None:
        if turn.slot("requested_slot") is None:
            return await self._begin(turn)
        if not turn.consented():
            return await read_consent(turn)
        opened = await interviews.open_of(turn.session, turn.person)
        if opened is None:
            return _end("left")
        return await self._answer(turn, *opened)

    async def _begin(self, turn: Turn) -> list[Event]:
        """The form opens: what the first message already told is kept for its question."""
        heard = heard_facts(turn)
        if says_under_age(turn.text) and not turn.consented():
            return _end(CONSENT.too_young)
        if not turn.consented():
            return [SlotSet("registration_answer", None), SlotSet("heard", heard)]
        opened = await interviews.open_of(turn.session, turn.person)
        if opened is not None and told_already(turn, *opened):
            return await self._answer(turn, *opened)
        await open_interview(turn, heard)
        return [SlotSet("registration_answer", None)]

    async def _answer(self, turn: Turn, interview: Interview, business: Business) -> list[Event]:
        if wants_to_stop(turn, interview, business):
            interview.aside = "cancel"
            return _go_on()
        if is_beside_the_point(turn, interview, business):
            return self._welcome_back(turn, interview)
        if may_be_a_question(turn, interview):
            typed = str(answer_to(turn, interview).value or turn.text)
            interview.heard = {**interview.heard, "typed": typed}
            return _go_on(problem("is_it_this", {"typed": typed}))
        outcome = await take(turn.session, interview, business, turn.person, said_in(turn, interview), turn.now)
        if outcome.kind == "not_understood":
            return self._welcome_back(turn, interview)
        return _end(outcome.kind) if outcome.kind in ENDS else _go_on(outcome)

    def _welcome_back(self, turn: Turn, interview: Interview) -> list[Event]:
        """After hours away, anything but an answer is met with the choice to go on or start over."""
        away = (turn.now - interview.updated_at).total_seconds()
        if turn.intent.get("name") == "register_business":
            return _go_on()
        greets = turn.intent.get("name") == "greet" and away > GREETING_SECONDS
        if interview.aside or not (away > AWAY_SECONDS or greets):
            return []
        interview.aside, interview.updated_at = "resume", turn.now
        return _go_on()


def _go_on(outcome: Outcome | None = None) -> list[Event]:
    note = (
        {"kind": outcome.kind, "note": outcome.note, "facts": dict(outcome.facts)} if outcome and outcome.note else None
    )
    return [SlotSet("registration_answer", None), SlotSet("registration_note", note)]


def _end(how: str) -> list[Event]:
    return [SlotSet("registration_answer", how), SlotSet("registration_note", None)]


class ActionAskRegistrationAnswer(TurnAction):
    """Asks the question that stands, with why the last answer could not be taken where that was so."""

    def name(self) -> str:
        return "action_ask_registration_answer"

    asks_for_the_form = True

    async def act(self, turn: Turn) -> list[Event] | None:
        if turn.slot("question_over"):
            return [SlotSet("question_over", None), SlotSet("registration_note", None)]
        if not turn.consented():
            ask_consent(turn)
            return [SlotSet("registration_note", None)]
        opened = await interviews.open_of(turn.session, turn.person)
        if opened is not None:
            note: dict[str, Any] | None = turn.slot("registration_note")
            ask_question(turn, *opened, note=note)
        return [SlotSet("registration_note", None)]


class ActionAfterRegistration(TurnAction):
    """What is said when the form has ended, and the seat that waited for the registration."""

    def name(self) -> str:
        return "action_after_registration"

    async def act(self, turn: Turn) -> list[Event] | None:
        how = str(turn.slot("registration_answer") or "left")
        clean: list[Event] = [SlotSet("registration_answer", None), SlotSet("heard", None)]
        if how == "registered":
            return clean + await self._welcome(turn)
        if how == CONSENT.refused:
            turn.say("consent_refused", choices=main_menu(registered=False)[1:])
        elif how == CONSENT.too_young:
            turn.say("consent_too_young")
        else:
            unfinished = await draft_of(turn.session, turn.person)
            farewell = "change_left" if how == "left" and unfinished is None else how
            turn.say(farewell, choices=main_menu(registered=bool(await turn.businesses())))
        return [*clean, SlotSet("pending_workshop", None)]

    async def _welcome(self, turn: Turn) -> list[Event]:
        business = (await turn.businesses())[-1]
        turn.say("registered", business=business.name, registration_number=registration_number(business))
        if turn.slot("invitation"):
            await referrals.note_registration(turn.session, turn.person, str(turn.slot("invitation")), turn.now)
        pending = turn.slot("pending_workshop")
        if pending:
            await book_seat(turn, int(pending), alone=False)
        turn.say("ask_messages", asks="messages", choices=messages_menu())
        return [SlotSet("pending_workshop", None), SlotSet("invitation", None)]


def registration_number(business: Business) -> str:
    """The number an owner can quote: `M-000042`."""
    return f"M-{business.id:06d}"


class ActionBeginChange(TurnAction):
    """Opens the form on a registered business to change one answer."""

    def name(self) -> str:
        return "action_begin_change"

    async def act(self, turn: Turn) -> list[Event] | None:
        businesses = await turn.businesses()
        opened = await interviews.open_of(turn.session, turn.person)
        if not businesses and opened is None:
            turn.say("not_registered", choices=[choice("register", "register_business")])
            return None
        if opened is None:
            step = turn.entity("about") or field_named(turn.text) or ("district" if place_in(turn.text) else None)
            await interviews.begin_change(turn.session, turn.person, businesses[-1], step, turn.now)
        return [{"event": "followup", "name": "registration_form"}]
