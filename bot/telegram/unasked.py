"""What is written to people unasked: the words and buttons of broadcasts and reminders, and what pressing those means."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote_plus

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.said import Button
from bot.sentences import Sentences, place_name
from bot.telegram.writing.invitations import invitation
from bot.telegram.writing.letters import NOTICE, OFFER, REMINDER, Letter, announcement
from bot.telegram.writing.markup import emphasised, read_html
from locales import formats
from programme import reminders, standing
from programme.broadcasts import Broadcast
from programme.composition import fill
from programme.deliveries import Delivery
from programme.dispatching import Parcel
from programme.people import Person, split_key
from programme.reminders import Reminder
from programme.surroundings import here
from programme.workshops import Enrolment, Workshop, facts_of

PRESSED = "d"
"""What the button of such a message carries begins so: `d.<token>.<number>`."""
MAP = "https://www.google.com/maps/search/?api=1&query="
CALENDAR_FROM_HOURS = 3
"""A calendar file comes with what is further away than that."""
BECAUSE = {reminders.OFFER: OFFER, reminders.MOVED: NOTICE, reminders.CALLED_OFF: NOTICE}
_SENTENCES = Sentences()


@dataclass(frozen=True)
class Choice:
    """One button: the name of its label, and its meaning (a payload, or an address to open)."""

    label: str
    payload: str
    act: str = ""
    """What it answers to the question of the message, see `bot.said.Button`."""


@dataclass(frozen=True)
class Written:
    """The messages of one delivery, which buttons a typed answer may mean afterwards, and the question it answers."""

    letters: list[Letter]
    answerable: list[dict[str, str]]
    asks: str | None = None


def choices_of(broadcast: Broadcast | None, reminder: Reminder | None, workshop: Workshop | None) -> list[Choice]:
    """The buttons of a message; derived anew when one is pressed, so that nothing of them need be kept."""
    if broadcast is not None:
        about = {"book": ("book", "enrol_workshop"), "details": ("details", "show_workshop")}
        chosen = [about[name] for name in broadcast.buttons if broadcast.workshop_id is not None]
        return [Choice(label, _payload(intent, workshop=broadcast.workshop_id)) for label, intent in chosen]
    if reminder is None or reminder.kind == reminders.NUDGE:
        return [Choice("continue", "/register_business")]
    number = workshop.id if workshop else 0
    if reminder.kind == reminders.OFFER:
        return [Choice("take_seat", _payload("answer_offer", workshop=number, value="yes"), "yes"),
                Choice("decline_seat", _payload("answer_offer", workshop=number, value="no"), "no")]  # fmt: skip
    if reminder.kind == reminders.ATTENDANCE:
        return [Choice("was_there", _payload("rate_workshop", workshop=number, value="came"), "yes"),
                Choice("was_not_there", _payload("rate_workshop", workshop=number, value="missed"), "no")]  # fmt: skip
    if reminder.kind == reminders.CALLED_OFF:
        return [Choice("workshops", "/list_workshops")]
    return [Choice("cannot_come", _payload("cancel_enrolment", workshop=number), "no")]


def question_in(reminder: Reminder) -> str:
    """The kind of question that stands after a message of this kind."""
    if reminder.kind in (reminders.OFFER, reminders.ATTENDANCE):
        return str(reminder.kind)
    return standing.PROPOSAL if reminder.kind in (reminders.NUDGE, reminders.CALLED_OFF) else "reminder"


def _payload(intent: str, **entities: Any) -> str:
    return f"/{intent}{json.dumps(entities)}"


async def meaning_of_press(session: AsyncSession, key: str, pressed: str) -> str | None:
    """The payload behind a button of such a message, for the person it was sent to; None for any other button."""
    parts = pressed.split(".")
    if len(parts) != 3 or parts[0] != PRESSED or not parts[2].isdigit():
        return None
    found = await session.execute(
        select(Delivery, Broadcast, Reminder)
        .outerjoin(Broadcast, Broadcast.id == Delivery.broadcast_id)
        .outerjoin(Reminder, Reminder.id == Delivery.reminder_id)
        .where(Delivery.token == parts[1])
    )
    row = found.first()
    if row is None or not await _is_hers(session, row[0], key):
        return None
    _delivery, broadcast, reminder = row
    choices = choices_of(broadcast, reminder, await _workshop_of(session, broadcast, reminder))
    number = int(parts[2])
    return choices[number].payload if number < len(choices) else None


async def _is_hers(session: AsyncSession, delivery: Delivery, key: str) -> bool:
    person = await session.get(Person, delivery.person_id)
    return person is not None and (person.channel, person.address) == split_key(key)


async def _workshop_of(
    session: AsyncSession, broadcast: Broadcast | None, reminder: Reminder | None
) -> Workshop | None:
    if broadcast is not None:
        return await session.get(Workshop, broadcast.workshop_id) if broadcast.workshop_id else None
    enrolment = await session.get(Enrolment, reminder.enrolment_id) if reminder and reminder.enrolment_id else None
    return await session.get(Workshop, enrolment.workshop_id) if enrolment else None


def write(parcel: Parcel, now: datetime) -> Written:
    """The messages that one delivery is."""
    if parcel.broadcast is not None:
        return write_broadcast(
            parcel.broadcast, parcel.workshop, parcel.chat, parcel.language, parcel.name, parcel.token
        )
    return _write_reminder(parcel, now)


def write_broadcast(
    broadcast: Broadcast, workshop: Workshop | None, chat: str, language: str, name: str | None, token: str
) -> Written:
    """A broadcast as one person gets it: every value is escaped, the staff's own marks stay."""
    html = fill(broadcast.texts[language], values_for(workshop, language, name))
    buttons = _buttons(choices_of(broadcast, None, workshop), language, token)
    return Written(announcement(chat, read_html(html), photo=broadcast.picture, buttons=buttons), [])


