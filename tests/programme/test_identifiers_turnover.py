"""Sales of a year as owners tell them, in five registers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.identifiers.periods import Period, a_year
from programme.identifiers.problem import Problem
from programme.identifiers.turnover import Turnover, read_total, read_turnover

LAKH, CRORE = 100_000, 10_000_000
DAY, WEEK, MONTH, YEAR = Period


@pytest.mark.parametrize(
    ("said", "rupees", "period"),
    [
        ("monthly 40k", 40_000 * 12, MONTH),
        ("40,000 per month", 40_000 * 12, MONTH),
        ("25000/month", 25_000 * 12, MONTH),
        ("one lakh per month", 12 * LAKH, MONTH),
        ("per day 2000", 2_000 * 300, DAY),
        ("₹500/day", 500 * 300, DAY),
        ("weekly 10k", 10_000 * 52, WEEK),
        ("5 lakh p.a.", 5 * LAKH, YEAR),
        ("last year 7 lakh", 7 * LAKH, YEAR),
        ("6 months 3 lakh", 6 * LAKH, MONTH),
        ("25 हजार महीना", 25_000 * 12, MONTH),
        ("महीने का पच्चीस हज़ार", 25_000 * 12, MONTH),
        ("हर महीने 25-30 हजार", 30_000 * 12, MONTH),
        ("दिन का दो हज़ार", 2_000 * 300, DAY),
        ("रोज़ के 800", 800 * 300, DAY),
        ("हफ्ते में 10 हज़ार", 10_000 * 52, WEEK),
        ("सालाना डेढ़ करोड़", 15_000_000, YEAR),
        ("mahine ka 25 hajar", 25_000 * 12, MONTH),
        ("do lakh mahina", 24 * LAKH, MONTH),
        ("roz 500", 500 * 300, DAY),
        ("rojana 2-3 hazar", 3_000 * 300, DAY),
        ("2 din me 5000", 2_500 * 300, DAY),
        ("saal ka 5 lakh", 5 * LAKH, YEAR),
        ("2 saal se kaam hai, saal ka 5 lakh", 5 * LAKH, YEAR),
        ("3 mahine me 2 lakh", 8 * LAKH, MONTH),
        ("din ka 2000 mahine ka 60000", 60_000 * 12, MONTH),
        ("மாதத்துக்கு 25000", 25_000 * 12, MONTH),
        ("மாசம் இருபதாயிரம்", 20_000 * 12, MONTH),
        ("ஒரு நாளைக்கு 2000 ரூபாய்", 2_000 * 300, DAY),
        ("வாரத்துக்கு பத்தாயிரம்", 10_000 * 52, WEEK),
        ("வருடத்திற்கு ஐந்து லட்சம்", 5 * LAKH, YEAR),
        ("வருஷம் ஒன்றரை கோடி", 15_000_000, YEAR),
        ("maasam 25000", 25_000 * 12, MONTH),
        ("masathuku 30 aayiram", 30_000 * 12, MONTH),
        ("maasam oru latcham", 12 * LAKH, MONTH),
        ("dinam 1500", 1_500 * 300, DAY),
        ("oru naalaiku 2000", 2_000 * 300, DAY),
        ("varushathuku 5 latcham", 5 * LAKH, YEAR),
        ("50 pieces 200 rupees each per month", 50 * 200 * 12, MONTH),
        ("daily 50 piece, 20 rupees each", 50 * 20 * 300, DAY),
        ("roz 20 kilo achar 200 rupaye kilo", 20 * 200 * 300, DAY),
        ("மாசம் 100 சேலை, ஒண்ணு 500", 100 * 500 * 12, MONTH),
        ("Monthly - 25000", 25_000 * 12, MONTH),
        ("masathuku naapathaayiram", 40_000 * 12, MONTH),
    ],
)
def test_a_period_makes_a_year(said: str, rupees: int, period: Period) -> None:
    told = read_turnover(said)
    assert isinstance(told, Turnover)
    assert (told.rupees, told.period) == (rupees, period)


@pytest.mark.parametrize(
    ("said", "rupees"),
    [
        ("5 lakh", 5 * LAKH),
        ("50000", 50_000),
        ("0", 0),
        ("2000", 2_000),
        ("500000", 5 * LAKH),
        ("5-6 lakh", 6 * LAKH),
        ("5 - 6 lakh", 6 * LAKH),
        ("10 se 15 lakh", 15 * LAKH),
        ("20000 to 25000", 25_000),
        ("between 5 and 6 lakh", 6 * LAKH),
        ("दो तीन लाख", 3 * LAKH),
        ("5 से 6 लाख के बीच", 6 * LAKH),
        ("anju aaru latcham", 6 * LAKH),
        ("5 லட்சத்துல இருந்து 6 லட்சம்", 6 * LAKH),
        ("around 5 lakh", 5 * LAKH),
        ("lagbhag dedh lakh", 150_000),
        ("सुमार ढाई करोड़", 25_000_000),
        ("சுமார் 3 லட்சம்", 3 * LAKH),
        ("sumar onnara kodi", 15_000_000),
        ("half crore", 5_000_000),
        ("aadha crore", 5_000_000),
        ("in 2024 it was 5 lakh", 5 * LAKH),
        ("5 lakh, mera number 9876543210", 5 * LAKH),
        ("5 latcham pa", 5 * LAKH),
    ],
)
def test_without_a_period_the_figure_stands(said: str, rupees: int) -> None:
    assert read_turnover(said) == Turnover(rupees, None, rupees)


@pytest.mark.parametrize(
    ("said", "rupees"),
    [
        ("8 looms at 1 lakh each", 8 * LAKH),
        ("1 lakh each, 8 looms", 8 * LAKH),
        ("per loom 1 lakh, 8 looms", 8 * LAKH),
        ("8 x 1 lakh", 8 * LAKH),
        ("20 kilo, 200 rupaye kilo", 4_000),
        ("8*100000", 8 * LAKH),
        ("5 machine 20 hazar ki ek", LAKH),
        ("ek machine 20 hazar, 5 machine", LAKH),
        ("5 मशीन, एक की 20 हज़ार", LAKH),
        ("प्रति मशीन 20 हजार, 5 मशीन", LAKH),
        ("ஆளுக்கு 5000, 10 பேர்", 50_000),
        ("தறி ஒண்ணு 1 லட்சம், 8 தறி", 8 * LAKH),
        ("ஒரு தறிக்கு 1 லட்சம், 8 தறி", 8 * LAKH),
        ("onnu 1 latcham, 8 thari", 8 * LAKH),
        ("2-3 lakh", 3 * LAKH),
        ("5 lakh ki machine", 5 * LAKH),
        ("ek lakh", LAKH),
    ],
)
def test_so_many_at_such_a_price_are_multiplied(said: str, rupees: int) -> None:
    assert read_total(said) == rupees


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("9876543210", Problem("amount_phone")),
        ("2024", Problem("amount_year", {"number": "2024"})),
        ("1947", Problem("amount_year", {"number": "1947"})),
        ("2025-26", Problem("amount_year", {"number": "2025-26"})),
        ("3 looms 80000 each and 1 warping machine 2 lakh", Problem("amount_several", {"count": 2})),
        ("452001", Problem("amount_pin", {"number": "452001"})),
        ("641 001", Problem("amount_pin", {"number": "641001"})),
        ("5", Problem("amount_unit", {"number": "5"})),
        ("maasam 25", Problem("amount_unit", {"number": "25"})),
        ("10 to 15", Problem("amount_unit", {"number": "15"})),
        ("2 lakh in 2024 and 3 lakh now", Problem("amount_several", {"count": 2})),
        ("1,23,45", Problem("amount_unclear")),
        ("-5 lakh", Problem("amount_negative")),
        ("99999999999 crore", Problem("amount_too_large")),
        ("kuch nahi pata", Problem("amount_missing")),
        ("har mahine alag alag", Problem("amount_missing")),
        ("", Problem("amount_missing")),
    ],
)
def test_what_is_no_amount_is_said(said: str, problem: Problem) -> None:
    assert read_turnover(said) == problem


@given(
    st.integers(2, 99),
    st.sampled_from(["{} hazar", "{} हजार", "{} ஆயிரம்", "{}k", "₹{},000", "{} thousand"]),
    st.sampled_from(
        [
            (MONTH, "{} mahina"), (MONTH, "mahine ka {}"), (MONTH, "हर महीने {}"), (MONTH, "மாதம் {}"), (MONTH, "maasam {}"),
            (MONTH, "{} per month"), (DAY, "roz {}"), (DAY, "{} a day"), (DAY, "रोज {}"), (DAY, "தினமும் {}"), (WEEK, "{} weekly"),
            (WEEK, "hafte me {}"), (WEEK, "வாரம் {}"), (YEAR, "{} yearly"), (YEAR, "saal ka {}"), (YEAR, "साल के {}"), (YEAR, "வருடம் {}"),
        ]
    ),
)  # fmt: skip
def test_every_amount_reads_with_every_period(count: int, amount: str, spoken: tuple[Period, str]) -> None:
    period, around = spoken
    assert read_turnover(around.format(amount.format(count))) == Turnover(
        a_year(count * 1_000, period), period, count * 1_000
    )


@given(
    st.text(st.characters(exclude_categories=())) | st.text(st.sampled_from("५5,. -₹lakh ek each महीना din x*மாசம் दो/½"))
)
def test_any_text_gets_an_answer(text: str) -> None:
    for read in (read_turnover, read_total):
        told = read(text)
        rupees = told.rupees if isinstance(told, Turnover) else told
        assert isinstance(rupees, Problem) or 0 <= rupees <= 10**15
