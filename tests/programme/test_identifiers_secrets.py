"""What people should tell nobody is seen by the word beside it or by its check digit, and little else is taken for it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from programme.identifiers.forbidden import Context, forbidden_in, redacted
from programme.identifiers.secrets import redact_secrets, secret_in
from tests.programme.disguises import HARMLESS, harmless

SEEN = [
    ("my otp is 482913", "otp"),
    ("OTP 4829", "otp"),
    ("482913 is the otp", "otp"),
    ("ओटीपी ४८२९१३ है", "otp"),
    ("ஓடிபி 482913", "otp"),
    ("mera otp 482913 hai", "otp"),
    ("otp aaya hai 482913", "otp"),
    ("O T P: 48 29 13", "otp"),
    ("my atm pin is 1234", "pin"),
    ("upi pin 123456", "pin"),
    ("pin 1234", "pin"),
    ("एटीएम पिन 1234", "pin"),
    ("ஏடிஎம் பின் 1234", "pin"),
    ("password is Asha@123", "pin"),
    ("पासवर्ड: asha123", "pin"),
    ("கடவுச்சொல் asha123", "pin"),
    ("cvv 123", "pin"),
    ("cvv 1234", "pin"),
    ("password: secretword", "pin"),
    ("4111 1111 1111 1111", "card"),
    ("4111111111111111", "card"),
    ("card no 5500-0000-0000-0004", "card"),
    ("3782 822463 10005", "card"),
    ("௪௧௧௧ ௧௧௧௧ ௧௧௧௧ ௧௧௧௧", "card"),
    ("my account number is 123456789012", "account"),
    ("a/c 50100123456789", "account"),
    ("खाता नंबर 30201234567", "account"),
    ("கணக்கு எண் 30201234567", "account"),
    ("SBIN0001234 30201234567", "account"),
    ("mera khata 30201234567 hai", "account"),
    ("account number 9876543210", "account"),
    ("my PAN is ABCPE1234F", "pan"),
    ("ABCPE 1234 F", "pan"),
    ("abcpe1234f", "pan"),
]
LEFT_ALONE = [
    "pin code 452001",
    "pincode is 452001",
    "पिन कोड 452001",
    "பின்கோடு 641001",
    "452001 pin code",
    "what is an otp",
    "I forgot my password",
    "password bhul gaya",
    "open an account, call 9876543210",
    "GSTIN 23ABCPE1234F1Z5",
    "23ZZZPZ9999Z1Z0",
    "9876543210",
    "turnover 12 lakh",
    "UDYAM-MP-23-0001234",
    "account 150000 rupees",
    "I never share otp. my pin code is 452001",
    "4111 1111 1111 1112",
    "12 lakh",
    "account kaise khole",
]


@pytest.mark.parametrize(("text", "kind"), SEEN)
def test_a_secret_is_seen_and_taken_out(text: str, kind: str) -> None:
    assert secret_in(text) == kind
    assert secret_in(redact_secrets(text)) is None


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_other_words_and_numbers_are_left_alone(text: str) -> None:
    assert secret_in(text) is None
    assert redact_secrets(text) == text


def test_six_digits_are_a_postal_code_where_a_place_was_asked_for() -> None:
    assert secret_in("pin 452001") == "pin"
    assert secret_in("pin 452001", "field:district") is None
    assert secret_in("pin 4520", "field:district") == "pin"


def test_a_pan_is_left_alone_where_a_number_with_one_in_it_was_asked_for() -> None:
    assert forbidden_in("ABCPE1234F") == "pan"
    assert forbidden_in("ABCPE1234F", Context("field:gstin")) is None


@pytest.mark.parametrize("kind", list(HARMLESS))
def test_figures_that_people_are_asked_for_are_no_secrets(kind: str) -> None:
    chance = Random(kind)
    refused = [text for text in (harmless(chance, kind) for _ in range(2_000)) if secret_in(text)]
    assert len(refused) <= 2, refused


def test_no_card_gets_past() -> None:
    chance = Random(4)
    for _card in range(500):
        digits = f"{chance.choice('4562')}{chance.choice('2345')}" + "".join(
            str(chance.randint(0, 9)) for _ in range(13)
        )
        number = digits + str(luhn.calc_check_digit(digits))
        gap = chance.choice(["", " ", "-", "  ", "\n", "\u200b"])
        text = f"card {gap.join(number[at : at + 4] for at in range(0, 16, 4))} ok"
        assert forbidden_in(text), text
        assert number not in redacted(text).replace(gap or " ", "")


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_looked_through(text: str) -> None:
    assert forbidden_in(redacted(text)) is None
