"""What an answer is: its words, where they come from, and until when they may be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


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

    `known` is a whole sentence with the place `{value}`; `silent` is the whole sentence for when the operator's
    programme file does not have `setting`.
    """

    setting: str
    known: str
    silent: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer, in English; every text in it is also a key of the catalogues.

    `topic` is the intent's name without `faq/`; `title` a button's label; `as_of` the newest source behind the main
    text; `review_by` the day from which the answer must not be shown unread; `by_state` extra paragraphs by ISO 3166-2
    code; `official` the bare domain where the person can check, or None where only the operator can tell.
    """

    topic: str
    title: str
    text: str
    sources: tuple[str, ...]
    as_of: date
    review_by: date
    related: tuple[str, ...]
    by_state: Mapping[str, str] = field(default_factory=dict, hash=False)
    operator: tuple[OperatorNote, ...] = ()
    official: str | None = None
