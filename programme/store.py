"""The database: one declarative base, UTC times, an engine opened the same way for SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, event
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import IntegrityError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Session, SessionTransaction
from sqlalchemy.types import TypeDecorator

from programme.inline_sqlite import connect
from programme.whole_files import own_file

Sessions = async_sessionmaker[AsyncSession]

BUSY_SECONDS = 5.0

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables share one metadata, with named constraints so that migrations can speak of them."""

    metadata = MetaData(naming_convention=NAMING)


class UtcTime(TypeDecorator[datetime]):
    """Aware datetimes in UTC on both databases; a naive one is refused when it is bound."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("times are kept in UTC: give an aware datetime")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


class Unavailable(Exception):
    """The database could not be read or written just now (locked, read-only, full, away, too busy)."""


@contextmanager
def as_unavailable() -> Iterator[None]:
    """Turn the driver's operational errors into `Unavailable`, our own word for them."""
    try:
        yield
    except (OperationalError, InternalError, NoConnection, OSError) as error:  # internal: PostgreSQL's read-only
        raise Unavailable(str(error)) from error


def driver_url(url: str) -> str:
    """Name the asynchronous driver for `url`: aiosqlite for SQLite, psycopg 3 for PostgreSQL."""
    parsed = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
    name = drivers.get(parsed.drivername, parsed.drivername)
    return parsed.set(drivername=name).render_as_string(hide_password=False)


def open_engine(url: str) -> AsyncEngine:
    """Open an engine; an SQLite file's folder is made, and every connection gets WAL, foreign keys and a busy timeout.

    Its errors do not tell what was to be written: they end up in logs.
    """
    address = driver_url(url)
    if not address.startswith("sqlite"):
        engine = create_async_engine(address, pool_pre_ping=True, hide_parameters=True)
        _keep_rows_to_itself(engine)
        return engine
    database = make_url(address).database
    if database and database != ":memory:" and not database.startswith("file:"):
        own_file(Path(database))
    options = {"async_creator_fn": connect, "timeout": BUSY_SECONDS}
    engine = create_async_engine(address, connect_args=options, hide_parameters=True)
    _prepare_sqlite(engine)
    return engine


def _keep_rows_to_itself(engine: AsyncEngine) -> None:
    """PostgreSQL's second line on a refused row is the row itself, names and numbers and all."""

    @event.listens_for(engine.sync_engine, "handle_error")
    def _on_error(context: ExceptionContext) -> None:
        for error in (context.original_exception, context.sqlalchemy_exception):
            if isinstance(context.sqlalchemy_exception, IntegrityError) and error is not None:
                error.args = (str(error.args[0]).partition("\n")[0], *error.args[1:])


def _prepare_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _on_begin(connection: Any) -> None:
        # IMMEDIATE: two racers for the last seat queue here; a deferred transaction would fail on upgrade instead
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def sessions_of(engine: AsyncEngine) -> Sessions:
    """Sessions that keep loaded rows readable after commit."""
    return async_sessionmaker(engine, expire_on_commit=False)


class TurnSession(Session):
    """A session that holds on to the rows it has met until its transaction ends.

    SQLAlchemy lets go of a row that nobody holds, and reads it again for the next action of the same turn.
    """


@event.listens_for(TurnSession, "loaded_as_persistent")
@event.listens_for(TurnSession, "pending_to_persistent")
def _hold(session: Session, row: object) -> None:
    session.info.setdefault("held", []).append(row)


@event.listens_for(TurnSession, "after_transaction_end")
def _let_go(session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is None:  # the end of a savepoint is none
        session.info.pop("held", None)


def has_met(session: AsyncSession, kind: type[Base]) -> bool:
    """Whether a row of this `kind` was read or made in the open transaction of a `TurnSession`."""
    return any(isinstance(row, kind) for row in (*session.info.get("held", ()), *session.new))
