"""Extracts the responses of Rasa domain files as messages, for Babel.

    responses:
      utter_seats_left:
      - text: "One seat is left."
        metadata: {plural: "{count} seats are left.", count: count}

`metadata.plural` makes a message with plural forms; `metadata.count` names the place with the number.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

import yaml

Extracted = tuple[int, str | None, str | tuple[str, str], list[str]]


def extract_responses(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """Line, function, text or (singular, plural), and the response's name as comment, for each `text` in `responses`.

    The signature is that of Babel's extraction methods; yaml.YAMLError where the file is not YAML.
    """
    domain = _entries(yaml.compose(fileobj, Loader=yaml.SafeLoader))
    for name, variations in _entries(domain.get("responses")).items():
        if isinstance(variations, yaml.SequenceNode):
            for variation in variations.value:
                yield from _message(name, _entries(variation))


def _message(name: str, variation: Mapping[str, yaml.Node]) -> Iterator[Extracted]:
    text = variation.get("text")
    if not isinstance(text, yaml.ScalarNode) or not text.value:
        return
    line = text.start_mark.line + 1
    plural = _entries(variation.get("metadata")).get("plural")
    if isinstance(plural, yaml.ScalarNode):
        yield line, "ngettext", (text.value, plural.value), [name]
    else:
        yield line, None, text.value, [name]


def _entries(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """The entries of a mapping; none where there is no mapping."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in node.value}
