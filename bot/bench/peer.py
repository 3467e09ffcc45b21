"""The peer in a process of its own: stock Rasa as `rasa init` sets it up, with a stock action server beside it.

The agent is driven in process, so that no REST channel is charged to it; its actions go over HTTP, as stock ones do.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from bot.bench.conversations import Step, payload_of
from bot.bench.driving import Driver, serve
from bot.settings import ROOT

LOOPBACK = "127.0.0.1"
POLL_SECONDS = 0.05


class Peer:
    """Takes turns through `Agent.handle_text`."""

    def __init__(self, agent: Any) -> None:
        self._agent = agent

    async def take(self, step: Step, shown: Sequence[str]) -> tuple[bool, Sequence[str]]:
        # a model of one epoch often misunderstands; where it shows no such button the press is sent all the same
        text = (payload_of(step.words, shown) or step.words) if step.kind == "press" else step.words
        messages = await self._agent.handle_text(text, sender_id=step.person)
        return bool(messages), [button["payload"] for one in messages for button in one.get("buttons") or []]

    async def repeat(self, person: str, messages: int, times: int) -> None:
        """Put the events of the last messages into the stored conversation again and again, as turns would."""
        from rasa.shared.core.events import UserUttered
        from rasa.shared.core.trackers import DialogueStateTracker

        store = self._agent.tracker_store
        tracker = await store.retrieve(person)
        events = list(tracker.events)
        begin = [index for index, event in enumerate(events) if isinstance(event, UserUttered)][-messages]
        longer = [*events, *(events[begin:] * times)]
        await store.save(DialogueStateTracker.from_events(person, longer, self._agent.domain.slots))


@asynccontextmanager
async def opened() -> AsyncIterator[Driver]:
    """The agent of the model named by the first argument, ready when its action server is."""
    port = free_port()
    async with _action_server(port) as server:
        agent = _agent(Path(sys.argv[1]), port)
        await listening_on(port)
        yield Driver(Peer(agent), (os.getpid(), server.pid))


def _agent(model: Path, port: int) -> Any:
    from rasa.core.agent import Agent
    from rasa.utils.endpoints import EndpointConfig
    from rasa.utils.log_utils import configure_structlog

    from bot.bench.stock_speech import StockSpeech

    configure_structlog(logging.WARNING)
    endpoint = EndpointConfig(url=f"http://{LOOPBACK}:{port}/webhook")
    return Agent.load(model, generator=StockSpeech(), action_endpoint=endpoint)


def free_port() -> int:
    """A port of the loopback interface that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def _action_server(port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "rasa", "run", "actions", "--actions", "actions", "--port", str(port),
        cwd=ROOT, stdin=asyncio.subprocess.DEVNULL, stdout=sys.stderr, env={**os.environ, "SANIC_HOST": LOOPBACK},
    )  # fmt: skip
    try:
        yield server
    finally:
        with suppress(ProcessLookupError):
            server.terminate()
        await server.wait()


async def listening_on(port: int) -> None:
    """Wait until somebody listens on a port of the loopback interface."""
    while True:
        with suppress(OSError):
            _reader, writer = await asyncio.open_connection(LOOPBACK, port)
            writer.close()
            return
        await asyncio.sleep(POLL_SECONDS)


if __name__ == "__main__":
    serve(opened)
