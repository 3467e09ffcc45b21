"""The conversation in a terminal as narrow as a phone; also one turn a line, for pipes and programs."""

from __future__ import annotations

import asyncio
import json
import sys
import textwrap
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from rich.console import Console
from rich.text import Text

from bot.said import Answer, Reply, Said

NARROWEST, WIDEST = 30, 60
BAR = "┃ "
WORDS = ("text", "press", "contact")
LEAVING = ("/quit", "/exit", "/bye")


class Replies(Protocol):
    """What answers; the assistant does."""

    async def reply(self, person: str, said: Said) -> Answer: ...


class Unreadable(Exception):
    """A line cannot be read; the message says why."""


def said_in_line(line: str) -> Said:
    """One input line: a bare string, or JSON with `text`, `press`, `contact`, `photo` or `voice`. Raises `Unreadable`."""
    try:
        value: Any = json.loads(line)
    except ValueError:
        return Said(text=line)
    except RecursionError:
        raise Unreadable("the JSON is nested too deeply") from None
    if isinstance(value, str):
        return Said(text=value)
    if not isinstance(value, dict):
        return Said(text=line)
    wrong = next((name for name in WORDS if not isinstance(value.get(name), str | None)), None)
    if wrong:
        raise Unreadable(f"{wrong} is no text")
    kind = next((name for name in ("photo", "voice") if value.get(name)), None)
    return Said(text=value.get("text"), press=value.get("press"), contact=value.get("contact"), kind=kind)


def answer_line(answer: Answer, milliseconds: float) -> str:
    """One output line, as the contract has it."""
    turn = {
        "replies": [_reply(reply) for reply in answer.replies], "language": answer.language, "intent": answer.intent,
        "milliseconds": round(milliseconds, 1),
    }  # fmt: skip
    return json.dumps(turn, ensure_ascii=False)


def _reply(reply: Reply) -> dict[str, Any]:
    document = {"name": reply.document.name, "bytes": reply.document.bytes} if reply.document else None
    buttons = [{"label": button.label, "payload": button.payload} for button in reply.buttons]
    return {"text": reply.text, "buttons": buttons, "document": document}


async def talk_in_lines(assistant: Replies, person: str) -> None:
    """Read one turn a line, answer one line a turn, until the input ends."""
    async for line in typed_lines():
        began = time.perf_counter()
        try:
            said = said_in_line(line)
        except Unreadable as problem:
            print(json.dumps({"error": str(problem)}), flush=True)
            continue
        answer = await assistant.reply(person, said)
        print(answer_line(answer, (time.perf_counter() - began) * 1000), flush=True)


async def typed_lines() -> AsyncIterator[str]:
    """The lines of stdin, whatever bytes they hold, until it ends."""
    stream = sys.stdin.buffer
    while line := await asyncio.to_thread(stream.readline):
        text = line.decode("utf-8", errors="replace").rstrip("\r\n")
        yield text


def welcome(who: str, examples: Sequence[str]) -> None:
    """Who is there and what one may type, before anything that takes time."""
    console = _console()
    _print_beside_bar(console, who, "")
    for example in examples:
        _print_beside_bar(console, f"• {example}", "bold")
    console.print()


def _console() -> Console:
    return Console(width=max(NARROWEST, min(WIDEST, Console().width)), highlight=False)


async def talk_on_screen(assistant: Replies, person: str, folder: Path) -> None:
    """The conversation on a screen: numbered buttons, documents saved to `folder`."""
    console = _console()
    console.print(Text("/help · /language · /quit", style="dim"))
    while (typed := await _ask(console)) is not None:
        answer = await assistant.reply(person, Said(text=typed))
        _show(console, answer, folder)


async def _ask(console: Console) -> str | None:
    try:
        typed = await asyncio.to_thread(console.input, Text("› ", style="bold green"))
    except (EOFError, KeyboardInterrupt):
        return None
    return None if typed.strip() in LEAVING else typed


def _show(console: Console, answer: Answer, folder: Path) -> None:
    number = 0
    for reply in answer.replies:
        _print_beside_bar(console, reply.text, "")
        for button in reply.buttons:
            number += 1
            _print_beside_bar(console, f"[{number}] {button.label}", "bold cyan")
        console.print()
        if reply.document:
            path = folder / reply.document.name
            path.write_text(reply.document.text, encoding="utf-8")
            console.print(Text(f"📄 {path}", style="dim"))


def _print_beside_bar(console: Console, body: str, style: str) -> None:
    """A message beside a bar, not in a box: terminals disagree on the width of Indic clusters, and a box would break.

    Lines are counted in code points, which is never less than any terminal's width of them.
    """
    for paragraph in body.split("\n"):
        lines = textwrap.wrap(paragraph, console.width - len(BAR), break_long_words=False, break_on_hyphens=False)
        for line in lines or [""]:
            console.print(Text(BAR, style="blue").append(line, style=style), soft_wrap=True)
