"""A message on its way out: what an outbox row holds, and how an answer becomes such messages."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, replace
from typing import Any

from bot.said import Answer, Button, Document, Reply
from bot.telegram.writing.markup import Marked, emphasised, read_html
from bot.telegram.writing.splitting import LONGEST, LONGEST_CAPTION, split

SHARE_NUMBER = "/share_number"
TOKEN_BYTES = 9
NOTHING = Marked("")
REPLY, REMINDER, OFFER, NOTICE, BROADCAST, STAFF = "reply", "reminder", "offer", "notice", "broadcast", "staff"
"""Why a message goes: what she said, her own affairs, what changed, what is for many, what staff must know."""
AS_THEY_ARE = ("asks_number", "photo", "follows")


@dataclass(frozen=True)
class Letter:
    """One message. `buttons` stand below it; with `asks_number` they are keys of the phone's keyboard, the last of
    which shares the person's own number. `photo` is Telegram's number of a picture it has already, with the words below
    it. `bulk` is what nobody asked for. One that `follows` a broadcast is kept up to date after it. `row` is the outbox
    row, 0 for none. An `unmarked` one goes as bare text, which Telegram takes even when it dislikes our marks. `because`: why
    it goes; what the outbox holds are replies."""

    chat: str
    words: Marked = NOTHING
    buttons: tuple[Button, ...] = ()
    asks_number: bool = False
    document: Document | None = None
    photo: str | None = None
    bulk: bool = False
    follows: int = 0
    row: int = 0
    unmarked: bool = False
    because: str = REPLY

    def as_json(self) -> str:
        """For the outbox. Earlier versions read the text alone, and so does this one where that is all."""
        kept: dict[str, Any] = {"text": self.words.text}
        if self.words.marks:
            kept["html"] = self.words.html()
        if self.buttons:
            kept["buttons"] = [[button.label, button.payload] for button in self.buttons]
        if self.document:
            kept["document"] = [self.document.name, self.document.text]
        kept |= {name: value for name in AS_THEY_ARE if (value := getattr(self, name))}
        return json.dumps(kept, ensure_ascii=False)

    @classmethod
    def from_json(cls, row: int, chat: str, content: str) -> Letter:
        kept = json.loads(content)
        words = read_html(kept["html"]) if "html" in kept else Marked(kept["text"])
        document = Document(*kept["document"]) if "document" in kept else None
        buttons = tuple(Button(label, token) for label, token in kept.get("buttons", ()))
        others = {name: kept[name] for name in AS_THEY_ARE if name in kept}
        return cls(chat, words, buttons, document=document, row=row, **others)


def new_token() -> str:
    """What a button carries: it says nothing by itself. 12 bytes of the 64 that Telegram allows."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def letters_of(answer: Answer, chat: str, tokens: dict[str, str]) -> list[Letter]:
    """The messages of an answer; `tokens` gives for each payload shown what its button carries."""
    return [letter for reply in answer.replies for letter in _letters(reply, chat, tokens)]


def _letters(reply: Reply, chat: str, tokens: dict[str, str]) -> list[Letter]:
    """A long text in several; the buttons under the last; a document after it."""
    asks_number = any(button.payload == SHARE_NUMBER for button in reply.buttons)
    parts = [Letter(chat, part) for part in split(emphasised(reply.text, reply.emphasis))]
    if parts and reply.buttons:
        parts[-1] = replace(parts[-1], buttons=_buttons(reply, tokens), asks_number=asks_number)
    if reply.document:
        parts.append(Letter(chat, document=reply.document))
    return parts


def _buttons(reply: Reply, tokens: dict[str, str]) -> tuple[Button, ...]:
    return tuple(Button(button.label, tokens.get(button.payload, "-")) for button in reply.buttons)


def announcement(
    chat: str, words: Marked, *, photo: str | None = None, buttons: tuple[Button, ...] = ()
) -> list[Letter]:
    """What staff send to many: under the photo as much as Telegram allows there, the rest after it, the buttons last."""
    first, *others = split(words, first=LONGEST_CAPTION if photo else LONGEST) or [NOTHING]
    parts = [Letter(chat, first, photo=photo), *(Letter(chat, part) for part in others)]
    parts = [replace(part, bulk=True, because=BROADCAST) for part in parts]
    parts[-1] = replace(parts[-1], buttons=buttons)
    return parts
