"""What is written onto a name or after it and is none of it: -ங்க and -nga for politeness, -ன்னு and -nu for "called".

Many names end in the same letters (Ganga, Linga, Vishnu, Ammanji): an ending goes only where the rest is a name without
it, and -ji, written onto a name, never does.
"""

import re
from typing import Final

_TAMIL_CONSONANT: Final = re.compile("[க-ஹ]$")
_ENDS_OF_NAMES: Final = re.compile("லிங்க$|ளங்கோ$|^(?:தங்க|ரங்க|சங்க|கங்க|சிங்க|மங்க)$")
_POLITE_TAMIL: Final = re.compile("(?P<stem>[\u0b80-\u0be5]{2,}?)(?P<link>ு)?(?:ங்க|ங்கோ)$")
_ALONE: Final = frozenset("தாங்க தான் ங்க ங்கோ nga ngo thaanga dhaanga".split())
_THAANGA: Final = re.compile("(?P<stem>[\u0b80-\u0be5]{3,})தாங்க$")
# Murugannga, Selvinga, Ramasamynga; not Ganga, Linga, Sanga
_POLITE_LATIN: Final = re.compile(
    r"(?P<stem>[A-Za-z]{3,}(?:[^aeioul\W]|(?<!l)(?<!s)i|[^aeiou]y))ng[ao]$", re.IGNORECASE
)
_JOINED: Final = re.compile("(?<=\\S)-(?:ng[ao]|ங்க|ங்கோ)$", re.IGNORECASE)
_CALLED_TAMIL: Final = re.compile("(?P<stem>[\u0b80-\u0be5]{2,}?)(?:ன்னு|னு)$")
_CALLED_LATIN: Final = re.compile(r"(?P<stem>[A-Za-z]{3,})nu$", re.IGNORECASE)


def without_politeness(name: str) -> str:
    """ராமசாமிங்க → ராமசாமி, முருகனுங்க → முருகன், செல்வங்க → செல்வம், `Murugannga` → Murugan."""
    head, last = _parted(_JOINED.sub("", name))
    if head and last.lower() in _ALONE:
        return head.strip()
    if _ENDS_OF_NAMES.search(last):
        return head + last
    if match := _POLITE_TAMIL.fullmatch(last) or _THAANGA.fullmatch(last):
        return head + _whole_tamil(match["stem"], linked=bool(match.groupdict().get("link")))
    if match := _POLITE_LATIN.fullmatch(last):
        return head + match["stem"]
    return head + last


def without_called(name: str) -> str:
    """முருகன்னு → முருகன், செல்வின்னு → செல்வி, `Selvinu` → Selvi: only for what was called so."""
    head, last = _parted(name)
    if match := _CALLED_TAMIL.fullmatch(last):
        stem = last.removesuffix("ன்னு")
        is_whole = stem != last and not _TAMIL_CONSONANT.search(stem)
        return head + (stem if is_whole else last.removesuffix("னு"))
    if match := _CALLED_LATIN.fullmatch(last):
        return head + re.sub(r"(?<=[eiou])n$", "", match["stem"])
    return name


def _parted(name: str) -> tuple[str, str]:
    head, space, last = name.rpartition(" ")
    return head + space, last


def _whole_tamil(stem: str, *, linked: bool) -> str:
    """The name without its ending: the pulli that -உங்க took, the ம் that -ங்க took."""
    if linked:
        return f"{stem}்"
    return f"{stem}ம்" if _TAMIL_CONSONANT.search(stem) else stem
