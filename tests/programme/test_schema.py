"""Migrations: an empty database gets the current schema, which is the one the code's tables have."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import AsyncEngine

from programme import schema
from programme.store import open_engine
from tests.conftest import PostgresServer

# what outside checks rely on; the tables of reminders and broadcasts come with their own migrations
PROMISED = {"people", "consents", "businesses", "workshops", "enrolments", "messages", "questions", "audit"}


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'var' / 'mitra.sqlite3'}"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.create("empty")


@pytest.fixture
async def empty(empty_url: str) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(empty_url)
    yield engine
    await engine.dispose()


def tables_in(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def downgrade(connection: Connection) -> None:
    command.downgrade(schema._config(connection), "base")


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
    return list(compare_metadata(context, schema.metadata()))


async def test_an_empty_database_gets_every_promised_table(empty: AsyncEngine) -> None:
    assert await schema.current(empty) is None
    assert await schema.migrate(empty) == (None, schema.newest())
    assert await schema.current(empty) == schema.newest()
    async with empty.connect() as connection:
        assert await connection.run_sync(tables_in) >= PROMISED


async def test_the_migrations_and_the_models_agree(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_twice_changes_nothing(engine: AsyncEngine) -> None:
    assert await schema.migrate(engine) == (schema.newest(), schema.newest())


async def test_the_schema_can_be_taken_back_and_brought_again(empty: AsyncEngine) -> None:
    await schema.migrate(empty)
    async with empty.begin() as connection:
        await connection.run_sync(downgrade)
        assert await connection.run_sync(tables_in) == {"alembic_version"}
    await schema.migrate(empty)
    async with empty.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_two_that_migrate_at_once_both_end_with_the_current_schema(empty: AsyncEngine, empty_url: str) -> None:
    other = open_engine(empty_url)
    await asyncio.gather(schema.migrate(empty), schema.migrate(other))
    await other.dispose()
    assert await schema.current(empty) == schema.newest()


async def test_a_migration_that_fails_leaves_the_database_as_it_was(
    empty: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(connection: Connection, to: str) -> tuple[str | None, str]:
        migrated(connection, to)
        raise RuntimeError("the power went")

    migrated = schema._migrate
    monkeypatch.setattr(schema, "_migrate", fails)
    with pytest.raises(RuntimeError):
        await schema.migrate(empty)
    assert await schema.current(empty) is None
    async with empty.connect() as connection:
        assert await connection.run_sync(tables_in) == set()
