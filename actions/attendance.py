"""After a workshop: was one there, and how was it."""

from __future__ import annotations

from actions.turn import Event, Turn, TurnAction, choice
from actions.workshops import workshop_pressed
from programme import enrolments
from programme.workshops import Workshop

BEST = 5
STARS = tuple(range(1, BEST + 1))


class ActionRateWorkshop(TurnAction):
    """The answer to "were you there", and the one-tap rating after it."""

    def name(self) -> str:
        return "action_rate_workshop"

    async def act(self, turn: Turn) -> list[Event] | None:
        workshop, value = await workshop_pressed(turn), str(turn.entity("value") or "")
        if workshop is None or not await self._keep(turn, workshop, value):
            turn.say("attendance_unknown")
        elif value == "came":
            stars = [
                choice(f"stars_{number}", "rate_workshop", workshop=workshop.id, value=str(number)) for number in STARS
            ]
            turn.say("rate_question", asks="rating", choices=stars)
        elif value == "missed":
            turn.say("attendance_missed", choices=[choice("workshops", "list_workshops")])
        else:
            turn.say("rate_thanks", choices=[choice("workshops", "list_workshops")])
        return None

    async def _keep(self, turn: Turn, workshop: Workshop, value: str) -> bool:
        """Write down the answer; False when the person had no seat there."""
        if value in ("came", "missed"):
            return await enrolments.attend(turn.session, turn.person, workshop.id, came=value == "came", now=turn.now)
        number = int(value) if value.isdigit() else 0
        return number in STARS and await enrolments.rate(turn.session, turn.person, workshop.id, number, turn.now)
