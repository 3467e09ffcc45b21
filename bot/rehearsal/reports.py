"""Messages on how a broadcast goes, kept up to date for staff, as `bot.telegram.staff.progress` does it by and by."""

from __future__ import annotations

from bot.rehearsal.phones import Phones
from bot.telegram.staff.progress import Editing, report_for
from bot.telegram.writing.letters import Letter
from programme.surroundings import Surroundings


class Reports:
    """One message a chat and broadcast: a newer one takes the place of the older."""

    def __init__(self, surroundings: Surroundings, editing: Editing, phones: Phones) -> None:
        self._surroundings = surroundings
        self._editing = editing
        self._phones = phones
        self._following: dict[tuple[str, int], int] = {}

    def follow(self, chat: str, message: int, broadcast: int) -> None:
        """Keep `message` up to date."""
        self._following[chat, broadcast] = message

    async def renew(self) -> None:
        """Show in each message what changed."""
        for (chat, broadcast), message in list(self._following.items()):
            report = await report_for(self._surroundings, chat, broadcast)
            if report is not None and report.words.text != self._phones.of(chat).text_of(message):
                await self._editing.edit(Letter(chat, report.words, report.buttons), message)
            if report is None or report.is_over:
                del self._following[chat, broadcast]
