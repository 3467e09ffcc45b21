"""The door of a listening address: who does not say in time what he wants is sent away, and never are too many inside.

Half-sent headers cost nothing to send and a descriptor each to keep. Here each address has room of its own; where it is
full, whoever has said nothing yet for longest makes room, so that a request that comes whole is answered all the same.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

HEADER_SECONDS = 5.0
MOST_AT_THE_WEBHOOK = 200
"""Telegram opens as many as we told it, 20; a proxy in front of us not many more."""
MOST_AT_HEALTH = 32
END_OF_HEADERS = b"\r\n\r\n"

Inner = Callable[[], Any]


class Door:
    """Makes the protocols of one listening socket, and counts them; `dismissed` is how many were sent away."""

    def __init__(self, inner: Inner, *, most: int, header_seconds: float = HEADER_SECONDS) -> None:
        self._inner = inner
        self._most = most
        self._header_seconds = header_seconds
        self._silent: dict[Guest, None] = {}
        self._inside = 0
        self.dismissed = 0

    def __call__(self) -> Guest:
        return Guest(self._inner(), self)

    def entered(self, guest: Guest) -> asyncio.TimerHandle:
        """Somebody connected; where that is one too many, who waits longest goes, else the newcomer."""
        self._inside += 1
        self._silent[guest] = None
        if self._inside > self._most:
            self.dismiss(next(iter(self._silent)))
        return asyncio.get_running_loop().call_later(self._header_seconds, self.dismiss, guest)

    def spoke(self, guest: Guest) -> None:
        """His headers are here: from now on the request has its own limits."""
        self._silent.pop(guest, None)

    def dismiss(self, guest: Guest) -> None:
        if self._silent.pop(guest, guest) is None:
            self.dismissed += 1
            guest.leave()

    def left(self, guest: Guest) -> None:
        self._inside -= 1
        self._silent.pop(guest, None)


class Guest(asyncio.Protocol):
    """One connection: watched until its first headers are complete, then aiohttp's alone."""

    def __init__(self, inner: Any, door: Door) -> None:
        self._inner = inner
        self._door = door
        self._transport: asyncio.Transport | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._tail = b""
        self._has_spoken = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._inner.connection_made(transport)
        self._timer = self._door.entered(self)

    def data_received(self, data: bytes) -> None:
        if not self._has_spoken:
            self._listen(data)
        self._inner.data_received(data)

    def _listen(self, data: bytes) -> None:
        seen = self._tail + data
        self._tail = seen[-len(END_OF_HEADERS) :]
        if END_OF_HEADERS in seen:
            self._has_spoken = True
            self._door.spoke(self)
            if self._timer is not None:
                self._timer.cancel()

    def leave(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def eof_received(self) -> bool | None:
        result: bool | None = self._inner.eof_received()
        return result

    def connection_lost(self, error: Exception | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._door.left(self)
        self._inner.connection_lost(error)

    def pause_writing(self) -> None:
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        self._inner.resume_writing()
