"""States, districts and towns: their names in three languages and every way people write them."""

from programme.places.finding import Found, find_places
from programme.places.nearness import code_of, districts_in, nearest
from programme.places.other_districts import is_pin_code, other_districts
from programme.places.place_answers import DidYouMean, Options, read_place
from programme.places.reading import name_of, read_district, read_state
from programme.places.tables import District, Place, State, all_districts, all_states, districts_of, state_of

__all__ = [
    "DidYouMean",
    "District",
    "Found",
    "Options",
    "Place",
    "State",
    "all_districts",
    "all_states",
    "code_of",
    "districts_in",
    "districts_of",
    "find_places",
    "is_pin_code",
    "name_of",
    "nearest",
    "other_districts",
    "read_district",
    "read_place",
    "read_state",
    "state_of",
]
