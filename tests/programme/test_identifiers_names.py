"""Names: what is around them goes, all else stays as typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.identifiers.names import LONGEST, read_business_name, read_name
from programme.identifiers.problem import Problem


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Asha", "Asha"),
        ("my name is Asha Devi", "Asha Devi"),
        ("hello, my name is Asha.", "Asha"),
        ("I am Asha", "Asha"),
        ("Name: Asha Devi", "Asha Devi"),
        ("मेरा नाम आशा देवी है", "आशा देवी"),
        ("मैं सुनीता हूँ", "सुनीता"),
        ("mera naam Ramesh Kumar hai", "Ramesh Kumar"),
        ("namaste mera naam Asha hai", "Asha"),
        ("ramesh bol raha hu", "ramesh"),
        ("Asha hai mera naam", "Asha"),
        ("என் பெயர் முருகன்", "முருகன்"),
        ("என்னோட பேரு செல்வி", "செல்வி"),
        ("en peru Selvi", "Selvi"),
        ("S. Kumar", "S. Kumar"),
        ("Kumar S.", "Kumar S."),
        ("Namita", "Namita"),
        ("Mainak Das", "Mainak Das"),
        ("Perumal", "Perumal"),
        ("ரா", "ரா"),
        ('<b>Asha</b> "Didi" & Co', '<b>Asha</b> "Didi" & Co'),
        ("  Asha \n Devi ", "Asha Devi"),
        ("Asha\u200b\u202e Devi", "Asha Devi"),
        ("ಆಶಾ", "ಆಶಾ"),
    ],
)
def test_a_persons_name_is_read(said: str, name: str) -> None:
    assert read_name(said) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("माँ अन्नपूर्णा अचार", "माँ अन्नपूर्णा अचार"),
        ("my shop name is Maa Annapurna Achar", "Maa Annapurna Achar"),
        ("मेरी दुकान का नाम राम स्टोर है", "राम स्टोर"),
        ("hamari company ka naam XYZ hai", "XYZ"),
        ("எங்க கடை பேரு முருகன் ஸ்டோர்ஸ்", "முருகன் ஸ்டோர்ஸ்"),
        ("en kadai peru Murugan Stores", "Murugan Stores"),
        ("it is called Spice Hub", "Spice Hub"),
        ("24 Carat", "24 Carat"),
        ("Main Street Traders", "Main Street Traders"),
        ("I Am Traders", "I Am Traders"),
        ("Naan Bakery", "Naan Bakery"),
        ("Name Plate Works", "Name Plate Works"),
    ],
)
def test_a_businesss_name_is_read(said: str, name: str) -> None:
    assert read_business_name(said) == name


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("", Problem("name_missing")),
        ("9876543210", Problem("name_missing")),
        ("🙏🙏", Problem("name_missing")),
        ("my name is", Problem("name_missing")),
        ("मेरा नाम", Problem("name_missing")),
        ("A", Problem("name_short", {"characters": 1, "least": 2})),
        ("x" * 81, Problem("name_long", {"characters": 81, "most": 80})),
    ],
)
def test_what_is_wrong_is_said(said: str, problem: Problem) -> None:
    assert read_name(said) == problem


@given(st.text(st.characters(exclude_categories=()), max_size=400))
def test_any_text_gets_an_answer(text: str) -> None:
    for read in (read_name, read_business_name):
        name = read(text)
        if isinstance(name, str):
            assert 2 <= len(name) <= LONGEST
            assert unicodedata.is_normalized("NFC", name)
            assert name == name.strip()
