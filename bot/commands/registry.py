"""`mitra migrate`, `seed`, `export`, `stats`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.options import Json


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command(epilog="Example: mitra migrate")(migrate)
    app.command(epilog="Example: mitra seed")(seed)
    app.command(epilog="Example: mitra export businesses --format csv > businesses.csv")(export)
    app.command(epilog="Example: mitra stats --json")(stats)


def migrate(
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="SCHEMA", help="Another schema than the current one: before a rollback."),
    ] = None,
) -> None:
    """Bring the database to the current schema."""
    from bot.duties.registry import migrate as work

    work(to)


def seed() -> None:
    """Load the sample workshops; those that are there already are left alone."""
    from bot.duties.registry import seed as work

    work()


def export(
    table: Annotated[str, typer.Argument(help="The table's name, for example businesses.")],
    form: Annotated[str, typer.Option("--format", help="csv or json.")] = "csv",
) -> None:
    """Print a table, one row a line; erased people are left out."""
    if form not in ("csv", "json"):
        raise typer.BadParameter("csv or json", param_hint="--format")
    from bot.duties.registry import export as work

    work(table, as_json=form == "json")


def stats(as_json: Json = False) -> None:
    """The funnel and totals, and the answers whose review date has passed."""
    from bot.duties.registry import stats as work

    work(as_json=as_json)
