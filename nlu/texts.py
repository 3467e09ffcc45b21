"""Every text whose vector training asks for, as the encoder reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from nlu.encoder import READ_AT_MOST
from nlu.intents import as_words
from nlu.lessons import OUT_OF_SCOPE
from nlu.reading import read
from nlu.registers import EXAMPLES, labelled_examples
from nlu.replies.examples import examples as replies


def texts_of_examples() -> set[str]:
    """Of the examples of intents, the names of intents, and the examples of replies."""
    return {text[:READ_AT_MOST] for text in (*_of_intents(), *_of_replies())}


def _of_intents() -> Iterator[str]:
    for text, register in dict(labelled_examples()).items():
        yield read(text, register).encoded
    for path in sorted(EXAMPLES.rglob("*.yml")):
        yield from _of_names(path)


def _of_names(path: Path) -> Iterator[str]:
    for block in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["nlu"]:
        if block["intent"] != OUT_OF_SCOPE:
            yield read(as_words(block["intent"]), "en").encoded


def _of_replies() -> Iterator[str]:
    for one in replies():
        yield read(one.text, one.register).encoded
