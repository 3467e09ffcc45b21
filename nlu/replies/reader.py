"""What a reply means, whole: the act, and the choice, field, value or topic that goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from nlu.replies import signs
from nlu.replies.choosing import chosen
from nlu.replies.denial import denies
from nlu.replies.details import DetailModel
from nlu.replies.examples import Example
from nlu.replies.model import ActModel, Moment
from nlu.replies.positions import position
from nlu.replies.questions import COSTLY, Act, field_of
from nlu.replies.spans import SpanModel
from nlu.replies.values import Value, stars, value_of
from nlu.tokens import words
from programme.identifiers.name_likelihood import Kind, Likelihood, looks_like_name
from programme.writing import cleaned

SURE_OF_A_COSTLY_YES = 0.75
"""The least chance of a yes to a costly question that is taken; what denies it or makes it depend is asked again."""
SURE_BESIDE_A_NO = 0.85
"""The same where something is denied that would stand in its way: "no mistake"."""
SURE_IN_DOUBT = 0.95
"""The same where a word ends as a Tamil no does."""
SURE_OF_A_NAME = 0.80
"""The chance given to what looks like a name and nothing else, where the model has no opinion."""
LEAST = 0.30
"""An act of a smaller chance is no reading at all."""
OPTIONS = {"messages": 3, "resume": 2, "cancel_form": 3, "consent": 3}
"""How many buttons stand under a question whose labels are always the same."""
RATING = "rating"
SECTOR = "field:sector"
PICKED = (*OPTIONS, RATING, SECTOR)
_MOST_BUTTONS = 9
_FIELDS, _PICKS = "reply_fields", "reply_picks"
_MEASURED = ("state", "district", "sector", "turnover", "investment", "phone", "udyam", "gstin")
_WHOLE = ("owner_name", "business_name")
"""What is kept as it was said, but for an introduction: a cut name is a wrong one."""
_NAMED: tuple[Kind, ...] = ("owner_name", "business_name", "products")
_TOPICLESS = frozenset({"affirm", "deny", "cancel", "greet", "thank", "goodbye"})


class ReadReply(NamedTuple):
    """A reply as it is meant in its moment; only the parts that belong to the act are set."""

    act: str
    confidence: float
    choice: int | None = None
    field: str | None = None
    value: Value | None = None
    topic: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The contract's object, without what does not apply."""
        found = {name: value for name, value in self._asdict().items() if value is not None}
        return {**found, "confidence": round(self.confidence, 4)}


