"""Which language to answer in: what was chosen, else what is heard, and inside a form what it began in."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.menus import language_menu, languages_offered
from actions.seats import tell_offer
from actions.turn import DEFAULT_LANGUAGE, Event, Turn, TurnAction
from locales.catalogues import nearest
from locales.languages import native
from programme import consents, enrolments, people
from programme.surroundings import here


class ValidateSlotMappings(Action):
    """Runs before every other action of a turn: decides the language of its replies, and knows of consent.

    `bot.assistant` sends along what the person's row says (`person` in the metadata), which saves a query; a stock
    Rasa server sends none, and the row is read.
    """

    def name(self) -> str:
        return "action_validate_slot_mappings"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Event]:
        known = (tracker.latest_message.get("metadata") or {}).get("person")
        if known is None:
            known = await self._known_of(tracker.sender_id)
        language = self._language(tracker, known)
        if language != known["language"]:
            await self._remember(tracker.sender_id, language)
        wanted = {"reply_language": language, "consented": known["consented"] or None}
        events = [SlotSet(name, value) for name, value in wanted.items() if tracker.get_slot(name) != value]
        if (tracker.latest_message.get("metadata") or {}).get("offers", True) and known["consented"]:
            await self._tell_offers(dispatcher, tracker)
        return events

    async def _tell_offers(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        """Seats that came free for this person since she was last here."""
        surroundings = here()
        async with surroundings.transaction() as session:
            person = await people.meet(session, tracker.sender_id, surroundings.now())
            turn = Turn(session, person, dispatcher, tracker, surroundings)
            for enrolment, workshop in await enrolments.untold_offers(session, person, turn.now):
                tell_offer(turn, enrolment, workshop)

    def _language(self, tracker: Tracker, known: dict[str, Any]) -> str:
        current = known["language"] or tracker.get_slot("reply_language")
        heard = tracker.latest_message.get("register")
        if not heard or (current and (known["chosen"] or tracker.active_loop_name)):
            return str(current or DEFAULT_LANGUAGE)
        if current and not tracker.latest_message.get("register_clear"):
            return str(current)
        offered = languages_offered()
        return next((one for one in (nearest(heard), native(heard)) if one in offered), str(current or offered[0]))

    async def _known_of(self, sender: str) -> dict[str, Any]:
        async with here().transaction() as session:
            person = await people.find(session, sender)
            if person is None:
                return {"language": None, "chosen": False, "consented": False}
            consented = consents.in_force(person, consents.REGISTRATION)
            return {"language": person.language, "chosen": person.language_chosen, "consented": consented}

    async def _remember(self, sender: str, language: str) -> None:
        surroundings = here()
        async with surroundings.transaction() as session:
            person = await people.meet(session, sender, surroundings.now())
            people.speak(person, language, chosen=False)


class ActionChangeLanguage(TurnAction):
    """Another language, by name or from the picker; an explicit choice stays."""

    def name(self) -> str:
        return "action_change_language"

    async def act(self, turn: Turn) -> list[Event] | None:
        wanted = turn.entity("language")
        if wanted is None or wanted not in languages_offered():
            turn.say("choose_language" if wanted is None else "language_not_offered", choices=language_menu())
            return None
        people.speak(turn.person, str(wanted), chosen=True)
        turn.say("language_changed", in_language=wanted)
        return [SlotSet("reply_language", wanted)]
