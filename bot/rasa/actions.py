"""Custom actions run in our process: Rasa believes it calls an action server over HTTP."""

from __future__ import annotations

import json
import logging
from contextvars import ContextVar
from typing import Any

from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

log = logging.getLogger(__name__)

failures: ContextVar[list[Exception] | None] = ContextVar("failures", default=None)
"""What went wrong in the actions of the turn that runs; Rasa itself only logs it and goes on."""


class ActionsInProcess(EndpointConfig):
    """An action endpoint without a server. Errors become what the HTTP client would have raised."""

    def __init__(self, package: str = "actions") -> None:
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    @property
    def names(self) -> frozenset[str]:
        """The names of all actions that can be run."""
        return frozenset(self._executor.actions)

    async def request(self, method: str = "post", subpath: str | None = None, **kwargs: Any) -> dict[str, Any]:
        """Run the action that the body names; the body goes through JSON as it would over the wire."""
        call = json.loads(json.dumps(kwargs["json"]))
        try:
            result = await self._executor.run(call)
        except ActionExecutionRejection as rejection:
            told = json.dumps({"action_name": rejection.action_name, "error": rejection.message})
            raise ClientResponseError(400, "rejected", told) from rejection
        except Exception as error:
            _note(error)
            raise ClientResponseError(500, type(error).__name__, "") from error
        return result or {"events": [], "responses": []}


_checked_to_the_letter = RemoteAction._validate_action_result


def _validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Of what our own actions return in process, the outline; of what a server returns, everything, as Rasa does."""
    if not isinstance(self.action_endpoint, ActionsInProcess):
        return bool(_checked_to_the_letter(self, result))
    if not all(isinstance(event, dict) and "event" in event for event in result["events"]):
        raise ValueError(f"{self.name()} returned what is no event")
    if not all(isinstance(response, dict) for response in result["responses"]):
        raise ValueError(f"{self.name()} returned what is no response")
    return True


# Rasa checks its schema of all events, and then the answer against it, at each call: nine tenths of a form turn
RemoteAction._validate_action_result = _validate_action_result


def _note(error: Exception) -> None:
    noted = failures.get()
    if noted is not None:
        noted.append(error)
    log.error("action failed: %s", type(error).__name__, exc_info=error)
