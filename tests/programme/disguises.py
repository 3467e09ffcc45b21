"""Aadhaar numbers as people and cheats write them, and figures that are none; made without looking at what reads them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from stdnum import verhoeff

NATIVE = (
    "0123456789",
    "०१२३४५६७८९",
    "௦௧௨௩௪௫௬௭௮௯",
    "٠١٢٣٤٥٦٧٨٩",
    "０１２３４５６７８９",
    "⁰¹²³⁴⁵⁶⁷⁸⁹",
    "₀₁₂₃₄₅₆₇₈₉",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "০১২৩৪৫৬৭৮৯",
)
SIGNS = (" ", "  ", " " * 9, "\n" * 10, "-", " - ", ".", "·", "_", "/", ",", "*", "+", "|", ":", ";", "~", "#", "–", "—", "\t", "\u00a0", "\u3000", "😀", "•", "\\", "&", "'", "^", "...", " , ")  # fmt: skip
UNSEEN = ("\u200b", "\u200c", "\u200d", "\u3164", "\u180e", "\ufff9", "\U000e0041", "\x00", "\ufeff", "\u2060", "\u00ad", "\u202e", "\u115f", "\u034f", "\ufe0f", "\U000e0101", "\u2063", "\x07")  # fmt: skip
WORDS = ("and", "aur", "और", "மற்றும்", "phir", "फिर", "then", "matrum", "or", "dash", "space", "பிறகு", "डैश", "dot")
ANY_SHORT = ("bas", "ji", "na", "ok", "haan", "அப்போ", "तो", "हां")
SPELT = (
    "zero one two three four five six seven eight nine", "shunya ek do teen char paanch chhah saat aath nau", "शून्य एक दो तीन चार पांच छह सात आठ नौ",
    "பூஜ்யம் ஒன்று இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு ஒன்பது", "zero onnu rendu moonu naalu anju aaru ezhu ettu onbathu", "ज़ीरो वन टू थ्री फोर फाइव सिक्स सेवन एट नाइन",
)  # fmt: skip
NAMES = ("Aadhaar", "aadhar", "adhar", "adhaar", "AADHAR CARD", "my aadhaar no", "आधार", "आधार नंबर", "ஆதார்", "ஆதார் எண்", "aadhaar number is", "uid")  # fmt: skip
AROUND = ("", "", "", "mera number ", "ye lo ", "Asha Patel ", "हाँ, ", "என் எண் ", "my name is Asha\n")
AFTER = ("", "", "", " hai", " है", " thanks", ".", "!", " சரியா?")


def number(chance: Random, *, length: int = 12) -> str:
    """A number that passes the check and is nobody's more than another's; not one that reads as a phone with 91."""
    while True:
        digits = str(chance.randint(2, 9)) + "".join(str(chance.randint(0, 9)) for _ in range(length - 2))
        whole = digits + str(verhoeff.calc_check_digit(digits))
        fours = [whole[at : at + 4] for at in range(0, length, 4)]
        if not whole.startswith("91") and not all(four[:2] in ("19", "20") for four in fours):
            return whole


def fours(digits: str) -> list[str]:
    return [digits[at : at + 4] for at in range(0, len(digits), 4)]


def cut(chance: Random, digits: str) -> list[str]:
    return chance.choice([fours(digits), [digits[:6], digits[6:]], [digits[:8], digits[8:]], [digits[:4], digits[4:]],
                          [digits[at : at + 3] for at in range(0, len(digits), 3)], [digits[at : at + 2] for at in range(0, len(digits), 2)], list(digits)])  # fmt: skip


def in_script(chance: Random, digits: str) -> str:
    return digits.translate(str.maketrans("0123456789", chance.choice(NATIVE)))


def as_words(chance: Random, digits: str) -> str:
    words = chance.choice(SPELT).split()
    return chance.choice([" ", "  ", ", ", "-", "\n"]).join(words[int(digit)] for digit in digits)


def half_as_words(chance: Random, digits: str) -> str:
    return f"{digits[:4]} {as_words(chance, digits[4:])}" if chance.random() < 0.5 else f"{as_words(chance, digits[:8])} {digits[8:]}"  # fmt: skip


def unseen(chance: Random, digits: str) -> str:
    return "".join(digit + (chance.choice(UNSEEN) * chance.randint(1, 3) if chance.random() < 0.5 else "") for digit in digits)  # fmt: skip


def glued(chance: Random, digits: str) -> str:
    return chance.choice([f"0{digits}", f"00{digits}", f"9876543210{digits}", f"{digits}9876543210", f"{digits}2026", f"{digits}452001", f"0 {' '.join(fours(digits))}"])  # fmt: skip


def named(chance: Random, _digits: str) -> str:
    """With the word beside them twelve digits are enough, whatever the last one is."""
    digits = "".join(str(chance.randint(0, 9)) for _ in range(12))
    written = chance.choice(SIGNS + UNSEEN).join(cut(chance, digits))
    return chance.choice([f"{chance.choice(NAMES)} {in_script(chance, written)}", f"{written} {chance.choice(NAMES)}"])


def keycaps(_chance: Random, digits: str) -> str:
    return "".join(f"{digit}\ufe0f\u20e3" for digit in digits)


def struck(_chance: Random, digits: str) -> str:
    return "".join(f"{digit}\u0336" for digit in digits)


def virtual(chance: Random, _digits: str) -> str:
    return chance.choice(["", " ", "-", "\n"]).join(fours(number(chance, length=16)))


DISGUISES: dict[str, Callable[[Random, str], str]] = {
    "joined": lambda _chance, digits: digits,
    "in fours": lambda chance, digits: chance.choice(SIGNS).join(fours(digits)),
    "cut anywhere": lambda chance, digits: chance.choice([" ", "-", "\n", ".", "  "]).join(cut(chance, digits)),
    "another script": lambda chance, digits: in_script(chance, chance.choice(SIGNS).join(fours(digits))),
    "unseen signs": unseen,
    "unseen signs between fours": lambda chance, digits: chance.choice(UNSEEN).join(fours(digits)),
    "a word between": lambda chance, digits: f" {chance.choice(WORDS + ANY_SHORT)} ".join(fours(digits)),
    "a word between halves": lambda chance, digits: f" {chance.choice(WORDS)} ".join([digits[:6], digits[6:]]),
    "words": as_words,
    "half as words": half_as_words,
    "glued": glued,
    "named": named,
    "keycaps": keycaps,
    "struck through": struck,
    "virtual": virtual,
}


def disguised(chance: Random, kind: str) -> str:
    """A message with a number written in a disguise of `kind`."""
    return f"{chance.choice(AROUND)}{DISGUISES[kind](chance, number(chance))}{chance.choice(AFTER)}"


def amount(chance: Random) -> str:
    value = chance.choice([chance.randint(100, 99_999), chance.randint(100_000, 99_999_999)])
    grouped = f"{value:,}" if value < 100_000 else _indian(value)
    return chance.choice([f"₹{grouped}", f"Rs {value}", f"{grouped} rupees", f"Rs. {grouped}/-", f"{chance.randint(1, 99)} lakh", f"{chance.randint(1, 9)}.{chance.randint(0, 99):02} crore", f"{value} रुपये", f"{grouped} ரூபாய்", grouped])  # fmt: skip


def _indian(value: int) -> str:
    head, tail = str(value)[:-3], str(value)[-3:]
    pairs = [head[max(0, at - 2) : at] for at in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail])


def phone(chance: Random) -> str:
    digits = f"{chance.randint(6, 9)}" + "".join(str(chance.randint(0, 9)) for _ in range(9))
    return chance.choice([digits, f"+91 {digits}", f"+91{digits}", f"+91-{digits[:5]}-{digits[5:]}", f"{digits[:5]} {digits[5:]}", f"0{digits}", f"91-{digits}", f"0091{digits}", f"{digits[:3]}-{digits[3:6]}-{digits[6:]}", f"0{chance.randint(11, 99)}-{digits[2:]}", f"phone 91{digits}", f"+91 ({digits[:5]}) {digits[5:]}"])  # fmt: skip


def year(chance: Random) -> str:
    first = chance.randint(1985, 2026)
    return chance.choice([str(first), f"{first}-{(first + 1) % 100:02}", f"FY {first}-{first + 1}", f"{first} {first + 1} {first + 2}", f"{first}, {first + 1} और {first + 2}", f"since {first}", f"{first}-{first + 1}-{first + 2}", f"{first}-{(first + 1) % 100:02}, {first + 1}-{(first + 2) % 100:02}, {first + 2}-{(first + 3) % 100:02}"])  # fmt: skip


def date(chance: Random) -> str:
    day, month, when = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1990, 2027)
    hour, minute = chance.randint(0, 23), chance.randint(0, 59)
    return chance.choice([f"{day:02}-{month:02}-{when}", f"{day}/{month}/{when}", f"{when}-{month:02}-{day:02}", f"{day:02}.{month:02}.{when} {hour:02}:{minute:02}", f"{when}-{month:02}-{day:02} {hour:02}:{minute:02}:00", f"{day} December {when}", f"{when}{month:02}{day:02}", f"{day:02}-{month:02}-{when} se {day:02}-{month:02}-{when + 1}", f"{when}-{month:02}-{day:02}T{hour:02}:{minute:02}", f"{day:02} {month:02} {when}"])  # fmt: skip


def size(chance: Random) -> str:
    one, two, three = (chance.randint(2, 400) for _ in range(3))
    first = chance.choice([28, 30, 32, 34, 36, 38])
    return chance.choice([f"{one}x{two}", f"{one} x {two} x {three} cm", f"{one}*{two} ft", f"{one} kg", f"{one * 10} gm, {two * 10} gm, {three * 10} gm", f"sizes {first} {first + 2} {first + 4} {first + 6} {first + 8} {first + 10}", f"{first}, {first + 2}, {first + 4}, {first + 6}, {first + 8}, {first + 10}", f"{one * 10}x{two * 10}x{three * 10} mm", f"{one} மீட்டர்", f"{two} फीट", f"{1000 + one} x {1000 + two} mm"])  # fmt: skip


def udyam(chance: Random) -> str:
    state, district, serial = (
        chance.choice(["MP", "TN", "UP", "GJ"]),
        chance.randint(1, 75),
        chance.randint(1, 9_999_999),
    )
    plain = f"UDYAM-{state}-{district:02}-{serial:07}"
    return chance.choice([plain, plain.lower(), plain.replace("-", " "), plain.replace("-", ""), f"{plain}, {plain}"])


def three_fours(chance: Random) -> str:
    """Three figures of four digits: with a wrong check digit, or with words around that say what they are."""
    figures = [chance.randint(1000, 9999) for _ in range(3)]
    joined = " ".join(map(str, figures))
    if not verhoeff.is_valid(joined.replace(" ", "")):
        return chance.choice(
            [joined, joined.replace(" ", ", "), joined.replace(" ", "-"), joined.replace(" ", " aur ")]
        )
    return chance.choice([f"turnover {joined}", f"sales {joined}", f"{joined} rupees", f"consignment {joined}", f"consignment no {joined}", f"{joined} kg", f"size {joined} mm", f"बिक्री {joined}", f"{joined} ரூபாய்", f"order number {joined}", f"year {joined}", f"bill {joined}"])  # fmt: skip


HARMLESS: dict[str, Callable[[Random], str]] = {
    "amounts": amount, "phones": phone, "years": year, "dates": date, "sizes": size, "udyam": udyam, "three fours": three_fours,
}  # fmt: skip


def harmless(chance: Random, kind: str) -> str:
    """A message with figures of `kind`, some of them two of it."""
    said = HARMLESS[kind](chance)
    again = f", {HARMLESS[kind](chance)}" if kind not in ("three fours",) and chance.random() < 0.3 else ""
    return f"{chance.choice(AROUND)}{said}{again}{chance.choice(AFTER)}"
