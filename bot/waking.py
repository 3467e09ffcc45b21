"""An assistant that is not there yet: what is said to it waits until the model is loaded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.said import Answer, Said

if TYPE_CHECKING:
    from bot.assistant import Assistant


class Waking:
    """Loads the assistant in a thread of its own, so that one can type meanwhile."""

    def __init__(self, build: Callable[[], Assistant]) -> None:
        self._assistant = asyncio.ensure_future(asyncio.to_thread(build))

    async def reply(self, person: str, said: Said) -> Answer:
        """The assistant's reply. Raises what stood in the way of loading it."""
        return await (await self._assistant).reply(person, said)
