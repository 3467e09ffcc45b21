"""The engine of durable work: DBOS Transact, on an SQLite file of its own or in the PostgreSQL database.

It sees to it that what was begun is ended, whoever dies, and that what falls due is minded by one worker at a time. What
is to be sent, and what became of it, stands in the ledger (`programme.deliveries`): a workflow holds no data of people.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from dbos import DBOS, DBOSConfig
from dbos import error as engine_error

from bot.app import CannotStart
from bot.jobs.courier import Courier
from bot.jobs.minding import mind
from bot.jobs.tables import engine_url
from programme import dispatching, workers
from programme.surroundings import Surroundings

log = logging.getLogger(__name__)

Result = TypeVar("Result")

VERSION = "1"
"""Of the workflows below. Work begun under one version is ended by it: change it only when they change, and let the
workers of the old version end what they began."""
APPLICATION = "msme-mitra"
DELIVER, MIND = "deliver", "mind"
EVERY_5_SECONDS = "*/5 * * * * *"
ENDED = ["SUCCESS", "ERROR", "CANCELLED"]
KEEP_WORKFLOWS = timedelta(hours=1)
TIDY_EVERY = timedelta(minutes=10)
AT_A_TIME = 500
STOP_SECONDS = 20.0
OLD_TABLES = "the tables of the engine of broadcasts and reminders are not those of this version: run `mitra migrate`"


class Engine:
    """One process's part of the work. There is one engine a process, as there is one DBOS."""

    def __init__(self, surroundings: Surroundings, courier: Courier, *, worker: str, database_url: str) -> None:
        self._surroundings = surroundings
        self._courier = courier
        self._worker = worker
        self._config: DBOSConfig = {
            "name": APPLICATION, "system_database_url": engine_url(database_url), "application_version": VERSION,
            "executor_id": worker, "log_level": "ERROR", "enable_otlp": False, "scheduler_polling_interval_sec": 2.0,
            "sys_db_pool_size": 4, "max_executor_threads": 8, "run_migrations": False,
        }  # fmt: skip
        self._living: asyncio.Task[None] | None = None
        self.loop: asyncio.AbstractEventLoop
        self._tidy_at = surroundings.now() + TIDY_EVERY

    async def start(self) -> None:
        """Take up what this worker left behind, and go to work. Raises `CannotStart` where the engine's tables are not
        there, or are those of an older version."""
        self.loop = asyncio.get_running_loop()
        await self._settle(self._worker)
        await self._beat()
        await self._launch()
        await DBOS.register_queue_async(DELIVER, worker_concurrency=1, polling_interval_sec=0.5)
        await DBOS.register_queue_async(MIND, worker_concurrency=1, polling_interval_sec=0.5)
        await DBOS.apply_schedules_async(
            [{"schedule_name": MIND, "workflow_fn": _mind, "schedule": EVERY_5_SECONDS, "queue_name": MIND}]
        )
        self._living = asyncio.create_task(self._live())

    async def _launch(self) -> None:
        """In a thread: what the engine asks of its database may have to wait for transactions that are open on this loop."""
        _quiet()
        DBOS(config=self._config)
        try:
            await asyncio.to_thread(DBOS.launch)
        except engine_error.DBOSInitializationError:
            await self._destroy()
            raise CannotStart(OLD_TABLES) from None  # its own words hold the address of the database

    async def stop(self) -> None:
        """End what is under way; the rest stays in the ledger."""
        self._courier.stopping.set()
        if self._living is not None:
            self._living.cancel()
            await asyncio.gather(self._living, return_exceptions=True)
        async with asyncio.timeout(STOP_SECONDS):
            await self._courier.finish()
        await self._destroy()
        await self._settle(self._worker)
        async with self._surroundings.sessions.begin() as session:
            await workers.bury(session, self._worker)

    async def _destroy(self) -> None:
        """The engine has put its own threads behind this loop's `to_thread`, and ends them: the loop gets others."""
        threads = ThreadPoolExecutor()
        await self.loop.run_in_executor(threads, partial(DBOS.destroy, workflow_completion_timeout_sec=0))
        self.loop.set_default_executor(threads)

    async def deliver(self) -> None:
        """Send until there is nothing left to send."""
        await self._courier.carry_all()

    async def mind(self) -> int:
        """See to what falls due; returns how many workers are to be woken, none when there is nothing to send."""
        if not await mind(self._surroundings):
            return 0
        async with self._surroundings.sessions() as session:
            return max(1, await workers.count(session))

    async def _live(self) -> None:
        """Say that this worker lives, take up what the dead have left, and forget ended work."""
        while True:
            try:
                await self._beat()
                await self._bury_the_dead()
                await self._tidy()
            except Exception as error:
                log.error("a heartbeat failed", extra={"error": type(error).__name__})
            await asyncio.sleep(workers.BEAT.total_seconds())

    async def _beat(self) -> None:
        async with self._surroundings.sessions.begin() as session:
            await workers.beat(session, self._worker, self._surroundings.now())

    async def _bury_the_dead(self) -> None:
        async with self._surroundings.sessions() as session:
            dead = await workers.dead(session, self._surroundings.now())
        for name in dead:
            await self._settle(name)
            await asyncio.to_thread(DBOS._recover_pending_workflows, [name])
            async with self._surroundings.sessions.begin() as session:
                await workers.bury(session, name)

    async def _tidy(self) -> None:
        """The engine's own records of ended work, some of them at a time."""
        now = self._surroundings.now()
        if now < self._tidy_at:
            return
        ended = await DBOS.list_workflows_async(
            status=ENDED,
            end_time=(now - KEEP_WORKFLOWS).isoformat(),
            limit=AT_A_TIME,
            load_input=False,
            load_output=False,
        )
        if ended:
            await DBOS.delete_workflows_async([one.workflow_id for one in ended])
        self._tidy_at = now + (timedelta() if len(ended) == AT_A_TIME else TIDY_EVERY)

    async def _settle(self, worker: str) -> None:
        async with self._surroundings.sessions.begin() as session:
            surroundings = self._surroundings
            uncertain, free = await dispatching.settle_lost(session, worker, surroundings.now(), surroundings.quiet)
        if uncertain or free:
            log.warning("taken up from a worker that died", extra={"count": free, "failures": uncertain})


