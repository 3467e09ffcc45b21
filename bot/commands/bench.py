"""`mitra bench`: how fast and how well, beside what a stock installation does with the same data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Measure, beside stock Rasa. Example: mitra bench turns", no_args_is_help=True)
Figures = Annotated[bool, typer.Option("--json", help="One JSON object with all figures.")]
NoPeer = Annotated[bool, typer.Option("--no-peer", help="Leave stock Rasa out.")]


@app.callback()
def _group() -> None:
    """Measure, beside stock Rasa. Example: mitra bench turns"""


@app.command(epilog="Example: mitra bench turns --turns 120 --json")
def turns(
    as_json: Figures = False,
    wanted: Annotated[
        int | None, typer.Option("--turns", min=1, help="How many turns: 240, or 20,000 over Telegram.")
    ] = None,
    telegram: Annotated[
        bool, typer.Option("--telegram", help="200 chats at once over a fake Bot API; takes ten minutes.")
    ] = False,
    no_peer: NoPeer = False,
    spare_peer: Annotated[
        bool, typer.Option("--spare-peer", help="Let stock Rasa send as fast as it likes, where Telegram would not.")
    ] = False,
) -> None:
    """Time whole turns: presses, answers to a form, free text; with actions, database and speech."""
    from bot.duties import bench as duties

    if telegram:
        return duties.telegram(wanted, peer=not no_peer, peer_limited=not spare_peer, as_json=as_json)
    return duties.turns(wanted, peer=not no_peer, as_json=as_json)


@app.command(epilog="Example: mitra bench nlu --train shop_train.jsonl --test shop_test.jsonl --no-peer --json")
def nlu(
    train: Annotated[Path | None, typer.Option(help="JSON lines of text and intent to train on.")] = None,
    test: Annotated[Path | None, typer.Option(help="JSON lines of text and intent to score.")] = None,
    sets: Annotated[
        Path | None,
        typer.Option(envvar="MITRA_BENCHMARKS", help="A folder of public sets, *_train.jsonl and *_test.jsonl."),
    ] = None,
    as_json: Figures = False,
    no_peer: NoPeer = False,
) -> None:
    """Train the product's pipeline on any set and score it; without files the public sets and our own."""
    if (train is None) != (test is None):
        raise typer.BadParameter("--train and --test belong together")
    from bot.duties.bench import nlu as work

    work(train, test, sets, peer=not no_peer, as_json=as_json)


@app.command(epilog="Example: mitra bench broadcast --recipients 2000 --rate 25 --only rates --json")
def broadcast(
    as_json: Figures = False,
    recipients: Annotated[
        int | None, typer.Option(min=10, help="So many people, at --rate: 2,000 at 25 and 20,000 at 200.")
    ] = None,
    rate: Annotated[int | None, typer.Option(min=1, max=1000, help="Messages a second.")] = None,
    only: Annotated[
        str | None, typer.Option(help="Some parts, with commas between: rates, saturation, replies, freeze, kills.")
    ] = None,
    long: Annotated[
        bool, typer.Option("--long", help="More kills, longer talks, a million people on PostgreSQL.")
    ] = False,
    no_peer: Annotated[bool, typer.Option("--no-peer", help="Leave the plain loop out.")] = False,
) -> None:
    """Send broadcasts to a fake Bot API that enforces limits: pace, losses, kills, replies beside; takes seven minutes."""
    from bot.duties.bench import broadcast as work

    work(recipients, rate, only, peer=not no_peer, long=long, as_json=as_json)
