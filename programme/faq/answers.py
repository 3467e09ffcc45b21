"""What an answer is: its words in parts, where they come from, and until when they may be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from programme.faq.circumstances import Applies, Circumstances

SHORT = "short"
MY_STATE = "my_state"
FOR_ME = "for_me"
"""Not written down anywhere: the sentences that apply to one person."""
WRITTEN_PARTS = (SHORT, "cost", "papers", "how_long", "where_how", "who_may", "what_if")
PARTS = (*WRITTEN_PARTS, MY_STATE, FOR_ME)
"""Every name that the entity `faq_part` may carry, in the order of the buttons."""

LONGEST = 350
"""The most letters as people see them (grapheme clusters) in one message, its last line included."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a fact was read.

    `dated` is the day of the page or of the event it reports; the first of the month or of the year where no more is
    known; None where the page bears no date at all.
    """

    key: str
    publisher: str
    address: str
    dated: date | None


@dataclass(frozen=True, kw_only=True)
class OperatorNote:
    """A sentence about something only the operator can say, such as the joining page.

    `known` is a whole sentence with the place `{value}`; `silent` is what is said while the operator's programme file
    does not have `setting`. General words on the same matter belong into `silent`, so that the operator's win over them.
    """

    setting: str
    known: str
    silent: str


@dataclass(frozen=True)
class Part:
    """One part of an answer: `text` is always true; `note` says what the operator said, or that nothing is known."""

    text: str = ""
    note: OperatorNote | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer, in English; every text in it is also a key of the catalogues.

    `topic` is the intent's name without `faq/`; `subject` what its topics have in common; `title` a button's label;
    `parts` by the names of `WRITTEN_PARTS`, the short one always there; `applies` sentences for certain people, the most
    particular first; `as_of` the newest source behind the parts; `review_by` the day from which the answer must not be
    shown unread; `by_state` what holds in one state, by ISO 3166-2 code; `official` the bare domain where the person can
    check, or None where only the operator can tell.
    """

    topic: str
    subject: str
    title: str
    parts: Mapping[str, Part] = field(hash=False)
    sources: tuple[str, ...]
    as_of: date
    review_by: date
    related: tuple[str, ...]
    applies: tuple[Applies, ...] = ()
    by_state: Mapping[str, str] = field(default_factory=dict, hash=False)
    official: str | None = None

    @property
    def depends_on_state(self) -> bool:
        """Whether naming a state after this answer asks for something else than was said."""
        return bool(self.by_state) or any(one.states for one in self.applies)

    def applying(self, who: Circumstances) -> tuple[Applies, ...]:
        """The sentences that apply to `who`, the most particular first."""
        return tuple(one for one in self.applies if one.to(who))

    def parts_for(self, who: Circumstances) -> tuple[str, ...]:
        """The names of the parts that there are for `who`, the short one first."""
        named = tuple(name for name in WRITTEN_PARTS if name in self.parts)
        return (*named, MY_STATE) if who.state in self.by_state else named


def keys(listed: str) -> tuple[str, ...]:
    """The keys of sources in `listed`, which stand there with spaces between them."""
    return tuple(listed.split())
