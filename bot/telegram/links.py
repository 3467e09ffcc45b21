"""Links into the conversation: `https://t.me/<bot>?start=<code>`, for posters, and for invitations from owner to owner.

Telegram allows 64 characters of `A-Za-z0-9_-` there; a code says nothing by itself and is looked up here.
"""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import referrals
from programme.workshops import Workshop


async def meaning_of_link(session: AsyncSession, code: str) -> str | None:
    """The payload that a link's code stands for; None for no code and for one that nobody gave out."""
    if not code:
        return None
    workshop = (await session.scalars(select(Workshop).where(Workshop.code == code))).first()
    if workshop is not None:
        return "/show_workshop" + json.dumps({"workshop": workshop.id})
    return "/invited" + json.dumps({"value": code}) if await referrals.is_invitation(session, code) else None


def address_of(bot_name: str) -> str:
    """Where a conversation with the bot begins."""
    return f"https://t.me/{bot_name}"
