"""A small Bot API over HTTP that keeps Telegram's rules and remembers who broke them.

Enforced: the token, one poller at a time and none beside a webhook, 30 messages a second over all and one a second in a
chat (429 with `retry_after`, and again for who does not wait that long), HTML in order, texts of 1 to 4,096 UTF-16 units
without their tags, captions of 1,024, 64 bytes of callback data, blocked and unknown chats, chats that moved, the webhook's
secret.
To be told: what fails next (a status, seconds of a hang, a connection dropped before or after the message was taken), updates
twice or out of order.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from aiohttp import ClientSession, web

TOKEN = "12345:a-token-of-the-tests"
NAME = "mitra_test_bot"
SENDING = ("sendMessage", "sendDocument", "sendPhoto")
SURFACE: tuple[tuple[str, str, Any], ...] = (
    ("MyCommands", "commands", []),
    ("MyDescription", "description", ""),
    ("MyShortDescription", "short_description", ""),
)
Problem = tuple[int, str, dict[str, Any]]


@dataclass(frozen=True)
class Message:
    """What the bot sent, as the person sees it."""

    chat: int
    text: str
    at: float
    markup: dict[str, Any] = field(default_factory=dict)
    document: str | None = None
    document_name: str | None = None
    photo: str | None = None
    html: str = ""
    number: int = 0

    @property
    def buttons(self) -> list[dict[str, Any]]:
        return [button for row in self.markup.get("inline_keyboard", []) for button in row]

    @property
    def keys(self) -> list[dict[str, Any]]:
        return [key for row in self.markup.get("keyboard", []) for key in row]


@dataclass(frozen=True)
class Raw:
    """An answer of a server that is not Telegram's: any status, any body, and a place to go to instead."""

    body: str | bytes
    status: int = 200
    kind: str = "application/json"
    location: str = ""
    seconds: float = 0.0
    """How long its bytes take, one after the other."""


