"""The data themselves: what people say to teach the model, and what they say to test it, kept apart."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml
from rapidfuzz import process
from rapidfuzz.distance import Indel

from nlu.lessons import OUT_OF_SCOPE
from nlu.registers import FOLDERS
from nlu.tokens import plain
from programme.writing import normalise
from tests.nlu.examples import Example, labelled_intents

UNSEEN = Path(__file__).parent / "unseen"
LEAST = 20
ALIKE = 0.93
LONG = 4  # words: shorter ones, such as "hello ji", everybody says


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return list(labelled_intents(FOLDERS))


def unseen_texts(folder: str) -> list[str]:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(UNSEEN.rglob(f"{folder}.yml"))]
    blocks = [block for file in files for block in file["nlu"]]
    return [line.removeprefix("- ").strip() for block in blocks for line in block["examples"].splitlines() if line]


def test_examples_are_normalised(examples: list[Example]) -> None:
    assert [one.text for one in examples if normalise(one.text) != one.text] == []


def test_no_text_has_two_intents_or_stands_twice(examples: list[Example]) -> None:
    intents: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        intents[plain(one.text) or one.text].add(one.intent)
    assert {text: names for text, names in intents.items() if len(names) > 1} == {}
    assert [text for text, count in Counter(one.text for one in examples).items() if count > 1] == []


def test_every_intent_is_said_often_enough_in_every_register(examples: list[Example]) -> None:
    counts = Counter((one.intent, one.register) for one in examples)
    intents = {one.intent for one in examples}
    assert {
        (name, code): counts[name, code] for name in intents for code in FOLDERS.values() if counts[name, code] < LEAST
    } == {}


def test_no_intent_drowns_the_others(examples: list[Example]) -> None:
    counts = Counter((one.intent, one.register) for one in examples if one.intent != OUT_OF_SCOPE)
    assert max(counts.values()) <= 4 * min(counts.values())


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_tested_was_not_taught(examples: list[Example], folder: str) -> None:
    taught = [plain(one.text) for one in examples if one.register == FOLDERS[folder]]
    tested = [text for text in map(plain, unseen_texts(folder)) if len(text.split()) >= LONG]
    likeness = process.cdist(tested, taught, scorer=Indel.normalized_similarity, score_cutoff=ALIKE)
    assert [text for text, row in zip(tested, likeness, strict=True) if row.max() >= ALIKE] == []
