"""The way to Telegram: through the proxy that the environment names, where it names one."""

from __future__ import annotations

import pytest
from aiohttp import web

from bot.telegram.line.requests import AiohttpRequest


@pytest.mark.parametrize(("bypassed", "expected"), [("", 200), ("telegram.invalid", None)])
async def test_requests_go_through_the_proxy_of_the_environment(
    bypassed: str, expected: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def proxy(request: web.BaseRequest) -> web.Response:
        asked.append(str(request.url))
        return web.Response(text="{}")

    runner = web.ServerRunner(web.Server(proxy))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{runner.addresses[0][1]}")
    monkeypatch.setenv("no_proxy", bypassed)
    request = AiohttpRequest(1, 5.0)
    await request.initialize()
    try:
        if expected is None:
            with pytest.raises(Exception, match="ClientConnector"):
                await request.do_request("http://telegram.invalid/bot1:a/getMe", "POST")
        else:
            assert await request.do_request("http://telegram.invalid/bot1:a/getMe", "POST") == (expected, b"{}")
    finally:
        await request.shutdown()
        await runner.cleanup()
    assert asked == (["http://telegram.invalid/bot1:a/getMe"] if expected else [])
