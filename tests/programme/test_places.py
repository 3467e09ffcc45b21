"""Places: every name of the tables in every script, the ways people write them, and what only looks like one."""

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordfreq import top_n_list

from programme.places import (
    District,
    Place,
    State,
    all_districts,
    all_states,
    districts_of,
    find_places,
    name_of,
    read_district,
    read_state,
    state_of,
)
from programme.places.tables import cautions, spellings


def names(places: Place | list[State] | list[District] | None) -> list[str]:
    """English names of one place, of several, of none."""
    return [] if places is None else [place.name for place in (places if isinstance(places, list) else [places])]


def found(text: str) -> list[str]:
    return [place.name for each in find_places(text) for place in each.places]


class TestTables:
    def test_there_are_as_many_districts_as_the_states_have(self) -> None:
        counts = Counter(district.state.iso for district in all_districts())
        assert counts == {"IN-MP": 55, "IN-TN": 38, "IN-HR": 23, "IN-GJ": 34, "IN-UP": 75}
        madhya_pradesh = state_of("IN-MP")
        assert madhya_pradesh
        assert len(districts_of(madhya_pradesh)) == 55

    def test_there_are_28_states_and_8_union_territories(self) -> None:
        assert Counter(state.type for state in all_states()) == {"State": 28, "UT": 8}
        for codes in ("iso", "gst", "udyam"):
            assert len({getattr(state, codes) for state in all_states()}) == 36
        assert state_of("IN-XX") is None

    def test_every_place_has_a_name_of_its_own_in_each_language(self) -> None:
        for places in (all_states(), all_districts()):
            for language in ("en", "hi", "ta"):
                spelt = [name_of(place, language) for place in places]
                assert all(spelt)
                assert len(set(spelt)) == len(spelt)

    def test_registers_in_latin_letters_get_the_english_spelling(self) -> None:
        indore = next(district for district in all_districts() if district.name == "Indore")
        assert [name_of(indore, code) for code in ("en", "hi", "ta", "hi_Latn", "ta_Latn")] == [
            "Indore", "इंदौर", "இந்தூர்", "Indore", "Indore",
        ]  # fmt: skip

    def test_every_caution_is_about_a_spelling_or_a_stranger(self) -> None:
        known = {spelling.text.lower() for spelling in spellings()}
        assert {name for name, level in cautions().items() if level != "never"} - known == set()


@pytest.mark.parametrize("language", ["en", "hi", "ta"])
class TestOwnNames:
    def test_every_district_reads_back(self, language: str) -> None:
        for district in all_districts():
            name = name_of(district, language)
            assert read_district(name) == district
            assert read_district(f" {name.upper()}. ", district.state) == district
            assert [each.place for each in find_places(name)] == [district]

    def test_every_state_reads_back(self, language: str) -> None:
        for state in all_states():
            assert read_state(name_of(state, language)) == state

    def test_every_district_says_its_state(self, language: str) -> None:
        for district in all_districts():
            assert district.state.name in names(read_state(name_of(district, language)))


def test_every_other_spelling_reads_to_its_place() -> None:
    for spelling in spellings():
        read = read_district(spelling.text) if isinstance(spelling.place, District) else read_state(spelling.text)
        assert spelling.place.name in names(read), spelling.text


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("indor", "Indore"),
        ("Inodre", "Indore"),
        ("इन्दौर", "Indore"),
        ("इन्दोर", "Indore"),
        ("main indore se hu", "Indore"),
        ("nahi ujjain", "Ujjain"),
        ("Ujain", "Ujjain"),
        ("Coimbtore", "Coimbatore"),
        ("kovai", "Coimbatore"),
        ("CBE", "Coimbatore"),
        ("கோயமுத்தூர்", "Coimbatore"),
        ("கோயம்புத்தூர்ல", "Coimbatore"),
        ("கோவை மாவட்டம்", "Coimbatore"),
        ("trichy", "Tiruchirappalli"),
        ("tuticorin", "Thoothukudi"),
        ("tirupur", "Tiruppur"),
        ("ooty", "Nilgiris"),
        ("madras", "Chennai"),
        ("gurgaon", "Gurugram"),
        ("गुड़गाँव", "Gurugram"),
        ("allahabad", "Prayagraj"),
        ("faizabad", "Ayodhya"),
        ("hoshangabad", "Narmadapuram"),
        ("banaras", "Varanasi"),
        ("kashi", "Varanasi"),
        ("noida", "Gautam Buddha Nagar"),
        ("kachchh", "Kutch"),
        ("baroda", "Vadodara"),
        ("Mhow", "Indore"),
        ("Sivakasi", "Virudhunagar"),
        ("Ambur", "Tirupattur"),
        ("Hosur", "Krishnagiri"),
        ("Anand, Gujarat", "Anand"),
        ("sagar", "Sagar"),
        ("muzaffrnagar", "Muzaffarnagar"),
        ("वाराणशी", "Varanasi"),
        ("மீரட்", "Meerut"),
        ("in dore", "Indore"),
    ],
)
def test_a_district_is_read_from_what_people_write(typed: str, district: str) -> None:
    assert names(read_district(typed)) == [district]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "...",
        "9999",
        "Delhi",
        "Jaipur",
        "Mumbai",
        "Nellore",
        "London",
        "salaam",
        "haan",
        "data",
        "kuch",
        "pata nahi",
    ],
)
def test_what_is_no_listed_district_is_none(typed: str) -> None:
    assert read_district(typed) is None


