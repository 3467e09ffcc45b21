"""What was said inside the form: an answer to its question, or something beside the point that the rules take up."""

from __future__ import annotations

from actions.turn import ReadReply, Turn
from programme.businesses import Business
from programme.identifiers.names import read_name
from programme.identifiers.problem import Problem
from programme.places import code_of, districts_in
from programme.registration.answers import PLACES, READERS, Heard, Taken, read_answer
from programme.registration.corrections import correction_in
from programme.registration.interviews import CHANGE, Interview
from programme.registration.steps import STEPS
from programme.registration.taking import Said
from programme.registration.words import (
    BACK,
    COMMANDS,
    SKIP,
    asks_something,
    field_named,
    is_one_of,
    is_sentence,
    speaks_of_language,
    words_of,
)

SURE = 0.8
LIKELY = 0.4
SURE_OF_A_NAME = 0.75
"""Below it, what is taken for a name or a product is shown and confirmed before it is kept."""
STEP_OF_FIELD = {"business_name": "name"}
PART_OF_AN_ANSWER = ("affirm", "deny", "answer", "update_registration", "register_business", "out_of_scope", "cancel")
STOPPING = frozenset(
    "stop cancel quit exit band rok roko ruk nahi बंद रोको रुको रहने நிறுத்துங்க நிறுத்து niruthu niruthunga vendam".split()
)
NOT_A_NAME = (
    "greet", "goodbye", "thank", "help", "change_language", "talk_to_human", "bot_identity", "data_privacy",
    "delete_my_data", "stop_reminders", "list_workshops", "check_registration", "aadhaar_shared", "secret_shared", "not_text",
)  # fmt: skip
PRESSED_ONLY = (
    "aadhaar_shared", "secret_shared", "not_text", "old_button", "helped", "show_workshop", "answer_offer", "rate_workshop", "place_shared",
    "invited",
)  # fmt: skip


def affirmed(turn: Turn) -> bool:
    """Whether the model reads a yes."""
    return turn.intent.get("name") == "affirm" and _confidence(turn) >= LIKELY


def denied(turn: Turn) -> bool:
    """Whether the model reads a no."""
    return turn.intent.get("name") == "deny" and _confidence(turn) >= LIKELY


def _confidence(turn: Turn) -> float:
    return float(turn.intent.get("confidence") or 0.0)


def said_in(turn: Turn, interview: Interview) -> Said:
    """The turn as the interview hears it."""
    value, answer = turn.entity("value"), answer_to(turn, interview)
    if value is None and interview.heard.get("typed") and answer.act in ("yes", "no"):
        value = "as_typed" if answer.act == "yes" else "no"
    heard = Heard(
        text=turn.text,
        value=str(value) if value is not None else None,
        act=answer.act,
        stated=str(answer.value) if answer.act == "value" and answer.value is not None else None,
        affirmed=affirmed(turn),
        denied=denied(turn),
        sector=turn.entity("sector"),
        shared_phone=bool(turn.metadata.get("shared_phone")),
        near=near(turn),
    )
    if answer.act == "correction":
        to = str(answer.value) if answer.value is not None else None
        return Said(heard, wants_change=True, field=STEP_OF_FIELD.get(str(answer.field), answer.field), to=to)
    wants_change = turn.intent.get("name") == "update_registration" and _confidence(turn) >= LIKELY
    return Said(heard, wants_change=wants_change, field=(turn.entity("about") or field_named(turn.text)))


def answer_to(turn: Turn, interview: Interview) -> ReadReply:
    """The reading of the message as the answer to the interview's question; of no act where another question stood."""
    stood = turn.metadata.get("asked") == interview.asks
    return turn.answer if stood else ReadReply()


def near(turn: Turn) -> tuple[tuple[str, str, str], ...]:
    """The districts around a shared location, as options."""
    codes = turn.entity("place") if turn.intent.get("name") == "place_shared" else None
    return tuple((code_of(one), one.name, one.state.iso) for one in districts_in(codes or ()))


