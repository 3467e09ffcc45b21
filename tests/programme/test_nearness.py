"""The district around a point on the map."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.places import all_districts, code_of, districts_in, nearest
from programme.places.tables import headquarters

INDIA = ((8.0, 31.5), (68.0, 85.0))


def test_every_district_has_its_headquarters_inside_india_and_is_nearest_to_it() -> None:
    assert set(headquarters()) == {code_of(district) for district in all_districts()}
    for code, (latitude, longitude) in headquarters().items():
        assert INDIA[0][0] < latitude < INDIA[0][1]
        assert INDIA[1][0] < longitude < INDIA[1][1]
        assert [code_of(district) for district in nearest(latitude, longitude)] == [code]


@pytest.mark.parametrize(
    ("place", "point", "names"),
    [
        ("Rajwada in Indore", (22.7186, 75.8550), ["Indore"]),
        ("T. Nagar in Chennai", (13.0418, 80.2341), ["Chennai"]),
        ("Sivakasi", (9.4533, 77.7950), ["Virudhunagar"]),
        ("between Anand and Nadiad", (22.625, 72.90), ["Anand", "Kheda"]),
        ("Mumbai", (19.08, 72.88), []),
        ("the other side of the earth", (-22.7, -104.1), []),
    ],
)
def test_one_is_named_or_the_two_that_it_may_be(place: str, point: tuple[float, float], names: list[str]) -> None:
    assert sorted(district.name for district in nearest(*point)) == sorted(names), place


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_any_point_gives_at_most_two(latitude: float, longitude: float) -> None:
    assert len(nearest(latitude, longitude)) <= 2


def test_a_code_reads_back_and_what_is_none_is_left_out() -> None:
    indore = districts_in(["IN-MP/Indore", "IN-MP/Nowhere", "", "None"])
    assert [district.name for district in indore] == ["Indore"]