@dataclass
class ReplyReader:
    """Reads replies. Trained once, of the examples beside this module."""

    acts: ActModel
    fields: DetailModel
    picks: dict[str, DetailModel]
    """By kind of question, where its buttons are always the same."""
    spans: SpanModel

    @classmethod
    def trained(cls, known: Sequence[Example], memory: Path | None = None) -> ReplyReader:
        """A reader that knows these examples; `memory` keeps the encoder's vectors."""
        moments = [Moment(one.asked, one.text, one.register, one.shown) for one in known]
        acts = ActModel.trained(moments, [one.act for one in known], memory)
        corrections = [one for one in known if one.act == Act.CORRECTION]
        marked = [one for one in known if one.span and (one.act == Act.CORRECTION or field_of(one.asked))]
        picks = {kind: DetailModel.trained(_detailed(known, kind)) for kind in PICKED}
        spans = SpanModel.trained(marked, map(_field_taught, marked))
        return cls(acts, DetailModel.trained(corrections), picks, spans)

    def read(self, moment: Moment, topics: Sequence[str] = ()) -> ReadReply:
        """What the reply does to its question; `topics` are the intents it may be, likeliest first. Never raises."""
        chances = self.acts.chances(moment)
        act = max(chances, key=lambda name: chances[name])
        if chances[act] < LEAST or (act == Act.YES and not _may_be_taken(moment, chances[act])):
            act = Act.UNCLEAR
        if act == Act.UNCLEAR and _is_surely_a_name(moment):
            return self._detailed(Act.VALUE, SURE_OF_A_NAME, moment, topics)
        return self._detailed(act, chances[act], moment, topics)

    def _detailed(self, act: str, chance: float, moment: Moment, topics: Sequence[str]) -> ReadReply:
        if act == Act.CHOICE:
            return ReadReply(act, chance, choice=self._choice(moment))
        if act == Act.CORRECTION:
            name = self.fields.detail(moment)
            return ReadReply(act, chance, field=name, value=self.value(name, act, moment.text))
        if act == Act.VALUE:
            return ReadReply(act, chance, value=self._value_at(moment))
        if act == Act.QUESTION:
            return ReadReply(act, chance, topic=next((one for one in topics if one not in _TOPICLESS), None))
        return ReadReply(act, chance)

    def _choice(self, moment: Moment) -> int | None:
        """Of what is shown; else of the question's own buttons, by number or by what they do."""
        if moment.shown:
            return chosen(moment.text, moment.shown)
        said = [word.text for word in words(moment.text)]
        number = position(said, OPTIONS.get(moment.asked, _MOST_BUTTONS))
        if number is None and moment.asked in self.picks:
            return int(self.picks[moment.asked].detail(moment))
        return number

    def _value_at(self, moment: Moment) -> Value | None:
        """By the field's reader; ratings and trades in other words by what such words were taught to amount to."""
        if moment.asked == RATING:
            return stars(moment.text) or int(self.picks[RATING].detail(moment))
        found = self.value(field_of(moment.asked), Act.VALUE, moment.text)
        return self.picks[SECTOR].detail(moment) if found is None and moment.asked == SECTOR else found

    def value(self, name: str | None, act: str, text: str) -> Value | None:
        """The value of the field in the text: what can be measured by its reader, a name by its place among the words."""
        if name in _MEASURED:
            return value_of(name, text)
        kind = next((each for each in _NAMED if each == name), None)
        if kind is None:
            return None
        whole = value_of(kind, text)
        if (
            kind in _WHOLE
            and act == Act.VALUE
            and (looks_like_name(text, kind) is not Likelihood.NO or whole != cleaned(text))
        ):
            return whole
        stretch = self.spans.value_in(kind, act, text)
        return value_of(kind, stretch) if stretch else None

    def keep(self, folder: Path) -> None:
        """Writes the reader as JSON and plain arrays."""
        self.acts.keep(folder)
        self.fields.keep(folder, _FIELDS)
        for kind, picks in self.picks.items():
            picks.keep(folder, f"{_PICKS}_{kind}")
        self.spans.keep(folder)

    @classmethod
    def kept(cls, folder: Path) -> ReplyReader:
        """The reader that `keep` wrote there."""
        picks = {kind: DetailModel.kept(folder, f"{_PICKS}_{kind}") for kind in PICKED}
        return cls(ActModel.kept(folder), DetailModel.kept(folder, _FIELDS), picks, SpanModel.kept(folder))


def _detailed(known: Sequence[Example], kind: str) -> list[Example]:
    """The examples of one kind that say which button, rating or code is meant."""
    told = (Act.CHOICE, Act.VALUE)
    return [one for one in known if one.asked == kind and one.detail and one.act in told and not one.shown]


def _field_taught(example: Example) -> str:
    return example.detail if example.act == Act.CORRECTION else str(field_of(example.asked))


def _is_surely_a_name(moment: Moment) -> bool:
    """Whether a name is asked for and this looks like nothing else: no example knows all names."""
    kind = next((each for each in _NAMED if each == field_of(moment.asked) and each in _WHOLE), None)
    return kind is not None and looks_like_name(moment.text, kind) is Likelihood.SURE


def _may_be_taken(moment: Moment, chance: float) -> bool:
    """Whether a yes counts: to a costly question only a sure one that nothing denies or makes depend on something."""
    if moment.asked not in COSTLY:
        return True
    said = [word.text for word in words(moment.text)]
    if moment.asked == "consent" and signs.is_about_age(said):
        return False  # "yes, I am 18" answers the lesser half
    least = SURE_IN_DOUBT if signs.maybe_no(said) else SURE_BESIDE_A_NO if signs.sure_no(said) else SURE_OF_A_COSTLY_YES
    return chance >= least and not denies(moment.asked, said) and not signs.is_conditional(said)
