"""Replies to standing questions: examples that can be read, and what is read in rows that other hands wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bench.understanding import FOLDER
from nlu.registers import FOLDERS
from nlu.replies.bench import Read, figures, read_all, rows
from nlu.replies.choosing import chosen
from nlu.replies.denial import denies
from nlu.replies.examples import EXAMPLES, BadExample, examples
from nlu.replies.model import Moment
from nlu.replies.questions import COSTLY, FIELDS, KINDS, Act
from nlu.replies.reader import ReplyReader

UNSEEN = Path(__file__).parent / "replies"
LEAST_A_KIND = 60


@pytest.fixture(scope="module")
def reader() -> ReplyReader:
    return ReplyReader.trained(list(examples()), FOLDER / "embeddings.sqlite")


@pytest.fixture(scope="module")
def read(reader: ReplyReader) -> list[Read]:
    return read_all(reader, UNSEEN)


def test_every_example_names_a_question_an_act_and_what_belongs_to_it() -> None:
    for one in examples():
        assert one.asked in KINDS, one
        assert one.act in set(Act), one
        assert one.text.strip(), one
        if one.act == Act.CHOICE:
            assert one.detail.isdigit(), one
        if one.act == Act.CORRECTION:
            assert one.detail in FIELDS, one


def test_no_reply_has_two_meanings_at_one_question() -> None:
    meant: dict[tuple[str, ...], str] = {}
    for one in examples():
        key = (one.register, one.asked, *one.shown, one.text)
        assert meant.setdefault(key, one.act) == one.act, one


def test_every_question_has_examples_in_every_register() -> None:
    counts = dict.fromkeys(((kind, code) for kind in KINDS for code in FOLDERS.values()), 0)
    for one in examples():
        counts[one.asked, one.register] += 1
    assert min(counts.values()) >= LEAST_A_KIND


def test_a_line_with_too_few_columns_is_named_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "some.tsv").write_text("offer\tyes\t\t\tfine\noffer\tyes\n", encoding="utf-8")
    with pytest.raises(BadExample, match=r"some\.tsv:2: 2 columns instead of 5"):
        list(examples(tmp_path))


def test_the_unseen_rows_are_as_many_as_the_bars_are_about() -> None:
    unseen = list(rows(UNSEEN))
    assert all(sum(one.asked == kind for one in unseen) >= LEAST_A_KIND for kind in KINDS)
    for act in (Act.YES, Act.NO):
        assert sum(one.asked in COSTLY and one.act == act for one in unseen) >= 300


def test_no_refusal_of_something_costly_is_taken_for_a_yes(read: list[Read]) -> None:
    taken = [one.row for one in read if one.row.asked in COSTLY and one.row.act == Act.NO and one.reply.act == Act.YES]
    assert not taken


def test_unseen_replies_are_read_as_well_as_measured(read: list[Read]) -> None:
    found = figures(read)
    least = {"en": 0.95, "hi": 0.94, "hi-Latn": 0.94, "ta": 0.915, "ta-Latn": 0.925}
    short = {
        code: found[f"answers.{code}.accuracy"]
        for code, bar in least.items()
        if found[f"answers.{code}.accuracy"] < bar
    }
    assert not short
    assert found["answers.yes_at_once"] >= 0.85


@pytest.mark.parametrize(
    ("asked", "text", "register"),
    [
        ("consent", "ஒத்துக்கல", "ta"), ("delete", "ஒத்துக்கல", "ta"), ("summary", "correct illa", "ta-Latn"),
        ("delete", "if I don't want it, will you erase it?", "en"), ("consent", "haan agar beta bole to", "hi-Latn"),
        ("give_back", "cancel mat karo", "hi-Latn"), ("broadcast", "அனுப்பாதீங்க", "ta"), ("delete", "", "en"),
        ("consent", "🙏", "en"), ("delete", "मत मिटाओ", "hi"),
    ],
)  # fmt: skip
def test_what_is_no_clear_yes_is_none(reader: ReplyReader, asked: str, text: str, register: str) -> None:
    assert reader.read(Moment(asked, text, register)).act != Act.YES


@pytest.mark.parametrize(
    ("asked", "text", "register"),
    [
        ("consent", "koi etraz nahi", "hi-Latn"), ("offer", "seri varen", "ta-Latn"), ("offer", "मैं आऊंगी", "hi"),
        ("attendance", "வந்தேன்ங்க", "ta"), ("give_back", "yes, cancel my seat", "en"), ("delete", "yes, delete", "en"),
    ],
)  # fmt: skip
def test_a_yes_in_other_words_is_one(reader: ReplyReader, asked: str, text: str, register: str) -> None:
    assert reader.read(Moment(asked, text, register)).act == Act.YES


@pytest.mark.parametrize(
    ("text", "number"),
    [("2 wala", 2), ("number 2", 2), ("#1", 1), ("rendavathu", 2), ("the Coimbatore one", 1), ("book Monday's", 1),
     ("no 2", 2), ("Madurai", None), ("1 or 2", None)],
)  # fmt: skip
def test_one_of_those_shown_is_picked_by_number_place_or_day(text: str, number: int | None) -> None:
    shown = ("GST basics, Coimbatore, Monday 7 Dec", "Packaging, Salem, Wednesday 9 Dec")
    assert chosen(text, shown) == number


@pytest.mark.parametrize(
    ("asked", "said", "denied"),
    [("summary", "no mistake in it", False), ("summary", "not right", True), ("delete", "do not erase it", True),
     ("give_back", "nahi aa paungi cancel kar do", False), ("give_back", "cancel nahi karna", True)],
)  # fmt: skip
def test_a_no_to_what_stands_in_the_way_denies_nothing(asked: str, said: str, denied: bool) -> None:
    assert denies(asked, said.split()) is denied


def test_a_kept_reader_reads_the_same(reader: ReplyReader, tmp_path: Path) -> None:
    reader.keep(tmp_path)
    again = ReplyReader.kept(tmp_path)
    for moment in (
        Moment("offer", "seri varen", "ta-Latn"),
        Moment("field:owner_name", "mera naam Harish hai", "hi-Latn"),
    ):
        assert again.read(moment).act == reader.read(moment).act
        assert again.read(moment).value == reader.read(moment).value


def test_the_examples_lie_in_the_folders_of_the_registers() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(FOLDERS)
