"""What every use case needs from outside: sessions, the clock, the operator's file, the operator's time zone.

`bot.app` hands in its own; under a stock action server, which knows nothing of `bot`, they are built from the
environment when first asked for.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from programme.channels import TELEGRAM
from programme.profile import Profile, read_profile
from programme.quiet_hours import QuietHours
from programme.store import Sessions, TurnSession, open_engine, sessions_of

INDIA = ZoneInfo("Asia/Kolkata")
AT_NIGHT = QuietHours(time(21), time(9), INDIA)
LEADS = (("before_3d", timedelta(days=3)), ("before_1d", timedelta(days=1)), ("before_2h", timedelta(hours=2)))
DEFAULT_DATABASE = "sqlite:///var/mitra.sqlite3"


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Surroundings:
    """`now` gives aware UTC times; `zone` is where the operator's people live; `bot_link` is
    the address of the conversation for others to open, where the doorway has one; `channel` is Telegram, or its rehearsal."""

    sessions: Sessions
    profile: Profile = field(default_factory=Profile)
    now: Callable[[], datetime] = utc_now
    zone: ZoneInfo = INDIA
    languages: tuple[str, ...] = ("en", "hi", "ta", "hi-Latn", "ta-Latn")
    quiet: QuietHours = AT_NIGHT
    leads: tuple[tuple[str, timedelta], ...] = LEADS
    """How long before a workshop one is reminded of it."""
    bot_link: str | None = None
    channel: str = TELEGRAM

    def key_of(self, chat: str) -> str:
        """The key of the person who talks in `chat` of Telegram."""
        return f"{self.channel}:{chat}"

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """The transaction of the turn that runs, or one of its own where there is none; committed when it ends well."""
        shared = _shared.get()
        if shared is not None:
            yield shared
            return
        async with self.sessions.begin() as session:
            yield session

    @asynccontextmanager
    async def shared(self) -> AsyncIterator[AsyncSession]:
        """One session for everything inside, whoever asks for a transaction; its owner begins and commits."""
        async with self.sessions(sync_session_class=TurnSession) as session:
            token = _shared.set(session)
            try:
                yield session
            finally:
                _shared.reset(token)


_shared: ContextVar[AsyncSession | None] = ContextVar("shared", default=None)
_current: Surroundings | None = None


def use(surroundings: Surroundings) -> None:
    """Let everything run in `surroundings` from here on."""
    global _current  # noqa: PLW0603 - rasa-sdk builds actions without arguments, so they must find this by themselves
    _current = surroundings


def here() -> Surroundings:
    """The surroundings in use."""
    if _current is None:
        use(_from_environment())
    assert _current is not None
    return _current


def _from_environment() -> Surroundings:
    path = os.environ.get("MITRA_PROGRAMME")
    engine = open_engine(os.environ.get("MITRA_DATABASE_URL", DEFAULT_DATABASE))
    zone = ZoneInfo(os.environ.get("MITRA_TIMEZONE", "Asia/Kolkata"))
    return Surroundings(sessions_of(engine), profile=read_profile(Path(path) if path else None), zone=zone)
