"""Updates as Telegram makes them, by its own description of their types, and what an attacker or a fault makes of them."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

USER = {"id": 77, "is_bot": False, "first_name": "Somebody", "language_code": "hi"}
CHAT = {"id": 77, "type": "private", "first_name": "Somebody"}
MESSAGE = {"message_id": 5, "date": 1_760_000_000, "chat": CHAT, "from": USER}
FILE = {"file_id": "abc", "file_unique_id": "a", "file_size": 9}
CONTENTS: tuple[dict[str, Any], ...] = (
    {"text": "namaste", "entities": [{"type": "bold", "offset": 0, "length": 4}, {"type": "text_link", "offset": 0, "length": 2, "url": "https://x.example"}]},
    {"text": "/start abc"}, {"text": "/broadcast"}, {"text": "STOP"}, {"contact": {"phone_number": "+919876543210", "first_name": "S", "user_id": 77}},
    {"location": {"latitude": 22.7, "longitude": 75.8}}, {"venue": {"location": {"latitude": 22.7, "longitude": 75.8}, "title": "x", "address": "y"}},
    {"photo": [{**FILE, "width": 9, "height": 9}], "caption": "my shop"}, {"voice": {**FILE, "duration": 3}}, {"sticker": {**FILE, "width": 1, "height": 1}},
    {"document": {**FILE, "file_name": "a.pdf"}}, {"poll": {"id": "1", "question": "?", "options": []}}, {"dice": {"emoji": "🎲", "value": 3}},
    {"pinned_message": {"message_id": 1}}, {"new_chat_title": "x"}, {"web_app_data": {"data": "x", "button_text": "y"}},
)  # fmt: skip
MEMBER = {"user": USER, "status": "member"}
OTHERS: tuple[dict[str, Any], ...] = (
    {"callback_query": {"id": "9", "from": USER, "message": {**MESSAGE}, "chat_instance": "1", "data": "token"}},
    {"my_chat_member": {"chat": CHAT, "from": USER, "date": 1, "old_chat_member": MEMBER, "new_chat_member": {"user": USER, "status": "kicked"}}},
    {"channel_post": {**MESSAGE, "chat": {"id": -1, "type": "channel"}, "text": "x"}}, {"poll_answer": {"poll_id": "1", "option_ids": [0]}},
    {"message_reaction": {"chat": CHAT, "message_id": 1}}, {"inline_query": {"id": "1", "from": USER, "query": "", "offset": ""}},
    {"message": {**MESSAGE, "chat": {"id": -100, "type": "supergroup"}, "text": "@mitra_test_bot hello"}},
)  # fmt: skip
SKELETONS: tuple[dict[str, Any], ...] = (
    *({"message": {**MESSAGE, **content}} for content in CONTENTS),
    *({"edited_message": {**MESSAGE, **content}} for content in CONTENTS[:3]),
    *OTHERS,
)


def deep(levels: int = 400) -> Any:
    value: Any = []
    for _level in range(levels):
        value = [value]
    return value


POISON = st.one_of(
    st.sampled_from([None, True, False, -1, 0, 2**31, 2**63, 2**70, -(2**70), 1.5, float("inf"), float("nan"), "", "\ud800", "a\x00b", "\U000e0041",
                     [], {}, [None], {"id": None}, "x" * 5000, "२", "77", b"bytes", deep()]),
    st.text(st.characters(exclude_categories=()), max_size=20),
    st.integers(),
    st.dictionaries(st.sampled_from(["id", "type", "text", "from", "chat", "file_id"]), st.none() | st.integers() | st.text(max_size=3), max_size=3),
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in an update where something else could stand."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*path, key)
        yield from places(inner, (*path, key))


def _poisoned(skeleton: dict[str, Any], changes: list[tuple[int, Any]]) -> dict[str, Any]:
    update = copy.deepcopy(skeleton)
    for choice, value in changes:
        found = list(places(update))
        *inner, last = found[choice % len(found)]
        target: Any = update
        for key in inner:
            target = target[key]
        target[last] = value
    return update


POISONED = st.builds(
    _poisoned, st.sampled_from(SKELETONS), st.lists(st.tuples(st.integers(0, 10_000), POISON), max_size=3)
)
NO_UPDATES = st.sampled_from([None, [], {}, "x", 5, b"\xff", {"update_id": None}, {"update_id": "x"}, {"update_id": 2**70}, {"update_id": -5}, {"update_id": True}, [[]], float("nan")])  # fmt: skip
