"""The database as a whole: schema, samples, tables, totals."""

from __future__ import annotations

import csv
import json
import sys
from typing import Any

from bot.app import App
from bot.duties.running import print_rows, run
from bot.failed import Failed
from bot.jobs.tables import migrate_engine
from programme import audit, exports, faq, samples, schema, statistics
from programme.staff import COMMAND_LINE


def migrate(to: str | None) -> None:
    """Bring the database to the current schema, or to the one named, and say from which it came."""

    async def bring(app: App) -> tuple[str | None, str]:
        moved = await schema.migrate(app.engine, to)
        await migrate_engine(app.settings.database_url)
        return moved

    try:
        before, after = run(bring, schema_checked=False)
    except schema.NoSuchSchema as error:
        raise Failed(str(error)) from error
    print(f"The schema is {after}." if before == after else f"The schema went from {before or 'nothing'} to {after}.")


def seed() -> None:
    """Load the sample workshops that are not there."""

    async def load(app: App) -> int:
        async with app.surroundings.sessions.begin() as session:
            return await samples.load(session, app.surroundings.now())

    print(f"{run(load)} sample workshops loaded.")


def export(table: str, *, as_json: bool) -> None:
    """Print a table as JSON lines or CSV."""

    async def rows_of(app: App) -> list[dict[str, Any]]:
        async with app.surroundings.sessions.begin() as session:
            audit.note(
                session,
                actor=COMMAND_LINE,
                act="export",
                subject=f"table:{table[:40]}",
                now=app.surroundings.now(),
            )
            return await exports.rows(session, table)

    try:
        rows = run(rows_of)
    except exports.NoSuchTable as error:
        raise Failed(str(error)) from error
    if as_json:
        print_rows(rows, as_json=True)
    elif rows:
        writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)


def cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula, and that keeps lists readable."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def stats(*, as_json: bool) -> None:
    """Print the funnel, and the answers to read again."""

    async def count(app: App) -> tuple[dict[str, int], list[str]]:
        today = app.surroundings.now().astimezone(app.surroundings.zone).date()
        async with app.surroundings.sessions() as session:
            return await statistics.funnel(session), [answer.topic for answer in faq.overdue(today)]

    totals, late = run(count)
    if as_json:
        print(json.dumps({**totals, "answers_to_review": late}, ensure_ascii=False))
        return
    for name, value in totals.items():
        print(f"{name.replace('_', ' '):28}{value:>8}")
    print(f"{'answers to review':28}{len(late):>8}" + (f"  {', '.join(late)}" if late else ""))
