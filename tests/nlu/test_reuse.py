"""A part is trained again when what it is taught has changed, and only then."""

from pathlib import Path

import pytest

from nlu.components.reuse import trained_or_reused


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_CACHE_DIRECTORY", str(tmp_path / "var" / "training-cache"))


class Part:
    def __init__(self, folder: Path) -> None:
        self.folder, self.trainings = folder, 0

    def taught(self, examples: list[str], name: str = "part") -> str:
        place = self.folder / f"model{len(list(self.folder.glob('model*')))}"
        place.mkdir()
        trained_or_reused(name, examples, place, lambda folder: self._train(folder, examples))
        return (place / "learnt.txt").read_text()

    def _train(self, folder: Path, examples: list[str]) -> None:
        self.trainings += 1
        (folder / "learnt.txt").write_text(" ".join(examples))


def test_the_same_lesson_is_learnt_once(tmp_path: Path) -> None:
    part = Part(tmp_path)
    assert [part.taught(["a", "b"]), part.taught(["a", "b"])] == ["a b", "a b"]
    assert part.trainings == 1


def test_a_changed_lesson_is_learnt_and_the_older_forgotten(tmp_path: Path) -> None:
    part = Part(tmp_path)
    assert [part.taught(["a"]), part.taught(["b"]), part.taught(["a"])] == ["a", "b", "a"]
    assert part.trainings == 3
    assert len(list((tmp_path / "var" / "parts").iterdir())) == 1


def test_parts_do_not_learn_from_each_other(tmp_path: Path) -> None:
    part = Part(tmp_path)
    assert part.taught(["a"], "one") == part.taught(["a"], "two")
    assert part.trainings == 2


def test_a_training_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def fails(folder: Path) -> None:
        (folder / "half.txt").write_text("half")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the test's own
        trained_or_reused("part", [], tmp_path, fails)
    assert not list((tmp_path / "var" / "parts").iterdir())
