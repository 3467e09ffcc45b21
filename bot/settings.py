"""Settings: read once from the environment or `.env`, checked once, explained when wrong."""

from __future__ import annotations

import os
import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from locales.languages import LANGUAGES
from programme.quiet_hours import QuietHours
from programme.reminders import leads_of

ROOT = Path(__file__).resolve().parent.parent
IN_CHECKOUT = (ROOT / "config.yml").exists()
_OWN_DATA = Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "mitra"
VAR = ROOT / "var" if IN_CHECKOUT else _OWN_DATA
"""What is made while running: in a checkout its own folder; of an installed wheel the person's folder for data."""
EXAMPLES = {
    "database_url": "postgresql://mitra:PASSWORD@localhost/mitra",
    "languages": "en,hi,ta",
    "timezone": "Asia/Kolkata",
    "quiet_hours": "21:00-09:00",
    "reminders": "3d,1d,2h",
    "broadcast_rate": "25",
    "programme": "programme.toml",
    "telegram_token": "12345:the-rest-that-BotFather-shows",
    "telegram_api_url": "http://127.0.0.1:8081",
    "telegram_rate": "30",
    "webhook_url": "https://bot.example.org/telegram",
    "webhook_listen": "127.0.0.1:8443",
    "webhook_secret": "a-long-random-word-of-letters-and-digits",
    "health_listen": "127.0.0.1:9090",
}
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_LISTEN = re.compile(r"[\w.:\[\]-]+:\d{1,5}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d")


class BadSetting(Exception):
    """A setting cannot be used; the message names it, the problem and an example, and holds no secret."""


class Settings(BaseSettings):
    """Every `MITRA_…` setting that this build uses."""

    model_config = SettingsConfigDict(env_prefix="MITRA_", env_file=".env", extra="ignore", hide_input_in_errors=True)

    database_url: str = f"sqlite:///{VAR / 'mitra.sqlite3'}"
    languages: str = "en,hi,ta,hi-Latn,ta-Latn"
    timezone: str = "Asia/Kolkata"
    quiet_hours: str = "21:00-09:00"
    reminders: str = "3d,1d,2h"
    broadcast_rate: int = Field(default=25, ge=1, le=1000)
    programme: Path | None = None
    models: Path = Field(default=VAR / "models")
    telegram_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_rate: int = Field(default=30, ge=0, le=1000)
    webhook_url: str | None = None
    webhook_listen: str = "127.0.0.1:8443"
    webhook_secret: SecretStr | None = None
    health_listen: str | None = None
    erasures: Path = VAR / "erasures.jsonl"

    @field_validator("database_url")
    @classmethod
    def _is_database(cls, value: str) -> str:
        try:
            kind = make_url(value).get_backend_name()
        except ArgumentError as error:
            raise ValueError("is not a database address") from error
        if kind not in ("sqlite", "postgresql"):
            raise ValueError("must begin with sqlite:// or postgresql://")
        return value

    @field_validator("languages")
    @classmethod
    def _are_languages(cls, value: str) -> str:
        unknown = [code for code in value.split(",") if code.strip() not in LANGUAGES]
        if unknown:
            raise ValueError(f"{unknown[0].strip()!r} is none of {', '.join(LANGUAGES)}")
        return value

    @field_validator("timezone")
    @classmethod
    def _is_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("is no time zone of the IANA list") from error
        return value

    @field_validator("quiet_hours")
    @classmethod
    def _are_hours(cls, value: str) -> str:
        if not _HOURS.fullmatch(value):
            raise ValueError("must be two times of day")
        return value

    @field_validator("reminders")
    @classmethod
    def _are_leads(cls, value: str) -> str:
        leads_of(value)
        return value

    @field_validator("telegram_token")
    @classmethod
    def _is_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("is no bot token: digits, a colon, and about 35 letters")
        return value

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"https?://[^/\s]+", value):
            raise ValueError("must begin with https:// or http://")
        return value

    @field_validator("webhook_listen", "health_listen")
    @classmethod
    def _is_listened_to(cls, value: str | None) -> str | None:
        if value is not None and not _LISTEN.fullmatch(value):
            raise ValueError("must be an address and a port")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _is_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("must be 16 to 256 letters, digits, _ or -")
        return value

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def quiet(self) -> QuietHours:
        return QuietHours.read(self.quiet_hours, self.zone)

    @property
    def leads(self) -> tuple[tuple[str, timedelta], ...]:
        """How long before a workshop one is reminded of it, longest first."""
        return leads_of(self.reminders)

    @property
    def language_codes(self) -> tuple[str, ...]:
        return tuple(code.strip() for code in self.languages.split(","))


def read_settings(**overrides: Any) -> Settings:
    """The settings of this process. Raises `BadSetting` for the first wrong one."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        problem = first["msg"].removeprefix("Value error, ")
        example = EXAMPLES.get(name, "")
        raise BadSetting(f"MITRA_{name.upper()} {problem}. Example: MITRA_{name.upper()}={example}") from None
