"""`mitra rehearse`: the whole programme in a few minutes."""

from __future__ import annotations

from typing import Annotated

import typer

EXAMPLE = """Example: printf '%s\\n' '{"staff": ["seed"]}' '{"person": "asha", "text": "workshops"}' '{"clock": "+3d"}' | mitra rehearse"""


def add_to(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(epilog=EXAMPLE)(rehearse)


def rehearse(
    context: typer.Context,
    database: Annotated[str | None, typer.Option(metavar="URL", help="Kept afterwards; else one of its own.")] = None,
    clock: Annotated[
        str | None, typer.Option(metavar="TIME", help="When it begins: 2026-12-05T10:00+05:30; else now.")
    ] = None,
) -> None:
    """The whole bot with its jobs, people and staff, on a clock that moves when told; JSON lines in and out, no network."""
    _check(clock)
    from bot.duties.rehearsal import rehearse as work

    root = context.find_root().command
    work(database, clock, lambda arguments: root.main(args=arguments, prog_name="mitra"))


def _check(clock: str | None) -> None:
    from bot.rehearsal.clock import NoTime, read_moment
    from programme.surroundings import INDIA, utc_now

    try:
        read_moment(clock or "+0s", utc_now(), INDIA, back=True)
    except NoTime as error:
        raise typer.BadParameter(str(error), param_hint="--clock") from error
