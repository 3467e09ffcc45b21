"""What people do, as the updates that Telegram would send of it (https://core.telegram.org/bots/api#update)."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.clock import Clock
from bot.rehearsal.lines import Act, Unreadable
from bot.rehearsal.phones import KEY, LINK, OWN_NUMBER, Phone, Phones
from bot.telegram.writing.markup import Marked
from bot.telegram.writing.splitting import split

PIXELS = 1280
SECONDS = 4
SOMEBODY_ELSE = "somebody-else"
EDITABLE = ("text", "photo", "voice")


class Updates:
    """Writes updates, numbered through, at the time of `clock`."""

    def __init__(self, phones: Phones, clock: Clock) -> None:
        self._phones = phones
        self._clock = clock

    def of(self, act: Act) -> list[dict[str, Any]]:
        """The updates of one act; a text too long for one message is sent in several. Raises `Unreadable`."""
        phone = self._phones.of(act.person)
        match act.kind:
            case "text":
                parts = split(Marked(act.text))
                return [self._message(phone, act, text=part.text) for part in parts]
            case "press":
                return [self._press(phone, act)]
            case "edit":
                return [self._edit(phone, act)]
            case "reaction":
                return [self._reaction(phone, act)]
        return [self._message(phone, act, **self._content(act))]

    def _content(self, act: Act) -> dict[str, Any]:
        caption = {"caption": act.text} if act.text else {}
        match act.kind:
            case "contact":
                whose = SOMEBODY_ELSE if act.forwarded else act.person
                return {"contact": {"phone_number": act.value, "first_name": act.person, "user_id": whose}}
            case "location":
                return {"location": {"latitude": act.value[0], "longitude": act.value[1]}}
            case "photo":
                size = {"width": PIXELS, "height": PIXELS, "file_size": PIXELS * 100}
                return {"photo": [{**self._file("photo"), **size}], **caption}
        return {"voice": {**self._file("voice"), "duration": SECONDS, "mime_type": "audio/ogg"}, **caption}

    def _file(self, kind: str) -> dict[str, Any]:
        name = f"rehearsed-{kind}-{self._phones.next_message()}"
        return {"file_id": name, "file_unique_id": name}

    def _message(self, phone: Phone, act: Act, **content: Any) -> dict[str, Any]:
        number = self._phones.next_message()
        if act.kind in EDITABLE:
            phone.sent = number
        return self._update(message=self._written(act, number, **content))

    def _edit(self, phone: Phone, act: Act) -> dict[str, Any]:
        if phone.sent is None:
            raise Unreadable(f"{act.person} has written nothing that could be edited")
        return self._update(edited_message=self._written(act, phone.sent, text=act.value, edit_date=self._now))

    def _written(self, act: Act, number: int, **content: Any) -> dict[str, Any]:
        if act.forwarded:
            content["forward_origin"] = {"type": "hidden_user", "sender_user_name": "Somebody", "date": self._now}
        return {"message_id": number, "date": self._now, "chat": _chat(act.person), "from": _person(act), **content}

    def _press(self, phone: Phone, act: Act) -> dict[str, Any]:
        tapped = phone.find(act.value)
        if tapped.key.kind == KEY:
            return self._message(phone, act, text=tapped.key.label)
        if tapped.key.kind == OWN_NUMBER:
            raise Unreadable('this key shares the phone\'s own number: write {"contact": "+91…"}')
        if tapped.key.kind == LINK:
            raise Unreadable(f"this button opens {tapped.key.carries}: the bot hears nothing of it")
        below = {"message_id": tapped.message, "date": self._now, "chat": _chat(act.person)}
        number = str(self._phones.next_message())
        pressed = {
            "id": number,
            "from": _person(act),
            "message": below,
            "chat_instance": "1",
            "data": tapped.key.carries,
        }
        return self._update(callback_query=pressed)

    def _reaction(self, phone: Phone, act: Act) -> dict[str, Any]:
        """To the newest message that she got."""
        if not phone.messages:
            raise Unreadable(f"{act.person} has got nothing to react to")
        new = [{"type": "emoji", "emoji": act.value}]
        reaction = {"chat": _chat(act.person), "message_id": phone.messages[-1].number, "user": _person(act),
                    "date": self._now, "old_reaction": [], "new_reaction": new}  # fmt: skip
        return self._update(message_reaction=reaction)

    def _update(self, **content: Any) -> dict[str, Any]:
        return {"update_id": self._phones.next_update(), **content}

    @property
    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def _chat(person: str) -> dict[str, Any]:
    return {"id": person, "type": "private"}


def _person(act: Act) -> dict[str, Any]:
    told = {"language_code": act.language} if act.language else {}
    return {"id": act.person, "is_bot": False, "first_name": act.person, **told}
