"""What is shown while packages are fetched."""

from __future__ import annotations

import sys

import pytest

from bot.installing import line, run


@pytest.mark.parametrize(
    ("seconds", "come", "told"),
    [
        (10, 0, "Installing: 10 s, 0 of about 700 MB"),
        (20, 350, "Installing: 20 s, 350 of about 700 MB, about 20 s left"),
        (60, 700, "Installing: 60 s, 700 of about 700 MB"),
    ],
)
def test_a_line_tells_how_much_has_come_and_how_long_the_rest_takes(seconds: float, come: int, told: str) -> None:
    assert line(seconds, come, 700) == told


def test_in_a_pipe_a_line_is_printed_each_time_and_the_exit_status_is_the_commands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    space = iter(range(100, 10_000, 70))
    waits = "import time; time.sleep(0.5); raise SystemExit(3)"
    assert run([sys.executable, "-c", waits], every=0.1, used=lambda: next(space)) == 3
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) >= 2
    assert "70 of about 700 MB" in lines[0]
    assert "140 of about 700 MB" in lines[1]
