"""Rasa's responses become messages."""

from io import BytesIO

import pytest
import yaml
from babel.messages.extract import extract

from locales.domain_extractor import Extracted, extract_responses


def responses(text: str) -> list[Extracted]:
    return list(extract_responses(BytesIO(text.encode()), (), (), {}))


def test_each_variation_is_a_message_with_line_and_name() -> None:
    domain = """\
version: "3.1"
responses:
  utter_greet:
  - text: "Hello {name}."
  - text: Welcome.
    buttons:
    - title: never
      payload: /x
  utter_label_yes:
  - text: "यह भी"
"""
    assert responses(domain) == [
        (4, None, "Hello {name}.", ["utter_greet"]),
        (5, None, "Welcome.", ["utter_greet"]),
        (10, None, "यह भी", ["utter_label_yes"]),
    ]


def test_metadata_plural_makes_two_forms() -> None:
    domain = """\
responses:
  utter_seats:
  - text: "{count} seat left."
    metadata: {plural: "{count} seats left.", count: count}
"""
    assert responses(domain) == [(3, "ngettext", ("{count} seat left.", "{count} seats left."), ["utter_seats"])]


def test_text_is_what_a_yaml_reader_gets() -> None:
    domain = 'responses:\n  utter_a:\n  - text: |\n      First line.\n\n      Second.\n  utter_b:\n  - text: "a\\nb"\n'
    loaded = yaml.safe_load(domain)["responses"]
    assert [message[2] for message in responses(domain)] == [loaded["utter_a"][0]["text"], loaded["utter_b"][0]["text"]]


@pytest.mark.parametrize(
    "domain",
    [
        "",
        "intents: [greet]",
        "responses:",
        "responses: {utter_a: }",
        "responses: {utter_a: [custom: {x: 1}]}",
        'responses: {utter_a: [text: ""]}',
        "[]",
    ],
)
def test_files_without_texts_have_no_messages(domain: str) -> None:
    assert responses(domain) == []


def test_babel_takes_it_as_a_method() -> None:
    domain = BytesIO(b"responses: {utter_a: [{text: one, metadata: {plural: many}}, {text: other}]}")
    found = extract("locales.domain_extractor:extract_responses", domain, {"ngettext": (1, 2)})
    assert [(message, comments) for _, message, comments, _ in found] == [
        (("one", "many"), ["utter_a"]),
        ("other", ["utter_a"]),
    ]
