"""Training the model: once for each state of its inputs, stored under their fingerprint."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from importlib.metadata import version
from pathlib import Path

from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from bot.rasa.absent import reason_of
from bot.rasa.quiet import prepare
from bot.settings import ROOT
from locales.responses import DOMAIN

IN_WHEEL = {"config.yml": ROOT / "bot" / "config.yml", "domain": DOMAIN}
INPUTS = ("config.yml", "domain", "nlu")
PACKAGES = ("rasa", "scikit-learn", "numpy")
THREADS = 2  # a turn computes on one, see `quiet`; training has the machine to itself
SUFFIXES = (".yml", ".py", ".csv", ".tsv", ".txt")


class TrainingFailed(Exception):
    """The model could not be trained; the message says why and how to mend it."""


def fingerprint(root: Path = ROOT) -> str:
    """A short name for the exact inputs of the model: files, and versions of the packages that train it."""
    digest = hashlib.sha256()
    for name in PACKAGES:
        digest.update(f"{name}={version(name)}\n".encode())
    for name, path in _inputs(root):
        digest.update(f"{name}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _inputs(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file with its name, which is the same in a checkout and in a wheel."""
    for name in INPUTS:
        place = _place(name, root)
        files = sorted(path for path in place.rglob("*") if path.suffix in SUFFIXES) if place.is_dir() else [place]
        yield from ((f"{name}/{path.relative_to(place)}", path) for path in files)


def _place(name: str, root: Path) -> Path:
    """Where an input of the model is: in `root`, or in a wheel within the packages."""
    return root / name if (root / name).exists() else IN_WHEEL[name]


def model_path(models: Path, root: Path = ROOT) -> Path:
    """Where the model of the present inputs is, or will be."""
    return models / f"mitra-{fingerprint(root)}.tar.gz"


def train(models: Path, *, force: bool = False, root: Path = ROOT) -> Path:
    """Train unless the model of the inputs in `root` is there; returns its path. Raises `TrainingFailed`."""
    path = model_path(models, root)
    if path.exists() and not force:
        return path
    prepare()
    os.environ.setdefault("RASA_CACHE_DIRECTORY", str(models.parent / "training-cache"))
    if force:
        shutil.rmtree(Path(os.environ["RASA_CACHE_DIRECTORY"]).parent / "parts", ignore_errors=True)
    from rasa.engine.exceptions import GraphComponentException
    from rasa.model_training import train as train_model
    from rasa.shared.exceptions import RasaException

    try:
        with told_to(models.parent / "training.log"), packed_lightly(), without_pauses(), threadpool_limits(THREADS):
            result = train_model(
                domain=str(_place("domain", root)), config=str(_place("config.yml", root)),
                training_files=[str(root / "nlu" / "examples"), str(root / "nlu" / "rules")],
                output=str(models), fixed_model_name=path.name.removesuffix(".tar.gz"), force_training=force,
            )  # fmt: skip
    except (RasaException, GraphComponentException, ValueError, OSError) as error:
        raise TrainingFailed(f"training failed: {reason_of(error)}") from error
    if result.code != 0 or not path.exists():
        raise TrainingFailed(f"training ended with code {result.code} and left no model in {models}")
    _forget_older(path)
    return path


@contextmanager
def told_to(log: Path) -> Iterator[None]:
    """What Rasa prints while it trains goes to a file: hundreds of progress lines that help nobody on a screen."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as lines, redirect_stdout(lines), redirect_stderr(lines):
        yield


@contextmanager
def without_pauses() -> Iterator[None]:
    """Nothing looks for circles of objects meanwhile: Rasa copies every example several times, and none is one."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def packed_lightly() -> Iterator[None]:
    """Rasa's archive at the lightest compression: hardly larger, since numbers do not shrink, and seconds sooner."""
    usual = tarfile.TarFile.gzopen
    tarfile.TarFile.gzopen = partial(usual, compresslevel=1)  # type: ignore[method-assign]  # Rasa cannot be told
    try:
        yield
    finally:
        tarfile.TarFile.gzopen = usual  # type: ignore[method-assign]


def _forget_older(newest: Path) -> None:
    for path in newest.parent.glob("mitra-*.tar.gz"):
        if path != newest:
            path.unlink()
