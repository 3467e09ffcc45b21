"""`mitra chat`, `parse`, `train`. The work is imported when a command runs, so that `--help` answers at once."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.options import Json
from locales.languages import LANGUAGES


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command(epilog="Example: mitra chat --person asha --language hi")(chat)
    app.command(epilog="Example: echo 'registration kaise kare' | mitra parse --json")(parse)
    app.command(epilog="Example: mitra train --force")(train)


def chat(
    person: Annotated[str, typer.Option(help="Who is talking; each name is a person of its own.")] = "me",
    language: Annotated[str | None, typer.Option(help=f"Begin in this language: {', '.join(LANGUAGES)}.")] = None,
    as_json: Json = False,
) -> None:
    """Talk to the assistant in the terminal; trains and migrates first when needed."""
    if language is not None and language not in LANGUAGES:
        raise typer.BadParameter(f"{language!r} is none of {', '.join(LANGUAGES)}", param_hint="--language")
    from bot.duties.conversation import chat as work

    work(person, language, as_lines=as_json)


def parse(as_json: Json = False) -> None:
    """Read utterances from stdin, one a line; print what is understood, one JSON object a line."""
    from bot.duties.conversation import parse as work

    work()


def train(
    force: Annotated[bool, typer.Option("--force", help="Train even when nothing changed.")] = False,
) -> None:
    """Train the model; does nothing when its inputs are unchanged."""
    from bot.duties.training import train as work

    work(force=force)
