"""One part of an answer as one person reads it: what applies to her first, the operator's word, the date last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import regex

from locales.marking import mark as _
from programme.faq.answers import FOR_ME, LONGEST, MY_STATE, SHORT, Answer, OperatorNote
from programme.faq.circumstances import Circumstances

CHECK_THERE = _("As of {month_year}; check at {official}.")
MAY_HAVE_CHANGED = _("As of {month_year}; it may have changed since.")

Say = Callable[[str], str]
_GRAPHEME = regex.compile(r"\X")


def letters_in(text: str) -> int:
    """How many letters a reader counts: grapheme clusters."""
    return len(_GRAPHEME.findall(text))


def message(
    answer: Answer,
    part: str,
    who: Circumstances,
    profile: Mapping[str, str],
    say: Say,
    month_year: Callable[[date], str],
) -> str:
    """The part `part` of `answer` for one person, its paragraphs joined by line breaks; the short part where there is none.

    `profile` is the operator's programme file; `say` translates one whole text; `month_year` writes a date as a month
    and a year in the person's language. Longer than `LONGEST` only where the operator's own words are.
    """
    closing = say(CHECK_THERE if answer.official else MAY_HAVE_CHANGED)
    last = closing.format(month_year=month_year(answer.as_of), official=answer.official)
    return "\n".join(
        [*_fitting(list(_paragraphs(answer, part, who, profile, say)), LONGEST - letters_in(last) - 1), last]
    )


def next_part(answer: Answer, wanted: str | None, told: Sequence[str], who: Circumstances) -> str | None:
    """The part to say now: `wanted`, or another one where that would be the same text again; None where all is said.

    `told` are the parts of this answer that the person has read in this conversation, the latest last. `wanted` is None
    where she asked for no part in particular; KeyError where the answer has no such part.
    """
    named = answer.parts_for(who)
    if wanted not in (None, FOR_ME, *named):
        raise KeyError(wanted)
    first = _for_her(answer, named, who) if wanted == FOR_ME else wanted or SHORT
    if first is not None and not _again(first, told):
        return first
    return next((part for part in _further(answer, named, who) if part not in told), None)


def _for_her(answer: Answer, named: Sequence[str], who: Circumstances) -> str | None:
    """What answers "does it apply to me": her own sentences, else who it is for at all."""
    if answer.applying(who):
        return FOR_ME
    return "who_may" if "who_may" in named else None


def _again(part: str, told: Sequence[str]) -> bool:
    """Whether saying `part` repeats: what answers the question itself once in a conversation, the rest not twice running."""
    return part in told if part in (SHORT, FOR_ME) else list(told[-1:]) == [part]


def _further(answer: Answer, named: Sequence[str], who: Circumstances) -> Iterator[str]:
    """What is left to say once the short part is known: what concerns this person first."""
    if answer.applying(who):
        yield FOR_ME
    if MY_STATE in named:
        yield MY_STATE
    yield from named[1:]


def _paragraphs(
    answer: Answer, part: str, who: Circumstances, profile: Mapping[str, str], say: Say
) -> Iterator[str]:  # the operator's word and what applies to her come first: what does not fit is left out at the end
    if part == FOR_ME:
        yield from (say(one.text) for one in answer.applying(who))
        return
    if part == MY_STATE and who.state and who.state in answer.by_state:
        yield say(answer.by_state[who.state])
        return
    said = answer.parts.get(part) or answer.parts[SHORT]
    if said.note and (operators := _from_operator(said.note, profile, say)):
        yield operators
    yield from (say(one.text) for one in answer.applying(who)[:1] if one.part == part)
    if said.text:
        yield say(said.text)
    if said.note and not profile.get(said.note.setting, "").strip():
        yield say(said.note.silent)


def _from_operator(note: OperatorNote, profile: Mapping[str, str], say: Say) -> str:
    value = profile.get(note.setting, "").strip()
    return say(note.known).format(value=value) if value else ""


def _fitting(paragraphs: Sequence[str], room: int) -> list[str]:
    """As many paragraphs from the first on as there is room for, in letters; the first always."""
    kept, left = list(paragraphs[:1]), room - letters_in(paragraphs[0])
    for one in paragraphs[1:]:
        left -= letters_in(one) + 1
        if left < 0:
            break
        kept.append(one)
    return kept
