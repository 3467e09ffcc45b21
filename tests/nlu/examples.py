"""The training examples as rows, read as YAML."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import yaml

from nlu.registers import EXAMPLES


class Example(NamedTuple):
    text: str
    intent: str
    register: str


def labelled_intents(folders: Mapping[str, str]) -> Iterator[Example]:
    for folder, register in folders.items():
        for path in sorted((EXAMPLES / folder).glob("*.yml")):
            for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
                for line in block["examples"].splitlines():
                    if line.strip():
                        yield Example(line.removeprefix("- ").strip(), block["intent"], register)
