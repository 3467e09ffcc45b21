"""Broadcasts from the command line: who would get one, sending it, and what became of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import App
from bot.duties.given import Given
from bot.duties.running import run
from bot.failed import Failed
from locales import formats
from programme import audit, broadcasts, people, timetable
from programme.audiences import Audience
from programme.broadcasts import CONFIRM_TWICE_ABOVE, Broadcast, Forecast, NotPossible
from programme.staff import COMMAND_LINE
from programme.workshops import Workshop

__all__ = ["Given", "Sure", "preview", "send", "send_to_me"]


@dataclass(frozen=True)
class Sure:
    """What was said beforehand of the questions before sending: `count` people, `override` of quiet hours."""

    yes: bool
    count: int | None
    override: str | None


def preview(given: Given, *, as_json: bool) -> None:
    """Print who would get it and how it will look; sends nothing."""

    async def look(app: App) -> tuple[Broadcast, Forecast, Workshop | None, datetime, datetime]:
        now = app.surroundings.now()
        async with app.surroundings.sessions() as session:
            drafted = broadcasts.draft(given.message(), COMMAND_LINE, now)
            forecast = await broadcasts.forecast(session, drafted, now)
            return drafted, forecast, await _workshop(session, drafted), app.surroundings.quiet.end_after(now), now

    drafted, forecast, workshop, goes_at, now = run(look)
    if as_json:
        print(json.dumps(_as_json(drafted, forecast, workshop, goes_at), ensure_ascii=False))
        return
    _print_forecast(forecast)
    if goes_at > now:
        print(f"quiet hours: would go at {_local(goes_at)}")
    for problem in drafted.problems():
        print(f"to be mended: {problem.language + ': ' if problem.language else ''}{problem.text}")
    for language, text in _looks(drafted, workshop).items():
        print(f"\n--- {language}\n{text}")


async def _workshop(session: AsyncSession, broadcast: Broadcast) -> Workshop | None:
    if broadcast.workshop_id is None:
        return None
    workshop = await session.get(Workshop, broadcast.workshop_id)
    if workshop is None:
        raise Failed(f"there is no workshop {broadcast.workshop_id}")
    return workshop


def _as_json(drafted: Broadcast, forecast: Forecast, workshop: Workshop | None, goes_at: datetime) -> dict[str, Any]:
    return {
        "recipients": forecast.total, "languages": forecast.languages,
        "fallbacks": [{"wanted": wanted, "got": got, "people": people} for (wanted, got), people in forecast.fallbacks.items()],
        "opted_out": forecast.opted_out, "unreachable": forecast.unreachable, "goes_at": goes_at.isoformat(),
        "problems": [{"language": one.language, "kind": one.kind, "detail": one.detail, "text": one.text} for one in drafted.problems()],
        "messages": _looks(drafted, workshop),
    }  # fmt: skip


def _print_forecast(forecast: Forecast) -> None:
    print(f"{forecast.total} people: " + " · ".join(f"{language} {n}" for language, n in forecast.languages.items()))
    for (wanted, got), number in forecast.fallbacks.items():
        print(f"no text in {wanted}: {number} people get {got}")
    print(f"{forecast.opted_out} did not agree to such messages (not counted) · {forecast.unreachable} unreachable now")


def _looks(drafted: Broadcast, workshop: Workshop | None) -> dict[str, str]:
    """The text in each language as a person reads it, with an invented name."""
    from bot.telegram.unasked import write_broadcast

    looks = {}
    for language in drafted.texts:
        written = write_broadcast(drafted, workshop, "0", language, None, "preview")
        labels = [f"[ {button.label} ]" for button in written.letters[-1].buttons]
        looks[language] = "\n".join([*(letter.words.text for letter in written.letters), *labels])
    return looks


def send(given: Given, sure: Sure, *, when: str | None, as_json: bool) -> None:
    """Freeze the recipients; the workers send. Asks first, twice for many."""

    async def announce(app: App) -> dict[str, Any]:
        now, quiet = app.surroundings.now(), app.surroundings.quiet
        at = _moment(when, app) if when else None
        async with app.surroundings.sessions() as session:
            drafted = broadcasts.draft(given.message(), COMMAND_LINE, now)
            await _workshop(session, drafted)
            forecast = await broadcasts.forecast(session, drafted, now)
        _make_sure(forecast, sure)
        async with app.surroundings.sessions.begin() as session:
            frozen = await broadcasts.announce(session, drafted, now, quiet, at=at, override=sure.override or None)
            note(session, "announce", drafted.id, now, f"{frozen} people")
            due = drafted.due_at or now
        return {"id": drafted.id, "recipients": frozen, "goes_at": due.isoformat(), "status": drafted.status}

    told = possible(announce)
    if as_json:
        print(json.dumps(told))
    else:
        when_said = "now" if told["status"] == broadcasts.SENDING else _local(datetime.fromisoformat(told["goes_at"]))
        print(f"Broadcast {told['id']}: {told['recipients']} people, {when_said}.")


def _moment(text: str, app: App) -> datetime:
    try:
        at = timetable.moment(text, app.surroundings.zone)
    except timetable.Unusable as error:
        raise Failed(str(error)) from error
    if at <= app.surroundings.now():
        raise Failed(f"{text} is past")
    return at


def _make_sure(forecast: Forecast, sure: Sure) -> None:
    many = forecast.total > CONFIRM_TWICE_ABOVE
    if sure.yes:
        if many and sure.count != forecast.total:
            raise Failed(f"this is for {forecast.total} people: say --count {forecast.total} as well")
        return
    if not sys.stdin.isatty():
        raise Failed("nobody can be asked here: look with preview, then say --yes")
    _print_forecast(forecast)
    if input(f"Send to {forecast.total} people? [y/N] ").strip().lower() not in ("y", "yes"):
        raise Failed("nothing was sent")
    if many and input(f"More than {CONFIRM_TWICE_ABOVE}: type how many people it is for: ").strip() != str(
        forecast.total
    ):
        raise Failed("nothing was sent")


def send_to_me(given: Given, me: str) -> None:
    """Send it to one person alone; consent is not asked, for it is the writer."""

    async def announce(app: App) -> int:
        now = app.surroundings.now()
        async with app.surroundings.sessions.begin() as session:
            if await people.find(session, me) is None:
                raise Failed(f"{me} never wrote to the bot")
            drafted = broadcasts.draft(given.message(Audience(only=me)), COMMAND_LINE, now)
            await _workshop(session, drafted)
            await broadcasts.announce(session, drafted, now, app.surroundings.quiet, override="a test to oneself")
            note(session, "test", drafted.id, now, None)
            return drafted.id

    print(f"Broadcast {possible(announce)} is on its way to {me} alone.")


def possible(use_case: Callable[[App], Awaitable[Any]]) -> Any:
    """Run a use case; what cannot be done with a broadcast as it stands is a failure said in one line."""

    async def tried(app: App) -> Any:
        try:
            return await use_case(app)
        except NotPossible as error:
            raise Failed(str(error)) from error

    return run(tried)


def note(session: AsyncSession, act: str, number: int, now: datetime, detail: str | None) -> None:
    """Add what was done with a broadcast to the audit trail."""
    audit.note(session, actor=COMMAND_LINE, act=act, subject=f"broadcast:{number}", now=now, detail=detail)


def _local(moment: datetime) -> str:
    from programme.surroundings import here

    local = moment.astimezone(here().zone)
    return f"{formats.date_text(local.date(), 'en')}, {local:%H:%M}"
