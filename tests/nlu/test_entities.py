"""Entities of all kinds and scripts, normalised, standing where they were typed."""

import json
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings

from nlu.entities import find_entities
from tests.nlu.test_tokens import ANY_TEXT

MONDAY = date(2026, 11, 23)
WEDNESDAY = date(2026, 11, 25)
WITH_FACTS = [
    json.loads(line)
    for path in sorted((Path(__file__).parent / "entities").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
"""Messages, each as a different person types it, and all facts in them; some hold none."""


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("मेरा नंबर ९८२६०१२३४५ है", "phone", "9826012345"),
        ("call +91 98260-12345", "phone", "9826012345"),
        ("udyam mp 00 0001234", "udyam_number", "UDYAM-MP-00-0001234"),
        ("gstin 23zzzpz9999z1z0", "gstin", "23ZZZPZ9999Z1Z0"),
        ("pan zzzpz9999z", "pan", "ZZZPZ9999Z"),
        ("இடம் கோவை", "district", "Coimbatore"),
        ("kovai la class", "district", "Coimbatore"),
        ("मध्य प्रदेश में", "state", "Madhya Pradesh"),
        ("loan 5 lakh chahiye", "amount", 500_000),
        ("ढाई लाख", "amount", 250_000),
        ("turnover 2.5 cr", "amount", 25_000_000),
        ("kal workshop", "date", "2026-11-24"),
        ("अगले सोमवार को", "date", "2026-11-30"),
        ("நாளை மறுநாள்", "date", "2026-11-25"),
        ("12/12 ko", "date", "2026-12-12"),
        ("हिंदी में बात करो", "language", "hi"),
        ("தமிழில் பேசு", "language", "ta"),
        ("English me", "language", "en"),
        ("கைத்தறி தொழில்", "sector", "handloom"),
        ("achar ka dhandha", "sector", "food"),
        ("auto parts workshop", "sector", "engineering"),
        ("पैकेजिंग की क्लास", "topic", "packaging"),
        ("டிஜிட்டல் மார்க்கெட்டிங்", "topic", "digital_marketing"),
        ("export karna hai", "topic", "export"),
        ("பத்தாயிரம் ரூபா", "amount", 10_000),
        ("anjayiram venum", "amount", 5_000),
        ("two and half lakh", "amount", 250_000),
        ("turnover 12,50,000", "amount", 1_250_000),
        ("saade teen lakh", "amount", 350_000),
        ("इन्दौर से", "district", "Indore"),
        ("tirupur la", "district", "Tiruppur"),
        ("ஈரோட்டுல", "district", "Erode"),
        ("coimbtore", "district", "Coimbatore"),
        ("म.प्र.", "state", "Madhya Pradesh"),
        ("ம.பி.", "state", "Madhya Pradesh"),
        ("agle somvar", "date", "2026-11-30"),
        ("shani kizhamai", "date", "2026-11-28"),
        ("१० तारीख को", "date", "2026-12-10"),
        ("हिंग्लिश में", "language", "hi-Latn"),
        ("tanglish", "language", "ta-Latn"),
        ("saree business", "sector", "textile"),
        ("தோல் பொருட்கள்", "sector", "leather"),
        ("photo kaise kheenche", "topic", "photography"),
    ],
)
def test_value(typed: str, kind: str, value: object) -> None:
    assert (kind, value) in [(entity.entity, entity.value) for entity in find_entities(typed, MONDAY)]


def test_each_stands_where_it_was_typed() -> None:
    typed = "कल इंदौर में 5 लाख का loan, फोन ९८२६०१२३४५"
    found = {entity.entity: typed[entity.start : entity.end] for entity in find_entities(typed, MONDAY)}
    assert found == {"date": "कल", "district": "इंदौर", "amount": "5 लाख", "topic": "loan", "phone": "९८२६०१२३४५"}


@pytest.mark.parametrize("typed", ["tamil nadu", "9826012345", "कब है", "கடைசி கேள்வி", "hello ji", "udyam"])
def test_no_language_sector_amount_or_date_where_none_is_said(typed: str) -> None:
    assert not {"language", "sector", "amount", "date"}.intersection(e.entity for e in find_entities(typed, MONDAY))


@given(ANY_TEXT)
@settings(max_examples=60)
def test_any_text_has_entities_within_it_that_do_not_overlap(typed: str) -> None:
    end = 0
    for entity in find_entities(typed, MONDAY):
        assert end <= entity.start < entity.end <= len(typed)
        end = entity.end


@pytest.mark.parametrize("piece", ["9 ", "kal ", "5 lakh ", "udyam mp ", "अ" * 50, "23ZZZPZ9999Z1Z", "\ud800"])
def test_long_text_takes_bounded_time(piece: str) -> None:
    began = process_time()
    find_entities((piece * 100_000)[:100_000], MONDAY)
    assert process_time() - began < 1


@pytest.mark.parametrize("message", WITH_FACTS, ids=lambda message: str(message["text"]))
def test_all_facts_of_a_message_are_found_and_no_others(message: dict[str, object]) -> None:
    found = sorted(
        [one.entity, one.value]
        for one in find_entities(str(message["text"]), WEDNESDAY)
        if one.entity not in ("sector", "topic")
    )
    assert found == message["entities"]
