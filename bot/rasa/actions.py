"""Custom actions run in our process: Rasa believes it calls an action server over HTTP."""

from __future__ import annotations

import json
import logging
from contextvars import ContextVar
from typing import Any

import fastjsonschema
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

log = logging.getLogger(__name__)

failures: ContextVar[list[Exception] | None] = ContextVar("failures", default=None)
"""What went wrong in the actions of the turn that runs; Rasa itself only logs it and goes on."""

_check_result = fastjsonschema.compile(RemoteAction.action_response_format_spec())


def _validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """The same check as Rasa's, with the schema compiled once: theirs re-checks the schema itself at each call."""
    _check_result(result)
    return True


RemoteAction._validate_action_result = _validate_action_result  # nine tenths of a form turn were spent in theirs


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


def _note(error: Exception) -> None:
    noted = failures.get()
    if noted is not None:
        noted.append(error)
    log.error("action failed: %s", type(error).__name__, exc_info=error)
