"""Leaving and coming back: cancel, resume, start over, another business, one answer changed later."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from programme import audit
from programme.messages import Message
from programme.people import Consent
from programme.registration import interviews
from programme.registration.outcomes import changed, discarded, left, moved
from programme.store import Sessions
from tests.conftest import Clock
from tests.programme.owners import Owner, gstin, udyam
from tests.programme.rows import everything

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

FULL = {"udyam": udyam(9), "gstin": gstin(9)}
PERSONAL = ("Asha", "Pickles", "mango", "9893012345", udyam(9), gstin(9), "98930")


async def test_discarding_keeps_nothing_of_her(asha: Owner, sessions: Sessions, clock: Clock) -> None:
    """Not in the draft, not on her account, not in the record of what was said."""
    await asha.comes_to("woman_owned", **FULL)
    await asha.is_heard("Asha Patel, 98930 12345, mango pickle")
    await asha.is_asked_aside("cancel")
    assert await asha.taps("discard") == discarded()
    person = await asha.person()
    assert (person.name, person.phone, person.phone_verified) == (None, None, False)
    assert await asha.businesses() == []
    assert await asha.question() is None
    kept = await everything(sessions)
    assert [word for word in PERSONAL if word in kept] == []


async def test_discarding_leaves_what_was_said_before_the_registration(
    asha: Owner, sessions: Sessions, clock: Clock
) -> None:
    await asha.agrees()
    await asha.is_heard("what is Udyam?")
    clock.passes(hours=1)
    await asha.begins()
    await asha.is_asked_aside("cancel")
    await asha.taps("discard")
    async with sessions() as session:
        assert [message.text for message in await session.scalars(select(Message))] == ["what is Udyam?"]
        assert len(list(await session.scalars(select(Consent)))) == 1


async def test_discarding_a_second_business_keeps_the_first_and_its_owner(asha: Owner) -> None:
    await asha.registers(**FULL)
    await asha.begins()
    await asha.answers("name", "state", name="Asha Sarees")
    await asha.is_asked_aside("cancel")
    assert await asha.taps("discard") == discarded()
    assert [business.name for business in await asha.businesses()] == ["Asha Pickles & Papad"]
    assert ((await asha.person()).name, (await asha.person()).phone) == ("Asha Patel", "9893012345")


async def test_who_discarded_can_register_again(asha: Owner) -> None:
    await asha.comes_to("summary", **FULL)
    await asha.is_asked_aside("cancel")
    await asha.taps("discard")
    await asha.begins()
    assert await asha.question() == "owner_name"
    await asha.answers("owner_name", owner_name="Asha P.")
    assert (await asha.kept())["owner_name"] == "Asha P."


@pytest.mark.parametrize("said", [{"value": "later"}, {"text": "हाँ"}])
async def test_leaving_for_later_keeps_every_answer(asha: Owner, said: dict[str, str]) -> None:
    await asha.comes_to("phone")
    before = await asha.kept()
    await asha.is_asked_aside("cancel")
    assert await asha.says(said.get("text", ""), value=said.get("value")) == left()
    assert await asha.question() == "phone"
    assert await asha.kept() == before


async def test_not_leaving_after_all_goes_on_where_it_was(asha: Owner) -> None:
    await asha.comes_to("phone")
    await asha.is_asked_aside("cancel")
    assert (await asha.says("hm hm")).kind == "not_understood"
    assert await asha.question() == "cancel"
    assert await asha.says("नहीं") == moved()
    assert await asha.question() == "phone"


@pytest.mark.parametrize("said", [{"value": "continue"}, {"text": "जी हाँ"}])
async def test_after_days_she_goes_on_where_she_was(asha: Owner, clock: Clock, said: dict[str, str]) -> None:
    await asha.comes_to("phone")
    clock.passes(days=9)
    await asha.is_asked_aside("resume")
    assert await asha.says(said.get("text", ""), value=said.get("value")) == moved()
    assert await asha.question() == "phone"
    await asha.answers("phone")
    assert (await asha.kept())["products"] == "mango pickle"


async def test_starting_over_asks_everything_again_and_keeps_nothing(asha: Owner) -> None:
    await asha.comes_to("woman_owned", **FULL)
    await asha.is_asked_aside("resume")
    assert await asha.taps("restart") == moved("restarted")
    assert await asha.question() == "owner_name"
    assert set((await asha.kept()).values()) == {None}
    assert len(await asha.businesses()) == 1
    await asha.answers(*interviews.ORDER)
    assert (await asha.taps("correct")).kind == "registered"


async def test_starting_a_second_business_over_asks_only_for_the_business(asha: Owner) -> None:
    await asha.registers()
    await asha.begins()
    await asha.answers("name", "state", name="Asha Sarees")
    await asha.is_asked_aside("resume")
    await asha.taps("restart")
    assert await asha.question() == "name"
    assert ((await asha.person()).name, (await asha.person()).phone) == ("Asha Patel", "9893012345")


@pytest.mark.parametrize("said", ["बाद में", "not now", "अभी नहीं", "பிறகு", "apparam", "नहीं"])
async def test_not_now_keeps_all_for_another_day(asha: Owner, said: str) -> None:
    await asha.comes_to("phone")
    before = await asha.kept()
    for aside in ("cancel", "resume"):
        await asha.is_asked_aside(aside)
        if (said, aside) != ("नहीं", "cancel"):  # no, do not stop
            assert await asha.says(said) == left()
        assert await asha.kept() == before


async def test_neither_going_on_nor_starting_over_is_asked_again(asha: Owner) -> None:
    await asha.comes_to("phone")
    await asha.is_asked_aside("resume")
    assert (await asha.says("who are you?")).kind == "not_understood"
    assert await asha.question() == "resume"


async def test_a_second_business_has_the_same_owner_and_phone(asha: Owner) -> None:
    await asha.registers(**FULL)
    await asha.begins()
    assert await asha.question() == "name"
    await asha.answers("name", "state", "district", "products", "sector", "turnover", "investment", "udyam", "gstin",
                       "woman_owned", "sells_online", name="Asha Sarees", district="Bhopal", udyam=udyam(10),
                       gstin="=skip")  # fmt: skip
    assert (await asha.taps("correct")).kind == "registered"
    both = [(one.name, one.district, one.udyam, one.status) for one in await asha.businesses()]
    assert both == [
        ("Asha Pickles & Papad", "Indore", udyam(9), "registered"),
        ("Asha Sarees", "Bhopal", udyam(10), "registered"),
    ]


async def test_another_business_is_begun_only_after_a_yes(asha: Owner) -> None:
    await asha.registers()
    await asha.begins()
    await asha.is_asked_aside("another")
    assert await asha.says("हाँ") == moved()
    assert await asha.question() == "name"


async def test_no_other_business_leaves_no_draft(asha: Owner) -> None:
    await asha.registers()
    await asha.begins()
    await asha.is_asked_aside("another")
    assert await asha.says("नहीं") == left()
    assert await asha.question() is None
    assert len(await asha.businesses()) == 1
    assert (await asha.person()).name == "Asha Patel"


CHANGES: list[tuple[str, str, dict[str, Any]]] = [
    ("owner_name", "Asha Sharma", {"owner_name": "Asha Sharma"}),
    ("name", "Asha Foods", {"name": "Asha Foods"}),
    ("district", "Chennai", {"state": "IN-TN", "district": "Chennai"}),
    ("turnover", "11 crore", {"turnover": 110_000_000}),
    ("turnover", "don't know", {"turnover": None}),
    ("phone", "98765 43210", {"phone": "9876543210"}),
    ("udyam", udyam(50), {"udyam": udyam(50)}),
    ("gstin", gstin(50), {"gstin": gstin(50)}),
    ("woman_owned", "नहीं", {"woman_owned": False}),
    ("sells_online", "ஆமா", {"sells_online": True}),
]


@on_sqlite
@pytest.mark.parametrize(("step", "said", "now_kept"), CHANGES, ids=lambda each: str(each)[:20])
async def test_one_answer_of_a_registered_business_can_be_changed(
    asha: Owner, clock: Clock, step: str, said: str, now_kept: dict[str, Any]
) -> None:
    await asha.registers()
    before, registered_at = await asha.kept(), clock()
    clock.passes(days=30)
    await asha.wants_to_change(step)
    assert await asha.question() == step
    assert await asha.says(said) == changed()
    assert await asha.question() is None
    assert await asha.kept() == before | now_kept
    (business,) = await asha.businesses()
    assert (business.registered_at, business.updated_at) == (registered_at, clock())


async def test_changed_products_ask_for_their_sector_only_when_it_is_not_clear(asha: Owner) -> None:
    await asha.registers()
    await asha.wants_to_change("products")
    assert await asha.says("cotton saree", sector="textile") == changed()
    assert ((await asha.kept())["products"], (await asha.kept())["sector"]) == ("cotton saree", "textile")


async def test_a_change_without_a_field_asks_which(asha: Owner) -> None:
    await asha.registers()
    await asha.wants_to_change()
    assert await asha.question() == "change"
    await asha.taps("phone")
    assert (await asha.says("98765 43210")) == changed()


async def test_a_change_of_the_state_asks_for_the_district_before_it_is_done(asha: Owner) -> None:
    await asha.registers()
    await asha.wants_to_change("state")
    assert (await asha.says("Gujarat")).kind != "changed"
    assert await asha.question() == "district"
    assert await asha.says("Surat") == changed()
    assert ((await asha.kept())["state"], (await asha.kept())["district"]) == ("IN-GJ", "Surat")


async def test_a_change_of_the_place_asks_for_the_gstin_of_the_new_state(asha: Owner) -> None:
    await asha.registers(**FULL)
    await asha.wants_to_change("district")
    await asha.says("Chennai")
    assert await asha.question() == "gstin"
    assert await asha.says(gstin(9, "33")) == changed()
    kept = await asha.kept()
    assert (kept["state"], kept["district"], kept["gstin"]) == ("IN-TN", "Chennai", gstin(9, "33"))


async def test_a_change_that_was_left_changes_nothing(asha: Owner) -> None:
    await asha.registers()
    before = await asha.kept()
    await asha.wants_to_change("phone")
    await asha.is_asked_aside("cancel")
    assert await asha.taps("later") == left()
    assert await asha.question() is None
    assert await asha.kept() == before
    assert [business.status for business in await asha.businesses()] == ["registered"]


async def test_discarding_a_change_keeps_the_business(asha: Owner) -> None:
    await asha.registers()
    before = await asha.kept()
    await asha.wants_to_change("phone")
    await asha.is_asked_aside("cancel")
    assert await asha.taps("discard") == left()
    assert await asha.kept() == before


async def test_registering_and_changing_leave_a_trail_without_contents(
    asha: Owner, sessions: Sessions, clock: Clock
) -> None:
    await asha.registers(**FULL)
    await asha.wants_to_change("phone")
    await asha.says("98765 43210")
    async with sessions() as session:
        acts = list(await session.scalars(select(audit.Act).order_by(audit.Act.id)))
    assert [(act.actor, act.act, act.subject, act.detail) for act in acts] == [
        ("person:1", "register", "business:1", None),
        ("person:1", "change", "business:1", None),
    ]
