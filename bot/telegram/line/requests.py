"""The library's HTTP over aiohttp, through the door that it leaves for that: a request costs a third of httpx's time."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, FormData, TCPConnector
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.line.answers import result_of

CONNECT_SECONDS = 10.0
LARGEST, CHUNK = 20_000_000, 65_536
"""Bytes of an answer; a hundred updates are a few hundred thousand."""


class AiohttpRequest(BaseRequest):
    """At most `connections` at once; an answer may take `read_timeout` seconds. Proxies are taken from the environment.
    `on_answer` is given the headers of each answer.

    Errors name their kind only: their own words may hold the address, and in it the token.
    """

    __slots__ = ("_connections", "_on_answer", "_proxies", "_read_timeout", "_session")

    def __init__(
        self, connections: int, read_timeout: float, on_answer: Callable[[Mapping[str, str]], None] = lambda _headers: None
    ) -> None:  # fmt: skip
        self._connections = connections
        self._on_answer = on_answer
        self._read_timeout = read_timeout
        self._session: ClientSession | None = None
        self._proxies: dict[str, str | None] = {}

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None:
            total = CONNECT_SECONDS + 2 * self._read_timeout  # an answer that drips in must end too
            timeout = ClientTimeout(total=total, sock_connect=CONNECT_SECONDS, sock_read=self._read_timeout)
            connector = TCPConnector(limit=self._connections)
            headers = {"User-Agent": self.USER_AGENT}
            self._session = ClientSession(connector=connector, timeout=timeout, headers=headers)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more: Any
    ) -> tuple[int, bytes]:
        """The status and the body. Timeouts given with a call are not heeded: nobody here gives any."""
        if self._session is None:
            raise NetworkError("the connection is closed")
        try:
            async with self._session.request(
                method, url, data=_body(request_data), proxy=self._proxy(url), allow_redirects=False
            ) as response:
                self._on_answer(response.headers)
                return response.status, await _read(response)
        except TimeoutError as error:
            raise TimedOut from error
        except (ClientError, OSError, ValueError) as error:
            raise NetworkError(type(error).__name__) from error

    async def call(self, url: str) -> Any:
        """The result of a method without files, read by us alone. Raises `TelegramError`."""
        status, body = await self.do_request(url, "POST")
        return result_of(_method_in(url), status, body)

    async def _request_wrapper(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more: Any
    ) -> bytes:
        """In the place of the library's own reading of answers, which quotes them in its log and stumbles over odd ones."""
        status, body = await self.do_request(url, method, request_data)
        return json.dumps({"ok": True, "result": result_of(_method_in(url), status, body)}).encode()

    def _proxy(self, url: str) -> str | None:
        """What the environment says, asked once: aiohttp would ask in a thread for each message."""
        address = url.partition("/bot")[0]
        if address not in self._proxies:
            scheme, host = urlsplit(address).scheme, urlsplit(address).hostname or ""
            self._proxies[address] = None if proxy_bypass(host) else getproxies().get(scheme)
        return self._proxies[address]


async def _read(response: ClientResponse) -> bytes:
    """The body, of which nobody needs more than so much."""
    body = bytearray()
    async for part in response.content.iter_chunked(CHUNK):
        body += part
        if len(body) > LARGEST:
            raise NetworkError("too large an answer")
    return bytes(body)


def _method_in(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[2]


def _body(request: RequestData | None) -> dict[str, str] | FormData | None:
    if request is None:
        return None
    if not request.contains_files:
        return request.json_parameters
    form = FormData(request.json_parameters)
    for name, file in request.multipart_data.items():
        filename, content, kind = file
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
