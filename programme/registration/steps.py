"""The questions of the interview, in the order they are asked, and what each may be answered with by a button."""

from __future__ import annotations

from dataclasses import dataclass

from programme.businesses import CRORE


@dataclass(frozen=True)
class Step:
    """One question. `choices` are the values its buttons carry; `optional` ones can be skipped."""

    name: str
    choices: tuple[str, ...] = ()
    optional: bool = False
    open_text: bool = False


STATES_ON_BUTTONS = ("IN-MP", "IN-TN", "IN-HR", "IN-GJ", "IN-UP")
SECTORS_ON_BUTTONS = (
    "food",
    "textile",
    "handicraft",
    "leather",
    "engineering",
    "agriculture",
    "services",
    "trade",
    "other",
)

QUESTIONS = (
    Step("owner_name", open_text=True),
    Step("name", open_text=True),
    Step("state", choices=STATES_ON_BUTTONS),
    Step("district"),
    Step("products", open_text=True),
    Step("sector", choices=SECTORS_ON_BUTTONS, optional=True),
    Step("turnover", choices=("micro", "small", "medium", "unsure"), optional=True),
    Step("investment", choices=("micro", "small", "medium", "unsure"), optional=True),
    Step("phone"),
    Step("udyam", choices=("skip",), optional=True),
    Step("gstin", choices=("skip",), optional=True),
    Step("woman_owned", choices=("yes", "no", "skip"), optional=True),
    Step("sells_online", choices=("yes", "no")),
)
AROUND = (
    Step("consent", choices=("yes", "everything", "no")),
    Step("resume", choices=("continue", "restart")),
    Step("another", choices=("yes", "no")),
    Step("cancel", choices=("later", "discard", "continue")),
    Step("summary", choices=("correct", "change")),
    Step("change", choices=tuple(step.name for step in QUESTIONS if step.name not in ("state", "sector"))),
    Step("messages", choices=("all", "reminders", "none")),
)
STEPS = {step.name: step for step in (*AROUND, *QUESTIONS)}
ORDER = tuple(step.name for step in QUESTIONS)

# The figure written down for a tapped range: its upper end, which gives the same class as every value inside it
TURNOVER_RANGES = {"micro": 10 * CRORE, "small": 100 * CRORE, "medium": 500 * CRORE}
INVESTMENT_RANGES = {"micro": 25 * CRORE // 10, "small": 25 * CRORE, "medium": 125 * CRORE}
