"""Names: what is around them goes, all else stays as typed."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.identifiers.names import LONGEST, read_business_name, read_name
from programme.identifiers.problem import Problem


def invented(file: str) -> list[str]:
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


PEOPLE = invented("invented_names.txt")
BUSINESSES = invented("invented_businesses.txt")
INTRODUCTIONS = [
    "{}",
    # English
    "my name is {}", "hello, my name is {}", "hi sir my name is {}", "my full name is {}", "my good name is {}", "my name is {} sir",
    "my name is {} and I make pickles", "my name is {}, from Indore", "name {}", "name: {}", "Name - {}", "name is {}", "owner name {}",
    "owner's name is {}", "owner: {}", "myself {}", "Myself {} here", "I am {}", "i'm {}", "im {}", "I am {} speaking", "this is {}", "my name's {}", "you may call me {}", "{} speaking from Indore", "my name is {}, age 45",
    "its {}", "call me {}", "you can call me {}", "people call me {}", "{} here", "{} speaking", "{} this side", "{} is my name",
    # Hindi in Latin letters
    "mera naam {} hai", "mera naam {}", "mera nam {} h", "mera naam hai {}", "mera name {} hai", "naam {}", "naam {} hai", "naam: {}",
    "namaste mera naam {} hai", "ji mera naam {} hai", "mera naam {} hai ji", "mera naam to {} hai", "mera naam likh lo {}", "hum {} bol rahe hain", "mera naam {} hai aur meri dukan hai", "main {} hu",
    "main {} hoon", "main {} bol raha hu", "mai {} bol rahi hun", "main {} Indore se bol raha hu", "{} bol raha hu", "{} bol rahi hoon",
    "{} hai mera naam", "{} mera naam", "{} naam hai mera", "log mujhe {} kehte hain", "mujhe {} bulate hai",
    "mujhe log {} ke naam se jante hai", "malik ka naam {} hai", "mharo naam {} sai", "mhara naam {} se", "maru naam {} che", "hamar naam {} ba",
    # Hindi
    "मेरा नाम {} है", "मेरा नाम {}", "मेरा नाम {} है।", "मेरा नाम है {}", "नाम {}", "नाम: {}", "नाम {} है", "मैं {} हूँ", "मैं {} हूं", "मैं {} बोल रहा हूँ",
    "मैं {} बोल रही हूं", "{} बोल रही हूँ", "{} है मेरा नाम", "मुझे {} कहते हैं", "लोग मुझे {} कहते हैं", "म्हारो नाम {} सै", "म्हारा नाम {} सै", "हम {} बोल रहे हैं",
    "नमस्ते मेरा नाम {} है", "मेरा नाम {} है जी", "हमारा नाम {} है", "मेरा शुभ नाम {} है", "मालिक का नाम {} है",
    # Tamil
    "என் பெயர் {}", "என் பேரு {}", "என்னோட பேரு {}", "எனது பெயர் {}", "என்னுடைய பெயர் {}", "என் பெயர் {} ஆகும்", "பெயர் {}", "பேரு {}", "பெயர்: {}",
    "நான் {}", "நான் {} பேசுறேன்", "நான் {} பேசுகிறேன்", "{} பேசறேன்", "{} தான் என் பேரு", "{} என் பெயர்", "என்னை {} என்று அழைப்பார்கள்",
    "எல்லாரும் என்னை {}-ன்னு கூப்பிடுவாங்க", "{} ன்னு கூப்பிடுவாங்க", "{}-னு சொல்லுவாங்க", "வணக்கம் என் பெயர் {}", "என் பேரு {} சார்", "எனக்கு {} ன்னு பேரு",
    # Tamil in Latin letters
    "en peru {}", "en peyar {}", "enoda peru {}", "ennoda name {}", "en name {}", "en per {}", "peru {}", "naan {}", "naan {} pesuren",
    "{} pesuren", "{} pesaren", "{}-nu kooppiduvanga", "{} nu kupiduvanga", "enna {} nu koopiduvanga", "{} than en peru", "{} en peru",
    "vanakkam en peru {}", "sir en peru {}", "en peru vandhu {}", "enaku {} nu peru", "en peru {} nga",
    "naan {} Coimbatore la irundhu pesuren",
]  # fmt: skip
INTRODUCTIONS_OF_FIRMS = [
    "{}",
    "my shop name is {}", "shop name is {}", "shop name {}", "business name: {}", "Business name - {}", "our company name is {}",
    "my firm's name is {}", "the name of my business is {}", "name of the firm is {}", "the firm is {}", "our shop is called {}",
    "it is called {}", "called {}", "we are called {}", "name: {}", "name is {}", "our brand name is {}", "{} is my shop name",
    "{} is the name of my shop", "i run {}", "we are {}", "we call it {}", "{} is our company", "company is {}", "our business is {}", "shop: {}",
    "firm ka naam {} hai", "firm ka naam {}", "dukaan ka naam {} rakha hai", "dukan ka naam {} h", "meri dukan ka naam {} hai",
    "hamari company ka naam {} hai", "naam {} hai", "naam hai {}", "{} naam hai", "{} naam hai dukan ka", "{} hai meri dukan ka naam",
    "{} naam se chalti hai", "{} ke naam se karte hai", "samuh ka naam {} hai", "dukan ka naam rakha hai {}", "mhari dukan ka naam {} sai",
    "मेरी दुकान का नाम {} है", "दुकान का नाम {}", "हमारी फर्म का नाम {} है", "कंपनी का नाम {} है।", "नाम {} है", "{} नाम है दुकान का",
    "दुकान का नाम {} रखा है", "म्हारी दुकान का नाम {} सै", "{} के नाम से चलाते हैं", "कारोबार का नाम: {}",
    "நம்ம கடை பேரு {}", "கடை பேரு {}", "கடையின் பெயர் {}", "என் தொழிலின் பெயர் {}", "நிறுவனத்தின் பெயர் {}", "கடை பெயர்: {}", "{} தான் கடை பேரு",
    "{}-ன்னு பேரு வச்சிருக்கோம்", "{} என்று பெயர் வைத்திருக்கிறோம்", "பெயர் {}",
    "kadai peru {}", "namma kadai peru {}", "kadai peyar {}", "company peru {}", "{} nu peru vechirukkom", "kadai ku {} nu peru",
    "{} than kadai peru", "{} nu kadai peru", "thozhil peru {}", "shop peru {} nga",
]  # fmt: skip


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
def test_every_name_comes_out_of_every_introduction_as_it_is(introduction: str) -> None:
    assert [read_name(introduction.format(name)) for name in PEOPLE] == PEOPLE


@pytest.mark.parametrize("introduction", INTRODUCTIONS_OF_FIRMS)
def test_every_business_comes_out_of_every_introduction_as_it_is(introduction: str) -> None:
    assert [read_business_name(introduction.format(name)) for name in BUSINESSES] == BUSINESSES


def test_names_in_capitals_come_out_too() -> None:
    capitals = [name.upper() for name in PEOPLE]
    assert [read_name(f"MERA NAAM {name} HAI") for name in capitals] == capitals


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ராமசாமிங்க", "ராமசாமி"),
        ("முருகனுங்க", "முருகன்"),
        ("என் பேரு செல்வங்க", "செல்வம்"),
        ("செல்விங்க சார்", "செல்வி"),
        ("குமார் தாங்க", "குமார்"),
        ("Ramasamynga", "Ramasamy"),
        ("en peru Murugannga", "Murugan"),
        ("Selvi nga", "Selvi"),
        ("Kumar-nga", "Kumar"),
        ("mhara naam sai Harish", "Harish"),
        ("म्हारा नाम सै हरीश", "हरीश"),
        ("இளங்கோ", "இளங்கோ"),
        ("கங்காங்க", "கங்கா"),
        ("My name is Harish 9876543210", "Harish"),
        ("முருகன்னு கூப்பிடுவாங்க", "முருகன்"),
        ("செல்வின்னு கூப்பிடுவாங்க", "செல்வி"),
        ("enna ellarum Selvinu kooppiduvanga", "Selvi"),
        ("Ramesh ji", "Ramesh"),
        ("रमेश जी", "रमेश"),
        ("Ramesh, sir", "Ramesh"),
        ("en peru Murugan anna", "Murugan"),
        ("yes, Ramesh", "Ramesh"),
        ('my name is "Asha Devi"', "Asha Devi"),
        ("My name is Asha Devi. I make pickles", "Asha Devi"),
        ("mera naam Hema h", "Hema"),
        ("mera naam Manjunath H", "Manjunath H"),
        ("hi, Asha here", "Asha"),
    ],
)
def test_what_is_said_out_of_politeness_is_no_part_of_the_name(said: str, name: str) -> None:
    assert read_name(said) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("முருகன் ஸ்டோர்ஸுங்க", "முருகன் ஸ்டோர்ஸ்"),
        ("கடைக்கு முருகன் ஸ்டோர்ஸ்னு பேரு", "முருகன் ஸ்டோர்ஸ்"),
        ("meri dukan Hema Store hai", "Hema Store"),
        ("हमारी दुकान हेमा स्टोर है", "हेमा स्टोर"),
        ("dukan ka naam Hema Store hai aur meri dukan Indore mein hai", "Hema Store"),
    ],
)
def test_what_is_around_a_businesss_name_goes(said: str, name: str) -> None:
    assert read_business_name(said) == name


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