def wants_to_stop(turn: Turn, interview: Interview, business: Business) -> bool:
    """Whether the person wants out; "leave it" about a question that can be skipped, and "back", mean only that."""
    act = answer_to(turn, interview).act
    if interview.aside == "cancel":
        return False
    if act is not None:
        return act == "stop" or (act in ("unclear", "no") and _cancels(turn))
    if turn.intent.get("name") != "cancel":
        return False
    if STEPS[interview.question].open_text and len(words_of(turn.text)) > 1 and not is_sentence(turn.text):
        return _confidence(turn) >= SURE and any(word in STOPPING for word in words_of(turn.text))
    skips = STEPS[interview.question].optional and is_one_of(turn.text, SKIP)
    answers = not STEPS[interview.question].open_text and _answers(turn, interview, business)
    return not skips and not answers and correction_in(turn.text, interview, business) is None


def _cancels(turn: Turn) -> bool:
    back = is_one_of(turn.text, BACK)
    return turn.intent.get("name") == "cancel" and _confidence(turn) >= SURE and not back


def is_beside_the_point(turn: Turn, interview: Interview, business: Business) -> bool:
    """Whether this is a question or a wish of its own instead of an answer to the question that stands."""
    intent = str(turn.intent.get("name") or "")
    if near(turn) and interview.question in PLACES:
        return False
    if intent in PRESSED_ONLY or (turn.metadata.get("pressed") and intent != "answer"):
        return intent not in ("register_business", "update_registration")
    act = answer_to(turn, interview).act
    if turn.text.strip().lower() in STEPS[interview.question].choices:
        return False
    if act is not None:
        own_wish = act == "unclear" and intent not in PART_OF_AN_ANSWER and _confidence(turn) >= SURE
        return act == "question" or own_wish
    if turn.entity("value") is not None or intent in PART_OF_AN_ANSWER or not words_of(turn.text):
        return False
    if not any(letter.isalpha() for letter in turn.text):
        return False
    if correction_in(turn.text, interview, business) is not None:
        return False
    if STEPS[interview.question].open_text:
        return _is_no_name(turn, intent)
    return not _answers(turn, interview, business) and _confidence(turn) >= LIKELY


def may_be_a_question(turn: Turn, interview: Interview) -> bool:
    """Whether a would-be name reads like a sentence that the model is sure of: then the person is asked which it is."""
    intent, answer = str(turn.intent.get("name") or ""), answer_to(turn, interview)
    if answer.act is not None:
        doubtful = answer.act == "value" and (answer.confidence or 0) < SURE_OF_A_NAME
        return STEPS[interview.question].open_text and doubtful
    if not STEPS[interview.question].open_text or turn.entity("value") is not None or intent in PART_OF_AN_ANSWER:
        return False
    introduced = isinstance(name := read_name(turn.text), str) and name != " ".join(turn.text.split())
    return is_sentence(turn.text) and not introduced and _confidence(turn) >= SURE


def told_already(turn: Turn, interview: Interview, business: Business) -> bool:
    """Whether a wish for a change holds the new value too: "my new number is 98765 43210"."""
    if interview.purpose != CHANGE or interview.aside or interview.step not in ("phone", "district", "udyam", "gstin"):
        return False
    return isinstance(read_answer(interview.step, said_in(turn, interview).heard, interview, business), Taken)


def _is_no_name(turn: Turn, intent: str) -> bool:
    if asks_something(turn.text):
        return _confidence(turn) >= LIKELY and len(words_of(turn.text)) > 1
    if intent == "change_language" and turn.entity("language"):
        return speaks_of_language(turn.text)
    return intent in NOT_A_NAME and is_one_of(turn.text, COMMANDS) and _confidence(turn) >= LIKELY


def _answers(turn: Turn, interview: Interview, business: Business) -> bool:
    if interview.question not in READERS:
        return False
    if _confidence(turn) >= SURE and (asks_something(turn.text) or is_sentence(turn.text)) and _is_question(turn):
        return False
    reading = read_answer(interview.question, said_in(turn, interview).heard, interview, business)
    return not isinstance(reading, Problem)


def _is_question(turn: Turn) -> bool:
    return turn.intent.get("name") in ("faq", "list_workshops", "enrol_workshop", "my_workshops", "start_lesson")
