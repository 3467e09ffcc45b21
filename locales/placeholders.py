"""The named places of a text, `{name}`, which a translation must keep exactly."""

from collections.abc import Sequence
from string import Formatter

from locales.languages import counts_of_one


def placeholders(text: str) -> frozenset[str]:
    """The places of `text` as written between the braces; ValueError where the braces do not match."""
    return frozenset(
        field + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
        for _, field, spec, conversion in Formatter().parse(text)
        if field is not None
    )


def placeholder_problem(english: Sequence[str], forms: Sequence[str], language: str) -> str | None:
    """What is wrong with the places of `forms`, the translation of `english` (one text, or singular and plural); None
    when all is well.

    The order of places is free. Only a form that stands for the number 1 alone may leave the number out as the English
    singular does; Hindi's first form is for 0 as well and must name it.
    """
    for index, form in enumerate(forms):
        allowed = [placeholders(english[-1])]
        if index == 0 and counts_of_one(language) == (1,):
            allowed.append(placeholders(english[0]))
        try:
            found = placeholders(form)
        except ValueError:
            return "its braces { } do not match"
        if found not in allowed:
            return f"it has the places {_listed(found)} where the English has {_listed(allowed[0])}"
    return None


def _listed(names: frozenset[str]) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(names)) or "(none)"
