"""The tracker store: what a conversation needs to go on, and no more, so that turn 300 costs what turn 10 did.

Kept are the filled slots and the open form; no message text. Rasa's event list is built from that at the start of each
turn. The dialogue state of people who did not consent never leaves memory.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import delete

from bot.rasa.actions import failures
from programme.store import as_unavailable
from programme.surroundings import here
from programme.trackers import StoredTracker

IN_MEMORY = 10_000
NOT_KEPT = ("session_started_metadata",)


def _copied(slot: Slot) -> Slot:
    """`copy.copy` of a slot, without the detour through pickling: a turn copies some seventy of them."""
    twin: Slot = object.__new__(type(slot))
    twin.__dict__.update(slot.__dict__)
    return twin


Slot.__copy__ = _copied


def shortened(tracker: DialogueStateTracker) -> dict[str, Any]:
    """The state that outlives a turn: filled slots and the name of the open form."""
    slots = {
        name: slot.value for name, slot in tracker.slots.items() if slot.value is not None and name not in NOT_KEPT
    }
    return {"slots": slots, "form": tracker.active_loop_name}


def events_of(state: dict[str, Any], domain: Domain) -> list[Event]:
    """The shortest event list with this state. Slots and forms that the model no longer knows are left out."""
    form = state["form"] if state["form"] in domain.form_names else None
    known = {slot.name for slot in domain.slots}
    slots = {name: value for name, value in state["slots"].items() if name in known}
    if form is None:
        slots.pop(REQUESTED_SLOT, None)
    events: list[Event] = [SessionStarted(), *(SlotSet(name, value) for name, value in slots.items())]
    if form is not None:
        events += [ActiveLoop(form), ActionExecuted(form)]
    return [*events, ActionExecuted(ACTION_LISTEN_NAME)]


class ShortTrackerStore(TrackerStore):
    """Keeps the short state: in the database once the `consented` slot says so, else in memory."""

    def __init__(self, domain: Domain, event_broker: EventBroker | None = None, **kwargs: Any) -> None:
        super().__init__(domain, event_broker)
        self._memory: OrderedDict[str, dict[str, Any]] = OrderedDict()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the state of a turn that went well; of one that failed the state before it stands."""
        if failures.get():
            return
        state = shortened(tracker)
        if state["slots"].get("consented"):
            self._memory.pop(tracker.sender_id, None)
            await self._write(tracker.sender_id, state)
        else:
            await self._keep_in_memory(tracker.sender_id, state)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker as it was left; None for a new conversation. Raises `Unavailable`, never a blank one instead."""
        state = self._memory.get(sender_id) or await self._read(sender_id)
        if state is None:
            return None
        return DialogueStateTracker.from_events(sender_id, events_of(state, self.domain), self.domain.slots)

    async def keys(self) -> Iterable[str]:
        return list(self._memory)

    async def _write(self, sender_id: str, state: dict[str, Any]) -> None:
        surroundings = here()
        with as_unavailable():
            async with surroundings.transaction() as session:
                kept, row = json.dumps(state, ensure_ascii=False), await session.get(StoredTracker, sender_id)
                if row is None:
                    session.add(StoredTracker(sender_id=sender_id, state=kept, updated_at=surroundings.now()))
                elif row.state != kept:  # most turns leave it as it was
                    row.state, row.updated_at = kept, surroundings.now()

    async def _read(self, sender_id: str) -> dict[str, Any] | None:
        with as_unavailable():
            async with here().transaction() as session:
                row = await session.get(StoredTracker, sender_id)
        return json.loads(row.state) if row else None

    async def _keep_in_memory(self, sender_id: str, state: dict[str, Any]) -> None:
        newly = sender_id not in self._memory
        self._memory[sender_id] = state
        self._memory.move_to_end(sender_id)
        if len(self._memory) > IN_MEMORY:
            self._memory.popitem(last=False)
        if newly:
            with as_unavailable():
                async with here().transaction() as session:
                    await session.execute(delete(StoredTracker).where(StoredTracker.sender_id == sender_id))
