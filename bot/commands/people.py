"""`mitra people`: what a person may ask for by law, done by staff."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.options import Json

app = typer.Typer(help="Find, export or erase a person. Example: mitra people find Asha", no_args_is_help=True)
PersonId = Annotated[int, typer.Argument(metavar="ID", help="The number that find shows.")]


@app.command(epilog="Example: mitra people find 9876543210")
def find(
    wanted: Annotated[str, typer.Argument(help="A name, phone, Udyam number, GSTIN, or channel:address.")],
    as_json: Json = False,
) -> None:
    """Find people by what they gave."""
    from bot.duties.people import find as work

    work(wanted, as_json=as_json)


@app.command(epilog="Example: mitra people export 12 > person-12.json")
def export(person_id: PersonId) -> None:
    """Print everything kept about one person, as JSON."""
    from bot.duties.people import export_person as work

    work(person_id)


@app.command(epilog="Example: mitra people erase 12 --yes")
def erase(
    person_id: PersonId,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase one person; the sealed record of the consent goes after a year."""
    if not yes:
        typer.confirm(f"Erase person {person_id}?", abort=True)
    from bot.duties.people import erase as work

    work(person_id)
