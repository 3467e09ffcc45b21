"""An update as Telegram sends it (https://core.telegram.org/bots/api#update), read down to what an answer needs.

No names, no coordinates, no file ids and nobody else's number are taken over; every field may be missing or odd.
What is kept beyond that for staff who write a broadcast, `bot.telegram.staff.arriving` adds.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from programme.places import code_of, nearest
from programme.writing import cleaned, cleaned_lines

KINDS = (
    "photo", "voice", "video_note", "video", "audio", "sticker", "animation", "document", "poll", "venue", "dice",
    "story", "game", "invoice", "checklist", "paid_media",
)  # fmt: skip
SERVICE = (
    "pinned_message", "message_auto_delete_timer_changed", "successful_payment", "users_shared", "chat_shared",
    "write_access_allowed", "chat_background_set", "boost_added", "web_app_data",
)  # fmt: skip
GONE = ("kicked", "left")
_ONE_LINE = ("kind", "chat", "press", "callback", "contact", "language", "file")


@dataclass(frozen=True)
class Incoming:
    """One update. `kind` says what to do with it; the other fields are set where that needs them.

    Kinds: `text`, `edited`, `press`, `contact`, `foreign_contact`, `location`, the media of `KINDS`, `service`, `group`,
    `group_call` (addressed to us in a group), `channel`, `blocked`, `back`, `unknown`. `near` are districts around a location.
    A press has the number of the message with the button. `staff`: a member sent it; then `html` is a text with its
    formatting, and `file` Telegram's number of a picture, where a draft waits for that. `held` is the kind of what was taken
    out of the text because it must not be kept: such a text is not read any further.
    """

    kind: str
    chat: str = ""
    message_id: int | None = None
    text: str | None = None
    press: str | None = None
    callback: str | None = None
    contact: str | None = None
    language: str | None = None
    near: list[str] | None = None
    staff: bool | None = None
    html: str | None = None
    file: str | None = None
    held: str | None = None

    def as_json(self) -> str:
        kept = {name: value for name, value in asdict(self).items() if value is not None}
        return json.dumps(kept, ensure_ascii=False)

    @classmethod
    def from_json(cls, content: str) -> Incoming:
        return cls(**json.loads(content))


UNREADABLE = Incoming("unreadable")
"""Something came that is no update as Telegram makes them; of it nothing is kept but that it came."""
_LARGEST = 2**63
_LONGEST_NUMBER = 20


def number_of(update: Any) -> int | None:
    """The number by which Telegram counts an update, however large; None where there is none."""
    number = update.get("update_id") if isinstance(update, dict) else None
    if isinstance(number, str) and number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER:
        return int(number)
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def is_numbered(update: Any) -> bool:
    """Whether it has a number as Telegram gives them."""
    number = number_of(update)
    return number is not None and 0 <= number < _LARGEST


def kept_number_of(update: Any) -> int:
    """The number under which an update is written down: its own, or one below zero that the same update always gets."""
    if is_numbered(update):
        return int(update["update_id"])
    digest = hashlib.sha256(repr(update).encode("utf-8", "surrogatepass")).digest()
    return -1 - int.from_bytes(digest[:7], "big")


def read(update: Any, *, bot_name: str, named_chats: bool = False) -> Incoming:
    """What `update` is, in words that can be written down; `bot_name` is our user name, without the @. Never raises.

    Telegram's chats are numbers; with `named_chats`, as in a rehearsal, they are names.
    """
    try:
        return _storable(_read(update, bot_name.lower()), named_chats=named_chats)
    except (AttributeError, KeyError, TypeError, ValueError, ArithmeticError, RecursionError):
        return UNREADABLE


def _storable(seen: Incoming, *, named_chats: bool) -> Incoming:
    """Without half characters, NUL and the like, and with numbers that fit; a chat that is no number is nobody's."""
    clean: dict[str, Any] = {
        name: cleaned(value) for name, value in asdict(seen).items() if name in _ONE_LINE and isinstance(value, str)
    }
    lines: dict[str, Any] = {
        name: cleaned_lines(value) for name in ("text", "html") if isinstance(value := getattr(seen, name), str)
    }
    number = seen.message_id if _fits(seen.message_id) else None
    if seen.chat and not named_chats and not _fits(int(seen.chat)):
        raise ValueError("no chat")
    return replace(seen, **clean, **lines, message_id=number)


