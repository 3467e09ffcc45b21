"""Stand-ins for libraries that Rasa's modules import at their top and that nothing here calls.

Rasa imports TensorFlow, every channel's client and every store's driver whether or not they are used. Where such a
library is not installed, `stand_in` answers its import with an empty module, whose names can be inherited from,
subscripted and written into annotations, but not called. The real ones come with the dependency group `stock`.
"""

from __future__ import annotations

import os
import sys
from abc import ABCMeta
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

GROUP = "stock"
SWITCH = "MITRA_STAND_INS"
"""Set to `always` to do without these libraries even where they are installed, as an installation without the group does."""
LIBRARIES = {
    "aio_pika": "the RabbitMQ event broker",
    "aiogram": "Rasa's own Telegram channel",
    "aiormq": "the RabbitMQ event broker",
    "boto3": "models on Amazon S3, trackers in DynamoDB",
    "botocore": "models on Amazon S3, trackers in DynamoDB",
    "cachecontrol": "the Google Hangouts channel",
    "colorclass": "interactive learning",
    "coloredlogs": "the command line of stock Rasa",
    "colorhash": "interactive learning",
    "fbmessenger": "the Facebook channel",
    "google": "the Google Hangouts channel, TensorFlow",
    "jwt": "tokens of Rasa's HTTP channels",
    "keras": "DIET, TED, UnexpecTED",
    "matplotlib": "plots of `rasa test`",
    "prompt_toolkit": "the command line of stock Rasa",
    "pymongo": "trackers in MongoDB",
    "questionary": "the command line of stock Rasa",
    "randomname": "names of models that were given none",
    "redis": "trackers and locks in Redis",
    "requests": "Duckling, telemetry, the Google Hangouts channel",
    "rocketchat_API": "the Rocket.Chat channel",
    "safetensors": "DIET, TED, UnexpecTED",
    "sanic": "Rasa's HTTP server and action server",
    "sanic_cors": "Rasa's HTTP server and action server",
    "sanic_jwt": "Rasa's HTTP server",
    "sentry_sdk": "telemetry",
    "skops": "SklearnIntentClassifier, CRFEntityExtractor",
    "slack_sdk": "the Slack channel",
    "sklearn_crfsuite": "CRFEntityExtractor",
    "socketio": "the Socket.IO channel",
    "structlog_sentry": "telemetry",
    "tensorflow": "DIET, TED, UnexpecTED",
    "terminaltables": "interactive learning, telemetry",
    "twilio": "the Twilio channels",
    "webexteamssdk": "the Webex channel",
}
"""Top-level names that are imported and never called, each with what of stock Rasa needs it."""


class NotInstalled(ImportError):
    """A name of a stand-in was called; the message says what, what it is for, and how to install it."""

    def __init__(self, called: str) -> None:
        library = called.partition(".")[0]
        super().__init__(
            f"{called} was called, but {library} is not installed. It is needed for {LIBRARIES[library]}: "
            f"install the dependency group `{GROUP}` (uv sync --group {GROUP})",
            name=library,
        )


class _StandInType(ABCMeta):
    """The type of every name in a stand-in: a class that has any attribute and no instance, and may be caught."""

    def __getattr__(cls, name: str) -> _StandInType:
        if name.startswith("__"):
            raise AttributeError(name)
        return _named(cls.__module__, f"{cls.__qualname__}.{name}")

    def __getitem__(cls, _parameters: Any) -> _StandInType:
        return cls

    def __call__(cls, *_arguments: Any, **_named_ones: Any) -> Any:
        absent = next(one for one in cls.__mro__ if one.__module__.partition(".")[0] in LIBRARIES)
        raise NotInstalled(f"{absent.__module__}.{absent.__qualname__}")


def _named(module: str, name: str) -> _StandInType:
    return _StandInType(name.rpartition(".")[2], (Exception,), {"__module__": module, "__qualname__": name})


class _StandInModule(ModuleType):
    """A module that has every name."""

    def __getattr__(self, name: str) -> _StandInType:
        if name.startswith("__"):
            raise AttributeError(name)
        found = _named(self.__name__, name)
        setattr(self, name, found)
        return found


class _Finder(MetaPathFinder, Loader):
    """The last finder of all: it is asked only for what no other has found."""

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        top = name.partition(".")[0]
        stands_in = top in LIBRARIES and (top == name or isinstance(sys.modules.get(top), _StandInModule))
        return ModuleSpec(name, self, is_package=True) if stands_in else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandInModule(spec.name)

    def exec_module(self, _module: ModuleType) -> None:
        """There is nothing in it."""


def stand_in() -> None:
    """Answer imports of absent libraries from now on; calling it again changes nothing."""
    if any(isinstance(finder, _Finder) for finder in sys.meta_path):
        return
    always = os.environ.get(SWITCH) == "always"
    sys.meta_path.insert(0 if always else len(sys.meta_path), _Finder())


def stood_in_for() -> frozenset[str]:
    """The libraries that were imported so far and answered by a stand-in."""
    return frozenset(one.partition(".")[0] for one, module in sys.modules.items() if isinstance(module, _StandInModule))


def reason_of(error: BaseException) -> str:
    """What to tell of an error that Rasa wrapped: which library is absent, where that is the reason; else the error."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, NotInstalled):
        cause = cause.__cause__ or cause.__context__
    return str(cause or error)
