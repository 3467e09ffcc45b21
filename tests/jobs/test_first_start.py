"""The first start of the engine on an empty PostgreSQL, while people write."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from bot.app import App, CannotStart, open_app
from bot.jobs.courier import Courier
from bot.jobs.engine import Engine, running
from bot.jobs.tables import migrate_engine
from bot.settings import read_settings
from bot.telegram.outgoing.limiter import Limiter
from programme import schema
from tests.conftest import PostgresServer
from tests.jobs.office import Post

TICK = 0.01
WRITERS = 4


def engine_of(app: App) -> Engine:
    courier = Courier(
        app.surroundings, Post(iter(()), set()), Limiter(0, 0.0), worker="first", rate=25, most_under_way=3
    )
    return Engine(app.surroundings, courier, worker="first", database_url=app.settings.database_url)


@asynccontextmanager
async def traffic(app: App) -> AsyncIterator[list[int]]:
    """So many transactions at any time, each open for a moment and begun on this loop; counts those that ended."""
    ended: list[int] = []

    async def write() -> None:
        while True:
            async with app.surroundings.sessions.begin() as session:
                await session.execute(text("select count(*) from people"))
                await asyncio.sleep(TICK * 5)
            ended.append(1)

    writers = [asyncio.create_task(write()) for _writer in range(WRITERS)]
    try:
        yield ended
    finally:
        for writer in writers:
            writer.cancel()
        await asyncio.gather(*writers, return_exceptions=True)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[App]:
    async with open_app(read_settings(database_url=url)) as app:
        yield app


@pytest.mark.postgres
async def test_on_an_empty_postgresql_it_starts_while_people_write_and_holds_nobody_up(
    postgres: PostgresServer,
) -> None:
    async with opened(postgres.create("first")) as app:
        await schema.migrate(app.engine)
        async with traffic(app) as ended, asyncio.timeout(60):
            await migrate_engine(app.settings.database_url)
            before = len(ended)
            held = asyncio.Event()
            holding = asyncio.create_task(hold_the_engines_table(app, held))
            await held.wait()
            async with running(engine_of(app)) as engine:
                assert holding.done()
                assert len(ended) > before, "nobody's transaction ended while the engine started"
                assert await engine.mind() == 0
            await holding


async def hold_the_engines_table(app: App, held: asyncio.Event) -> None:
    """As an index that is being built does; the launch has to wait, and this loop must go on meanwhile to let go of it."""
    async with app.surroundings.sessions.begin() as session:
        await session.execute(text("lock table dbos.dbos_migrations in access exclusive mode"))
        held.set()
        await asyncio.sleep(TICK * 50)


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_without_its_tables_it_does_not_start_and_says_what_to_do(
    request: pytest.FixtureRequest, kind: str, tmp_path: object
) -> None:
    url = f"sqlite:///{tmp_path}/new.sqlite3"
    if kind == "postgres":
        url = request.getfixturevalue("postgres").create("first")
    async with opened(url) as app:
        await schema.migrate(app.engine)
        with pytest.raises(CannotStart, match="mitra migrate"):
            await engine_of(app).start()