def test_a_name_that_two_districts_bear_is_asked_about() -> None:
    assert names(read_district("Kanpur")) == ["Kanpur Dehat", "Kanpur Nagar"]
    assert names(read_district("कानपुर")) == ["Kanpur Dehat", "Kanpur Nagar"]
    assert names(read_district("Dadri")) == ["Charkhi Dadri", "Gautam Buddha Nagar"]
    assert names(read_district("Dadri", state_of("IN-HR"))) == ["Charkhi Dadri"]
    assert names(read_state("Bilaspur")) == ["Chhattisgarh", "Himachal Pradesh"]


def test_the_state_decides_which_one_is_meant() -> None:
    assert names(read_district("Hamirpur UP")) == ["Hamirpur"]
    assert read_district("Hamirpur HP") is None
    assert read_district("Surat", state_of("IN-MP")) is None
    assert names(read_district("Surat", state_of("IN-GJ"))) == ["Surat"]


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("MP", "IN-MP"),
        ("m.p.", "IN-MP"),
        ("म.प्र.", "IN-MP"),
        ("एमपी", "IN-MP"),
        ("எம்.பி", "IN-MP"),
        ("ம.பி.", "IN-MP"),
        ("madhya pardesh", "IN-MP"),
        ("up", "IN-UP"),
        ("यूपी", "IN-UP"),
        ("உ.பி", "IN-UP"),
        ("உத்தரப்பிரதேசம்", "IN-UP"),
        ("tn", "IN-TN"),
        ("தமிழ் நாட்டில்", "IN-TN"),
        ("த.நா", "IN-TN"),
        ("tamilnad", "IN-TN"),
        ("अरियाणा हरियाणा", "IN-HR"),
        ("gujrat", "IN-GJ"),
        ("TG", "IN-TS"),
        ("Orissa", "IN-OD"),
        ("Uttaranchal", "IN-UK"),
        ("Pondicherry", "IN-PY"),
        ("தில்லி", "IN-DL"),
        ("J&K", "IN-JK"),
        ("Indore", "IN-MP"),
        ("Mumbai", "IN-MH"),
    ],
)
def test_a_state_is_read_from_what_people_write(typed: str, iso: str) -> None:
    state = read_state(typed)
    assert isinstance(state, State)
    assert state.iso == iso


@pytest.mark.parametrize(
    ("sentence", "place", "words"),
    [
        ("main indore se hu", "Indore", "indore"),
        ("இந்தூரில் பயிற்சி எப்போது", "Indore", "இந்தூரில்"),
        ("workshop கோவையில் உண்டா", "Coimbatore", "கோவையில்"),
        ("கோயம்புத்தூர்ல workshop இருக்கா", "Coimbatore", "கோயம்புத்தூர்ல"),
        ("coimbatore la workshop iruka", "Coimbatore", "coimbatore"),
        ("chennaila eppo", "Chennai", "chennaila"),
        ("indore mein kab hai", "Indore", "indore"),
        ("मैं चेन्नई से हूँ", "Chennai", "चेन्नई"),
        ("Indoreमें कब है", "Indore", "Indore"),
        ("காஞ்சிபுரத்துல நெசவு", "Kanchipuram", "காஞ்சிபுரத்துல"),
        ("ஈரோட்டில் இருக்கேன்", "Erode", "ஈரோட்டில்"),
        ("திண்டுக்கல்லில் எங்கே", "Dindigul", "திண்டுக்கல்லில்"),
        ("kanpur nagar se", "Kanpur Nagar", "kanpur nagar"),
        ("koimbatoor la iruken", "Coimbatore", "koimbatoor"),
        ("shop in Coimbtore now", "Coimbatore", "Coimbtore"),
        ("Mhow me dukan hai", "Indore", "Mhow"),
        ("ம.பி. அரசு திட்டம்", "Madhya Pradesh", "ம.பி"),
        ("UP me workshop", "Uttar Pradesh", "UP"),
        ("up se hu", "Uttar Pradesh", "up"),
        ("I am from M.P. only", "Madhya Pradesh", "M.P"),
        ("u.p. se hu", "Uttar Pradesh", "u.p"),
        ("mp se bol raha hu", "Madhya Pradesh", "mp"),
        ("anand mein workshop", "Anand", "anand"),
        ("मऊ में कब है", "Mau", "मऊ"),
        ("तेन्नई नहीं, सागर जिला", "Sagar", "सागर"),
        ("theni la irukken", "Theni", "theni"),
        ("salem district me", "Salem", "salem"),
        ("मेरा जिला सागर है", "Sagar", "सागर"),
        ("इंदौ\u200bर से", "Indore", "इंदौ\u200bर"),
    ],
)
def test_a_place_is_found_in_a_sentence(sentence: str, place: str, words: str) -> None:
    [each] = find_places(sentence)
    assert (each.place.name, sentence[each.start : each.end]) == (place, words)


