"""A measured figure beside the peer's, and how figures are printed."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Figure:
    """`value` and the peer's in `unit`; `peer` is None where it was left out."""

    name: str
    value: float
    unit: str
    peer: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours divided by the peer's."""
        return self.value / self.peer if self.peer else None

    def row(self) -> dict[str, str | float | None]:
        """The figure as the contract prints it."""
        return {
            "name": self.name, "value": _rounded(self.value), "unit": self.unit, "peer": _rounded(self.peer),
            "ratio": _rounded(self.ratio),
        }  # fmt: skip


def _rounded(value: float | None) -> float | None:
    """Four significant digits: more would be noise."""
    return float(f"{value:.4g}") if value is not None else None


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of `values` that at least `share` (0 to 1) of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def as_json(figures: Sequence[Figure]) -> str:
    """`{"figures": [{"name", "value", "unit", "peer", "ratio"}, …]}`."""
    return json.dumps({"figures": [figure.row() for figure in figures]}, ensure_ascii=False)


def print_table(title: str, figures: Sequence[Figure]) -> None:
    """The figures for people."""
    table = Table("figure", "ours", "peer", "ours ÷ peer", "unit", title=title, title_justify="left")
    for figure in figures:
        row = figure.row()
        cells = ("" if row[name] is None else str(row[name]) for name in ("value", "peer", "ratio"))
        table.add_row(figure.name, *cells, figure.unit)
    Console().print(table)
