"""The register of a message, and whether it is clear enough to answer in it."""

import pytest
from hypothesis import given, settings

from nlu.registers import EXAMPLES, FOLDERS, RegisterModel, labelled_examples, native_register
from tests.nlu.test_tokens import ANY_TEXT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("when is the next workshop in Indore", "en"),
        ("अगली वर्कशॉप कब है", "hi"),
        ("GST registration कैसे करें", "hi"),
        ("agli workshop kab hai bhaiya", "hi-Latn"),
        ("அடுத்த பயிற்சி எப்போது", "ta"),
        ("adutha workshop eppo nadakkum", "ta-Latn"),
    ],
)
def test_clear_messages(registers: RegisterModel, text: str, code: str) -> None:
    assert registers.register(text) == (code, True)


@pytest.mark.parametrize("text", ["", "ok", "Indore", "9826012345 12 34", "👍👍👍", "Сколько это стоит сегодня"])
def test_what_says_nothing_switches_nothing(registers: RegisterModel, text: str) -> None:
    assert not registers.register(text).clear


def test_examples_of_every_folder_are_read() -> None:
    assert {code for _, code in labelled_examples(EXAMPLES)} == set(FOLDERS.values())


def test_script_tells_native_registers() -> None:
    assert native_register("मेरा shop Indore में है") == "hi"
    assert native_register("how do I say नमस्ते in English please") is None


@given(ANY_TEXT)
@settings(max_examples=50)
def test_any_text_has_a_register(registers: RegisterModel, typed: str) -> None:
    assert registers.register(typed).code in FOLDERS.values()
