"""Workshops: what is coming up near the person, a seat in it, my bookings, giving a seat back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from rasa_sdk.events import SlotSet

from actions.turn import Choice, Event, Line, Turn, TurnAction, choice
from programme import enrolments
from programme.enrolments import OFFER_HOURS, Seat
from programme.registration.places import place_in
from programme.workshops import Enrolment, Wanted, Workshop, seats_left, seats_left_in, upcoming

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
    named = place_in(turn.text)
    if named is not None:
        return named["state"], named.get("district")
    businesses = await turn.businesses()
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


def facts_of(workshop: Workshop, language: str) -> dict[str, Any]:
    """A workshop as facts that speech can put into any sentence."""
    return {
        "title": workshop.title(language), "starts_date": workshop.starts_at.isoformat(),
        "starts_time": workshop.starts_at.isoformat(), "ends_time": workshop.ends_at.isoformat(),
        "venue": workshop.venue(language), "district": workshop.district or "", "state": workshop.state,
    }  # fmt: skip


def _said(name: str, workshop: Workshop) -> str:
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
        await _show(turn, heading if found else "workshops_none", facts, found[skipped:], more_from=skipped)
        return None


def _heading(turn: Turn, wanted: Wanted, found: list[Workshop]) -> tuple[str, dict[str, Any]]:
    if not found:
        return "workshops_none_fit", {}
    if not wanted.state:
        return "workshops_found", {}
    if wanted.distance(found[0]) == (0 if wanted.district else 1):
        return "workshops_near", {}
    return "workshops_elsewhere", {"place": wanted.district or wanted.state}


async def _show(turn: Turn, heading: str, facts: dict[str, Any], found: list[Workshop], *, more_from: int) -> None:
    shown = found[:SHOWN_AT_ONCE]
    left = await seats_left_in(turn.session, shown)
    lines: list[Line] = []
    for index, workshop in enumerate(shown, start=1):
        lines.append(_in_list(turn, index, workshop))
        lines.append(("seats", {"seats_count": left[workshop.id]}) if left[workshop.id] else ("full", {}))
    choices = [] if turn.tracker.active_loop_name else _to_choose(shown)
    if len(found) > SHOWN_AT_ONCE and choices:
        choices.append(choice("more", "list_workshops", value=more_from + SHOWN_AT_ONCE))
    turn.say(heading, lines=lines, choices=choices, **facts)


def _in_list(turn: Turn, index: int, workshop: Workshop) -> Line:
    return _said("workshop", workshop), {"index": index, **facts_of(workshop, turn.language)}


def _to_choose(shown: list[Workshop]) -> list[Choice]:
    return [_button(index, workshop, "show_workshop") for index, workshop in enumerate(shown, start=1)]


def _button(index: int, workshop: Workshop, intent: str) -> Choice:
    facts = {"index": index, "starts_short": workshop.starts_at.isoformat()}
    return choice("workshop", intent, facts=facts, workshop=workshop.id)


async def _workshop_meant(turn: Turn) -> Workshop | None:
    pressed = turn.entity("workshop")
    return await turn.session.get(Workshop, int(pressed)) if pressed is not None else None


class ActionShowWorkshop(TurnAction):
    """One workshop in full, with the way into it."""

    def name(self) -> str:
        return "action_show_workshop"

    async def act(self, turn: Turn) -> list[Event] | None:
        workshop = await _workshop_meant(turn)
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
        turn.say(_said("workshop", workshop), lines=lines, choices=[way_in], **facts_of(workshop, turn.language))
        return None


class ActionEnrol(TurnAction):
    """Book a seat; who is not registered is registered first, and the seat is booked after."""

    def name(self) -> str:
        return "action_enrol"

    async def act(self, turn: Turn) -> list[Event] | None:
        workshop = await _workshop_meant(turn)
        if workshop is None:
            return await self._ask_which(turn)
        if not await turn.businesses():
            if not turn.tracker.active_loop_name:
                turn.say("enrol_register_first", choices=[choice("register", "register_business")])
            return [SlotSet("pending_workshop", workshop.id)]
        await book_seat(turn, workshop.id)
        return None

    async def _ask_which(self, turn: Turn) -> list[Event] | None:
        wanted = await wanted_by(turn)
        found = await upcoming(turn.session, wanted, turn.now)
        heading = "which_workshop" if found else "workshops_none_fit"
        found = found or await upcoming(turn.session, Wanted(state=wanted.state, district=wanted.district), turn.now)
        if not found:
            turn.say("workshops_none")
            return None
        await _show(turn, heading, {}, found, more_from=0)
        return None


async def book_seat(turn: Turn, workshop_id: int) -> None:
    """Book or wait in line, and say which."""
    seat = await enrolments.book(turn.session, turn.person, workshop_id, turn.now)
    workshop = await turn.session.get(Workshop, workshop_id)
    if workshop is None or seat.answer in ("past", "cancelled"):
        turn.say("workshop_past" if seat.answer == "past" else "workshop_cancelled")
        return
    _say_seat(turn, seat, workshop)


def _say_seat(turn: Turn, seat: Seat, workshop: Workshop) -> None:
    facts = facts_of(workshop, turn.language)
    mine = [choice("my_workshops", "my_workshops")]
    if seat.answer == "booked":
        lines: list[Line] = [("booked_link", {"link": workshop.link})] if workshop.is_online() and workshop.link else []
        turn.say(_said("booked", workshop), lines=lines, choices=mine, **facts)
    elif seat.position is not None:
        name = "already_waitlisted" if seat.answer == "already" else "waitlisted"
        turn.say(name, position_count=seat.position, hours_count=OFFER_HOURS, choices=mine, **facts)
    else:
        turn.say("already_booked", choices=mine, **facts)


class ActionMyWorkshops(TurnAction):
    """My seats, my places in line, my offers."""

    def name(self) -> str:
        return "action_my_workshops"

    async def act(self, turn: Turn) -> list[Event] | None:
        mine = await enrolments.active_of(turn.session, turn.person, turn.now)
        in_form = bool(turn.tracker.active_loop_name)
        if not mine:
            turn.say("my_workshops_none", choices=[] if in_form else [choice("workshops", "list_workshops")])
            return None
        lines = [await _mine(turn, enrolment, workshop) for enrolment, workshop in mine]
        choices = [] if in_form else [choice("give_back", "cancel_enrolment"), choice("workshops", "list_workshops")]
        turn.say("my_workshops", lines=lines, choices=choices)
        return None


async def _mine(turn: Turn, enrolment: Enrolment, workshop: Workshop) -> Line:
    facts = facts_of(workshop, turn.language)
    if enrolment.status == "waitlisted":
        return "mine_waiting", {**facts, "position_count": await enrolments.position(turn.session, enrolment)}
    if enrolment.status == "offered" and enrolment.offered_until:
        return "mine_offered", {**facts, "until_time": enrolment.offered_until.isoformat()}
    return _said("mine_booked", workshop), facts


class ActionCancelEnrolment(TurnAction):
    """Give a seat back; with several, asks which."""

    def name(self) -> str:
        return "action_cancel_enrolment"

    async def act(self, turn: Turn) -> list[Event] | None:
        mine = await enrolments.active_of(turn.session, turn.person, turn.now)
        pressed = turn.entity("workshop")
        if not mine:
            turn.say("my_workshops_none")
            return None
        if pressed is None and len(mine) > 1:
            workshops = [workshop for _enrolment, workshop in mine]
            lines: list[Line] = [_in_list(turn, index, workshop) for index, workshop in enumerate(workshops, start=1)]
            buttons = [
                _button(index, workshop, "cancel_enrolment") for index, workshop in enumerate(workshops, start=1)
            ]
            turn.say("which_to_cancel", lines=lines, choices=buttons)
            return None
        if pressed is None and not turn.metadata.get("pressed"):
            _enrolment, workshop = mine[0]
            turn.say("sure_to_give_back", choices=_sure(workshop), **facts_of(workshop, turn.language))
            return None
        await self._give_back(turn, int(pressed) if pressed is not None else mine[0][1].id)
        return None

    async def _give_back(self, turn: Turn, workshop_id: int) -> None:
        waited = any(
            workshop.id == workshop_id and enrolment.status == "waitlisted"
            for enrolment, workshop in await enrolments.active_of(turn.session, turn.person, turn.now)
        )
        seat = await enrolments.give_back(turn.session, turn.person, workshop_id, turn.now)
        workshop = await turn.session.get(Workshop, workshop_id)
        if workshop is None or seat.answer == "gone":
            turn.say("nothing_to_give_back")
            return
        turn.say("left_waiting_list" if waited else "seat_given_back", **facts_of(workshop, turn.language))


def _sure(workshop: Workshop) -> list[Choice]:
    return [choice("give_back", "cancel_enrolment", workshop=workshop.id), choice("no", "my_workshops")]


def tell_offer(turn: Turn, enrolment: Enrolment, workshop: Workshop) -> None:
    """Tell of a seat that came free, with its two answers."""
    assert enrolment.offered_until is not None
    until = enrolment.offered_until.isoformat()
    buttons = [
        choice("take_seat", "answer_offer", workshop=workshop.id, value="yes"),
        choice("decline_seat", "answer_offer", workshop=workshop.id, value="no"),
    ]
    turn.say("seat_offered", until_date=until, until_time=until, choices=buttons, **facts_of(workshop, turn.language))


class ActionAnswerOffer(TurnAction):
    """Take the offered seat or pass it on."""

    def name(self) -> str:
        return "action_answer_offer"

    async def act(self, turn: Turn) -> list[Event] | None:
        workshop = await _workshop_meant(turn)
        if workshop is None:
            turn.say("offer_gone")
        elif turn.entity("value") == "yes":
            seat = await enrolments.accept(turn.session, turn.person, workshop.id, turn.now)
            if seat.answer == "gone":
                turn.say("offer_gone")
            else:
                _say_seat(turn, seat, workshop)
        else:
            await enrolments.give_back(turn.session, turn.person, workshop.id, turn.now)
            turn.say("offer_declined")
        return None
