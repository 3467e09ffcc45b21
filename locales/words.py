"""Brings the catalogues in step with the source: extracts every English text and updates each .po file.

    python -m locales.words                 update what is there
    python -m locales.words --add hi-Latn   begin a language
    python -m locales.words --check         write nothing; fail where a catalogue is stale or not fully translated

The files come out the same for the same input: in the order of the source, one line a paragraph, without dates and
line numbers, so that a change of words is all that a diff shows. Texts that are gone from the source are dropped.
"""

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from textwrap import shorten

from babel import Locale
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import write_po

from locales import catalogues
from locales.catalogues import NAMES, english_of, forms_of, path_of
from locales.languages import ENGLISH, FOLDERS, LANGUAGES, native, plural_header

ROOT = Path(__file__).parent.parent
_KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2)}
_ANSWERS = "programme/faq/"

_HEADER = """\
# {title} of msme-mitra in {english_name}: see docs/translation.md.
msgid ""
msgstr ""
"Project-Id-Version: msme-mitra\\n"
"Language: {folder}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_TITLES = {"mitra": "The conversation", "faq": "The answers to frequent questions"}


def extracted(root: Path = ROOT) -> dict[str, Catalog]:
    """The English texts of the source below `root`, a template for each catalogue."""
    templates = {name: Catalog() for name in NAMES}
    with (Path(__file__).parent / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]  # Babel leaves its commands bare
    found = extract_from_dir(root, methods, options, _KEYWORDS, ["Translators:"], strip_comment_tags=True)
    for filename, line, text, comments, context in found:
        name = "faq" if filename.startswith(_ANSWERS) else "mitra"
        templates[name].add(text, locations=[(filename, line)], auto_comments=comments, context=context)
    return templates


def updated(name: str, language: str, template: Catalog, folder: Path) -> Catalog:
    """The catalogue with exactly the texts of `template`; a text that was changed keeps its translation as fuzzy.

    An empty template leaves the catalogue as it is: the source is not there, which is no reason to lose translations.
    """
    path = path_of(name, language, folder)
    catalog = catalogues.read(path, language) if path.is_file() else Catalog(locale=FOLDERS[language])
    if len(template):
        catalog.update(template)
    for message in catalog:
        message.flags.discard("python-format")  # Babel takes "10% of" for one; only {places} are filled here
    return catalog


def rendered(catalog: Catalog, name: str, language: str) -> str:
    """The catalogue as the text of a .po file."""
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, ignore_obsolete=True, include_lineno=False)
    locale, script = Locale.parse(native(language)), " (Latin script)" if language != native(language) else ""
    header = _HEADER.format(
        title=_TITLES[name],
        english_name=f"{locale.english_name}{script}",
        folder=FOLDERS[language],
        plural=plural_header(language),
    )
    return (header + body.getvalue().decode()).rstrip("\n") + "\n"


def write(root: Path = ROOT) -> list[str]:
    """Updates every catalogue and returns the paths that changed, relative to `root`."""
    changed = []
    for path, language, name, catalog in _all_updated(root):
        text = rendered(catalog, name, language)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(str(path.relative_to(root)))
    return changed


def stale(root: Path = ROOT) -> list[str]:
    """A sentence for each catalogue that `write` would change."""
    return [
        f"{path.relative_to(root)} is out of step with the source: run `make words`."
        for path, language, name, catalog in _all_updated(root)
        if not path.is_file() or path.read_text(encoding="utf-8") != rendered(catalog, name, language)
    ]


def untranslated(root: Path = ROOT) -> list[str]:
    """A sentence for each text that is not translated, or whose translation waits for review."""
    return [
        f"{path.relative_to(root)}: {'fuzzy, to be reviewed' if message.fuzzy else 'not translated'}: "
        f"{shorten(english_of(message)[0], 70)!r} {' '.join(message.auto_comments)}".rstrip()
        for path, _language, _name, catalog in _all_updated(root)
        for message in catalog
        if message.id and (message.fuzzy or not all(forms_of(message)))
    ]


def begin(language: str, root: Path = ROOT) -> None:
    """Makes the folder of a new language, which `write` then fills."""
    path_of(NAMES[0], language, root / "locales").parent.mkdir(parents=True, exist_ok=True)


def _all_updated(root: Path) -> Iterator[tuple[Path, str, str, Catalog]]:
    folder, templates = root / "locales", extracted(root)
    present = [each for each in LANGUAGES if each != ENGLISH and path_of(NAMES[0], each, folder).parent.is_dir()]
    for language in present:
        for name in NAMES:
            yield path_of(name, language, folder), language, name, updated(name, language, templates[name], folder)


def main(arguments: list[str] | None = None) -> int:
    """0 when all is well; 1 with one line for each problem on standard error."""
    parser = argparse.ArgumentParser(prog="python -m locales.words", description="Update or check the catalogues.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where words are stale or missing")
    parser.add_argument("--add", metavar="LANGUAGE", choices=LANGUAGES[1:], help="begin a language, such as hi-Latn")
    wanted = parser.parse_args(arguments)
    if wanted.add:
        begin(wanted.add)
    try:
        return _check() if wanted.check else _write()
    except catalogues.Unreadable as error:
        print(error, file=sys.stderr)
        return 1


def _check() -> int:
    problems = [*catalogues.check(catalogues.available()), *stale(), *untranslated()]
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} things to mend; docs/translation.md says how.", file=sys.stderr)
    return 1 if problems else 0


def _write() -> int:
    changed = write()
    print("\n".join(f"updated {path}" for path in changed) or "The catalogues are in step with the source.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
