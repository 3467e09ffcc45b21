"""The command line `mitra`. Commands that need no model never import Rasa, so that `--help` answers at once."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bot.commands import (
    backups,
    bench,
    broadcasts,
    conversation,
    people,
    registry,
    rehearsal,
    serving,
    staff,
    workshops,
)
from bot.failed import exit_code_of

app = typer.Typer(
    help="msme-mitra: the assistant of small businesses. Example: mitra chat --language hi",
    no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, add_completion=False,
)  # fmt: skip
conversation.add_to(app)
rehearsal.add_to(app)
registry.add_to(app)
backups.add_to(app)
serving.add_to(app)
app.add_typer(workshops.app, name="workshops")
app.add_typer(broadcasts.app, name="broadcast")
app.add_typer(people.app, name="people")
app.add_typer(staff.app, name="staff")
app.add_typer(bench.app, name="bench")

DEBUG = "--debug"


@app.callback()
def _root(debug: Annotated[bool, typer.Option(DEBUG, help="Show the traceback of a failure.")] = False) -> None:
    """msme-mitra: the assistant of small businesses. Example: mitra chat --language hi"""


def main() -> None:
    """Run the command; a failure is one line on stderr and exit code 1, a wrong use exit code 2."""
    raise SystemExit(exit_code_of(app, debug=DEBUG in sys.argv))


if __name__ == "__main__":
    main()
