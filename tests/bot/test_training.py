"""Training: what is hung over Rasa while it trains is gone afterwards."""

import tarfile
from pathlib import Path

from bot.rasa.training import packed_lightly

FASTEST, BEST = 4, 2  # the eighth byte of a gzip file


def packed(folder: Path) -> int:
    archive = folder / "a.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(__file__)
    return archive.read_bytes()[8]


def test_only_the_model_is_packed_lightly(tmp_path: Path) -> None:
    with packed_lightly():
        assert packed(tmp_path) == FASTEST
    assert packed(tmp_path) == BEST
