"""Frequently asked questions: answers in parts that carry their sources and a date by which to read them again."""

from datetime import date
from types import MappingProxyType

from programme.faq import (
    exporting,
    gst,
    lending,
    looms,
    money,
    new_units,
    packing,
    quality,
    safety,
    selling,
    subjects,
    the_programme,
    the_training,
    udyam,
)
from programme.faq.answers import FOR_ME, LONGEST, MY_STATE, PARTS, SHORT, Answer, OperatorNote, Part, Source
from programme.faq.circumstances import NOTHING_KNOWN, Applies, Circumstances
from programme.faq.subjects import ASPECTS
from programme.faq.telling import letters_in, message, next_part

__all__ = [
    "ASPECTS", "FOR_ME", "LONGEST", "MY_STATE", "NOTHING_KNOWN", "PARTS", "SHORT", "Answer", "Applies", "Circumstances",
    "OperatorNote", "Part", "Source", "all_answers", "answer_to", "follow_up", "letters_in", "message", "next_part", "overdue",
    "part_for",
]  # fmt: skip

_ANSWERS: tuple[Answer, ...] = (
    *the_programme.ANSWERS,
    *the_training.ANSWERS,
    *udyam.ANSWERS,
    *gst.ANSWERS,
    *selling.ANSWERS,
    *exporting.ANSWERS,
    *money.ANSWERS,
    *new_units.ANSWERS,
    *lending.ANSWERS,
    *quality.ANSWERS,
    *packing.ANSWERS,
    *safety.ANSWERS,
    *looms.ANSWERS,
)
_BY_TOPIC = MappingProxyType({answer.topic: answer for answer in _ANSWERS})


def answer_to(topic: str) -> Answer:
    """The answer to `faq/<topic>`; KeyError where there is none."""
    return _BY_TOPIC[topic]


def all_answers() -> tuple[Answer, ...]:
    """Every answer, subject by subject."""
    return _ANSWERS


def part_for(topic: str, aspect: str) -> tuple[str, str] | None:
    """The topic and the part that answer `aspect`, asked after `topic`; None where no answer has facts on it.

    `aspect` is one of `ASPECTS`, as `nlu.aspects.aspect_of` reads it. KeyError where there is no such topic.
    """
    return subjects.part_for(answer_to(topic), aspect)


def follow_up(topic: str, aspect: str) -> dict[str, str]:
    """The entities that ask for `aspect` after `topic`, always: without facts the answer says who knows."""
    there, part = part_for(topic, aspect) or (topic, subjects.PART_OF.get(aspect, aspect))
    return {"faq_topic": there, "faq_part": part}


def overdue(today: date) -> list[Answer]:
    """The answers whose review date has passed, the longest overdue first."""
    return sorted((answer for answer in all_answers() if answer.review_by < today), key=lambda late: late.review_by)
