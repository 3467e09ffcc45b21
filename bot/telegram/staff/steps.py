"""A step of a draft: one question, what can be chosen or written there, and where that leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from bot.telegram.incoming.reading import Incoming
from bot.telegram.staff.desk import Desk, Option

TEXT = "text"
PHOTO = "photo"


class Step(Protocol):
    """Steps keep nothing: all there is to know stands in the draft."""

    awaits: ClassVar[str]
    """`TEXT` or `PHOTO` where something is to be sent here, else empty: what she writes is then for the assistant."""

    async def ask(self, desk: Desk) -> None:
        """Say the question, with its options as buttons."""

    async def options(self, desk: Desk) -> Sequence[Option]:
        """What can be chosen."""

    async def chosen(self, desk: Desk, name: str) -> None:
        """Take a choice and lead on."""

    async def written(self, desk: Desk, incoming: Incoming) -> None:
        """Take what was sent, where the step awaits it."""


class Choosing:
    """A step at which nothing is written."""

    awaits: ClassVar[str] = ""

    async def written(self, desk: Desk, incoming: Incoming) -> None:
        """Nothing comes here: it awaits nothing."""
