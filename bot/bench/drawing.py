"""Pictures of a score: which intents are taken for which, and whether a confidence of 0.8 is right eight times in ten."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Picture
from sklearn.metrics import confusion_matrix

from nlu.bench import Score

BINS = 10


def draw(score: Score, folder: Path, name: str) -> None:
    """Write `<name>-confusion.png` and `<name>-reliability.png` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    _confusion(score).savefig(folder / f"{name}-confusion.png", dpi=110)
    _reliability(score).savefig(folder / f"{name}-reliability.png", dpi=110)


def _picture(side: float) -> Picture:
    picture = Picture(figsize=(side, side), layout="constrained")
    FigureCanvasAgg(picture)
    return picture


def _confusion(score: Score) -> Picture:
    wanted = [answer.wanted for answer in score.answers]
    given = [answer.understood.intent for answer in score.answers]
    names = sorted({*wanted, *given})
    shares = confusion_matrix(wanted, given, labels=names, normalize="true")
    picture = _picture(max(5.0, len(names) * 0.27))
    axes = picture.add_subplot()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=6)
    axes.set_yticks(range(len(names)), names, fontsize=6)
    axes.set(xlabel="understood", ylabel="meant")
    return picture


def _reliability(score: Score) -> Picture:
    sure = np.array([answer.understood.confidence for answer in score.answers])
    right = np.array([answer.understood.intent == answer.wanted for answer in score.answers])
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    held = [index for index in range(BINS) if (bins == index).any()]
    picture = _picture(5.0)
    axes = picture.add_subplot()
    axes.plot([0, 1], [0, 1], color="grey", linestyle="--")
    axes.plot(
        [sure[bins == index].mean() for index in held], [right[bins == index].mean() for index in held], marker="o"
    )
    axes.set(xlabel="confidence", ylabel="share right", xlim=(0, 1), ylim=(0, 1))
    return picture
