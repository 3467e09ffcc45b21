"""Every table, and bringing a database to the current schema."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from programme import (
    audit,
    broadcasts,
    businesses,
    consents,
    deliveries,
    inbox,
    messages,
    outbox,
    pace,
    people,
    referrals,
    reminders,
    staff,
    trackers,
    workers,
    workshops,
)
from programme.registration import interviews
from programme.store import Base

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
TABLES_IN = (audit, broadcasts, businesses, consents, deliveries, inbox, interviews, messages, outbox, pace, people, referrals,
             reminders, staff, trackers, workers, workshops)  # fmt: skip
"""The modules with tables; importing them fills the metadata."""
ONE_AT_A_TIME = 6_778_463
"""The lock, a number of our own, that whoever migrates a PostgreSQL database holds meanwhile."""


class NoSuchSchema(Exception):
    """The message names the schemas that there are."""


def metadata() -> MetaData:
    """The tables as the code has them."""
    return Base.metadata


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The name of the current schema."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def revisions() -> list[str]:
    """The names of all schemas that this code knows, oldest first."""
    scripts = ScriptDirectory.from_config(_config()).walk_revisions()
    return [script.revision for script in scripts][::-1]


async def migrate(engine: AsyncEngine, to: str | None = None) -> tuple[str | None, str]:
    """Bring the database to the current schema, or to the older or newer one named `to`, in one transaction; returns the
    schema before and after. Raises `NoSuchSchema`."""
    wanted = to or newest()
    if wanted not in revisions():
        raise NoSuchSchema(f"there is no schema {wanted}; there are: {', '.join(revisions())}")
    async with engine.begin() as connection:
        return await connection.run_sync(_migrate, wanted)


def _migrate(connection: Connection, to: str) -> tuple[str | None, str]:
    if connection.dialect.name == "postgresql":  # SQLite locks the whole file when the transaction begins
        connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    before = MigrationContext.configure(connection).get_current_revision()
    known = revisions()
    back = before in known and known.index(before) > known.index(to)
    (command.downgrade if back else command.upgrade)(_config(connection), to)
    return before, to


async def current(engine: AsyncEngine) -> str | None:
    """The schema that the database has; None for an empty one."""
    async with engine.connect() as connection:
        return await connection.run_sync(lambda sync: MigrationContext.configure(sync).get_current_revision())
