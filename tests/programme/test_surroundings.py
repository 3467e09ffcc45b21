"""Surroundings: one transaction for whoever asks, shared by a turn where one runs."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from programme import people, surroundings
from programme.store import Sessions
from programme.surroundings import Surroundings
from tests.conftest import Clock


async def known(sessions: Sessions, key: str) -> bool:
    async with sessions() as session:
        return await people.find(session, key) is not None


async def test_a_transaction_of_its_own_is_committed_when_it_ends_well(sessions: Sessions, clock: Clock) -> None:
    here = Surroundings(sessions, now=clock)
    async with here.transaction() as session:
        await people.meet(session, "telegram:1", here.now())
    assert await known(sessions, "telegram:1")


async def test_a_transaction_of_its_own_leaves_nothing_when_it_fails(sessions: Sessions, clock: Clock) -> None:
    async def fails() -> None:
        async with Surroundings(sessions).transaction() as session:
            await people.meet(session, "telegram:1", clock())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fails()
    assert not await known(sessions, "telegram:1")


async def test_inside_a_turn_all_share_its_session_and_its_end(sessions: Sessions, clock: Clock) -> None:
    here = Surroundings(sessions, now=clock)

    async def turn() -> None:
        async with here.shared() as session, session.begin():
            async with here.transaction() as inner:
                assert inner is session
                await people.meet(inner, "telegram:1", clock())
            raise RuntimeError  # after its first part went well

    with pytest.raises(RuntimeError):
        await turn()
    assert not await known(sessions, "telegram:1")
    async with here.transaction() as first, here.transaction() as second:
        assert first is not second


async def test_without_an_application_they_come_from_the_environment(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "programme.toml").write_text('operator = "Example Trust"', encoding="utf-8")
    monkeypatch.setenv("MITRA_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("MITRA_PROGRAMME", str(tmp_path / "programme.toml"))
    monkeypatch.setenv("MITRA_TIMEZONE", "Asia/Colombo")
    monkeypatch.setattr(surroundings, "_current", None)
    here = surroundings.here()
    assert here is surroundings.here()
    assert here.profile.said("operator", "en") == "Example Trust"
    assert here.zone == ZoneInfo("Asia/Colombo")
    assert here.now().utcoffset() is not None
    async with here.transaction() as session:
        await people.meet(session, "telegram:1", here.now())
        await session.connection()
    assert await known(here.sessions, "telegram:1")
    await here.sessions.kw["bind"].dispose()
