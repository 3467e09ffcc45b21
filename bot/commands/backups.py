"""`mitra backup` and `mitra restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command(epilog="Example: mitra backup backups/2026-11-25.sqlite3")(backup)
    app.command(epilog="Example: mitra restore backups/2026-11-25.sqlite3 --erasures erasures.jsonl --yes")(restore)


def backup(file: Annotated[Path, typer.Argument(help="The file to write; must not be there yet.")]) -> None:
    """Write everything into one SQLite file, of either kind of database, while it is in use."""
    from bot.duties.backups import back_up as work

    work(file)


def restore(
    file: Annotated[Path, typer.Argument(help="What mitra backup wrote.")],
    erasures: Annotated[
        list[Path] | None, typer.Option("--erasures", help="A list of erasures from elsewhere; may be given again.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a backup in the place of everything in the database; who was erased since is erased again. Stop the bot first."""
    if not yes:
        typer.confirm(f"Replace everything in the database by what is in {file}?", abort=True)
    from bot.duties.backups import restore as work

    work(file, erasures or [])