def values_for(workshop: Workshop | None, language: str, name: str | None) -> dict[str, str]:
    """What stands in the places of a text in `language`, escaped."""
    values = {"name": name or _label("friend", language)}
    if workshop is not None:
        starts = workshop.starts_at.astimezone(here().zone)
        where = [workshop.venue(language), place_name(workshop.district, language) if workshop.district else ""]
        values |= {
            "workshop": workshop.title(language), "date": formats.date_text(starts.date(), language),
            "time": formats.time_text(starts, language), "venue": ", ".join(part for part in where if part),
        }  # fmt: skip
    return {place: escape(value, quote=False) for place, value in values.items()}


def _write_reminder(parcel: Parcel, now: datetime) -> Written:
    reminder, workshop = parcel.reminder, parcel.workshop
    assert reminder is not None
    name, facts = _said(reminder, workshop, parcel.enrolment, parcel.language, now)
    message = _SENTENCES.message(f"utter_{name}", parcel.language, facts)
    choices = choices_of(None, reminder, workshop)
    callbacks = _buttons(choices, parcel.language, parcel.token)
    links = _links(reminder, workshop, parcel.language)
    words = emphasised(message["text"], [tuple(span) for span in message["emphasis"]])
    document = None
    if workshop is not None and _wants_calendar(reminder, workshop, now):
        document = invitation(workshop, parcel.language, now)
    because = BECAUSE.get(reminder.kind, REMINDER)
    letter = Letter(parcel.chat, words, (*callbacks, *links), document=document, because=because)
    answerable = [
        {"label": button.label, "payload": choice.payload, "act": choice.act, "token": button.payload}
        for button, choice in zip(callbacks, choices, strict=True)
    ]
    return Written([letter], answerable, question_in(reminder))


def _said(
    reminder: Reminder, workshop: Workshop | None, enrolment: Enrolment | None, language: str, now: datetime
) -> tuple[str, dict[str, Any]]:
    """Which sentence, and the facts in it."""
    if workshop is None:
        return "nudge", {}
    facts = facts_of(workshop, language)
    online = "_online" if workshop.is_online() else ""
    if reminder.kind == reminders.OFFER:
        until = reminders.offer_ends(workshop, now, here().quiet).isoformat()
        return "seat_offered", {**facts, "until_date": until, "until_time": until}
    if reminder.kind == reminders.ATTENDANCE:
        return "attendance_question", facts
    if reminder.kind == reminders.CALLED_OFF:
        return "workshop_called_off", facts
    link = [("utter_booked_link", {"link": workshop.link})] if online and workshop.link else []
    if reminder.kind == reminders.MOVED:
        return f"workshop_moved{online}", {**facts, "lines": link if enrolment and enrolment.status == "booked" else []}
    zone = here().zone
    today = workshop.starts_at.astimezone(zone).date() == now.astimezone(zone).date()
    return f"reminder_today{online}" if today else f"reminder{online}", {**facts, "lines": link}


def _buttons(choices: list[Choice], language: str, token: str) -> tuple[Button, ...]:
    return tuple(
        Button(_label(choice.label, language), f"{PRESSED}.{token}.{number}") for number, choice in enumerate(choices)
    )


def _links(reminder: Reminder, workshop: Workshop | None, language: str) -> tuple[Button, ...]:
    """The way there, on a map."""
    about = reminder.kind.startswith(reminders.BEFORE) or reminder.kind == reminders.MOVED
    if workshop is None or workshop.is_online() or not about or not workshop.venue("en"):
        return ()
    place = quote_plus(f"{workshop.venue('en')}, {workshop.district}, India")
    return (Button(_label("map", language), MAP + place),)


def _wants_calendar(reminder: Reminder, workshop: Workshop, now: datetime) -> bool:
    about = reminder.kind.startswith(reminders.BEFORE) or reminder.kind == reminders.MOVED
    return about and (workshop.starts_at - now).total_seconds() > CALENDAR_FROM_HOURS * 3600


def _label(name: str, language: str) -> str:
    return str(_SENTENCES.message(f"utter_label_{name}", language, {})["text"])
