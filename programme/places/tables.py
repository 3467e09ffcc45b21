"""The states, union territories and districts, and every other spelling people give them, as the files beside this say.

Districts are listed for the five states the programme began in; of the others only the state is known. See README.md.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final, Literal

LANGUAGES: Final = ("en", "hi", "ta")
Kind = Literal["name", "spelling", "short", "old", "town"]


@dataclass(frozen=True)
class State:
    """A state or union territory: its ISO code, the two digits of its GSTINs, the two letters of its Udyam numbers."""

    iso: str
    type: str
    gst: str
    udyam: str
    names: Mapping[str, str] = field(hash=False, compare=False)

    @property
    def name(self) -> str:
        """The English name."""
        return self.names["en"]


@dataclass(frozen=True)
class District:
    """A district of a state. `name` is its English name, unique within the state; `since` a year or date, or empty."""

    state: State
    name: str
    names: Mapping[str, str] = field(hash=False, compare=False)
    since: str = field(default="", hash=False, compare=False)


Place = State | District


@dataclass(frozen=True)
class Spelling:
    """One way to write a place. Kind `town` is a town inside it, `short` initials or a nickname, `old` former."""

    text: str
    place: Place
    kind: Kind


@cache
def all_states() -> tuple[State, ...]:
    """All 36, by ISO code."""
    return tuple(
        State(row["iso"], row["type"], row["gst"], row["udyam"], {language: row[language] for language in LANGUAGES})
        for row in rows("states.csv")
    )


@cache
def all_districts() -> tuple[District, ...]:
    """The districts of Madhya Pradesh, Haryana, Gujarat, Uttar Pradesh and Tamil Nadu."""
    states = {state.iso: state for state in all_states()}
    return tuple(
        District(states[row["state"]], row["en"], {language: row[language] for language in LANGUAGES}, row["since"])
        for row in rows("districts.csv")
    )


def state_of(iso: str) -> State | None:
    """The state with this ISO 3166-2 code (`IN-MP`)."""
    return next((state for state in all_states() if state.iso == iso), None)


def districts_of(state: State) -> tuple[District, ...]:
    """In the order of their English names; empty for a state whose districts are not listed."""
    return tuple(district for district in all_districts() if district.state == state)


@cache
def headquarters() -> Mapping[str, tuple[float, float]]:
    """Latitude and longitude of each district's headquarters, in degrees, by `IN-MP/Indore`."""
    return {
        f"{row['state']}/{row['district']}": (float(row["latitude"]), float(row["longitude"]))
        for row in rows("headquarters.csv")
    }


def spellings() -> Iterator[Spelling]:
    """Every name and alias, in all languages."""
    named: tuple[Place, ...] = (*all_states(), *all_districts())
    for place in named:
        for language in LANGUAGES:
            yield Spelling(place.names[language], place, "name")
    places: dict[tuple[str, str], Place] = {(state.iso, ""): state for state in all_states()}
    places.update({(district.state.iso, district.name): district for district in all_districts()})
    for row in rows("aliases.csv"):
        for name in row["names"].split("|"):
            yield Spelling(name, places[row["state"], row["district"]], _kind(row["kind"]))


def cautions() -> Mapping[str, str]:
    """Names that are also people's names (`name`) or ordinary words (`word`), with their level."""
    return {row["name"]: row["level"] for row in rows("cautions.csv")}


def _kind(text: str) -> Kind:
    kinds: dict[str, Kind] = {"spelling": "spelling", "short": "short", "old": "old", "town": "town"}
    return kinds[text]


def rows(file: str) -> list[dict[str, str]]:
    """The lines of one of the tables beside this."""
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