_engine: Engine | None = None
"""DBOS finds workflows by their names, as functions of a module: they need the one engine of this process."""


@asynccontextmanager
async def running(engine: Engine) -> AsyncIterator[Engine]:
    """Let `engine` be the one of this process, and work."""
    global _engine  # noqa: PLW0603 - see there
    _engine = engine
    await engine.start()
    try:
        yield engine
    finally:
        await engine.stop()
        _engine = None


def _here() -> Engine:
    assert _engine is not None, "workflows run only while the engine does"
    return _engine


@DBOS.workflow(name=DELIVER)
async def _deliver() -> None:
    await DBOS.run_step_async({"name": DELIVER}, _carry_all)


async def _carry_all() -> None:
    await _on_our_loop(_here().deliver())


@DBOS.workflow(name=MIND)
async def _mind(_due: datetime, _context: Any) -> None:
    for lane in range(await DBOS.run_step_async({"name": MIND}, _mind_once)):
        await DBOS.enqueue_workflow_with_options_async(
            {"workflow_name": DELIVER, "queue_name": DELIVER, "deduplication_id": f"lane-{lane}",
             "duplication_policy": "return-existing"}
        )  # fmt: skip


async def _mind_once() -> int:
    return await _on_our_loop(_here().mind())


async def _on_our_loop(work: Coroutine[Any, Any, Result]) -> Result:
    """Workflows run on a loop of the engine's own; the database's connections and the line to Telegram belong to ours."""
    return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, _here().loop))


def _quiet() -> None:
    """The engine logs through ours, and only what is wrong."""
    logger = logging.getLogger("dbos")
    logger.handlers[:] = [logging.NullHandler()]
    logger.propagate = True
