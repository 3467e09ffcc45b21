"""Our side of the benchmark, in a process of its own: the assistant as every doorway uses it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.app import App, build_assistant, open_app
from bot.bench.conversations import Step, payload_of
from bot.bench.driving import Driver, serve
from bot.said import Answer, Said
from bot.settings import read_settings

if TYPE_CHECKING:
    from bot.assistant import Assistant


class Product:
    """Takes turns through `Assistant.reply`."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    async def take(self, step: Step, shown: Sequence[str]) -> tuple[bool, Sequence[str]]:
        said = Said(text=step.words)
        if step.kind == "press":
            payload = payload_of(step.words, shown)
            if payload is None:
                return False, shown
            said = Said(press=payload)
        answer = await self._assistant.reply(f"bench:{step.person}", said)
        return _is_answered(answer), [button.payload for reply in answer.replies for button in reply.buttons]

    async def repeat(self, person: str, messages: int, times: int) -> None:
        raise NotImplementedError("our turns are quick enough to be taken")


def _is_answered(answer: Answer) -> bool:
    return bool(answer.replies) and answer.intent not in (None, "old_button")


@asynccontextmanager
async def opened() -> AsyncIterator[Driver]:
    """The assistant on the database that `MITRA_DATABASE_URL` names, which must have its schema and workshops."""
    app: App
    async with open_app(read_settings()) as app:
        yield Driver(Product(build_assistant(app.settings)), (os.getpid(),))


if __name__ == "__main__":
    serve(opened)
