"""Serving people on Telegram."""

from __future__ import annotations

from bot.app import App, build_assistant
from bot.duties.running import run
from bot.telegram.client import check_token
from bot.telegram.journal import keep_journal


def serve(*, workers: bool) -> None:
    """Answer on Telegram until stopped. Fails in one line without a token, a model or the current schema."""

    async def go(app: App) -> None:
        check_token(app.settings)  # before the model, which takes seconds to load
        keep_journal(app.settings)
        assistant = build_assistant(app.settings)
        from bot.telegram.serving import serve as answer

        await answer(app, assistant, workers=workers)

    run(go)
