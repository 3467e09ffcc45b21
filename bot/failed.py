"""The one way a command fails."""

from __future__ import annotations

import sys
from collections.abc import Callable


class Failed(Exception):
    """A command failed; the message is one clear line."""


def exit_code_of(command: Callable[[], object], *, debug: bool = False) -> int:
    """Run a command: 0 when it ends well, 1 after a failure, which is one line on stderr, 2 after a wrong use.

    With `debug` a failure is raised.
    """
    try:
        command()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except Failed as failure:
        if debug:
            raise
        print(f"mitra: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0
