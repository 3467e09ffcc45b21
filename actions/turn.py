"""One turn as an action sees it: who speaks, what was understood, and how to answer with facts instead of sentences."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from datetime import datetime
from typing import Any, NamedTuple

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.ext.asyncio import AsyncSession

from programme import consents, people
from programme.businesses import Business, registered_of
from programme.channels import LIKE_TELEGRAM
from programme.people import Person
from programme.profile import Profile
from programme.standing import COSTLY
from programme.surroundings import Surroundings, here

Event = dict[str, Any]
Choice = dict[str, Any]
Line = tuple[str, dict[str, Any]]

DEFAULT_LANGUAGE = "en"


def choice(
    label: str,
    intent: str,
    *,
    act: str = "",
    described: Line | None = None,
    facts: dict[str, Any] | None = None,
    **entities: Any,
) -> Choice:
    """A button: `label` names the words (`utter_label_<label>`), `intent` and `entities` what pressing it means.

    `act` is what it answers to the question above it (`yes`, `no`, `none`, `later`); `described` a line that says more of
    what it stands for than the label does.
    """
    payload = f"/{intent}" + (json.dumps(entities, ensure_ascii=False) if entities else "")
    button: Choice = {"label": f"utter_label_{label}", "payload": payload, "facts": facts or {}, "act": act}
    if described:
        button["about"] = [f"utter_line_{described[0]}", described[1]]
    return button


class ReadReply(NamedTuple):
    """A reply in its moment, as the model reads it; see the contract of `mitra parse`."""

    act: str | None = None
    choice: int | None = None
    field: str | None = None
    value: str | int | None = None
    topic: str | None = None
    confidence: float | None = None


class Turn:
    """What an action needs in one turn, in one transaction."""

    def __init__(
        self, session: AsyncSession, person: Person, dispatcher: CollectingDispatcher, tracker: Tracker,
        surroundings: Surroundings,
    ) -> None:  # fmt: skip
        self.session = session
        self.person = person
        self.tracker = tracker
        self.now: datetime = surroundings.now()
        self.profile: Profile = surroundings.profile
        self.zone = surroundings.zone
        self.asked: str | None = None
        """The kind of question asked in this turn by the action at work."""
        self._dispatcher = dispatcher

    @property
    def language(self) -> str:
        return str(self.tracker.get_slot("reply_language") or self.person.language or DEFAULT_LANGUAGE)

    @property
    def text(self) -> str:
        return str(self.tracker.latest_message.get("text") or "")

    @property
    def intent(self) -> dict[str, Any]:
        """The model's reading: `name`, `confidence`, and for questions `full` (`faq/…`)."""
        return self.tracker.latest_message.get("intent") or {}

    @property
    def intent_name(self) -> str:
        full = self.intent.get("full") or self.intent.get("full_retrieval_intent_name")  # ours, or a ResponseSelector's
        return str(full or self.intent.get("name") or "")

    @property
    def answer(self) -> ReadReply:
        """What the message means as the answer to the question that stands; of no act where nothing stood."""
        read = self.tracker.latest_message.get("answer") or {}
        return ReadReply(**{name: read.get(name) for name in ReadReply._fields})

    @property
    def metadata(self) -> dict[str, Any]:
        return self.tracker.latest_message.get("metadata") or {}

    def entity(self, name: str) -> Any | None:
        """The first value of the entity `name`, or None."""
        found = (entity["value"] for entity in self.tracker.latest_message.get("entities") or []
                 if entity["entity"] == name)  # fmt: skip
        return next(found, None)

    def slot(self, name: str) -> Any:
        return self.tracker.get_slot(name)

    def consented(self) -> bool:
        """Whether the person lets us keep a registration."""
        return consents.in_force(self.person, consents.REGISTRATION)

    async def businesses(self) -> list[Business]:
        return await registered_of(self.session, self.person)

    @property
    def channel_name(self) -> str:
        """What carries the messages, for the person to read."""
        return "Telegram" if self.person.channel in (*LIKE_TELEGRAM, "terminal") else self.person.channel

    def say(
        self, name: str, /, *, asks: str | None = None, choices: list[Choice] | None = None,
        lines: list[Line] | None = None, document: dict[str, str] | None = None, same_buttons: bool = False, **facts: Any,
    ) -> None:  # fmt: skip
        """Answer with the response `utter_<name>`, its `facts`, further `lines` (each a response of its own) and buttons.

        `asks` is the kind of question that stands after it (a name of the contract's `asked`); with `same_buttons` those
        just shown come again under it.
        """
        self.asked = asks or self.asked
        self._dispatcher.utter_message(
            response=f"utter_{name}", choices=choices or [], asks=asks, same_buttons=same_buttons,
            lines=[[f"utter_line_{line}", line_facts] for line, line_facts in lines or []],
            document=document, **facts,
        )  # fmt: skip


class TurnAction(Action, ABC):
    """A custom action that answers inside one transaction; subclasses say what in `act`.

    A costly question that it asks while a form is open stands over the form's, which waits for its turn.
    """

    asks_for_the_form = False

    @abstractmethod
    async def act(self, turn: Turn) -> list[Event] | None:
        """Do the work of this action; returns Rasa events."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Event]:
        surroundings = here()
        async with surroundings.transaction() as session:
            person = await people.meet(session, tracker.sender_id, surroundings.now())
            turn = Turn(session, person, dispatcher, tracker, surroundings)
            events = await self.act(turn) or []
            over_the_form = turn.asked in COSTLY and tracker.active_loop_name and not self.asks_for_the_form
            return [*events, SlotSet("question_over", turn.asked)] if over_the_form else events
