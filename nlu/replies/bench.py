"""How well replies to standing questions are read: the reader is asked about rows that other hands wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlu.registers import FOLDERS
from nlu.replies.examples import Example, examples
from nlu.replies.model import Moment
from nlu.replies.questions import COSTLY, Act
from nlu.replies.reader import ReadReply, ReplyReader


@dataclass(frozen=True)
class Read:
    """One test row and what was read in it."""

    row: Example
    reply: ReadReply
    known: bool
    """Whether the very same reply to the same question stands among the examples, as "yes" does."""

    @property
    def right(self) -> bool:
        """The act, and the choice, field or value where one applies."""
        if self.reply.act != self.row.act:
            return False
        if self.row.act == Act.CHOICE:
            return str(self.reply.choice) == self.row.detail
        if self.row.act == Act.VALUE:
            return str(self.reply.value) == self.row.detail
        if self.row.act == Act.CORRECTION:
            field, equals, value = self.row.detail.partition("=")
            return self.reply.field == field and (not equals or str(self.reply.value) == value)
        return True


def read_all(reader: ReplyReader, folder: Path) -> list[Read]:
    """The reading of every row below `folder` (`<register>.tsv`, columns as of the examples, `detail` what must come out)."""
    known = {(one.asked, one.text.casefold()) for one in examples()}
    return [
        Read(
            row,
            reader.read(Moment(row.asked, row.text, row.register, row.shown)),
            (row.asked, row.text.casefold()) in known,
        )
        for row in rows(folder)
    ]


def rows(folder: Path) -> Iterator[Example]:
    """The test rows, once for each kind of question."""
    for name, register in FOLDERS.items():
        for line in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            asked, act, detail, shown, text = line.split("\t")
            labels = tuple(shown.split(" | ")) if shown else ()
            yield from (Example(kind, act, detail, labels, text, register) for kind in asked.split(","))


def figures(read: Sequence[Read]) -> dict[str, float]:
    """Shares from 0 to 1 by the contract's names; `no_as_yes` is a number of rows."""
    costly = [one for one in read if one.row.asked in COSTLY]
    noes = [one for one in costly if one.row.act == Act.NO]
    yeses = [one for one in costly if one.row.act == Act.YES]
    by_register = {
        f"answers.{code}.accuracy": _right([one for one in read if one.row.register == code])
        for code in FOLDERS.values()
    }
    return {
        "answers.accuracy": _right(read),
        **by_register,
        "answers.unseen.accuracy": _right([one for one in read if not one.known]),
        "answers.no_as_yes": float(sum(one.reply.act == Act.YES for one in noes)),
        "answers.yes_as_no": sum(one.reply.act == Act.NO for one in yeses) / len(yeses),
        "answers.yes_at_once": sum(one.reply.act == Act.YES for one in yeses) / len(yeses),
    }


def _right(read: Sequence[Read]) -> float:
    return sum(one.right for one in read) / len(read)
