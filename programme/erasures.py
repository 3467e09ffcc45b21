"""Who was erased, without saying who: for erasing them again where an older state of the database comes back.

An entry is the number of a row and the moment it was made; when the row is gone that leads to nobody. The trail of acts
keeps the entries, in the transaction of the erasure; a file outside the database keeps a copy, for when the database is lost.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import erasure
from programme.audit import Act
from programme.inbox import Update
from programme.outbox import Outgoing
from programme.people import Person
from programme.whole_files import write_whole

log = logging.getLogger(__name__)

RESTORE = "restore"


@dataclass(frozen=True)
class Erased:
    """The person whose row had this number and was written at `met_at`, and when she was erased."""

    person: int
    met_at: datetime
    erased_at: datetime

    @property
    def row(self) -> tuple[int, datetime]:
        return self.person, self.met_at

    def as_json(self) -> str:
        met, erased = self.met_at.isoformat(), self.erased_at.isoformat()
        return json.dumps({"person": self.person, "met_at": met, "erased_at": erased})

    @classmethod
    def from_json(cls, line: str) -> Erased:
        """Raises `ValueError` for anything that `as_json` does not write."""
        try:
            kept = json.loads(line)
            times = datetime.fromisoformat(kept["met_at"]), datetime.fromisoformat(kept["erased_at"])
            return cls(int(kept["person"]), *times)
        except (TypeError, KeyError) as error:
            raise ValueError(f"no erasure: {error}") from error


async def of(session: AsyncSession) -> list[Erased]:
    """All erasures that this database knows of, oldest first."""
    acts = select(Act).where(Act.act == "erase", Act.detail.is_not(None)).order_by(Act.id)
    return [
        Erased(int(act.subject.partition(":")[2]), datetime.fromisoformat(str(act.detail)), act.at)
        for act in await session.scalars(acts)
    ]


def read(file: Path) -> list[Erased]:
    """The entries of a file, none where there is no file. A last line that was cut while it was written is put aside into a
    file beside it, and said; Raises `ValueError` for anything else that is no entry."""
    if not file.exists():
        return []
    lines = [line for line in file.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    entries: list[Erased] = []
    for number, line in enumerate(lines, start=1):
        try:
            entries.append(Erased.from_json(line))
        except ValueError:
            if number < len(lines):
                raise ValueError(f"line {number} is no erasure") from None
            _put_aside(file, line, entries)
    return entries


def _put_aside(file: Path, line: str, entries: Sequence[Erased]) -> None:
    beside = file.with_name(f"{file.name}.cut")
    write_whole(beside, f"{line}\n")
    write_whole(file, _as_lines(entries))
    log.warning(
        "the last line of the list of erasures was cut short; it stands beside the list now, in a file that ends in .cut"
    )


def _as_lines(entries: Iterable[Erased]) -> str:
    return "".join(f"{one.as_json()}\n" for one in entries)


def add(file: Path, erased: Iterable[Erased]) -> int:
    """Add what the file does not have, and see it onto the disk; returns how many that were."""
    there = read(file)
    known = {one.row for one in there}
    new = list({one.row: one for one in erased if one.row not in known}.values())
    if new:
        write_whole(file, _as_lines([*there, *new]))
    return len(new)


async def repeat(session: AsyncSession, erased: Sequence[Erased], now: datetime) -> int:
    """Erase everybody on the list who is there again; the sealed records go on the day they were due; returns how many."""
    done = 0
    for one in sorted(erased, key=lambda one: one.erased_at):
        person = await session.get(Person, one.person)
        if person is None or person.erased_at is not None or person.created_at != one.met_at:
            continue
        for table in (Update, Outgoing):  # of what waits too nothing may stay
            await session.execute(delete(table).where(table.chat == person.address))
        await erasure.erase(session, person, actor=RESTORE, now=now)
        if person.erased_at is not None:
            person.erased_at, person.purge_at = one.erased_at, one.erased_at + erasure.KEPT_AFTER_ERASURE
        done += 1
    return done
