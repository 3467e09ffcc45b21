"""Hindi and Tamil words come out as the same plain English ones."""

import pytest

from nlu.glosses import glossed
from nlu.reading import read


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("मुझे लोन चाहिए", "i loan want"),
        ("எனக்கு கடன் வேணும்", "i loan want"),
        ("வொர்க்ஷாப்புக்கு எப்போ", "workshop when"),
        ("ரிஜிஸ்டருக்கு", "register"),
        ("loan xyz", "loan xyz"),
        ("kudupangala", "give"),  # an ending that no word list has
    ],
)
def test_meaning(text: str, meaning: str) -> None:
    assert glossed(text, "ta-Latn") == meaning


def test_a_reading_has_all_three_views() -> None:
    reading = read("Mujhe LOAN chahiye!!", "hi-Latn")
    assert reading.words == ["mujhe", "loan", "chahiye"]
    assert reading.encoded == "मुझे loan चाहिए"
    assert reading.glosses == ["i", "loan", "want"]
