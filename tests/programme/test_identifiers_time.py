"""No text, however hostile, keeps a reader busy for long."""

import time
from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from programme.identifiers.aadhaar import redact_aadhaar
from programme.identifiers.dates import read_date
from programme.identifiers.gstin import read_gstin
from programme.identifiers.money import find_amounts, is_amount, read_amount
from programme.identifiers.name_likelihood import looks_like_name
from programme.identifiers.names import read_business_name, read_name
from programme.identifiers.pan import read_pan
from programme.identifiers.phone import read_phone
from programme.identifiers.turnover import read_total, read_turnover
from programme.identifiers.udyam import read_udyam
from programme.places import find_places, read_district, read_place, read_state

READERS: list[Callable[[str], object]] = [
    read_phone, read_udyam, read_gstin, read_pan, redact_aadhaar, read_amount, find_amounts, read_name, read_business_name,
    partial(looks_like_name, kind="owner_name"), partial(looks_like_name, kind="products"), is_amount, read_turnover, read_total,
    partial(read_date, today=date(2026, 11, 25)), find_places, read_district, read_state, read_place,
]  # fmt: skip
UNITS = [
    "1", "1 ", "12 ", "123 ", "2341 ", "1,", "1.", "1-", "+91 ", "9876543210 ", "A", "A ", "AB12", "UDYAM ", "UDYAM-MP-",
    "23ZZZPZ9999Z1Z", "do ", "5 lakh ", "lakh ", "and a half ", "kal ", "monday next ", "5 dec ", "दो ", "UP ", "Up ", "sagar ",
    "kanpur ", "dadra and nagar haveli and ", "தமிழ்", "தமிழ்நாட்டில் ", "மத்தியப் ", "abcdefghijkl ", "कानपु ", "name is ", "मेरा नाम ",
    " ", "\n", "-", ".", "\u200b", "\u0301", "़", "्", "a\u0301\u0327",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_text_takes_time_in_proportion(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    for read in READERS:
        start = time.perf_counter()
        read(text)
        assert time.perf_counter() - start < 2, read  # most take some hundredths
