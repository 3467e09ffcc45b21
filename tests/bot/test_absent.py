"""Libraries that Rasa imports and nobody calls: listed with a reason, stood in for, and done without."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

import pytest

from bot.rasa.absent import GROUP, LIBRARIES, SWITCH
from bot.settings import ROOT
from tests.bot.environments import conversation_in, synced

USES_NOTHING = """
from bot.rasa.quiet import prepare
prepare()
import tensorflow as tf
import keras.layers
from twilio.base.exceptions import TwilioRestException
from sanic import Blueprint

class Model(tf.keras.Model):
    def of(self, given: tf.Tensor | None, named: tf.data.Dataset[int]) -> tf.Tensor: ...

try:
    raise ValueError
except (TwilioRestException, ValueError):
    print("caught")
"""
CALLS = {
    "tf.constant(1)": "tensorflow.constant was called, but tensorflow is not installed. It is needed for DIET",
    "tf.keras.Model()": "tensorflow.keras.Model was called",
    "Model()": "tensorflow.keras.Model was called",
    "Blueprint('one')": "Rasa's HTTP server and action server",
}
DIET = """
recipe: default.v1
assistant_id: diet
language: en
pipeline: [{name: WhitespaceTokenizer}, {name: CountVectorsFeaturizer}, {name: DIETClassifier, epochs: 1}]
policies: [{name: RulePolicy}]
"""
TWO_INTENTS = """
version: "3.1"
nlu:
- {intent: a, examples: "- hello\\n- hi\\n"}
- {intent: b, examples: "- bye\\n- see you\\n"}
"""


def locked() -> dict[str, list[str]]:
    """The names of what each package of the lock needs."""
    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    return {one["name"]: [need["name"] for need in one.get("dependencies", [])] for one in packages}


def closure(names: Iterable[str]) -> set[str]:
    """Everything that is installed with these packages."""
    needs, found, open_ones = locked(), set[str](), list(names)
    while open_ones:
        name = open_ones.pop()
        if name not in found:
            found.add(name)
            open_ones += needs[name]
    return found


def modules_of(package: str) -> Iterator[ast.Module]:
    spec = find_spec(package)
    assert spec
    assert spec.submodule_search_locations
    for path in Path(spec.submodule_search_locations[0]).rglob("*.py"):
        yield ast.parse(path.read_text(encoding="utf-8"))


def imported_at_once(body: Iterable[ast.stmt]) -> Iterator[str]:
    """Top-level names of absolute imports that importing a module runs, but for those in a `try`, which expect to fail."""
    for statement in body:
        if isinstance(statement, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            yield statement.module.partition(".")[0]
        elif isinstance(statement, ast.If) and "TYPE_CHECKING" not in ast.dump(statement.test):
            yield from imported_at_once([*statement.body, *statement.orelse])
        elif isinstance(statement, ast.ClassDef):
            yield from imported_at_once(statement.body)


def imports_of_rasa() -> set[str]:
    found = {
        name
        for package in ("rasa", "rasa_sdk")
        for module in modules_of(package)
        for name in imported_at_once(module.body)
    }
    return found - sys.stdlib_module_names


def distributions(module: str) -> set[str]:
    return {name.lower().replace("_", "-").replace(".", "-") for name in packages_distributions().get(module, ())}


NEVER_THERE = {"transformers"}
"""Imported by a module that stock Rasa itself imports only for featurizers of which nobody here speaks."""


def test_each_library_that_rasa_imports_comes_with_the_product_or_is_listed_with_its_reason() -> None:
    product = closure(["msme-mitra"])
    missing = {
        name for name in imports_of_rasa() - NEVER_THERE if name not in LIBRARIES and not distributions(name) & product
    }
    assert not missing, f"neither installed without the group `{GROUP}` nor listed in bot/rasa/absent.py: {missing}"


def test_nothing_is_listed_that_rasa_does_not_import_or_that_comes_with_the_product() -> None:
    product = closure(["msme-mitra"])
    text = "\n".join(ast.unparse(module) for package in ("rasa", "rasa_sdk") for module in modules_of(package))
    for name, reason in LIBRARIES.items():
        assert reason
        assert f"import {name}" in text or f"from {name}" in text, f"{name} is imported nowhere"
        assert not distributions(name) & product, f"{name} comes with the product"


def without_the_group(code: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {SWITCH: "always"}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment,
        timeout=240, check=False,
    )  # fmt: skip


def test_a_stand_in_is_inherited_from_caught_and_written_into_annotations() -> None:
    done = without_the_group(USES_NOTHING)
    assert done.stdout == "caught\n", done.stderr


@pytest.mark.parametrize(("call", "told"), CALLS.items())
def test_a_stand_in_that_is_called_names_the_library_and_the_group(call: str, told: str) -> None:
    last_line = without_the_group(f"{USES_NOTHING}\n{call}\n").stderr.splitlines()[-1]
    assert told in last_line
    assert "uv sync --group stock" in last_line


def test_what_is_absent_and_not_listed_is_still_not_found() -> None:
    done = without_the_group("from bot.rasa.quiet import prepare\nprepare()\nimport torch_of_nobody")
    assert "ModuleNotFoundError: No module named 'torch_of_nobody'" in done.stderr


def test_real_libraries_go_before_stand_ins() -> None:
    code = "from bot.rasa.quiet import prepare\nprepare()\nimport requests\nprint(requests.__version__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout[0].isdigit(), done.stderr


def test_who_configures_diet_without_the_group_is_told_which_to_install(tmp_path: Path) -> None:
    files = {"config.yml": DIET, "domain/d.yml": "intents: [a, b]", "nlu/examples/en.yml": TWO_INTENTS,
             "nlu/rules/r.yml": "rules: [{rule: one, steps: [{intent: a}, {action: action_listen}]}]"}  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    root = str(tmp_path)
    code = (
        "import pathlib; from bot.rasa import training\n"
        f"root = pathlib.Path({root!r})\n"
        "try:\n    training.train(root / 'var' / 'models', root=root)\n"
        "except training.TrainingFailed as failure:\n    print(failure)"
    )
    told = without_the_group(code)
    assert told.stdout.startswith("training failed: keras."), told.stderr
    assert "is not installed" in told.stdout
    assert "uv sync --group stock" in told.stdout


@pytest.mark.model
def test_a_conversation_is_held_in_an_environment_without_the_group(model: Path, tmp_path: Path) -> None:
    mitra = synced(tmp_path / "venv") / "mitra"
    assert not list((mitra.parent.parent / "lib").glob("*/site-packages/tensorflow")), "the group was installed"
    lines = conversation_in(mitra, ROOT, tmp_path, ["hi, want to register my unit", "yes", "Asha Patel"])
    assert json.loads(lines[0])["intent"] == "register_business"
    assert "name of your business" in json.loads(lines[-1])["replies"][0]["text"]
