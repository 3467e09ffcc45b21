"""Serving people on Telegram."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Any

from bot.app import App, build_assistant
from bot.duties.running import run
from bot.telegram.journal import keep_journal
from bot.telegram.line.client import check_token


def serve(*, workers: bool) -> None:
    """Answer on Telegram until stopped. Fails in one line without a token, a model or the current schema."""

    async def go(app: App) -> None:
        check_token(app.settings)  # before the model, which takes seconds to load
        keep_journal(app.settings)
        assistant = build_assistant(app.settings)
        from bot.jobs.working import working
        from bot.telegram.serving import Parts
        from bot.telegram.serving import serve as answer

        def beside(parts: Parts) -> AbstractAsyncContextManager[Any]:
            return working(app, parts.sending, parts.limiter)

        await answer(app, assistant, beside if workers else None)

    run(go)


def work() -> None:
    """Send broadcasts and reminders until stopped. Needs no model."""

    async def go(app: App) -> None:
        check_token(app.settings)
        keep_journal(app.settings)
        from bot.jobs.working import work as send

        await send(app)

    run(go)
