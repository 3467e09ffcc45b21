"""What of a member's message is kept for the room, at the moment it is written down: no more than her draft awaits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.telegram.incoming.reading import Incoming
from bot.telegram.staff.entities import html_of
from bot.telegram.staff.room import SENT, step_of
from bot.telegram.staff.steps import PHOTO, TEXT
from programme import drafts, staff

WRITTEN = ("text", "edited")


async def as_staff_sent(session: AsyncSession, key: str, incoming: Incoming, update: dict[str, Any]) -> Incoming:
    """`incoming`, marked where it came from a member under `key`; with its formatting, or its picture's number at Telegram, where her
    draft waits for just that."""
    if incoming.kind not in SENT:
        return incoming
    member = await staff.member(session, key)
    if member is None:
        return incoming
    incoming, draft = replace(incoming, staff=True), await drafts.draft_of(session, member)
    awaited = step_of(draft).awaits if draft else ""
    if awaited == TEXT and incoming.kind in WRITTEN:
        return replace(incoming, html=_formatted(update))
    if awaited == PHOTO and incoming.kind == "photo":
        return replace(incoming, file=_largest(update))
    return incoming


def _formatted(update: dict[str, Any]) -> str:
    message = update.get("message") or update.get("edited_message") or {}
    entities = message.get("entities")
    return html_of(message["text"], entities if isinstance(entities, list) else [])


def _largest(update: dict[str, Any]) -> str | None:
    """Telegram sends each picture in several sizes, the largest last."""
    sizes = [one["file_id"] for one in update["message"]["photo"] if isinstance(one, dict) and one.get("file_id")]
    return str(sizes[-1]) if sizes else None
