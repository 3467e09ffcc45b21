"""Amounts of rupees as they are said and typed in five registers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.identifiers.money import find_amounts, is_amount, read_amount
from programme.identifiers.problem import Problem

LAKH, CRORE = 100_000, 10_000_000


@pytest.mark.parametrize(
    ("said", "rupees"),
    [
        ("5 lakh", 5 * LAKH),
        ("५ लाख", 5 * LAKH),
        ("पाँच लाख", 5 * LAKH),
        ("ढाई लाख", 250_000),
        ("डेढ़ करोड़", 15_000_000),
        ("साढ़े तीन लाख", 350_000),
        ("सवा लाख", 125_000),
        ("पौने दो करोड़", 17_500_000),
        ("ढाई सौ रुपये", 250),
        ("दो सौ पचास रुपये", 250),
        ("एक करोड़ पच्चीस लाख", 12_500_000),
        ("2.5 cr", 25_000_000),
        ("2½ lakh", 250_000),
        ("₹50,000", 50_000),
        ("₹ 5,00,000.50", 500_001),
        ("Rs. 5 lakh", 5 * LAKH),
        ("rs.5000/-", 5_000),
        ("5L", 5 * LAKH),
        ("50k", 50_000),
        ("5lacs", 5 * LAKH),
        ("5 00 000", 500_000),
        ("500000", 500_000),
        ("0", 0),
        ("pachas hazar", 50_000),
        ("dhai crore", 25_000_000),
        ("saadhe paanch lakh", 550_000),
        ("do sau pachas hazar", 250_000),
        ("two and a half lakh", 250_000),
        ("half a crore", 5_000_000),
        ("twenty five lakh", 25 * LAKH),
        ("2 crore 50 lakh", 25_000_000),
        ("1 lakh 20 thousand", 120_000),
        ("5 lakh aur 50 hazar", 550_000),
        ("ek lakh crore", LAKH * CRORE),
        ("ரூ 5 லட்சம்", 5 * LAKH),
        ("ரூ.5,00,000", 5 * LAKH),
        ("௫ லட்சம்", 5 * LAKH),
        ("ஐந்து லட்சம்", 5 * LAKH),
        ("ஒன்றரை கோடி", 15_000_000),
        ("இரண்டரை லட்சம்", 250_000),
        ("50 ஆயிரம்", 50_000),
        ("ஐம்பதாயிரம்", 50_000),
        ("பத்து லட்சத்து ஐம்பதாயிரம்", 1_050_000),
        ("ஒரு லட்சத்துக்கு மேல", LAKH),
        ("anju latcham", 5 * LAKH),
        ("rendu kodi", 2 * CRORE),
        ("rendarai kodi", 25_000_000),
        ("around 5 lakhs per year", 5 * LAKH),
        ("in 2024 it was 5 lakh", 5 * LAKH),
    ],
)
def test_an_amount_is_read(said: str, rupees: int) -> None:
    assert read_amount(said) == rupees


@given(st.integers(1, 999), st.sampled_from(["lakh", "लाख", "லட்சம்", "lac", "L"]), st.sampled_from(["", " ", "  "]))
def test_every_writing_of_lakhs_reads_to_the_same(count: int, unit: str, space: str) -> None:
    for digits in ("0123456789", "०१२३४५६७८९", "௦௧௨௩௪௫௬௭௮௯"):
        assert read_amount(f"{count}{space}{unit}".translate(str.maketrans("0123456789", digits))) == count * LAKH


@given(st.integers(1_000, 10**12))
def test_indian_grouping_reads_back(rupees: int) -> None:
    head, tail = divmod(rupees, 1_000)
    groups: list[str] = []
    while head >= 100:
        head, group = divmod(head, 100)
        groups.insert(0, f"{group:02}")
    written = ",".join([str(head), *groups, f"{tail:03}"])
    assert read_amount(written) == read_amount(f"₹{written}/-") == rupees


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("5", Problem("amount_unit", {"number": "5"})),
        ("3.75", Problem("amount_unit", {"number": "3.75"})),
        ("पचास", Problem("amount_unit", {"number": "50"})),
        ("2-3 lakh", Problem("amount_range", {"low": 2 * LAKH, "high": 3 * LAKH})),
        ("2 se 3 lakh", Problem("amount_range", {"low": 2 * LAKH, "high": 3 * LAKH})),
        ("दो तीन लाख", Problem("amount_range", {"low": 2 * LAKH, "high": 3 * LAKH})),
        ("50,000 to 1 lakh", Problem("amount_range", {"low": 50_000, "high": LAKH})),
        ("5 lakh pehle, ab 7 lakh", Problem("amount_several", {"count": 2})),
        ("2,5 lakh", Problem("amount_unclear")),
        ("-5 lakh", Problem("amount_negative")),
        ("99999999999 crore", Problem("amount_too_large")),
        ("what do you do", Problem("amount_missing")),
        ("", Problem("amount_missing")),
    ],
)
def test_what_is_wrong_is_said(said: str, problem: Problem) -> None:
    assert read_amount(said) == problem


def test_an_amount_is_not_the_name_of_a_firm() -> None:
    for text in ("5 lakh", "₹50,000", "ढाई लाख रुपये", "about 5 lakh", "5", "ஐம்பதாயிரம் ரூபாய்", "2 crore 50 lakh"):
        assert is_amount(text), text
    for text in (
        "5 Lakh Fashion",
        "No.1 Pickles",
        "24 Carat",
        "लाख की चूड़ी",
        "Q2 Foods",
        "",
        "do",
        "One Two Three Garments",
    ):
        assert not is_amount(text), text


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("machine 40 lakh ki aur bikri 2 crore ki", [40 * LAKH, 2 * CRORE]),
        ("700 rupaye do warna band ho jayega", [700]),
        ("kitne crore tak micro mana jata hai", []),
        ("கோடி நன்றிகள்", []),
        ("லாக் ஆயிருச்சு, ஆர்டர் ஆயிருக்கு", []),
        ("लाख की चूड़ी का काम है", []),
        ("पांच सौ आदमी आएंगे", []),
        ("call me at 10 on 5 december", []),
    ],
)
def test_only_what_is_money_is_found_in_a_sentence(sentence: str, amounts: list[int]) -> None:
    assert find_amounts(sentence) == amounts


@given(st.text(st.characters(exclude_categories=())) | st.text(st.sampled_from("५5,. -₹lakhcrसवापौने ढाई/½&a")))
def test_any_text_gets_an_answer(text: str) -> None:
    answer = read_amount(text)
    assert isinstance(answer, Problem) or 0 <= answer <= 10**15
    assert all(0 <= amount <= 10**15 for amount in find_amounts(text))