def test_all_places_of_a_sentence_are_found_in_order() -> None:
    assert found("Indore nahi, Ujjain (MP) ya चेन्नई") == ["Indore", "Ujjain", "Madhya Pradesh", "Chennai"]
    assert found("Tamil Nadu, Coimbatore") == ["Tamil Nadu", "Coimbatore"]


@pytest.mark.parametrize(
    "sentence",
    [
        "mera naam Anand hai",
        "Sagar Kumar bol raha hu",
        "Sagar se baat karni hai",
        "en peru Salem Begum",
        "मऊरानी",
        "दिल से शुक्रिया",
        "mandi me bechta hu",
        "wo ghar gaya",
        "गुना दो गुना फायदा",
        "सीधी बात करो",
        "agar aap kahe",
        "bina GST ke",
        "sign up karna hai",
        "send it as pdf or mp3",
        "kundli milan",
        "வெள்ளி நகை, ரெண்டு பரோட்டா",
        "அடுத்த வாரங்களில்",
    ],
)
def test_people_and_ordinary_words_are_no_places(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(("language", "count"), [("en", 10_000), ("hi", 5_000), ("ta", 5_000)])
def test_frequent_words_are_not_heard_as_places(language: str, count: int) -> None:
    """Only by their own spellings, never by sound: a place that a frequent word sounds like would be a nuisance."""
    known = {word for spelling in spellings() for word in spelling.text.lower().split()}
    heard = {word for word in top_n_list(language, count) if find_places(f"xx {word} xx")} - known
    stems = tuple(word[:4] for word in known)
    assert {word for word in heard if not word.startswith(stems)} == set()


def test_most_misspelt_names_are_read_and_hardly_any_wrongly() -> None:
    """One letter left out, or two changed about, in every English name: measured 91 % read, 0.3 % read as another."""
    results: Counter[str] = Counter()
    for district in all_districts():
        name = district.name
        for place in range(1, len(name) - 1):
            for typed in {
                name[:place] + name[place + 1 :],
                name[:place] + name[place + 1] + name[place] + name[place + 2 :],
            }:
                read = names(read_district(typed))
                results["right" if district.name in read else "wrong" if read else "none"] += 1
    assert results["right"] > 0.85 * results.total()
    assert results["wrong"] < 0.01 * results.total()


@given(st.text(st.characters(exclude_categories=())) | st.text(st.sampled_from("இந்தூரில்कोवंै -.'MPup se")))
def test_any_text_can_be_read(text: str) -> None:
    read_state(text)
    read_district(text)
    after = 0
    for each in find_places(text):
        assert after <= each.start < each.end <= len(text)
        after = each.end


def test_reading_is_quick() -> None:
    sentence = "main coimbatore la irukken, இந்தூரில் பயிற்சி எப்போது नडियाद workshop me kab hai aur kuchh bhi nahi pata "
    find_places(sentence)  # the tables are loaded now

    def seconds(text: str, times: int) -> float:
        start = time.perf_counter()
        for _ in range(times):
            find_places(text)
        return (time.perf_counter() - start) / times

    assert seconds((sentence * 2)[:200], 20) < 0.005  # measured 0.5 ms
    assert seconds((sentence * 1_000)[:100_000], 1) < 1.5  # measured 0.2 s
    start = time.perf_counter()
    for _ in range(20):
        read_district("Inodre")
    assert (time.perf_counter() - start) / 20 < 0.005  # measured 0.2 ms
