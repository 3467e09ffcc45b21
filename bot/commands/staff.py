"""`mitra staff`: who of the programme's own people may do what."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.options import Json

app = typer.Typer(help="Say who is staff. Example: mitra staff list", no_args_is_help=True)
Key = Annotated[
    str,
    typer.Argument(help="telegram:NUMBER; the bot tells who sends /staff her number. In a rehearsal rehearse:NAME."),
]


@app.command(epilog="Example: mitra staff add telegram:12345 --role editor --name 'Meena R'")
def add(
    key: Key,
    role: Annotated[str, typer.Option(help="viewer: look. editor: write and send. admin: in quiet hours too.")],
    name: Annotated[str, typer.Option(help="For the list.")] = "",
) -> None:
    """Make somebody a member, or give a member another role."""
    from bot.duties.staff import add as work

    work(key, role, name)


@app.command(epilog="Example: mitra staff remove telegram:12345")
def remove(key: Key) -> None:
    """Take somebody off the staff."""
    from bot.duties.staff import remove as work

    work(key)


@app.command("list", epilog="Example: mitra staff list --json")
def list_members(as_json: Json = False) -> None:
    """Everybody, with role."""
    from bot.duties.staff import list_members as work

    work(as_json=as_json)
