"""The district that a point on the map is in, as far as the distance to its headquarters tells."""

from collections.abc import Iterable
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Final

from programme.places.tables import District, all_districts, headquarters

FARTHEST: Final = 120.0
"""Kilometres beyond which no district is near: the largest reaches that far from its headquarters."""
_UNCERTAIN: Final = 2.5
"""Where the second is at most so many times as far as the first, the point may lie in either."""
_EARTH: Final = 6371.0


def nearest(latitude: float, longitude: float) -> list[District]:
    """The district whose headquarters is nearest, and the next one where that may be meant; empty far from all."""
    near = sorted((_kilometres((latitude, longitude), place), code) for code, place in headquarters().items())
    limit = min(FARTHEST, _UNCERTAIN * near[0][0])
    return districts_in(code for distance, code in near[:2] if distance <= limit)


def code_of(district: District) -> str:
    """A district as buttons carry it: `IN-MP/Indore`."""
    return f"{district.state.iso}/{district.name}"


def districts_in(codes: Iterable[str]) -> list[District]:
    """The districts with these codes; what is none is left out."""
    return [_by_code()[code] for code in codes if code in _by_code()]


@cache
def _by_code() -> dict[str, District]:
    return {code_of(district): district for district in all_districts()}


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Along the great circle."""
    (north, east), (north2, east2) = ((radians(a), radians(b)) for a, b in (one, other))
    half = sin((north2 - north) / 2) ** 2 + cos(north) * cos(north2) * sin((east2 - east) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))
