"""The model of a few intents: right where it is clear, modest where it is not, the same after storing, never failing."""

from pathlib import Path
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings

from nlu import encoder
from nlu.bench import train_and_score
from nlu.intents import IntentModel, Understood
from nlu.lessons import OUT_OF_SCOPE
from nlu.reading import read
from tests.nlu.test_tokens import ANY_TEXT


@pytest.mark.parametrize(
    ("typed", "register", "intent"),
    [
        ("hello good morning", "en", "greet"),
        ("namaste ji", "hi-Latn", "greet"),
        ("வணக்கம்", "ta", "greet"),
        ("is the training free of cost", "en", "faq/programme_cost"),
        ("अगली वर्कशॉप कब है", "hi", "list_workshops"),
        ("mudra loan eppadi vaangrathu", "ta-Latn", "faq/loan_mudra"),
    ],
)
def test_clear_messages(model: IntentModel, typed: str, register: str, intent: str) -> None:
    assert model.understand(read(typed, register)).intent == intent


def test_chances_add_up(model: IntentModel) -> None:
    understood = model.understand(read("workshop seat please", "en"))
    assert sum(chance for _, chance in understood.ranking) == pytest.approx(1)
    assert understood.confidence == dict(understood.ranking)[understood.intent]


@pytest.mark.parametrize("typed", ["", "???", "\ud800", "。。。", "zxqv"])
def test_nothing_known_is_out_of_scope(model: IntentModel, typed: str) -> None:
    assert model.understand(read(typed, "en")).intent == OUT_OF_SCOPE


def test_a_kept_model_answers_as_before(model: IntentModel, tmp_path: Path) -> None:
    model.keep(tmp_path)
    message = read("seat book kar do", "hi-Latn")
    before, after = model.understand(message), IntentModel.kept(tmp_path).understand(message)
    assert (after.intent, after.refused, after.second_opinion) == (before.intent, before.refused, before.second_opinion)
    assert dict(after.ranking) == pytest.approx(dict(before.ranking), abs=1e-3)


@given(ANY_TEXT)
@settings(max_examples=50)
def test_any_text_is_answered(model: IntentModel, typed: str) -> None:
    assert isinstance(model.understand(read(typed, "ta-Latn")), Understood)


def test_a_hundred_thousand_characters_take_less_than_a_second(model: IntentModel) -> None:
    began = process_time()
    model.understand(read("workshop kab hai " * 6_000, "hi-Latn"))
    assert process_time() - began < 1


SHOPS = [
    *((f"where is my order {n}", "order") for n in range(8)),
    *((f"i want to return the {thing}", "return") for thing in "bag shoe shirt lamp cup hat".split()),
    *((f"{time} are you open", "hours") for time in "when,at what time,on sunday,till when,from when".split(",")),
]


@pytest.mark.skipif(encoder.engine() is None, reason="the sentence encoder is not installed here")
def test_a_set_without_examples_of_out_of_scope_still_refuses_some(tmp_path: Path) -> None:
    train = [{"text": text, "intent": intent, "lang": "en"} for text, intent in SHOPS]
    test = [
        {"text": "return my shoes", "intent": "return", "lang": "en"},
        {"text": "which planet has rings of ice", "intent": "NO_NODES_DETECTED", "lang": "en"},
    ]
    score = train_and_score(train, test, tmp_path / "vectors.sqlite")
    assert score.figures()["accuracy"] == 1
    assert score.figures()["out_of_scope_recall"] == 1


@pytest.mark.skipif(encoder.engine() is None, reason="the sentence encoder is not installed here")
def test_vectors_are_remembered(tmp_path: Path) -> None:
    memory = tmp_path / "vectors.sqlite"
    first = encoder.embedded_all(["loan", "मुझे लोन चाहिए"], memory)
    began = process_time()
    again = encoder.embedded_all(["मुझे लोन चाहिए", "loan"], memory)
    assert first is not None
    assert again is not None
    assert np.array_equal(first[::-1], again)
    assert process_time() - began < 0.05


def test_without_encoder_there_is_one_view_and_a_word_about_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(encoder.SWITCH, "off")
    encoder.engine.cache_clear()
    try:
        texts, intents = [text for text, _ in SHOPS], [intent for _, intent in SHOPS]
        model = IntentModel.trained(texts, intents, ["en"] * len(SHOPS))
        assert model.second is None
        ranking = model.understand(read("return my shirt", "en")).ranking
        assert next(name for name, _ in ranking if name != OUT_OF_SCOPE) == "return"
        assert "less well" in caplog.text
    finally:
        encoder.engine.cache_clear()


def test_the_name_of_an_intent_is_an_example_of_it() -> None:
    texts = ["where is my parcel", "has it been sent", "money back please", "i do not want it", "ok bye", "see you"]
    intents = ["order_status"] * 2 + ["faq/refund_policy"] * 2 + ["goodbye"] * 2
    taught = IntentModel.trained(texts, intents, ["en"] * 6)
    assert taught.understand(read("refund policy", "en")).ranking[0][0] == "faq/refund_policy"
    assert taught.understand(read("order status", "en")).ranking[0][0] == "order_status"
