"""The Rasa agent inside our process, built from our parts, refused when any of them is not in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.rasa.absent import reason_of
from bot.rasa.later import put_off
from bot.rasa.quiet import prepare

prepare()
with put_off("sklearn"):  # for splitting the training data of DIET
    import rasa.utils.tensorflow.model_data  # noqa: F401 - the one module that imports it

from rasa.core.agent import Agent  # noqa: E402 - the process must be prepared first
from rasa.core.channels.channel import OutputChannel, UserMessage  # noqa: E402
from rasa.core.processor import MessageProcessor  # noqa: E402
from rasa.shared.core.domain import Domain  # noqa: E402

from bot.rasa.actions import ActionsInProcess, failures  # noqa: E402
from bot.rasa.domains import read_quickly  # noqa: E402
from bot.rasa.graph import OneAfterTheOther  # noqa: E402
from bot.rasa.speech import GettextSpeech  # noqa: E402
from bot.rasa.trackers import ShortTrackerStore  # noqa: E402
from programme.surroundings import utc_now  # noqa: E402

BUILT_INTO_RASA = "action_"
Parsed = dict[str, Any]


@dataclass(frozen=True)
class Moment:
    """When something is said: the kind of question that stands, the labels shown under it, the person's language."""

    asked: str
    shown: tuple[str, ...] = ()
    language: str | None = None


class CannotStart(Exception):
    """A part is missing or broken; the message says which, and how to mend it."""


class TurnFailed(Exception):
    """An action failed in this turn; what it began was rolled back and the dialogue stands where it stood."""


class Collected(OutputChannel):
    """Collects replies whole; they are sent after the turn, so that a failing network cannot lose the turn."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "mitra"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self.messages.append(message)


@dataclass(frozen=True)
class EmbeddedAgent:
    """Rasa, to parse a text and to take a turn. `now` is what "tomorrow" is seen from."""

    agent: Agent
    processor: MessageProcessor
    now: Callable[[], datetime] = utc_now

    def parse(self, text: str, moment: Moment | None = None) -> Parsed:
        """The model's reading of `text`: `intent`, `intent_ranking`, `entities`, `register`; in a moment `answer` too.

        Runs for milliseconds.
        """
        said_at = {"now": self.now().isoformat()}
        message = UserMessage(text, metadata={**said_at, **asdict(moment)} if moment else said_at)
        parsed: Parsed = self.processor._parse_message_with_graph(message, _no_tracker())
        return parsed

    async def take_turn(self, key: str, text: str, parsed: Parsed, metadata: dict[str, Any]) -> list[dict[str, Any]]:
        """Let the rules answer what was parsed; returns the replies. Raises `TurnFailed` when an action failed."""
        channel = Collected()
        noted: list[Exception] = []
        token = failures.set(noted)
        try:
            message = UserMessage(text, channel, key, parse_data=parsed, metadata=metadata)
            await self.processor.handle_message(message)
        finally:
            failures.reset(token)
        if noted:
            raise TurnFailed from noted[0]
        return channel.messages


def _no_tracker() -> Any:
    from rasa.shared.core.trackers import DialogueStateTracker

    return DialogueStateTracker.from_events("parse", [])


def load_agent(model: Path, now: Callable[[], datetime] = utc_now) -> EmbeddedAgent:
    """Load the model and connect our parts. Raises `CannotStart` on anything missing, never a silent fallback."""
    if not model.exists():
        raise CannotStart(f"there is no model at {model}: run `mitra train`")
    read_quickly()
    endpoint = ActionsInProcess()
    store = ShortTrackerStore(Domain.empty())
    try:
        agent = Agent.load(model, generator=GettextSpeech(), tracker_store=store, action_endpoint=endpoint)
    except Exception as error:
        raise CannotStart(
            f"the model {model.name} cannot be loaded ({reason_of(error)}): run `mitra train --force`"
        ) from error
    processor = agent.processor
    if processor is None or not isinstance(agent.nlg, GettextSpeech):
        raise CannotStart("Rasa replaced a part of ours with its own: run `mitra train --force`")
    _check_actions(processor.domain, endpoint)
    # Rasa wraps the store so that a read error gives a blank conversation; ours must be heard
    agent.tracker_store = processor.tracker_store = store
    store.domain = processor.domain
    processor.graph_runner = OneAfterTheOther(processor.graph_runner)
    return EmbeddedAgent(agent, processor, now)


def _check_actions(domain: Domain, endpoint: ActionsInProcess) -> None:
    missing = [name for name in domain.user_actions if not name.startswith("utter_") and name not in endpoint.names]
    if missing:
        raise CannotStart(f"the model asks for actions that actions/ does not have: {', '.join(sorted(missing))}")
