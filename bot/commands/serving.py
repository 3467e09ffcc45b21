"""`mitra serve`: the Telegram bot."""

from __future__ import annotations

from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(epilog="Example: MITRA_TELEGRAM_TOKEN=12345:abc mitra serve")(serve)
    app.command(epilog="Example: MITRA_DATABASE_URL=postgresql://mitra@localhost/mitra mitra worker")(worker)


def serve(
    workers: Annotated[
        bool,
        typer.Option("--workers/--no-workers", help="Also send broadcasts and reminders from this process."),
    ] = True,
) -> None:
    """Answer on Telegram, until stopped: by long polling, or by webhook when MITRA_WEBHOOK_URL is set."""
    from bot.duties.serving import serve as work

    work(workers=workers)


def worker() -> None:
    """Send broadcasts and reminders, until stopped; as many as one likes on one PostgreSQL database."""
    from bot.duties.serving import work

    work()
