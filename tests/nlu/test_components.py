"""The parts inside Rasa: trained, stored and loaded by its model storage, with the shapes that rules rely on."""

from pathlib import Path
from time import process_time
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu import encoder
from nlu.components.entities import EntityReader
from nlu.components.importing import ReadOnce
from nlu.components.intents import IntentReader
from nlu.components.registers import RegisterReader
from nlu.components.tokenizer import IndicTokenizer
from nlu.registers import FOLDERS
from tests.nlu.conftest import SUBJECTS
from tests.nlu.examples import labelled_intents

PARTS: list[Any] = [IndicTokenizer, RegisterReader, IntentReader, EntityReader]
CONTEXT = ExecutionContext(GraphSchema({}))
OPTIONS = {IntentReader: {"memory": ""}}


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """Every part trained, stored, and loaded again."""
    examples = [row for row in labelled_intents(FOLDERS) if row.intent in SUBJECTS]
    data = TrainingData([Message.build(row.text, row.intent) for row in examples])
    folder: Path = tmp_path_factory.mktemp("model")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(encoder.SWITCH, "off")
        encoder.engine.cache_clear()
        loaded = [_trained_and_loaded(part, LocalModelStorage(folder), data) for part in PARTS]
    encoder.engine.cache_clear()
    return loaded


def _trained_and_loaded(part: Any, storage: LocalModelStorage, data: TrainingData) -> Any:
    options = {**part.get_default_config(), **OPTIONS.get(part, {})}
    resource = Resource(part.__name__)
    made = part.create(options, storage, resource, CONTEXT)
    if not hasattr(made, "train"):
        return made
    made.train(data)
    return part.load(options, storage, resource, CONTEXT)


def parse(pipeline: list[Any], typed: str) -> dict[str, Any]:
    messages = [Message({"text": typed})]
    for part in pipeline:
        messages = part.process(messages)
    return dict(messages[0].as_dict(only_output_properties=True))


def test_a_question_has_its_full_name_beside_the_one_of_the_rules(pipeline: list[Any]) -> None:
    intent = parse(pipeline, "is it really free of cost")["intent"]
    assert (intent["name"], intent["full"]) == ("faq", "faq/programme_cost")
    assert 0 < intent["confidence"] <= 1


def test_other_intents_have_one_name(pipeline: list[Any]) -> None:
    intent = parse(pipeline, "வணக்கம்")["intent"]
    assert (intent["name"], intent["full"]) == ("greet", "greet")
    assert "below_threshold" not in intent


def test_the_ranking_has_the_same_shape_and_at_most_ten(pipeline: list[Any]) -> None:
    ranking = parse(pipeline, "workshop kab hai")["intent_ranking"]
    assert ranking[0]["full"] == "list_workshops"
    assert all(set(entry) == {"name", "full", "confidence"} for entry in ranking)
    assert len(ranking) <= 10


def test_register_and_entities_come_with_it(pipeline: list[Any]) -> None:
    parsed = parse(pipeline, "இந்தூரில் அடுத்த பயிற்சி எப்போ")
    assert (parsed["register"], parsed["register_clear"]) == ("ta", True)
    assert ("district", "Indore", "EntityReader") in [
        (e["entity"], e["value"], e["extractor"]) for e in parsed["entities"]
    ]


@pytest.mark.parametrize("typed", ["", "\ud800", "?" * 100_000, "अ" * 100_000])
def test_nothing_to_understand_is_out_of_scope(pipeline: list[Any], typed: str) -> None:
    assert parse(pipeline, typed)["intent"]["name"] == "out_of_scope"


@pytest.mark.parametrize(
    "piece",
    ["\u0300", "a\u0301\u0302", "क\u093f\u094d", "\u202eمرحبا ", "\x00", "\ud800", "\udfff a", "👨‍👩‍👧 ", "9", "98765 ", "9-", "5 lakh ",
     "kal ", "indore ", "UDYAM-MP-00-", "23ZZZPZ9999Z", "ढाई लाख ", "ram sita ", "\n", "/", "\uffff"],
)  # fmt: skip
def test_a_hundred_thousand_characters_of_anything_are_read_in_less_than_a_second(
    pipeline: list[Any], piece: str
) -> None:
    began = process_time()
    assert parse(pipeline, (piece * 100_000)[:100_000])["intent"]["name"]
    assert process_time() - began < 1


def test_a_changed_example_makes_rasa_train_again(tmp_path: Path) -> None:
    options = {**RegisterReader.get_default_config(), "examples": str(tmp_path)}
    (tmp_path / "en.yml").write_text("nlu: []", encoding="utf-8")
    before = RegisterReader.fingerprint_addon(options)
    assert RegisterReader.fingerprint_addon(options) == before
    (tmp_path / "en.yml").write_text("nlu: [1]", encoding="utf-8")
    assert RegisterReader.fingerprint_addon(options) != before


@pytest.mark.parametrize("part", [IntentReader, RegisterReader])
def test_a_part_taken_from_the_cache_has_a_fingerprint_too(part: Any) -> None:
    assert part.fingerprint_addon({"output": "cached"}) == part.fingerprint_addon(part.get_default_config())


def test_examples_and_domain_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "examples.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello\n', "utf-8"
    )
    (tmp_path / "domain.yml").write_text('version: "3.1"\nintents:\n- greet\n', "utf-8")
    files = ReadOnce(None, str(tmp_path / "domain.yml"), [str(tmp_path / "examples.yml")])
    assert [one.get("text") for one in files.get_nlu_data("en").intent_examples] == ["hello"]
    assert files.get_nlu_data() is files.get_nlu_data("en")
    assert files.get_domain() is files.get_domain()
