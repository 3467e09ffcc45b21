"""What reaches beyond the conversation: a location that was shared, an invitation to share."""

from __future__ import annotations

from actions.hearing import near
from actions.turn import Choice, Event, Turn, TurnAction, choice
from programme import referrals
from programme.surroundings import here


class ActionOfferPlace(TurnAction):
    """Workshops near a shared location; where none of our districts is near, or nothing asks for a place, says so."""

    def name(self) -> str:
        return "action_offer_place"

    async def act(self, turn: Turn) -> list[Event] | None:
        if turn.tracker.active_loop_name:
            turn.say("place_not_asked")
        elif not near(turn):
            turn.say("place_unknown")
        else:
            turn.say("place_for_workshops", choices=[_workshops_in(*option) for option in near(turn)])
        return None


def _workshops_in(code: str, district: str, state: str) -> Choice:
    return choice("place", "list_workshops", facts={"district": district, "state": state}, place=code)


class ActionInviteFriend(TurnAction):
    """An owner's own link, in a message that she can forward as it is."""

    def name(self) -> str:
        return "action_invite_friend"

    async def act(self, turn: Turn) -> list[Event] | None:
        if not await turn.businesses():
            in_form = bool(turn.tracker.active_loop_name)
            turn.say("invite_register_first", choices=[] if in_form else [choice("register", "register_business")])
            return None
        address = here().bot_link
        if address is None:
            turn.say("invite_not_here")
            return None
        invitation = await referrals.link_of(turn.session, turn.person, turn.now)
        turn.say("invite_forward")
        turn.say("invitation", bot_name=turn.profile.bot_name(turn.language), link=f"{address}?start={invitation.code}")
        return None
