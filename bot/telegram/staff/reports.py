"""How a broadcast goes, in one message with what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.said import Button
from bot.telegram.staff import speech
from bot.telegram.staff.speech import Line
from bot.telegram.writing.markup import Marked
from programme import broadcasts, deliveries
from programme.broadcasts import Broadcast
from programme.deliveries import (
    CANCELLED,
    FAILED,
    NOT_GOT,
    OPTED_OUT,
    QUEUED,
    SENDING,
    SENT,
    STATUSES,
    UNCERTAIN,
    UNREACHABLE,
)

WATCHED = "w."
"""What the buttons of such a message carry begins so: `w.<broadcast>.<act>`. They hold for as long as it does."""
REFRESH, PAUSE, RESUME, CALL_OFF, RESEND, MISSED = "refresh", "pause", "resume", "call_off", "resend", "missed"
LINES = {
    SENT: "sent", QUEUED: "queued", SENDING: "queued", UNREACHABLE: "unreachable_now", OPTED_OUT: "stopped",
    FAILED: "failed", UNCERTAIN: "uncertain", CANCELLED: "cancelled",
}  # fmt: skip


@dataclass(frozen=True)
class Report:
    """`is_over`: nothing of it will change by itself any more."""

    words: Marked
    buttons: tuple[Button, ...]
    status: str
    is_over: bool


async def report_on(session: AsyncSession, broadcast: Broadcast, language: str, *, may_act: bool) -> Report:
    """How `broadcast` stands; the buttons are those of a member who may act, or only look."""
    counts = await deliveries.counts_of(session, broadcast.id)
    done = sum(counts.values()) - counts[QUEUED] - counts[SENDING]
    words = speech.words(
        language, "progress", _lines(counts), number=str(broadcast.id), standing=standing(broadcast, language),
        done_count=done, people_count=sum(counts.values()),
    )  # fmt: skip
    acts = [*(_acts(broadcast, counts) if may_act else []), REFRESH]
    buttons = tuple(Button(speech.label(language, f"staff_{act}"), carried(broadcast.id, act)) for act in acts)
    return Report(words, buttons, broadcast.status, broadcast.status in (broadcasts.DONE, broadcasts.CALLED_OFF))


def standing(broadcast: Broadcast, language: str) -> str:
    """The status in words."""
    return speech.label(language, f"staff_{broadcast.status}")


def carried(number: int, act: str) -> str:
    """What the button of an act on a broadcast carries."""
    return f"{WATCHED}{number}.{act}"


def _lines(counts: dict[str, int]) -> list[Line]:
    """A line for each fate that befell anybody; who is being written to still waits."""
    by_line = dict.fromkeys((LINES[status] for status in STATUSES), 0)
    for status, count in counts.items():
        by_line[LINES[status]] += count
    return [(line, {"people_count": count}) for line, count in by_line.items() if count]


def _acts(broadcast: Broadcast, counts: dict[str, int]) -> list[str]:
    acts = []
    if broadcast.status in (broadcasts.SCHEDULED, broadcasts.SENDING):
        acts.append(PAUSE)
    if broadcast.status == broadcasts.PAUSED:
        acts.append(RESUME)
    if broadcast.status in broadcasts.RUNNING:
        acts.append(CALL_OFF)
    if counts[FAILED] and broadcast.status in (broadcasts.SENDING, broadcasts.PAUSED, broadcasts.DONE):
        acts.append(RESEND)
    return [*acts, *([MISSED] if any(counts[status] for status in NOT_GOT) else [])]
