"""The vectors that travel with the examples: small, in step with them, and not believed when they are somebody else's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nlu import encoder, vectors
from nlu.quantising import Quantiser
from nlu.texts import texts_of_examples
from nlu.vectors import FILE, MOST_BYTES, KeptVectors, Unusable, encoder_name, key_of

WIDTH, SIZE = 32, 12
TEXTS = [f"text {number}" for number in range(400)]


@pytest.fixture(scope="module")
def exact() -> np.ndarray:
    """Vectors of length 1 that differ more along some directions than along others, as sentences' do."""
    chance = np.random.default_rng(7)
    mixed = chance.normal(size=(len(TEXTS), WIDTH)) * np.geomspace(1, 0.05, WIDTH) @ chance.normal(size=(WIDTH, WIDTH))
    return (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def small(exact: np.ndarray) -> KeptVectors:
    empty = KeptVectors("encoder 1", Quantiser.fitted(exact, SIZE))
    return empty.of_texts(TEXTS, dict(zip(TEXTS, exact, strict=True)))


@pytest.fixture
def file(small: KeptVectors, tmp_path: Path) -> Path:
    small.write(tmp_path / "some.vectors")
    return tmp_path / "some.vectors"


def test_every_text_that_training_asks_for_has_its_vector_in_the_file() -> None:
    kept = KeptVectors.read(FILE, encoder_name())
    texts = texts_of_examples()
    missing = [text for text in texts if key_of(text, kept.encoder) not in kept.records]
    assert not missing, f"{len(missing)} examples have no vector, such as {missing[:2]}: run `make vectors`"
    assert len(kept.records) == len(texts), "the file has vectors of texts that are gone: run `make vectors`"


def test_the_file_is_small() -> None:
    assert FILE.stat().st_size <= MOST_BYTES


@pytest.mark.model
def test_kept_vectors_point_where_the_encoder_says() -> None:
    kept = KeptVectors.read(FILE, encoder_name())
    some = sorted(texts_of_examples())[::900]
    exact = np.stack(list(encoder.exactly_embedded(some)))
    read = np.stack([kept.known(some)[text] for text in some])
    apart, read_apart = exact - kept.quantiser.centre, read - kept.quantiser.centre
    cosines = (apart * read_apart).sum(1) / np.linalg.norm(apart, axis=1) / np.linalg.norm(read_apart, axis=1)
    assert cosines.mean() > 0.91


def test_what_was_written_is_read_again(small: KeptVectors, file: Path, exact: np.ndarray) -> None:
    read = KeptVectors.read(file, "encoder 1").known(TEXTS)
    assert all(np.allclose(read[text], small.known([text])[text], atol=1e-6) for text in TEXTS[::50])
    assert (np.stack([read[text] for text in TEXTS]) * exact).sum(1).mean() > 0.97
    assert KeptVectors.read(file, "encoder 1").known(["never seen"]) == {}


def test_a_few_examples_more_and_fewer_change_a_few_records(small: KeptVectors, file: Path, exact: np.ndarray) -> None:
    before = file.read_bytes()
    small.of_texts([*TEXTS[3:], "new"], {"new": exact[0]}).write(file)
    length = 6 + small.quantiser.size
    records = [
        {body[-at : len(body) - at + length] for at in range(length, 390 * length, length)}
        for body in (before, file.read_bytes())
    ]
    assert len(records[0] ^ records[1]) <= 8


def test_more_bits_lose_less(exact: np.ndarray) -> None:
    def lost(size: int) -> float:
        quantiser = Quantiser.fitted(exact, size)
        return float(((quantiser.read(quantiser.written(exact)) - exact) ** 2).sum())

    assert lost(16) < lost(8) < lost(4)


def damaged(file: Path, how: str) -> None:
    written = file.read_bytes()
    if how == "cut":
        file.write_bytes(written[: len(written) // 2])
    elif how == "one byte":
        file.write_bytes(written[:-1] + bytes([written[-1] ^ 1]))
    elif how == "empty":
        file.write_bytes(b"")
    elif how == "no such file":
        file.unlink()
    else:
        file.write_bytes(b"something else altogether\n\x00\xff")


@pytest.mark.parametrize("how", ["cut", "one byte", "empty", "no such file", "something else"])
def test_a_file_that_is_cut_foreign_or_missing_is_not_believed(file: Path, how: str) -> None:
    damaged(file, how)
    with pytest.raises(Unusable, match=r"some\.vectors is (cut or damaged|damaged|missing)"):
        KeptVectors.read(file, "encoder 1")


def test_vectors_of_another_encoder_are_not_believed(file: Path) -> None:
    with pytest.raises(Unusable, match="of another encoder, encoder 1"):
        KeptVectors.read(file, "encoder 2")


def test_who_trains_is_told_in_one_line_and_the_vectors_count_as_missing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged(file, "cut")
    monkeypatch.setattr(vectors, "FILE", file)
    vectors.forget()
    assert vectors.problem() == "some.vectors is cut or damaged: the vectors of the examples are computed anew."
    assert vectors.known(TEXTS) == {}
    monkeypatch.undo()
    vectors.forget()
    assert vectors.problem() is None
