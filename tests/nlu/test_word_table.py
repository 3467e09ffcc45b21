"""The table of words by sound finds what a dictionary of lists would."""

from pathlib import Path

from nlu.word_table import WordTable

ENTRIES = [("krj", "कर्ज", 4.2), ("a", "आ", 5.0), ("krj", "करज", 2.5), ("krjn", "करजन", 1.0), ("kr", "कर", 6.25)]


def test_words_of_one_sound_come_in_the_order_given() -> None:
    table = WordTable.of(ENTRIES)
    assert list(table.under("krj")) == [("कर्ज", 4.2), ("करज", 2.5)]
    assert list(table.under("kr")) == [("कर", 6.25)]
    assert list(table.under("a")) == [("आ", 5.0)]


def test_unknown_sounds_have_no_words() -> None:
    assert not list(WordTable.of(ENTRIES).under("zz"))
    assert not list(WordTable.of(ENTRIES).under(""))
    assert not list(WordTable().under("a"))


def test_a_kept_table_is_the_same(tmp_path: Path) -> None:
    WordTable.of(ENTRIES).keep(tmp_path / "words")
    kept = WordTable.kept(tmp_path / "words")
    assert kept
    assert [list(kept.under(sound)) for sound in ("krj", "krjn")] == [[("कर्ज", 4.2), ("करज", 2.5)], [("करजन", 1.0)]]
    assert WordTable.kept(tmp_path / "none") is None
