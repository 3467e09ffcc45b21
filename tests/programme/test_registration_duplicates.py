"""A Udyam number or GSTIN belongs to one registered business; who types it second learns that, and not whose it is."""

from __future__ import annotations

import asyncio

import pytest

from programme.registration.outcomes import Outcome, problem
from programme.store import Sessions
from tests.conftest import Clock
from tests.programme.owners import Owner, gstin, udyam

NUMBERS = {"udyam": udyam(77), "gstin": gstin(77)}
each_number = pytest.mark.parametrize("column", ["udyam", "gstin"])


@each_number
async def test_a_number_registered_by_another_account_is_refused_without_whose(
    asha: Owner, meena: Owner, column: str
) -> None:
    await asha.registers(**{column: NUMBERS[column]})
    await meena.comes_to(column)
    assert await meena.says(NUMBERS[column]) == problem(f"{column}_taken", {})
    assert await meena.question() == column
    assert (await meena.kept())[column] is None
    await meena.taps("skip")
    assert await meena.question() != column


@each_number
async def test_a_number_she_registered_herself_is_refused_as_hers(asha: Owner, column: str) -> None:
    await asha.registers(**{column: NUMBERS[column]})
    await asha.begins()
    await asha.answers("name", "state", "district", "products", "sector", "turnover", "investment")
    if column == "gstin":
        await asha.answers("udyam")
    assert await asha.says(NUMBERS[column].lower()) == problem(f"{column}_yours", {})


@each_number
async def test_her_own_number_said_again_is_no_duplicate(asha: Owner, column: str) -> None:
    await asha.registers(**{column: NUMBERS[column]})
    await asha.wants_to_change(column)
    assert (await asha.says(NUMBERS[column])).kind == "changed"
    assert (await asha.kept())[column] == NUMBERS[column]


@each_number
async def test_a_number_in_a_draft_keeps_nobody_out(asha: Owner, meena: Owner, column: str) -> None:
    await asha.comes_to("woman_owned", **{column: NUMBERS[column]})
    await meena.registers(**{column: NUMBERS[column]})
    assert (await meena.kept())[column] == NUMBERS[column]


@each_number
async def test_of_two_drafts_with_one_number_the_second_to_finish_is_asked_again(
    asha: Owner, meena: Owner, column: str
) -> None:
    for owner in (asha, meena):
        await owner.comes_to("summary", **{column: NUMBERS[column]})
    assert (await asha.taps("correct")).kind == "registered"
    before = await meena.kept()
    assert await meena.taps("correct") == problem(f"{column}_taken", {})
    assert await meena.question() == column
    assert await meena.kept() == before
    await meena.taps("skip")
    assert await meena.question() == "summary"
    assert (await meena.taps("correct")).kind == "registered"
    assert [(one.status, getattr(one, column)) for one in await meena.businesses()] == [("registered", None)]


async def test_a_number_discarded_with_its_draft_is_free(asha: Owner, meena: Owner) -> None:
    await asha.comes_to("summary", **NUMBERS)
    await asha.is_asked_aside("cancel")
    await asha.taps("discard")
    await meena.registers(**NUMBERS)


@each_number
async def test_of_two_who_finish_at_once_with_one_number_exactly_one_is_registered(
    sessions: Sessions, clock: Clock, column: str
) -> None:
    owners = [Owner(sessions, clock, f"telegram:{number}") for number in range(4)]
    for owner in owners:
        await owner.comes_to("summary", **{column: NUMBERS[column]})
    outcomes: list[Outcome] = await asyncio.gather(*(owner.taps("correct") for owner in owners))
    assert sorted(outcome.kind for outcome in outcomes) == ["problem", "problem", "problem", "registered"]
    for owner, outcome in zip(owners, outcomes, strict=True):
        (business,) = await owner.businesses()
        if outcome.kind == "registered":
            assert (business.status, await owner.question()) == ("registered", None)
        else:
            assert outcome == problem(f"{column}_taken", {})
            assert (business.status, await owner.question()) == ("draft", column)
            assert (business.name, business.district) == ("Asha Pickles & Papad", "Indore")


@each_number
async def test_of_two_who_change_to_one_number_at_once_exactly_one_gets_it(
    asha: Owner, meena: Owner, column: str
) -> None:
    for owner in (asha, meena):
        await owner.registers()
        await owner.wants_to_change(column)
    outcomes = await asyncio.gather(asha.says(NUMBERS[column]), meena.says(NUMBERS[column]))
    assert sorted(outcome.kind for outcome in outcomes) == ["changed", "problem"]
    for owner, outcome in zip((asha, meena), outcomes, strict=True):
        (business,) = await owner.businesses()
        got_it = outcome.kind == "changed"
        assert business.status == "registered"
        assert getattr(business, column) == (NUMBERS[column] if got_it else None)
        assert await owner.question() == (None if got_it else column)
