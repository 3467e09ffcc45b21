"""Frequently asked questions: answers that carry their sources and a date by which to read them again."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from locales.marking import mark as _
from programme.faq import exporting, gst, money, quality, selling, the_programme, the_training, udyam
from programme.faq.answers import Answer, OperatorNote, Source

__all__ = ["Answer", "OperatorNote", "Source", "all_answers", "answer_to", "message", "overdue"]

_ANSWERS: tuple[Answer, ...] = (
    *the_programme.ANSWERS,
    *the_training.ANSWERS,
    *udyam.ANSWERS,
    *gst.ANSWERS,
    *selling.ANSWERS,
    *exporting.ANSWERS,
    *money.ANSWERS,
    *quality.ANSWERS,
)
_BY_TOPIC = MappingProxyType({answer.topic: answer for answer in _ANSWERS})

CHECK_THERE = _("My sources for this go up to {month_year}. Rules change, so check {official} before you act.")
MAY_HAVE_CHANGED = _("My sources for this go up to {month_year}. Things may have changed since.")


def answer_to(topic: str) -> Answer:
    """The answer to `faq/<topic>`; KeyError where there is none."""
    return _BY_TOPIC[topic]


def all_answers() -> tuple[Answer, ...]:
    """Every answer, subject by subject."""
    return _ANSWERS


def overdue(today: date) -> list[Answer]:
    """The answers whose review date has passed, the longest overdue first."""
    return sorted((answer for answer in all_answers() if answer.review_by < today), key=lambda late: late.review_by)


def message(
    answer: Answer,
    state: str | None,
    profile: Mapping[str, str],
    say: Callable[[str], str],
    month_year: Callable[[date], str],
) -> str:
    """The whole answer for one person, its paragraphs joined by blank lines.

    `state` is the ISO 3166-2 code of the person's state, None where unknown; `profile` the operator's programme file;
    `say` translates one whole text; `month_year` writes a date as a month and a year in the person's language.
    """
    return "\n\n".join(_paragraphs(answer, state, profile, say, month_year))


def _paragraphs(
    answer: Answer,
    state: str | None,
    profile: Mapping[str, str],
    say: Callable[[str], str],
    month_year: Callable[[date], str],
) -> Iterator[str]:
    yield say(answer.text)
    if state and state in answer.by_state:
        yield say(answer.by_state[state])
    for note in answer.operator:
        yield _from_operator(note, profile, say)
    closing = CHECK_THERE if answer.official else MAY_HAVE_CHANGED
    yield say(closing).format(month_year=month_year(answer.as_of), official=answer.official)


def _from_operator(note: OperatorNote, profile: Mapping[str, str], say: Callable[[str], str]) -> str:
    value = profile.get(note.setting, "").strip()
    return say(note.known).format(value=value) if value else say(note.silent)