def _fits(number: Any) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and -_LARGEST <= number < _LARGEST


def _read(update: dict[str, Any], bot_name: str) -> Incoming:
    if message := update.get("message"):
        return _message(message, bot_name)
    if edited := update.get("edited_message"):
        read_edited = _message(edited, bot_name)
        return replace(read_edited, kind="edited") if read_edited.kind == "text" else Incoming("unknown")
    if pressed := update.get("callback_query"):
        return _press(pressed)
    if member := update.get("my_chat_member"):
        return _membership(member)
    if any(name in update for name in ("channel_post", "edited_channel_post")):
        return Incoming("channel")
    return Incoming("unknown")


def _message(message: dict[str, Any], bot_name: str) -> Incoming:
    chat, sender = message["chat"], message.get("from") or {}
    if chat["type"] != "private":
        return _in_group(message, str(chat["id"]), bot_name)
    seen = Incoming(
        "unknown", str(chat["id"]), message.get("message_id"), language=_language(sender.get("language_code"))
    )
    if isinstance(message.get("text"), str):
        return replace(seen, kind="text", text=plain_command(message["text"], bot_name))
    if contact := message.get("contact"):
        own = contact.get("user_id") is not None and contact["user_id"] == sender.get("id")
        return replace(seen, kind="contact", contact=str(contact["phone_number"])) if own else replace(seen, kind="foreign_contact")  # fmt: skip
    if place := message.get("location") or (message.get("venue") or {}).get("location"):
        return replace(seen, kind="location", near=_districts_around(place))
    kind = next((name for name in KINDS if name in message), None)
    service = any(name in message for name in SERVICE)
    return replace(seen, kind=kind or ("service" if service else "other"))


def _districts_around(place: dict[str, Any]) -> list[str]:
    """The districts that a point may lie in; the point itself goes no further than this."""
    return [code_of(district) for district in nearest(float(place["latitude"]), float(place["longitude"]))]


def _in_group(message: dict[str, Any], chat: str, bot_name: str) -> Incoming:
    """In a group only what is addressed to us by name is answered; everything else is not even read."""
    text = message.get("text")
    addressed = isinstance(text, str) and f"@{bot_name}" in text.lower()
    if not addressed:
        return Incoming("group", chat)
    return Incoming("group_call", chat, language=_language((message.get("from") or {}).get("language_code")))


def plain_command(text: str, bot_name: str) -> str:
    """`/help@our_bot` as `/help`."""
    if not text.startswith("/"):
        return text
    word, space, rest = text.partition(" ")
    name, _, addressee = word.partition("@")
    return f"{name}{space}{rest}" if addressee.lower() in ("", bot_name) else text


def _press(pressed: dict[str, Any]) -> Incoming:
    sender = pressed["from"]
    below = pressed.get("message") or {}
    chat = below.get("chat") or {"id": sender["id"], "type": "private"}
    if chat["type"] != "private":
        return Incoming("group", str(chat["id"]), callback=str(pressed["id"]))
    return Incoming(
        "press", str(sender["id"]), below.get("message_id"), press=str(pressed.get("data") or ""), callback=str(pressed["id"]),
        language=_language(sender.get("language_code")),
    )  # fmt: skip


def _membership(member: dict[str, Any]) -> Incoming:
    chat, status = member["chat"], member["new_chat_member"]["status"]
    if chat["type"] == "private":
        return Incoming("blocked" if status in GONE else "back", str(chat["id"]))
    joined = status not in GONE and member["old_chat_member"]["status"] in GONE
    if chat["type"] == "channel":
        return Incoming("channel")
    if not joined:
        return Incoming("group", str(chat["id"]))
    return Incoming("group_call", str(chat["id"]), language=_language((member.get("from") or {}).get("language_code")))


def _language(code: Any) -> str | None:
    return code.split("-")[0].lower() if isinstance(code, str) and code else None
