"""Drawing the poster of a workshop from the command line."""

from __future__ import annotations

from pathlib import Path

from telegram.error import InvalidToken, TelegramError

from bot.app import App
from bot.duties.running import run
from bot.failed import Failed
from bot.posters.poster import drawing, picture
from bot.posters.words import words_of
from bot.settings import Settings
from bot.telegram.line.client import WRONG_TOKEN, client_of
from bot.telegram.links import address_of
from programme.workshops import Workshop


def draw(workshop_id: int, language: str, form: str, output: Path | None, bot_name: str) -> None:
    """Draw the poster of one workshop into a file."""

    async def drawn(app: App) -> str:
        if language not in app.settings.language_codes:
            raise Failed(f"--language {language} is none of: {', '.join(app.settings.language_codes)}")
        async with app.surroundings.sessions() as session:
            workshop = await session.get(Workshop, workshop_id)
        if workshop is None:
            raise Failed(f"there is no workshop {workshop_id}")
        link = f"{address_of(bot_name.lstrip('@') or await _asked(app.settings))}?start={workshop.code}"
        return drawing(words_of(workshop, language, link, profile=app.surroundings.profile, zone=app.surroundings.zone))

    file = output or Path(f"workshop-{workshop_id}-{language}.{form}")
    svg = run(drawn)
    _write(file, picture(svg) if form == "png" else svg.encode())
    print(file)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Failed(f"{file} cannot be written: {error.strerror}") from error


async def _asked(settings: Settings) -> str:
    """The bot's user name, from Telegram."""
    if settings.telegram_token is None:
        raise Failed(
            "whose link shall the poster have? Give the bot's user name with --bot, or set MITRA_TELEGRAM_TOKEN"
        )
    try:
        async with client_of(settings).bot as bot:
            return str(bot.username)
    except InvalidToken:
        raise Failed(f"{WRONG_TOKEN}, or give the bot's user name with --bot") from None  # its words hold the token
    except TelegramError as error:
        raise Failed("Telegram cannot be asked for the bot's user name: give it with --bot") from error
