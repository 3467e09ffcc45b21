"""What comes in and what goes out, whatever the doorway."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Said:
    """One thing a person did: wrote `text`, pressed a button (`press`: its label or payload), shared a `contact`
    (a phone number), or sent something of another `kind` (`photo`, `voice`, …). `meaning` is a payload that the doorway
    itself stands for, such as the workshop of a link; nobody's typing ever becomes one."""

    text: str | None = None
    press: str | None = None
    contact: str | None = None
    kind: str | None = None
    meaning: str | None = None


@dataclass(frozen=True)
class Button:
    """`payload` is what pressing it means: an intent, a slash before it, and its entities as JSON. `act` is what it answers
    to the question above it: `yes`, `no`, `none`, `later`; empty where it only names one of several things. `about` is
    more of what it stands for than its label says, for who names it by that."""

    label: str
    payload: str
    act: str = ""
    about: str = ""


@dataclass(frozen=True)
class Document:
    """A file to hand out, as UTF-8 text."""

    name: str
    text: str

    @property
    def bytes(self) -> int:
        return len(self.text.encode())


@dataclass(frozen=True)
class Reply:
    """One message out. `emphasis` says from which up to which character of `text` something stands out, where a doorway
    can show that. `asks` is the kind of question that stands after it, None where it asks nothing."""

    text: str
    buttons: tuple[Button, ...] = ()
    document: Document | None = None
    emphasis: tuple[tuple[int, int], ...] = ()
    asks: str | None = None


@dataclass(frozen=True)
class Answer:
    """The replies of one turn, the language they are in, and the intent that was understood (`faq/…` in full)."""

    replies: tuple[Reply, ...] = field(default=())
    language: str = "en"
    intent: str | None = None
