"""A serving process of its own whose assistant repeats: `python -m tests.telegram.echo_server`, settings as always."""

from __future__ import annotations

from bot.app import App
from bot.duties.running import run, settings
from bot.telegram.journal import keep_journal
from bot.telegram.serving import serve
from tests.telegram.echo import Echo


async def _go(app: App) -> None:
    keep_journal(settings())
    await serve(app, Echo())


if __name__ == "__main__":
    run(_go)
