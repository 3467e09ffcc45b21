"""The form's questions: which words ask them, with which buttons, and the summary."""

from __future__ import annotations

from typing import Any

from actions.turn import Choice, Line, Turn, choice
from programme.businesses import Business
from programme.channels import is_telegram
from programme.people import Person
from programme.registration.answers import ELSEWHERE, PERIODS
from programme.registration.interviews import Interview
from programme.registration.steps import STEPS

Note = dict[str, Any] | None

LABELS_OF_CHOICES = {
    "sector": "sector_{value}",
    "turnover": "turnover_{value}",
    "investment": "investment_{value}",
    "change": "field_{value}",
}
OWN_LABELS = {("turnover", "unsure"): "unsure", ("investment", "unsure"): "unsure", ("sells_online", "no"): "not_yet"}


def ask_question(turn: Turn, interview: Interview, business: Business, *, note: Note) -> None:
    """Ask the question that stands. After a problem only the reason is said, with the question's buttons."""
    step = interview.question
    choices = buttons_of(interview, business, note)
    if step == "phone" and is_telegram(turn.person.channel):
        choices.append(choice("share_number", "share_number"))
    if note and note["kind"] == "problem":
        turn.say(f"problem_{note['note']}", asks=interview.asks, choices=choices, **_facts_of(note, business))
        return
    if note:
        turn.say(str(note["note"]), **note["facts"])
    lines = details(turn.person, business) if step == "summary" else []
    turn.say(
        _words_for(interview), asks=interview.asks, choices=choices, lines=lines, **_question_facts(interview, business)
    )


def _facts_of(note: dict[str, Any], business: Business) -> dict[str, Any]:
    """The problem's own facts; counts go by the name that speech writes as a number."""
    facts = {("digits_count" if name == "digits" else name): value for name, value in note["facts"].items()}
    return {"state": business.state, **facts} if business.state else facts


def _words_for(interview: Interview) -> str:
    step, heard = interview.question, interview.heard
    if step == "state" and heard.get("district"):
        return "ask_state_heard"
    if step == "state" and heard.get("state"):
        return "ask_state_heard_only"
    if step == "products" and heard.get("products"):
        return "ask_products_heard"
    return f"ask_{step}"


def _question_facts(interview: Interview, business: Business) -> dict[str, Any]:
    if interview.question in ("state", "products"):
        return {name: value for name, value in interview.heard.items() if name in ("state", "district", "products")}
    if interview.question == "another":
        return {"business": interview.heard.get("registered")}
    if interview.question == "district":
        return {"state": business.state}
    return {}


def buttons_of(interview: Interview, business: Business, note: Note) -> list[Choice]:
    """The buttons under the question that stands."""
    step = interview.question
    if note and note["note"] == "turnover_period":
        return [choice(f"period_{period}", "answer", value=period) for period in PERIODS]
    if note and note["note"] == "is_it_this":
        return [choice("yes", "answer", act="yes", value="as_typed"), choice("no", "answer", act="no", value="no")]
    if interview.options and interview.aside is None:  # a question about the interview has its own buttons
        offered = [_place(value, district, state) for value, district, state in interview.options]
        return [*offered, *([_elsewhere()] if note and note["note"] in ("place_near", "place_meant") else [])]
    if note and note["note"] == "district_unknown":
        return [choice("as_typed", "answer", value="as_typed")]
    if step == "state":
        return _state_buttons(interview)
    if step == "products" and interview.heard.get("products"):
        return [choice("yes", "answer", value="yes"), choice("other_products", "answer", value="no")]
    buttons = [_button(step, value) for value in STEPS[step].choices]
    if note and str(note["note"]).endswith("_taken"):
        buttons.append(choice("person", "talk_to_human"))
    return buttons


def _state_buttons(interview: Interview) -> list[Choice]:
    if interview.heard.get("state"):
        return [choice("yes", "answer", value="yes"), choice("other_place", "answer", value="no")]
    return [choice("state", "answer", facts={"state": iso}, value=iso) for iso in STEPS["state"].choices]


def _place(value: str, district: str, state: str) -> Choice:
    return choice("place", "answer", facts={"district": district, "state": state}, value=value)


def _elsewhere() -> Choice:
    return choice("other_place", "answer", value=ELSEWHERE)


def _button(step: str, value: str) -> Choice:
    own = OWN_LABELS.get((step, value))
    pattern = LABELS_OF_CHOICES.get(step, "{value}")
    return choice(own or pattern.format(value=value), "answer", value=value)


def details(person: Person, business: Business) -> list[Line]:
    """What is kept, a line each; what was never answered is left out."""
    lines: list[Line] = []
    if person.name:
        lines.append(("owner_name", {"name": person.name}))
    if business.name:
        lines.append(("name", {"business": business.name}))
    if business.district:
        lines.append(("place", {"district": business.district, "state": business.state}))
    if business.products and business.sector:
        lines.append(("products", {"products": business.products, "sector": business.sector}))
    lines.append(("size", {"size": business.size}))
    if person.phone:
        lines.append(("phone", {"phone": person.phone}))
    return lines + _numbers(business) + _answers(business)


def _numbers(business: Business) -> list[Line]:
    udyam: Line = ("udyam", {"udyam": business.udyam}) if business.udyam else ("udyam_none", {})
    gstin: Line = ("gstin", {"gstin": business.gstin}) if business.gstin else ("gstin_none", {})
    return [udyam, gstin]


def _answers(business: Business) -> list[Line]:
    lines: list[Line] = []
    for name in ("woman_owned", "sells_online"):
        value = getattr(business, name)
        if value is not None:
            lines.append((f"{name}_{'yes' if value else 'no'}", {}))
    return lines
