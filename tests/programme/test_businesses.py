"""Businesses: the size the law gives them, and whose a number is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from programme import people
from programme.businesses import (
    CRORE,
    DRAFT,
    LAKH,
    REGISTERED,
    Business,
    draft_of,
    holder_of,
    registered_of,
    size_of,
)
from programme.registration.steps import INVESTMENT_RANGES, TURNOVER_RANGES
from programme.store import Sessions
from tests.conftest import Clock
from tests.programme.owners import gstin, udyam

SIZES = ("micro", "small", "medium", "large")
RUPEES = st.integers(0, 2_000 * CRORE)


@pytest.mark.parametrize(
    ("investment", "turnover", "size"),
    [
        (0, 0, "micro"),
        (3 * LAKH, 12 * LAKH, "micro"),
        (25 * CRORE // 10, 10 * CRORE, "micro"),  # "does not exceed": the limit itself is inside
        (25 * CRORE // 10 + 1, 10 * CRORE, "small"),
        (25 * CRORE // 10, 10 * CRORE + 1, "small"),
        (1 * CRORE, 5 * CRORE, "micro"),  # the limits of 2020 would say so too
        (2 * CRORE, 8 * CRORE, "micro"),  # those would say small
        (25 * CRORE, 100 * CRORE, "small"),
        (25 * CRORE + 1, 100 * CRORE, "medium"),
        (25 * CRORE, 100 * CRORE + 1, "medium"),
        (125 * CRORE, 500 * CRORE, "medium"),
        (125 * CRORE + 1, 0, "large"),
        (0, 500 * CRORE + 1, "large"),
        (None, 5 * LAKH, "unknown"),
        (5 * LAKH, None, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_sizes_are_those_in_force_from_april_2025(investment: int | None, turnover: int | None, size: str) -> None:
    assert size_of(investment, turnover) == size
    assert Business(investment=investment, turnover=turnover).size == size


@given(RUPEES, RUPEES, RUPEES, RUPEES)
def test_more_money_never_makes_a_firm_smaller(investment: int, turnover: int, more: int, sold: int) -> None:
    assert SIZES.index(size_of(investment, turnover)) <= SIZES.index(size_of(investment + more, turnover + sold))


@given(RUPEES, RUPEES)
def test_the_size_is_the_larger_of_what_each_figure_gives(investment: int, turnover: int) -> None:
    by_each = [SIZES.index(size_of(investment, 0)), SIZES.index(size_of(0, turnover))]
    assert SIZES.index(size_of(investment, turnover)) == max(by_each)


@pytest.mark.parametrize("size", ["micro", "small", "medium"])
def test_tapping_a_range_gives_its_size(size: str) -> None:
    assert size_of(INVESTMENT_RANGES[size], TURNOVER_RANGES[size]) == size


async def add(sessions: Sessions, clock: Clock, key: str, status: str, **columns: str | int) -> int:
    async with sessions.begin() as session:
        person = await people.meet(session, key, clock())
        business = Business(person_id=person.id, status=status, created_at=clock(), updated_at=clock(), **columns)
        session.add(business)
    return business.id


@pytest.mark.parametrize(("column", "number"), [("udyam", udyam(1)), ("gstin", gstin(1))])
async def test_two_registered_businesses_cannot_hold_one_number(
    sessions: Sessions, clock: Clock, column: str, number: str
) -> None:
    await add(sessions, clock, "telegram:1", REGISTERED, **{column: number})
    with pytest.raises(IntegrityError):
        await add(sessions, clock, "telegram:2", REGISTERED, **{column: number})


@pytest.mark.parametrize(("column", "number"), [("udyam", udyam(1)), ("gstin", gstin(1))])
async def test_a_draft_holds_no_number_against_others(
    sessions: Sessions, clock: Clock, column: str, number: str
) -> None:
    """Who types a number first and never finishes must not keep its owner out."""
    await add(sessions, clock, "telegram:1", DRAFT, **{column: number})
    await add(sessions, clock, "telegram:2", DRAFT, **{column: number})
    registered = await add(sessions, clock, "telegram:3", REGISTERED, **{column: number})
    async with sessions() as session:
        holder = await holder_of(session, column, number)
        assert holder is not None
        assert holder.id == registered


async def test_businesses_without_numbers_are_no_duplicates(sessions: Sessions, clock: Clock) -> None:
    ids = [await add(sessions, clock, "telegram:1", REGISTERED) for _each in range(3)]
    async with sessions() as session:
        person = await people.meet(session, "telegram:1", clock())
        assert [business.id for business in await registered_of(session, person)] == ids
        assert await draft_of(session, person) is None


async def test_figures_above_what_four_bytes_hold_are_kept(sessions: Sessions, clock: Clock) -> None:
    kept = await add(sessions, clock, "telegram:1", DRAFT, turnover=500 * CRORE, investment=125 * CRORE)
    async with sessions() as session:
        assert (await session.get_one(Business, kept)).turnover == 5_000_000_000


async def test_a_registration_number_never_comes_again(sessions: Sessions, clock: Clock) -> None:
    gone = await add(sessions, clock, "telegram:1", REGISTERED)
    async with sessions.begin() as session:
        await session.delete(await session.get_one(Business, gone))
    assert await add(sessions, clock, "telegram:1", REGISTERED) > gone
