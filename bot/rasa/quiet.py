"""How Rasa is imported here: no telemetry, one thread, no debug lines with people's texts in them, absent libraries stood in for."""

from __future__ import annotations

import logging
import os
import warnings
from typing import Any

import structlog

from bot.rasa.absent import stand_in

ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_INTRA_OP_PARALLELISM_THREADS": "1",
    "TF_INTER_OP_PARALLELISM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    """TensorFlow says on the root logger, eight times, that its dashboards are not installed."""
    return not str(record.msg).startswith("Limited tf.")


def _show_nothing(*_warning: Any, **_where: Any) -> None:
    """Frozen dependencies warn of their own age hundreds of times; nobody at a terminal can act on it."""


def prepare(level: int = logging.ERROR) -> None:
    """Set the process up before the first import of Rasa; calling it again changes nothing."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    stand_in()
    # filters would not do: Sanic, which Rasa imports, puts its own in front of them
    warnings.showwarning = _show_nothing
    logging.getLogger().addFilter(_is_worth_a_line)
    logging.getLogger("rasa").setLevel(level)
    logging.getLogger("rasa_sdk").setLevel(level)
    # unless told otherwise structlog prints every debug line, people's words included
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(level))
