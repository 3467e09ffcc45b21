"""`mitra broadcast`: write to many people at once, and see what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.options import Json

app = typer.Typer(help="Write to many people at once. Example: mitra broadcast preview news.toml", no_args_is_help=True)
File = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]", help="A TOML file: category, workshop, buttons, picture, [text] by language, [to]."
    ),
]
Text = Annotated[list[str] | None, typer.Option("--text", help="en='Dear {name}, …'; once for each language.")]
To = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        help="state=MP, district=Indore, languages=hi,hi-Latn, sectors=textile, sizes=micro,small, woman_owned=yes, "
        "registered=no, workshop=3, standing=booked,waitlisted, seen_within_days=90; as many as you like.",
    ),
]
Category = Annotated[
    str | None, typer.Option(help="service, reminder, news or promotion: whose consent it needs. Else news.")
]
About = Annotated[int | None, typer.Option("--about", help="The workshop it speaks of: its places, its buttons.")]
Button = Annotated[list[str] | None, typer.Option("--button", help="book or details, below the text.")]
Picture = Annotated[str | None, typer.Option(help="Telegram's number (file_id) of a picture that the bot has seen.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
Count = Annotated[int | None, typer.Option(help="How many people it is for: must be right above 1,000, with --yes.")]
Override = Annotated[str | None, typer.Option(help="Why it may go in quiet hours; an empty reason is none.")]
Number = Annotated[int, typer.Argument(metavar="ID", help="The number that send or status shows.")]


@app.command(epilog="Example: mitra broadcast preview --text en='Hello {name}' --to state=MP")
def preview(
    file: File = None, text: Text = None, to: To = None, category: Category = None, about: About = None,
    button: Button = None, picture: Picture = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Who would get it, in which language, how it will look, and what is wrong with it. Sends nothing."""
    from bot.duties.broadcasts import Given
    from bot.duties.broadcasts import preview as work

    work(Given(file, text, to, category, about, button, picture), as_json=as_json)


@app.command(epilog="Example: mitra broadcast send news.toml --yes")
def send(
    file: File = None, text: Text = None, to: To = None, category: Category = None, about: About = None,
    button: Button = None, picture: Picture = None, yes: Yes = False, count: Count = None, override: Override = None,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Freeze who gets it, and let the workers send it: now, or in the morning when it is night."""
    from bot.duties.broadcasts import Given, Sure
    from bot.duties.broadcasts import send as work

    given = Given(file, text, to, category, about, button, picture)
    work(given, Sure(yes, count, override), when=None, as_json=as_json)


@app.command(epilog="Example: mitra broadcast schedule '2026-12-05 10:00' news.toml --yes")
def schedule(
    when: Annotated[str, typer.Argument(help="2026-12-05 10:00, in the operator's time zone.")], file: File = None,
    text: Text = None, to: To = None, category: Category = None, about: About = None, button: Button = None,
    picture: Picture = None, yes: Yes = False, count: Count = None, override: Override = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Freeze who gets it, and let the workers send it at a later time."""
    from bot.duties.broadcasts import Given, Sure
    from bot.duties.broadcasts import send as work

    given = Given(file, text, to, category, about, button, picture)
    work(given, Sure(yes, count, override), when=when, as_json=as_json)


@app.command("test", epilog="Example: mitra broadcast test news.toml --to-me telegram:12345")
def to_me(
    me: Annotated[str, typer.Option("--to-me", help="Your own key, telegram:NUMBER; write to the bot once before.")],
    file: File = None, text: Text = None, about: About = None, button: Button = None, picture: Picture = None,
) -> None:  # fmt: skip
    """Send it to yourself alone, as it will look; needs a worker that runs."""
    from bot.duties.broadcasts import Given
    from bot.duties.broadcasts import send_to_me as work

    work(Given(file, text, None, None, about, button, picture), me)


@app.command(epilog="Example: mitra broadcast status 3 --missed > not-reached.csv")
def status(
    broadcast: Annotated[int | None, typer.Argument(metavar="[ID]", help="One of them; else the last twenty.")] = None,
    missed: Annotated[bool, typer.Option("--missed", help="CSV: who did not get it, and why.")] = False,
    as_json: Json = False,
) -> None:
    """How far it is: sent, unreachable, opted out, failed, uncertain."""
    from bot.duties.progress import missed as list_missed
    from bot.duties.progress import status as work

    if missed and broadcast is not None:
        list_missed(broadcast)
    else:
        work(broadcast, as_json=as_json)


@app.command(epilog="Example: mitra broadcast pause 3")
def pause(broadcast: Number) -> None:
    """Send nothing more for now; takes hold at once."""
    from bot.duties.progress import change as work

    work(broadcast, "pause")


@app.command(epilog="Example: mitra broadcast resume 3")
def resume(broadcast: Number) -> None:
    """Go on after a pause."""
    from bot.duties.progress import change as work

    work(broadcast, "resume")


@app.command(epilog="Example: mitra broadcast cancel 3")
def cancel(broadcast: Number) -> None:
    """Whoever did not get it yet will not."""
    from bot.duties.progress import change as work

    work(broadcast, "cancel")


@app.command(epilog="Example: mitra broadcast resend 3")
def resend(broadcast: Number) -> None:
    """Send it once more to those with whom it failed, and to nobody else."""
    from bot.duties.progress import change as work

    work(broadcast, "resend")
