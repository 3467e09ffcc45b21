"""Where they are: a state or a district, written as people write them, or chosen among those with most businesses."""

from __future__ import annotations

from typing import ClassVar

from bot.sentences import place_name
from bot.telegram.incoming.reading import Incoming
from bot.telegram.staff.choosing import NO_MATTER
from bot.telegram.staff.desk import Desk, Option
from bot.telegram.staff.steps import TEXT
from programme import drafts
from programme.places import District, Place, State, find_places, read_district, state_of

TOWN = "town"


class Where:
    """A district is one of its state: there are two Kanpurs, and who means one must say which."""

    awaits: ClassVar[str] = TEXT

    async def ask(self, desk: Desk) -> None:
        desk.ask("ask_place", await self.options(desk))

    async def options(self, desk: Desk) -> list[Option]:
        codes = await drafts.states(desk.session)
        return [*(Option(code, place_name(code, desk.language)) for code in codes), desk.option(NO_MATTER)]

    async def chosen(self, desk: Desk, name: str) -> None:
        _mean(desk, state_of(name))

    async def written(self, desk: Desk, incoming: Incoming) -> None:
        places = places_named(incoming.text or "")
        if len(places) == 1:
            return _mean(desk, places[0])
        if places:
            desk.say("place_which", several="; ".join(_in_full(place, desk.language) for place in places))
        else:
            desk.say("place_unknown")
        return desk.go("place")


def places_named(text: str) -> list[Place]:
    """The districts, else the states, that `text` names; none for a town of which only the state is known: it would
    stand for far more people than are meant."""
    districts = read_district(text)
    if districts is not None:
        return list(districts) if isinstance(districts, list) else [districts]
    found = [one for one in find_places(text, asked=True) if one.kind != TOWN]
    return [place for one in found[:1] for place in one.places if isinstance(place, State)]


def _mean(desk: Desk, place: Place | None) -> None:
    state = place.state if isinstance(place, District) else place
    drafts.mean(
        desk.work,
        state=state.iso if state else None,
        district=place.name if isinstance(place, District) else None,
    )
    desk.go("audience")


def _in_full(place: Place, language: str) -> str:
    names = [place.name, place.state.iso] if isinstance(place, District) else [place.iso]
    return ", ".join(place_name(name, language) for name in names)
