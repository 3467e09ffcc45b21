"""Opening an interview, with what the first message already told."""

from __future__ import annotations

from actions.turn import Turn
from programme.businesses import registered_of
from programme.registration import interviews
from programme.registration.places import place_in


def heard_facts(turn: Turn) -> dict[str, str]:
    """Facts of the first message, to be confirmed when their question comes: `state`, `district`, `products`, `sector`."""
    heard: dict[str, str] = dict(place_in(turn.text) or {})
    for entity in turn.tracker.latest_message.get("entities") or []:
        if entity["entity"] == "sector" and "start" in entity:
            heard["products"] = turn.text[entity["start"] : entity["end"]]
            heard["sector"] = str(entity["value"])
    return heard


async def open_interview(turn: Turn, heard: dict[str, str]) -> None:
    """Go on with the open interview; else begin one, asking first where a business is registered already."""
    if await interviews.open_of(turn.session, turn.person) is not None:
        return
    registered = await registered_of(turn.session, turn.person)
    interview, _business = await interviews.begin_registration(turn.session, turn.person, heard, turn.now)
    if registered:
        interview.aside, interview.heard = "another", {**heard, "registered": str(registered[-1].name)}
