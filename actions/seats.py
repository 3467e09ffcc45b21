"""Seats: booked, waited for, offered, given back, and which are mine."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.turn import Event, Line, Turn, TurnAction, choice
from actions.workshops import button, in_list, said_of, show, wanted_by, workshop_pressed
from programme import enrolments
from programme.enrolments import OFFER_HOURS, Seat
from programme.workshops import Enrolment, Wanted, Workshop, facts_of, upcoming


class ActionEnrol(TurnAction):
    """Book a seat; who is not registered is registered first, and the seat is booked after."""

    def name(self) -> str:
        return "action_enrol"

    async def act(self, turn: Turn) -> list[Event] | None:
        workshop = await workshop_pressed(turn)
        if workshop is None:
            return await self._ask_which(turn)
        if not await turn.businesses():
            if turn.tracker.active_loop_name:
                turn.say("enrol_noted")
            else:
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
        await show(turn, heading, {}, found, more_from=0)
        return None


async def book_seat(turn: Turn, workshop_id: int, *, alone: bool = True) -> None:
    """Book or wait in line, and say which; where more follows (not `alone`), without buttons."""
    seat = await enrolments.book(turn.session, turn.person, workshop_id, turn.now)
    workshop = await turn.session.get(Workshop, workshop_id)
    if workshop is None or seat.answer in ("past", "cancelled"):
        turn.say("workshop_past" if seat.answer == "past" else "workshop_cancelled")
        return
    _say_seat(turn, seat, workshop, alone=alone)


def _say_seat(turn: Turn, seat: Seat, workshop: Workshop, *, alone: bool = True) -> None:
    facts = facts_of(workshop, turn.language)
    mine = [choice("my_workshops", "my_workshops")] if alone else []
    if seat.answer == "booked":
        lines: list[Line] = [("booked_link", {"link": workshop.link})] if workshop.is_online() and workshop.link else []
        turn.say(said_of("booked", workshop), lines=lines, choices=mine, **facts)
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
    return said_of("mine_booked", workshop), facts


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
            lines: list[Line] = [in_list(turn, index, workshop) for index, workshop in enumerate(workshops, start=1)]
            buttons = [
                button(turn, index, workshop, "cancel_enrolment") for index, workshop in enumerate(workshops, start=1)
            ]
            turn.say("which_to_cancel", asks="list", lines=lines, choices=buttons)
            return None
        if pressed is None or turn.entity("value") != "sure":
            self._make_sure(turn, [row for row in mine if pressed in (None, row[1].id)] or mine)
            return None
        await self._give_back(turn, int(pressed) if pressed is not None else mine[0][1].id)
        return None

    def _make_sure(self, turn: Turn, mine: list[tuple[Enrolment, Workshop]]) -> None:
        """A seat is soon lost: it is given back only after a yes."""
        enrolment, workshop = mine[0]
        waits = enrolment.status == "waitlisted"
        label = "leave_line" if waits else "give_back"
        yes = choice(label, "cancel_enrolment", act="yes", workshop=workshop.id, value="sure")
        question = "sure_to_leave" if waits else "sure_to_give_back"
        no = choice("keep_it", "my_workshops", act="no", value="no")
        turn.say(question, asks="give_back", choices=[yes, no], **facts_of(workshop, turn.language))

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


def tell_offer(turn: Turn, enrolment: Enrolment, workshop: Workshop) -> None:
    """Tell of a seat that came free, with its two answers."""
    assert enrolment.offered_until is not None
    until = enrolment.offered_until.isoformat()
    buttons = [
        choice("take_seat", "answer_offer", act="yes", workshop=workshop.id, value="yes"),
        choice("decline_seat", "answer_offer", act="no", workshop=workshop.id, value="no"),
    ]
    turn.say(
        "seat_offered",
        asks="offer",
        until_date=until,
        until_time=until,
        choices=buttons,
        **facts_of(workshop, turn.language),
    )


class ActionAnswerOffer(TurnAction):
    """Take the offered seat or pass it on."""

    def name(self) -> str:
        return "action_answer_offer"

    async def act(self, turn: Turn) -> list[Event] | None:
        workshop = await workshop_pressed(turn)
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
