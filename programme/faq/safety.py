"""Fraud: what to do, where to complain, how to tell that it is really us."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.organiser import HELPLINE

ANSWERS = (
    Answer(
        topic="fraud",
        subject="fraud",
        title=_("Fraud: what to do"),
        parts={
            "short": Part(
                _(
                    "Pay nothing and tell nobody an OTP or PIN. Money gone? Call your bank's fraud line and 1930 at "
                    "once; the first hours matter most. Nothing lost? Keep the number and screenshots and report it at "
                    "sancharsaathi.gov.in, under Chakshu."
                )
            ),
            "cost": Part(
                _(
                    "Udyam is free. No agent may charge for a government scheme or for PMEGP; the MSME Ministry gives no "
                    "loans itself, and Mudra lends to nobody directly. Fake Mudra letters ask for ₹1,750 to ₹4,500."
                )
            ),
            "papers": Part(
                _(
                    "Keep ready: your mobile number, bank or wallet name, account or UPI id, transaction id (UTR), date "
                    "and time, amount, screenshots. Delete no messages. 1930 never asks for a PIN, OTP or net-banking "
                    "password."
                )
            ),
            "how_long": Part(
                _(
                    "After the 1930 call, complete the complaint at cybercrime.gov.in within 24 hours. RBI, June 2026: a "
                    "person who loses up to ₹50,000 may get back 85% of the loss, at most ₹25,000, once in a lifetime; "
                    "ask your bank for the conditions."
                )
            ),
            "where_how": Part(
                _(
                    "Money lost: bank, 1930, then cybercrime.gov.in, Report Financial Fraud. Only a bad call or message: "
                    "Chakshu, within 30 days. A fake agent or officer: champions.gov.in, with or without Udyam."
                )
            ),
            "what_if": Part(
                _(
                    "Is it really us? I never ask for money, an OTP, a PIN or your Aadhaar number. Check a doubtful "
                    "government message at factcheck.pib.gov.in."
                ),
                note=HELPLINE,
            ),
        },
        sources=keys(
            "FR-BH FR-NY FR-CY FR-ME FR-PK CH-HDFC CH-BS CH-REP FR-APN FR-AWAZ FR-LAT25 FR-LAT25b FR-ZEE23 "
            "UDY-FE22 FR-OI22 CHA-FE23 CHA-FE23b RBI-IR RBI-BS"
        ),
        as_of=date(2026, 6, 24),
        review_by=date(2027, 5, 23),
        related=("udyam_cost", "loan_mudra"),
        official="cybercrime.gov.in",
    ),
)