@dataclass
class FakeTelegram:
    """The server's state; `overall` 0 takes that limit away. With `remembers` off, calls and messages are not kept."""

    overall: int = 30
    per_chat: float = 1.0
    sent: list[Message] = field(default_factory=list)
    edits: list[tuple[int, Message]] = field(default_factory=list)
    """The number of the message that was edited, and what it says since."""
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    unknown: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    failing: deque[Any] = field(default_factory=deque)
    failing_polls: deque[Any] = field(default_factory=deque)
    odd: dict[str, deque[Raw]] = field(default_factory=dict)
    """What is answered next to a method, in the place of everything else."""
    webhook: dict[str, Any] = field(default_factory=dict)
    surface: dict[tuple[str, str], Any] = field(default_factory=dict)
    clock: str = ""
    unable: set[str] = field(default_factory=set)
    wrong_files: set[str] = field(default_factory=set)
    dislikes_markup: bool = False
    retry_after: int = 1
    address: str = ""
    on_sent: Callable[[Message], None] = field(default=lambda _message: None)
    remembers: bool = True
    answer_seconds: float = 0.0
    """How long after a message has arrived its answer goes back."""

    def __post_init__(self) -> None:
        self._updates: list[dict[str, Any]] = []
        self._numbers = itertools.count(1000)
        self._messages = itertools.count(1)
        self._news = asyncio.Event()
        self._polling = asyncio.Event()
        self._polled = False
        self._times: deque[float] = deque()
        self._last_in: dict[int, float] = {}
        self._silent: dict[int, float] = {}

    # what people do

    def update(self, **content: Any) -> dict[str, Any]:
        """A new update of any content, delivered to whoever polls; returned for a webhook or a second delivery."""
        update = self.numbered(**content)
        self.deliver(update)
        return update

    def numbered(self, **content: Any) -> dict[str, Any]:
        """A new update of any content, delivered to nobody yet."""
        return {"update_id": next(self._numbers), **content}

    def deliver(self, *updates: dict[str, Any]) -> None:
        self._updates += updates
        self._news.set()
        self._news = asyncio.Event()

    def message(self, chat: int, **content: Any) -> dict[str, Any]:
        """A message from the person of a private chat."""
        language = content.pop("language", "en")
        return {
            "message_id": next(self._messages), "date": int(time.time()), "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "Somebody", "language_code": language}, **content,
        }  # fmt: skip

    def writes(self, chat: int, text: str, **content: Any) -> dict[str, Any]:
        return self.update(message=self.message(chat, text=text, **content))

    def presses(self, chat: int, button: dict[str, Any], message: int = 1) -> dict[str, Any]:
        return self.update(callback_query=self.press(chat, button["callback_data"], message))

    def press(self, chat: int, data: str, message: int = 1) -> dict[str, Any]:
        """A press of a button that carries `data`, below the message of that number."""
        return {
            "id": str(next(self._messages)), "from": {"id": chat, "is_bot": False, "first_name": "Somebody"},
            "message": {"message_id": message, "date": 1, "chat": {"id": chat, "type": "private"}},
            "chat_instance": "1", "data": data,
        }  # fmt: skip

    def unacknowledged(self) -> int:
        return len(self._updates)

    @property
    def polled(self) -> bool:
        """Whether anybody has asked for updates yet."""
        return self._polled

    def to(self, chat: int) -> list[Message]:
        return [message for message in self.sent if message.chat == chat]

    async def post_webhook(self, update: dict[str, Any], secret: str | None = None) -> int:
        """Deliver by webhook with `secret`, right or wrong, or without any; returns the status."""
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        async with (
            ClientSession() as session,
            session.post(self.webhook["url"], json=update, headers=headers) as response,
        ):
            return response.status

    # the server

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return _answer(401, "Unauthorized")
        fields = await _fields(request)
        if self.remembers:
            self.calls.append((method, fields))
        if method in self.unable:
            return _answer(502, "Bad Gateway")
        if self.odd.get(method):
            return await _raw(request, self.odd[method].popleft())
        handler = getattr(self, f"_on_{method}", None)
        failing = self.failing_polls if method == "getUpdates" else self.failing if method in SENDING else deque()
        if failing and not (failing[0] == 429 and self._is_silent(int(fields.get("chat_id", 0)))):
            how = failing.popleft()
            if how == "drop after" and handler:
                await handler(fields)
            return await self._fail(request, fields, how)
        answer = await handler(fields) if handler else self._surface(method, fields)
        if self.answer_seconds and method in SENDING:
            await asyncio.sleep(self.answer_seconds)
        if self.clock:
            answer.headers["Date"] = self.clock
        return answer

    def _surface(self, method: str, fields: dict[str, Any]) -> web.StreamResponse:
        """What people see of the bot, by language: commands and descriptions set, and read again."""
        for name, key, nothing in SURFACE:
            where = (name, str(fields.get("language_code") or ""))
            if method == f"set{name}":
                self.surface[where] = fields.get(key, nothing)
            elif method == f"get{name}":
                kept = self.surface.get(where, nothing)
                return _ok(kept if name == "MyCommands" else {key: kept})
        return _ok(True)

    async def _fail(self, request: web.Request, fields: dict[str, Any], how: Any) -> web.StreamResponse:
        if how in ("drop", "drop after"):
            assert request.transport is not None
            request.transport.close()
        elif isinstance(how, float):
            await asyncio.sleep(how)
        elif isinstance(how, int) and how == 429:
            return _answer(*self._be_silent(int(fields.get("chat_id", 0))))
        return _answer(how if isinstance(how, int) else 500, "Internal Server Error")

    async def _on_getMe(self, fields: dict[str, Any]) -> web.StreamResponse:
        return _ok({"id": 12345, "is_bot": True, "first_name": "Mitra", "username": NAME})

    async def _on_setWebhook(self, fields: dict[str, Any]) -> web.StreamResponse:
        self.webhook = fields
        return _ok(True)

    async def _on_deleteWebhook(self, fields: dict[str, Any]) -> web.StreamResponse:
        self.webhook = {}
        return _ok(True)

    async def _on_getUpdates(self, fields: dict[str, Any]) -> web.StreamResponse:
        """A second poller ends the poll of the first, as Telegram does."""
        if self.webhook:
            return _answer(409, "Conflict: can't use getUpdates method while webhook is active")
        self._polled = True
        self._polling.set()
        ended = self._polling = asyncio.Event()
        offset = int(fields.get("offset", 0))
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        until = asyncio.get_running_loop().time() + float(fields.get("timeout", 0))
        while not self._updates and not ended.is_set() and asyncio.get_running_loop().time() < until:
            left = until - asyncio.get_running_loop().time()
            waited = [asyncio.create_task(event.wait()) for event in (self._news, ended)]
            try:
                await asyncio.wait(waited, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in waited:
                    task.cancel()
        if ended.is_set():
            return _answer(409, "Conflict: terminated by other getUpdates request")
        return _ok(self._updates[:100])

    async def _on_sendMessage(self, fields: dict[str, Any]) -> web.StreamResponse:
        return self._post(fields, "text", 4096, emptiness="Bad Request: message text is empty")

    async def _on_editMessageText(self, fields: dict[str, Any]) -> web.StreamResponse:
        chat, number, text = int(fields["chat_id"]), int(fields["message_id"]), parsed(str(fields["text"]))
        markup = fields.get("reply_markup") or {}
        if text is None:
            return _answer(400, "Bad Request: can't parse entities: unsupported start tag")
        if any(one == number and edit.text == text and edit.markup == markup for one, edit in self.edits[-1:]):
            return _answer(400, "Bad Request: message is not modified: specified new message content is the same")
        problem = (
            self._refusal(chat) or _text_problem(text, 4096, "empty") or _markup_problem(markup) or self._too_fast(chat)
        )
        if problem:
            return _answer(*problem)
        self.edits.append((number, Message(chat, text, time.monotonic(), markup, html=str(fields["text"]))))
        return _ok(True)

    async def _on_sendPhoto(self, fields: dict[str, Any]) -> web.StreamResponse:
        if fields["photo"] in self.wrong_files:
            return _answer(400, "Bad Request: wrong file identifier/HTTP URL specified")
        return self._post(fields, "caption", 1024, photo=fields["photo"])

    async def _on_sendDocument(self, fields: dict[str, Any]) -> web.StreamResponse:
        return self._post(fields, "caption", 1024, document=fields["document"], document_name=fields["document_name"])

    def _post(
        self, fields: dict[str, Any], words: str, longest: int, *, emptiness: str = "", **files: Any
    ) -> web.StreamResponse:
        chat, html, markup = int(fields["chat_id"]), str(fields.get(words, "")), fields.get("reply_markup") or {}
        text = parsed(html) if fields.get("parse_mode") == "HTML" else html
        if text is None or (self.dislikes_markup and "parse_mode" in fields):
            return _answer(400, "Bad Request: can't parse entities: unsupported start tag")
        problem = (
            self._refusal(chat)
            or _text_problem(text, longest, emptiness)
            or _markup_problem(markup)
            or self._too_fast(chat)
        )
        return (
            _answer(*problem)
            if problem
            else self._keep(Message(chat, text, time.monotonic(), markup, html=html, **files))
        )

    def _keep(self, message: Message) -> web.StreamResponse:
        message = replace(message, number=next(self._messages))
        if self.remembers:
            self.sent.append(message)
        self.on_sent(message)
        chat = {"id": message.chat, "type": "private"}
        return _ok({"message_id": message.number, "date": int(time.time()), "chat": chat, "text": message.text})

    def _refusal(self, chat: int) -> Problem | None:
        if chat in self.blocked:
            return 403, "Forbidden: bot was blocked by the user", {}
        if chat in self.unknown:
            return 400, "Bad Request: chat not found", {}
        if chat in self.moved:
            return 400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": self.moved[chat]}
        return None

    def _too_fast(self, chat: int) -> Problem | None:
        now = time.monotonic()
        while self._times and self._times[0] <= now - 1:
            self._times.popleft()
        over = bool(self.overall) and len(self._times) >= self.overall
        over_in_chat = now - self._last_in.get(chat, 0.0) < self.per_chat
        if over or over_in_chat or self._is_silent(chat):
            self.broken.append(f"{'overall' if over else 'in one chat'} too fast")
            return self._be_silent(chat)
        self._times.append(now)
        self._last_in[chat] = now
        return None

    def _is_silent(self, chat: int) -> bool:
        return time.monotonic() < self._silent.get(chat, 0.0)

    def _be_silent(self, chat: int) -> Problem:
        """The chat takes nothing for so long, whoever tries."""
        self._silent[chat] = time.monotonic() + self.retry_after
        return 429, f"Too Many Requests: retry after {self.retry_after}", {"retry_after": self.retry_after}

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[FakeTelegram]:
        """Serve on a free port of this machine."""
        app = web.Application(client_max_size=60_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self.handle)
        runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        self.address = f"http://127.0.0.1:{port}"
        try:
            yield self
        finally:
            await runner.cleanup()


async def _raw(request: web.Request, raw: Raw) -> web.StreamResponse:
    body = raw.body.encode("utf-8", "surrogatepass") if isinstance(raw.body, str) else raw.body
    headers = {"Content-Type": raw.kind, **({"Location": raw.location} if raw.location else {})}
    response = web.StreamResponse(status=raw.status, headers=headers)
    await response.prepare(request)
    pieces = [body[at : at + 1] for at in range(len(body))] if raw.seconds else [body]
    for piece in pieces:
        await response.write(piece)
        await asyncio.sleep(raw.seconds / len(pieces))
    await response.write_eof()
    return response


async def _fields(request: web.Request) -> dict[str, Any]:
    fields: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        fields |= await request.json()
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            fields[name] = value.file.read().decode() if isinstance(value, web.FileField) else value
            if isinstance(value, web.FileField):
                fields[f"{name}_name"] = value.filename
    for name in ("reply_markup", "commands", "allowed_updates", "menu_button"):
        if isinstance(fields.get(name), str):
            fields[name] = json.loads(fields[name])
    return fields


_HTML = re.compile(r'<(/?)(b|i|u|s|code|a)( href="[^"<>]*")?>|&(?:amp|lt|gt|quot);|[^<>&]')


def parsed(html: str) -> str | None:
    """What people read of HTML; None when a tag is unknown, not closed or crosses another, or a sign is not escaped."""
    text, at = "", 0
    opened: list[str] = []
    while at < len(html):
        token = _HTML.match(html, at)
        if token is None or (token[1] and (not opened or opened.pop() != token[2])):
            return None
        if token[2] and not token[1]:
            opened.append(token[2])
        text += "" if token[2] else unescape(token[0])
        at = token.end()
    return None if opened else text


def _text_problem(text: str, longest: int, emptiness: str) -> Problem | None:
    units = len(text.encode("utf-16-le")) // 2
    if emptiness and not text.strip():
        return 400, emptiness, {}
    too_long = "message is too long" if longest == 4096 else "message caption is too long"
    return (400, f"Bad Request: {too_long}", {}) if units > longest else None


def _markup_problem(markup: dict[str, Any]) -> Problem | None:
    for row in markup.get("inline_keyboard", []):
        for button in row:
            if "url" not in button and not 1 <= len(button["callback_data"].encode()) <= 64:
                return 400, "Bad Request: BUTTON_DATA_INVALID", {}
    return None


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _answer(status: int, description: str, parameters: dict[str, Any] | None = None) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.json_response(body, status=status)
