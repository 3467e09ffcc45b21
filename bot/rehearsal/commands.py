"""Staff's commands in a rehearsal: run in this process, on its database and its clock, and what they print is caught."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass

from bot.failed import exit_code_of

Run = Callable[[list[str]], object]
"""Runs `mitra` with these arguments, as a process would: raises `SystemExit`, or `Failed`."""
NOT_HERE = ("serve", "worker", "console", "chat", "parse", "rehearse", "bench")
"""What serves somebody, reads lines of its own, or starts processes."""


@dataclass(frozen=True)
class Printed:
    """What a command printed, the reason of a failure last, and its exit code."""

    text: str
    exit: int


async def run_command(run: Run, arguments: Sequence[str]) -> Printed:
    """Run one command in a thread, for commands wait for what they ask of the loop."""
    if next((word for word in arguments if not word.startswith("-")), "") in NOT_HERE:
        return Printed(f"mitra: {arguments[0]} is no part of a rehearsal\n", 1)
    return await asyncio.to_thread(_run, run, list(arguments))


def _run(run: Run, arguments: list[str]) -> Printed:
    with _caught() as (printed, told):
        exit_code = exit_code_of(lambda: _without_traceback(run, arguments))
    if exit_code:
        return Printed(_text(printed) + _text(told), exit_code)
    sys.stderr.write(_text(told))
    return Printed(_text(printed), exit_code)


def _without_traceback(run: Run, arguments: list[str]) -> None:
    try:
        run(arguments)
    except Exception as error:
        print(f"mitra: {str(error) or type(error).__name__}", file=sys.stderr)
        raise SystemExit(1) from error


@contextmanager
def _caught() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """What is printed meanwhile, and what is told on stderr; nobody is there to be asked."""
    printed, told, asked = _stream(), _stream(), sys.stdin
    sys.stdin = _stream()
    try:
        with redirect_stdout(printed), redirect_stderr(told):
            yield printed, told
    finally:
        sys.stdin = asked


def _stream() -> io.TextIOWrapper:
    """In memory; it takes bytes too, as a process's own streams do."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace", newline="", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
