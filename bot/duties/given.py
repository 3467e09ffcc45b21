"""What staff give on the command line or in a TOML file, read into a message and its audience."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bot.failed import Failed
from locales.languages import LANGUAGES
from programme.audiences import CATEGORIES, NEWS, Audience
from programme.broadcasts import BUTTONS, Message
from programme.registration.places import read_district_answer, read_state_answer

KNOWN = ("category", "workshop", "buttons", "picture", "text", "to")
MANY = ("languages", "sectors", "sizes", "standing")
NUMBERS = ("workshop", "seen_within_days")
YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True)
class Given:
    """As it was given; what stands on the command line goes before what stands in the file."""

    file: Path | None
    texts: list[str] | None
    to: list[str] | None
    category: str | None
    about: int | None
    buttons: list[str] | None
    picture: str | None

    def message(self, audience: Audience | None = None) -> Message:
        """The message, checked, for `audience` or the one given. Raises `Failed`."""
        filed = _read(self.file)
        category = self.category or filed.get("category", NEWS)
        if category not in CATEGORIES:
            raise Failed(f"there is no category {category!r}: write one of {', '.join(CATEGORIES)}")
        buttons = tuple(self.buttons or filed.get("buttons", ()))
        wrong = [button for button in buttons if button not in BUTTONS]
        if wrong:
            raise Failed(f"there is no button {wrong[0]!r}: write {' or '.join(BUTTONS)}")
        return Message(
            texts=_texts({**filed.get("text", {}), **_pairs(self.texts)}),
            audience=audience or audience_of({**filed.get("to", {}), **_pairs(self.to)}),
            category=category, workshop=self.about or filed.get("workshop"), buttons=buttons,
            picture=self.picture or filed.get("picture"),
        )  # fmt: skip


def _read(file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    try:
        filed = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Failed(f"{file} cannot be read: {error}") from error
    unknown = [name for name in filed if name not in KNOWN]
    if unknown:
        raise Failed(f"{file} has {unknown[0]!r}, which is none of {', '.join(KNOWN)}")
    return filed


def _pairs(given: list[str] | None) -> dict[str, str]:
    pairs = {}
    for one in given or []:
        name, equals, value = one.partition("=")
        if not equals:
            raise Failed(f"{one!r} is not NAME=VALUE")
        pairs[name.strip()] = value.strip()
    return pairs


def _texts(texts: Mapping[str, str]) -> dict[str, str]:
    wrong = [code for code in texts if code not in LANGUAGES]
    if wrong:
        raise Failed(f"there is no language {wrong[0]!r}: write one of {', '.join(LANGUAGES)}")
    return {code: texts[code] for code in LANGUAGES if code in texts}


def audience_of(said: Mapping[str, Any]) -> Audience:
    """An audience as it is written. Raises `Failed` with what is wrong."""
    known = [field.name for field in fields(Audience) if field.name != "only"]
    wrong = [name for name in said if name not in known]
    if wrong:
        raise Failed(f"nobody can be chosen by {wrong[0]!r}: write one of {', '.join(known)}")
    return Audience(**_placed({name: _value(name, value) for name, value in said.items()}))


def _value(name: str, value: Any) -> Any:
    if name in MANY:
        return tuple(value) if isinstance(value, list) else tuple(part.strip() for part in str(value).split(","))
    if name in NUMBERS:
        if not str(value).isdigit():
            raise Failed(f"{name} {value!r} is no number")
        return int(value)
    if name in ("woman_owned", "registered"):
        if str(value).lower() not in YES_OR_NO:
            raise Failed(f"{name} {value!r}: write yes or no")
        return YES_OR_NO[str(value).lower()]
    return value


def _placed(said: dict[str, Any]) -> dict[str, Any]:
    """State and district by the names of our tables."""
    if "state" in said:
        state = read_state_answer(str(said["state"]))
        if not isinstance(state, dict):
            raise Failed(f"state {said['state']!r} is not known, for example: Madhya Pradesh")
        said["state"] = state["state"]
    if "district" in said:
        place = read_district_answer(str(said["district"]), said.get("state"), as_typed=False)
        if not isinstance(place, dict):
            raise Failed(f"district {said['district']!r} is not known, for example: Indore")
        said = {**said, "district": place["district"], "state": place.get("state", said.get("state"))}
    return said
