"""One turn a line: whatever stands in one, the next is read."""

from __future__ import annotations

import json

import pytest

from bot.terminal import Unreadable, said_in_line


@pytest.mark.parametrize(
    "line", ['{"text": 5}', '{"press": []}', '{"contact": {"a": 1}}', "[" * 100_000, '{"text": ' + "[" * 100_000]
)
def test_a_line_that_cannot_be_read_is_named_as_such(line: str) -> None:
    with pytest.raises(Unreadable):
        said_in_line(line)


@pytest.mark.parametrize(
    "line", ["namaste", "5", "[1]", "null", '{"text', '"\\ud800"', json.dumps("hello"), '{"photo": true}', "{}"]
)
def test_every_other_line_is_something_said(line: str) -> None:
    assert said_in_line(line)
