"""Workshops: what is coming up near the person, and one in full."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from actions.turn import Choice, Event, Line, Turn, TurnAction, choice
from programme.businesses import draft_of
from programme.places import districts_in
from programme.registration.places import place_in
from programme.workshops import Wanted, Workshop, facts_of, seats_left, seats_left_in, upcoming

SHOWN_AT_ONCE = 3


async def wanted_by(turn: Turn) -> Wanted:
    """What the message asks for; where it names no place, the place of the person's business."""
    state, district = await _place(turn)
    since, until = _days(turn)
    return Wanted(
        state=state, district=district, topic=turn.entity("topic"), language=turn.entity("language"),
        online=True if _asks_online(turn) else None, since=since, until=until,
    )  # fmt: skip


async def _place(turn: Turn) -> tuple[str | None, str | None]:
    pressed = districts_in([str(turn.entity("place"))])
    if pressed:
        return pressed[0].state.iso, pressed[0].name
    named = place_in(turn.text)
    if named is not None:
        return named["state"], named.get("district")
    draft = await draft_of(turn.session, turn.person)
    businesses = [*await turn.businesses(), *([draft] if draft and draft.state else [])]
    if businesses:
        return businesses[-1].state, businesses[-1].district
    heard = turn.slot("heard") or {}
    return heard.get("state"), heard.get("district")


def _asks_online(turn: Turn) -> bool:
    return any(word in turn.text.lower() for word in ("online", "ऑनलाइन", "ஆன்லைன்", "zoom", "घर से", "வீட்டில் இருந்து"))


def _days(turn: Turn) -> tuple[datetime | None, datetime | None]:
    asked = turn.entity("date")
    if not asked:
        return None, None
    first, _, last = str(asked).partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return _midnight(turn, start), _midnight(turn, end + timedelta(days=1))


def _midnight(turn: Turn, day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=turn.zone).astimezone(UTC)


def said_of(name: str, workshop: Workshop) -> str:
    return f"{name}_online" if workshop.is_online() else name


class ActionListWorkshops(TurnAction):
    """Three workshops, nearest first, with buttons for each; never an empty list without saying what there is."""

    def name(self) -> str:
        return "action_list_workshops"

    async def act(self, turn: Turn) -> list[Event] | None:
        wanted = await wanted_by(turn)
        found = await upcoming(turn.session, wanted, turn.now)
        heading, facts = _heading(turn, wanted, found)
        if not found:
            found = await upcoming(turn.session, Wanted(state=wanted.state, district=wanted.district), turn.now)
        if not found:
            turn.say("workshops_none")
            return None
        skipped = int(turn.entity("value") or 0)
        await show(turn, heading if found else "workshops_none", facts, found[skipped:], more_from=skipped)
        return None


def _heading(turn: Turn, wanted: Wanted, found: list[Workshop]) -> tuple[str, dict[str, Any]]:
    if not found:
        return "workshops_none_fit", {}
    if not wanted.state:
        return "workshops_found", {}
    if wanted.distance(found[0]) == (0 if wanted.district else 1):
        return "workshops_near", {}
    return "workshops_elsewhere", {"place": wanted.district or wanted.state}


async def show(turn: Turn, heading: str, facts: dict[str, Any], found: list[Workshop], *, more_from: int) -> None:
    shown = found[:SHOWN_AT_ONCE]
    left = await seats_left_in(turn.session, shown)
    lines: list[Line] = []
    for index, workshop in enumerate(shown, start=1):
        lines.append(in_list(turn, index, workshop))
        lines.append(("seats", {"seats_count": left[workshop.id]}) if left[workshop.id] else ("full", {}))
    choices = [button(turn, index, workshop, "show_workshop") for index, workshop in enumerate(shown, start=1)]
    if len(found) > SHOWN_AT_ONCE:
        choices.append(choice("more", "list_workshops", value=more_from + SHOWN_AT_ONCE))
    turn.say(heading, asks="list", lines=lines, choices=choices, **facts)


def in_list(turn: Turn, index: int, workshop: Workshop) -> Line:
    return said_of("workshop", workshop), {"index": index, **facts_of(workshop, turn.language)}


def button(turn: Turn, index: int, workshop: Workshop, intent: str) -> Choice:
    facts = {"index": index, "starts_short": workshop.starts_at.isoformat()}
    described = in_list(turn, index, workshop)
    return choice("workshop", intent, described=described, facts=facts, workshop=workshop.id)


async def workshop_pressed(turn: Turn) -> Workshop | None:
    pressed = turn.entity("workshop")
    return await turn.session.get(Workshop, int(pressed)) if pressed is not None else None


class ActionShowWorkshop(TurnAction):
    """One workshop in full, with the way into it."""

    def name(self) -> str:
        return "action_show_workshop"

    async def act(self, turn: Turn) -> list[Event] | None:
        workshop = await workshop_pressed(turn)
        if workshop is None or not workshop.is_coming(turn.now):
            turn.say("workshop_past" if workshop and workshop.status == "open" else "workshop_cancelled")
            return None
        left = await seats_left(turn.session, workshop)
        lines: list[Line] = [
            ("taught_in", {"languages": workshop.languages}),
            ("seats", {"seats_count": left}) if left else ("full", {}),
            ("free", {}),
        ]
        way_in = choice("book" if left else "wait", "enrol_workshop", workshop=workshop.id)
        turn.say(said_of("workshop", workshop), lines=lines, choices=[way_in], **facts_of(workshop, turn.language))
        return None
