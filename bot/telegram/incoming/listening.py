"""What listens on an address: the webhook that Telegram calls, and `/healthz` and `/metrics` for whoever runs this."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError

from bot.app import CannotStart
from bot.telegram.incoming.door import MOST_AT_THE_WEBHOOK, Door
from bot.telegram.line.answers import parsed
from bot.telegram.metrics import REGISTRY

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
BODY_SECONDS = 10.0
KEPT_OPEN_SECONDS = 60.0
LARGEST = 1_000_000
"""Bytes of an update; Telegram's are a few thousand."""

Receive = Callable[[list[Any]], Awaitable[None]]
Health = Callable[[], Awaitable[str | None]]


def webhook(url: str, secret: str, receive: Receive) -> web.Application:
    """Takes updates at the path of `url`: written down, then acknowledged at once; the answer comes later.

    Without the secret 403; when it cannot be written down 503, so that Telegram sends it again. What is no update is
    acknowledged too, and counted: sent again it would be no better.
    """

    async def on_update(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret.encode()):
            return web.Response(status=403)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                update = _update_in(await request.read())
        except TimeoutError:
            return web.Response(status=408)
        try:
            await receive([update])
        except (SQLAlchemyError, OSError) as error:
            log.error("an update could not be written down", extra={"error": type(error).__name__})
            return web.Response(status=503)
        return web.Response()

    app = web.Application(client_max_size=LARGEST)
    app.router.add_post(urlsplit(url).path or "/", on_update)
    return app


def health(problem: Health) -> web.Application:
    """`/healthz` is 200 as long as `problem` finds none, else 503 with its words; `/metrics` for Prometheus."""

    async def on_health(_request: web.Request) -> web.Response:
        found = await problem()
        return web.Response(text=found or "ok", status=503 if found else 200)

    async def on_metrics(_request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(REGISTRY), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/healthz", on_health)
    app.router.add_get("/metrics", on_metrics)
    return app


def _update_in(body: bytes) -> Any:
    """JSON is UTF-8, whatever the header calls it; what is no JSON stands for itself, by which it is known again."""
    try:
        return parsed(body)
    except ValueError:
        return body


@asynccontextmanager
async def listening(
    app: web.Application, listen: str, setting: str, *, most: int = MOST_AT_THE_WEBHOOK
) -> AsyncIterator[Door]:
    """Serve `app` on `listen`, `host:port`, to `most` connections at once. Raises `CannotStart` naming the setting when that
    is impossible."""
    host, _colon, port = listen.rpartition(":")
    runner = web.AppRunner(
        app, access_log=None, shutdown_timeout=5.0, keepalive_timeout=KEPT_OPEN_SECONDS, handler_cancellation=True
    )
    await runner.setup()
    assert runner.server is not None
    door = Door(runner.server, most=most)
    try:
        server = await asyncio.get_running_loop().create_server(
            door, host.strip("[]") or None, int(port), reuse_address=True
        )
    except (OSError, OverflowError) as error:
        await runner.cleanup()
        raise CannotStart(
            f"{setting}={listen} cannot be listened on: {error.__class__.__name__}. Is it taken?"
        ) from error
    try:
        yield door
    finally:
        server.close()
        await runner.cleanup()
