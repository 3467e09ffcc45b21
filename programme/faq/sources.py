"""Where the facts behind the answers were read; the list itself is `sources.csv`, open it in any spreadsheet."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from programme.faq.answers import Source


@cache
def sources() -> Mapping[str, Source]:
    """Every source by its key."""
    listed = files("programme.faq").joinpath("sources.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["key"]: _source(row) for row in csv.DictReader(listed.splitlines())})


def _source(row: Mapping[str, str]) -> Source:
    dated = date.fromisoformat(row["dated"]) if row["dated"] else None
    return Source(key=row["key"], publisher=row["publisher"], address=row["address"], dated=dated)
