"""What the poster of a workshop says, in one language."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.posters.poster import Words
from locales import formats
from locales.catalogues import catalogue
from locales.responses import text_of
from programme.places import districts_in, name_of
from programme.profile import Profile
from programme.workshops import Workshop


def words_of(workshop: Workshop, language: str, link: str, *, profile: Profile, zone: ZoneInfo) -> Words:
    """The words of one workshop, its times in `zone`."""
    said = _said(
        "workshop_online" if workshop.is_online() else "workshop", language, **_facts(workshop, language, zone)
    )
    title, *lines = said.split("\n")
    return Words(
        profile.bot_name(language),
        title,
        (*lines, _said("line_free", language)),
        _said("telegram_poster", language),
        link,
    )


def _facts(workshop: Workshop, language: str, zone: ZoneInfo) -> dict[str, str]:
    starts, ends = workshop.starts_at.astimezone(zone), workshop.ends_at.astimezone(zone)
    places = districts_in([f"{workshop.state}/{workshop.district}"])
    return {
        "title": workshop.title(language), "venue": workshop.venue(language),
        "district": name_of(places[0], language) if places else workshop.district or "",
        "starts_date": formats.date_text(starts.date(), language),
        "starts_time": formats.time_text(starts, language), "ends_time": formats.time_text(ends, language),
    }  # fmt: skip


def _said(name: str, language: str, **facts: str) -> str:
    return catalogue(language).say(text_of(f"utter_{name}")).format(**facts)
