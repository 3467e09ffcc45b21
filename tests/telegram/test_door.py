"""With every place taken by who says nothing, who says something is still answered, and the log stays short."""

from __future__ import annotations

import asyncio
import json
import resource
import signal
import time
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.bench.fake_telegram import FakeTelegram
from bot.telegram.incoming.door import Door
from tests.telegram.conftest import until
from tests.telegram.test_crashes import Served

SECRET = "a-secret-of-the-tests"
HALF = b"POST /hook HTTP/1.1\r\nHost: x\r\nX-Slow: "


async def hold(port: int, connections: int) -> list[asyncio.StreamWriter]:
    """So many connections with half-sent headers."""
    held = []
    for _connection in range(connections):
        _reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HALF)
        held.append(writer)
    return held


def room_for_descriptors(wanted: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        if hard < wanted:
            pytest.skip(f"this machine allows {hard} descriptors")
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


@pytest.mark.parametrize("slow", [1_200, pytest.param(2_000, marks=pytest.mark.soak(part=6))])
async def test_with_half_sent_headers_everywhere_webhook_and_health_answer_within_a_second(
    sqlite_url: str, unused_tcp_port_factory: Any, slow: int
) -> None:
    room_for_descriptors(3 * slow)
    hook, health = unused_tcp_port_factory(), unused_tcp_port_factory()
    async with FakeTelegram(per_chat=0, overall=0).serving() as fake, ClientSession() as session:
        served = Served(fake, sqlite_url, settings={
            "MITRA_WEBHOOK_URL": f"http://127.0.0.1:{hook}/hook", "MITRA_WEBHOOK_LISTEN": f"127.0.0.1:{hook}",
            "MITRA_WEBHOOK_SECRET": SECRET, "MITRA_HEALTH_LISTEN": f"127.0.0.1:{health}",
        })  # fmt: skip
        await served.start()
        await until(lambda: bool(fake.webhook), lambda: str(served.lines))
        held = [*await hold(hook, slow), *await hold(health, slow // 10)]
        took = []
        for number in range(40):
            began = time.monotonic()
            update = {"update_id": number, "message": fake.message(number + 1, text="hello")}
            assert await fake.post_webhook(update, SECRET) == 200
            async with session.get(f"http://127.0.0.1:{health}/healthz") as answer:
                assert (answer.status, await answer.text()) == (200, "ok")
            took.append(time.monotonic() - began)
        assert max(took) < 1.0
        await until(lambda: len(fake.sent) == 40)
        for writer in held:
            writer.close()
        assert await served.end(signal.SIGTERM) == 0
    assert len(served.lines) - 40 <= 20, served.lines[:5]
    print(json.dumps({"held": slow, "slowest_seconds": round(max(took), 3), "lines": len(served.lines)}))


class Silent(asyncio.Protocol):
    """In the place of aiohttp."""


async def test_who_says_nothing_is_sent_away_and_who_has_spoken_stays() -> None:
    loop = asyncio.get_running_loop()
    door = Door(Silent, most=2, header_seconds=0.2)
    server = await loop.create_server(door, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\n\r")
    await asyncio.sleep(0.05)
    writer.write(b"\n")
    await asyncio.sleep(0.05)
    silent = [await asyncio.open_connection("127.0.0.1", port) for _guest in range(3)]
    await until(lambda: door.dismissed == len(silent))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(reader.read(), 0.3)
    writer.close()
    server.close()
