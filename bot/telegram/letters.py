"""A message on its way out: what an outbox row holds, and how an answer becomes such messages."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, replace
from typing import Any

from bot.said import Answer, Button, Document, Reply
from bot.telegram.splitting import split

SHARE_NUMBER = "/share_number"
TOKEN_BYTES = 9


@dataclass(frozen=True)
class Letter:
    """One message. `buttons` stand below it; with `asks_number` they are keys of the phone's keyboard, the last of
    which shares the person's own number. `row` is the outbox row, 0 for none."""

    chat: str
    text: str = ""
    buttons: tuple[Button, ...] = ()
    asks_number: bool = False
    document: Document | None = None
    row: int = 0

    def as_json(self) -> str:
        kept: dict[str, Any] = {"text": self.text}
        if self.buttons:
            kept["buttons"] = [[button.label, button.payload] for button in self.buttons]
        if self.asks_number:
            kept["asks_number"] = True
        if self.document:
            kept["document"] = [self.document.name, self.document.text]
        return json.dumps(kept, ensure_ascii=False)

    @classmethod
    def from_json(cls, row: int, chat: str, content: str) -> Letter:
        kept = json.loads(content)
        document = Document(*kept["document"]) if "document" in kept else None
        buttons = tuple(Button(label, token) for label, token in kept.get("buttons", ()))
        return cls(chat, kept["text"], buttons, kept.get("asks_number", False), document, row)


def new_token() -> str:
    """What a button carries: it says nothing by itself. 12 bytes of the 64 that Telegram allows."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def letters_of(answer: Answer, chat: str, tokens: dict[str, str]) -> list[Letter]:
    """The messages of an answer; `tokens` gives for each payload shown what its button carries."""
    return [letter for reply in answer.replies for letter in _letters(reply, chat, tokens)]


def _letters(reply: Reply, chat: str, tokens: dict[str, str]) -> list[Letter]:
    """A long text in several; the buttons under the last; a document after it."""
    asks_number = any(button.payload == SHARE_NUMBER for button in reply.buttons)
    parts = [Letter(chat, part) for part in split(reply.text)]
    if parts and reply.buttons:
        parts[-1] = replace(parts[-1], buttons=_buttons(reply, tokens), asks_number=asks_number)
    if reply.document:
        parts.append(Letter(chat, document=reply.document))
    return parts


def _buttons(reply: Reply, tokens: dict[str, str]) -> tuple[Button, ...]:
    return tuple(Button(button.label, tokens.get(button.payload, "-")) for button in reply.buttons)
