"""What staff made bold, italic or a link in Telegram, as our HTML (https://core.telegram.org/bots/api#messageentity)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any

from telegram import Chat, Message, MessageEntity
from telegram.constants import MessageEntityType

KEPT = (
    MessageEntityType.BOLD, MessageEntityType.ITALIC, MessageEntityType.UNDERLINE, MessageEntityType.STRIKETHROUGH,
    MessageEntityType.CODE, MessageEntityType.TEXT_LINK,
)  # fmt: skip
"""What our HTML knows as well; anything else arrives as plain words."""
_TYPED_TAG = re.compile(r"&lt;/?[a-z][a-z0-9-]*(?:\s[^<>]*?)?&gt;", re.IGNORECASE)
_NOBODY = Chat(1, Chat.PRIVATE)
_NEVER = datetime.fromtimestamp(0, UTC)


def html_of(text: str, entities: Sequence[dict[str, Any]]) -> str:
    """`text` as HTML. Where the entities do not fit the text, the text without them."""
    try:
        kept = [_entity(one) for one in entities if one.get("type") in KEPT]
        return Message(0, _NEVER, _NOBODY, text=text, entities=kept).text_html
    except (AttributeError, KeyError, TypeError, ValueError, UnicodeError):
        return escape(text)


def typed_tags(html: str) -> list[str]:
    """Tags typed as letters, which people would read as letters."""
    return list(dict.fromkeys(found.replace("&lt;", "<").replace("&gt;", ">") for found in _TYPED_TAG.findall(html)))


def _entity(one: dict[str, Any]) -> MessageEntity:
    url = one.get("url")
    # the library puts the address into the HTML as it is
    return MessageEntity(str(one["type"]), int(one["offset"]), int(one["length"]), url=escape(url) if url else None)
