"""`mitra workshops`: set up, move and cancel workshops."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.options import Json

app = typer.Typer(help="Set up workshops. Example: mitra workshops list", no_args_is_help=True)
WorkshopId = Annotated[int, typer.Argument(metavar="ID", help="The number that list shows.")]
SHEET = "CSV with the columns title title_hi title_ta topic mode languages state district venue venue_hi venue_ta link starts hours seats"


class Format(StrEnum):
    """What a poster can be."""

    png = "png"
    svg = "svg"


@app.command("list", epilog="Example: mitra workshops list --json")
def list_workshops(as_json: Json = False) -> None:
    """All workshops, with the seats left."""
    from bot.duties.workshops import list_workshops as work

    work(as_json=as_json)


@app.command(
    epilog="Example: mitra workshops add --title 'GST basics' --topic gst --state MP --district Indore "
    "--venue 'Town hall' --starts '2026-12-05 10:30' --seats 30"
)
def add(
    title: Annotated[str, typer.Option(help="In English.")],
    starts: Annotated[str, typer.Option(help="2026-12-05 10:30, in the operator's time zone.")],
    seats: Annotated[int, typer.Option(help="How many people.")],
    topic: Annotated[str, typer.Option(help="gst, packaging, export … (a wrong one lists them all).")],
    title_hi: Annotated[str, typer.Option(help="In Hindi.")] = "",
    title_ta: Annotated[str, typer.Option(help="In Tamil.")] = "",
    mode: Annotated[str, typer.Option(help="in_person or online.")] = "in_person",
    languages: Annotated[str, typer.Option(help="Taught in, for example: hi en")] = "hi",
    state: Annotated[str, typer.Option(help="For example MP.")] = "",
    district: Annotated[str, typer.Option(help="For example Indore.")] = "",
    venue: Annotated[str, typer.Option(help="Hall and street.")] = "",
    venue_hi: Annotated[str, typer.Option(help="Hall and street in Hindi.")] = "",
    venue_ta: Annotated[str, typer.Option(help="Hall and street in Tamil.")] = "",
    link: Annotated[str, typer.Option(help="Where to join an online one.")] = "",
    hours: Annotated[float, typer.Option(help="How long.")] = 2,
) -> None:
    """Add one workshop."""
    row = {name: str(value) for name, value in locals().items()}
    from bot.duties.workshops import add as work

    work(row)


@app.command("import", epilog="Example: mitra workshops import december.csv")
def import_sheet(sheet: Annotated[Path, typer.Argument(help=SHEET)]) -> None:
    """Add every workshop of a CSV sheet, or none when a line is wrong."""
    from bot.duties.workshops import import_sheet as work

    work(sheet)


@app.command(epilog="Example: mitra workshops reschedule 3 '2026-12-06 10:30'")
def reschedule(workshop_id: WorkshopId, starts: Annotated[str, typer.Argument(help="2026-12-06 10:30")]) -> None:
    """Move a workshop to another time."""
    from bot.duties.workshops import reschedule as work

    work(workshop_id, starts)


@app.command(epilog="Example: mitra workshops cancel 3")
def cancel(workshop_id: WorkshopId) -> None:
    """Cancel a workshop and every seat in it."""
    from bot.duties.workshops import cancel as work

    work(workshop_id)


@app.command(epilog="Example: mitra workshops unreached 3")
def unreached(workshop_id: WorkshopId, as_json: Json = False) -> None:
    """Who has a seat, an offer or a place in line and cannot be written to: for staff to phone."""
    from bot.duties.workshops import unreached as work

    work(workshop_id, as_json=as_json)


@app.command(epilog="Example: mitra workshops qr 3 --language ta --output poster.png")
def qr(
    workshop_id: WorkshopId,
    language: Annotated[str, typer.Option(help="Of the poster: en, hi, ta, hi-Latn, ta-Latn.")] = "en",
    picture: Annotated[Format, typer.Option("--format", help="A picture, or a drawing for a printer.")] = Format.png,
    output: Annotated[Path | None, typer.Option(help="The file; without it, workshop-ID-LANGUAGE.FORMAT here.")] = None,
    bot: Annotated[str, typer.Option(help="The bot's user name; without it, Telegram is asked.")] = "",
) -> None:
    """A poster with title, date, place and a QR code that opens the workshop in Telegram."""
    from bot.duties.posters import draw

    draw(workshop_id, language, picture.value, output, bot)
